// The check points of docs/tracks.md, worked out again.
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "film/film_file.h"
#include "video/pinhole_camera.h"
#include "video/track_files.h"
#include "video/track_stage.h"

namespace video {
namespace {

using nlohmann::json;
using Numbers = std::vector<double>;

const std::string kRoot = HARMATTAN_SOURCE_DIR;

// The numbers of a text that stand as words of their own, with or without a comma after them.
Numbers numbersIn(const std::string& text) {
    Numbers numbers;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (word.back() == ',') word.pop_back();
        char* end = nullptr;
        const double number = std::strtod(word.c_str(), &end);
        if (end && *end == '\0') numbers.push_back(number);
    }
    return numbers;
}

// What the page's line that begins with these words says after them.
std::string lineOf(const std::string& key) {
    static const std::string page = bytesOf(kRoot + "/docs/tracks.md");
    const std::size_t at = page.find("\n    " + key + " ");
    if (at == std::string::npos) ADD_FAILURE() << "docs/tracks.md has no line: " << key;
    if (at == std::string::npos) return {};
    const std::size_t from = at + 5 + key.size();
    return page.substr(from, page.find('\n', from) - from);
}

void expectLine(const std::string& key, const Numbers& expected) {
    constexpr double kRounding = 6e-4;  // pixels and kilometres have three or four decimals there
    const Numbers said = numbersIn(lineOf(key));
    std::ostringstream right;
    right.precision(10);
    for (const double number : expected) right << " " << number;
    ASSERT_EQ(said.size(), expected.size()) << key << " is now" << right.str();
    for (std::size_t i = 0; i < said.size(); ++i)
        EXPECT_NEAR(said[i], expected[i], kRounding) << key << " is now" << right.str();
}

Numbers joined(std::initializer_list<json> parts) {
    Numbers numbers;
    for (const json& part : parts) {
        if (part.is_array())
            for (const json& number : part) numbers.push_back(number);
        else
            numbers.push_back(part);
    }
    return numbers;
}

TEST(TracksPage, GivesTheRightCheckPoints) {
    const auto gazetteer = film::readGazetteer(kRoot + "/geodata/places.toml");
    ASSERT_TRUE(gazetteer);
    const auto film = film::readFilm(kRoot + "/assets/films/sahel.toml", *gazetteer);
    ASSERT_TRUE(film);
    TrackOptions options = trackOptions({1920, 1080}, {30, 1});
    options.frames = {8400, 8400};
    const Tracks tracks = tracksOf(film->film, options);
    const json file = json::parse(written(tracks, ".json"));
    const json& frame = file["frames"][0];
    EXPECT_NE(lineOf("cue").find(frame["cue"].get<std::string>()), std::string::npos) << frame["cue"];
    json niamey = frame["places"]["niamey"], world;
    EXPECT_EQ(niamey[2], 1);
    niamey.erase(2);
    for (const json& place : file["places"])
        if (place["id"] == "niamey") world = place["world"];
    expectLine("niamey", joined({niamey, world}));
    expectLine("head of E29", joined({frame["heads"]["E29"]["at"]}));
    const json& camera = frame["camera"];
    expectLine("json camera", joined({camera["position"], camera["bearing"], camera["pitch"]}));
    expectLine("Nuke", numbersIn(written(tracks, ".chan")));
    const Numbers at = camera["position"];
    expectLine("Blender", {at[0], at[1], at[2], 0, 0, 0, 36});
    expectLine("After Effects", {100 * at[0], -100 * at[1], 0, 0, 0, 0, -100 * at[2], 0, 1620});
}

TEST(TracksPage, GivesTheRightNumbersOfATiltedCamera) {
    geo::MapView view;
    view.size = {1920, 1080};
    view.center = {100'000, -200'000};
    view.metresPerPixel = 1000;
    view.bearing = 30;
    view.pitch = 45;
    view.distance = 1620;
    const PinholeCamera camera = pinholeCamera(view, {0, 0});
    expectLine("target",
               {camera.ground.x, camera.ground.y, 0, camera.distance, camera.bearing, camera.pitch});
    expectLine("position", {camera.above().x, camera.above().y, camera.height()});
    const auto pixel = view.toPixels({300'000, 100'000});
    ASSERT_TRUE(pixel);
    expectLine("world 3 1 0", {pixel->x, pixel->y});
}

}  // namespace
}  // namespace video
