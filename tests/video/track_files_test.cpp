// Tracks read back from their files, and projected with the conventions that docs/tracks.md gives: nothing
// here uses the program's own camera.
#include "video/track_files.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "video/track_stage.h"

namespace video {
namespace {

using base::Vec2;
using nlohmann::json;

using Vec3 = std::array<double, 3>;
using Matrix = std::array<Vec3, 3>;  // rows

constexpr base::Size kSize{320, 180};
constexpr double kNear = 0.05;  // pixels

// Turns by the right hand about axis 0, 1 or 2.
Matrix turn(int axis, double degrees) {
    const double c = std::cos(base::radians(degrees)), s = std::sin(base::radians(degrees));
    if (axis == 0) return {{{1, 0, 0}, {0, c, -s}, {0, s, c}}};
    if (axis == 1) return {{{c, 0, s}, {0, 1, 0}, {-s, 0, c}}};
    return {{{c, -s, 0}, {s, c, 0}, {0, 0, 1}}};
}

Matrix operator*(const Matrix& a, const Matrix& b) {
    Matrix product{};
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 3; ++c)
            for (std::size_t k = 0; k < 3; ++k) product[r][c] += a[r][k] * b[k][c];
    return product;
}

Vec3 times(const Matrix& m, const Vec3& v) {
    Vec3 result{};
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t k = 0; k < 3; ++k) result[r] += m[r][k] * v[k];
    return result;
}

// A point in the axes of a camera that was turned by `m` and moved to `at`.
Vec3 inCamera(const Matrix& m, const Vec3& at, const Vec3& point) {
    Vec3 result{};
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t k = 0; k < 3; ++k) result[c] += m[k][c] * (point[k] - at[k]);
    return result;
}

// A camera that looks along -z with y up, as in Nuke and Blender.
std::optional<Vec2> seen(const Vec3& p, double verticalFov) {
    if (p[2] >= 0) return std::nullopt;
    const double focal = kSize.h / 2.0 / std::tan(base::radians(verticalFov) / 2);
    return Vec2{kSize.w / 2.0 + focal * p[0] / -p[2], kSize.h / 2.0 - focal * p[1] / -p[2]};
}

const Tracks& tracks() {
    static const Tracks made = tracksOf(tiltedFilm(), trackOptions(kSize, {5, 1}));
    return made;
}

const json& inJson() {
    static const json read = json::parse(written(tracks(), ".json"));
    return read;
}

Vec2 pixelIn(const json& array) {
    return {array.at(0), array.at(1)};
}

// Compares `project(frame index, world x, world y)` with the screen positions in the JSON, and counts them.
template <class Project>
int compare(const Project& project) {
    int count = 0;
    const json& file = inJson();
    for (std::size_t i = 0; i < file["frames"].size(); ++i) {
        const json& frame = file["frames"][i];
        const auto check = [&](const json& world, const json& at) {
            if (world.is_null() || at.is_null()) return;
            const std::optional<Vec2> p = project(i, world.at(0).get<double>(), world.at(1).get<double>());
            ASSERT_TRUE(p) << frame["frame"];
            // Far outside the frame the digits of the files weigh more.
            const double far = std::max(1.0, base::length(pixelIn(at)) / 1e4);
            EXPECT_LT(base::length(*p - pixelIn(at)), kNear * far) << frame["frame"] << " " << frame["cue"];
            ++count;
        };
        for (const json& place : file["places"])
            check(place["world"], frame["places"][place["id"].get<std::string>()]);
        for (const json& head : frame["heads"]) check(head["world"], head["at"]);
    }
    return count;
}

TEST(TrackFiles, JsonSaysWhereEverythingIs) {
    const json& file = inJson();
    EXPECT_EQ(file["format"], "harmattan-tracks");
    EXPECT_EQ(file["size"], json::array({320, 180}));
    EXPECT_EQ(file["fps"], json::array({5, 1}));
    EXPECT_EQ(file["last_frame"], tracks().last());
    EXPECT_EQ(file["places"][2]["name"], kNastyName);
    ASSERT_EQ(file["frames"].size(), tracks().frames.size());
    bool inside = false, outside = false, tilts = false, flies = false;
    for (std::size_t i = 0; i < tracks().frames.size(); ++i) {
        const json& frame = file["frames"][i];
        const geo::MapView& shown = tracks().frames[i].view;
        tilts = tilts || (shown.pitch > 40 && shown.bearing == 30);
        flies = flies || (shown.pitch > 25 && shown.pitch < 40);
        EXPECT_NEAR(frame["time_s"].get<double>(), double(i) / 5, 1e-9);
        const json& camera = frame["camera"];
        const geo::Camera told{pixelIn(camera["center"]).x, pixelIn(camera["center"]).y,
                               camera["width_km"].get<double>(), camera["bearing"].get<double>(),
                               camera["pitch"].get<double>()};
        const auto& world = trackWorld(tiltedFilm().projection);
        const geo::MapView view = geo::makeView(world.projection, told, kSize);
        for (const PlaceTrack& place : tracks().places) {
            const json& at = frame["places"][place.id];
            const auto expected = view.toPixels(*place.plane);
            if (at.is_null() || !expected) continue;
            const double far = std::max(1.0, base::length(*expected) / 1e4);
            EXPECT_LT(base::length(*expected - pixelIn(at)), kNear * far)
                << place.id << " " << frame["frame"];
            EXPECT_EQ(at.at(2), isInFrame(*expected, kSize) ? 1 : 0);
            (at.at(2) == 1 ? inside : outside) = true;
        }
    }
    EXPECT_TRUE(tilts);
    EXPECT_TRUE(flies);
    EXPECT_TRUE(inside);
    EXPECT_TRUE(outside);
}

TEST(TrackFiles, JsonCameraLooksFromItsPositionAtItsTarget) {
    EXPECT_GT(compare([](std::size_t i, double x, double y) -> std::optional<Vec2> {
                  const json& camera = inJson()["frames"][i]["camera"];
                  const Vec3 at = camera["position"], target = camera["target"];
                  const double turned = camera["bearing"];
                  const Matrix m = turn(2, -turned) * turn(0, camera["pitch"]);
                  const Vec3 middle = inCamera(m, at, target);
                  EXPECT_NEAR(middle[0], 0, 1e-7);
                  EXPECT_NEAR(middle[1], 0, 1e-7);
                  return seen(inCamera(m, at, {x, y, 0}), inJson()["vfov_deg"]);
              }),
              100);
}

// docs/tracks.md: x east, y up, z south; rotation order ZXY, so Ry Rx Rz; looks along -z.
TEST(TrackFiles, ChanCameraSeesWhatTheMapShows) {
    std::istringstream text(written(tracks(), ".chan"));
    std::vector<std::array<double, 8>> lines;
    for (std::string line; std::getline(text, line);) {
        std::istringstream columns(line);
        std::array<double, 8> row{};
        for (double& value : row) ASSERT_TRUE(columns >> value) << line;
        std::string rest;
        EXPECT_FALSE(columns >> rest) << line;
        EXPECT_EQ(row[0], double(lines.size() + 1));
        lines.push_back(row);
    }
    ASSERT_EQ(lines.size(), tracks().frames.size());
    EXPECT_GT(compare([&](std::size_t i, double x, double y) {
                  const auto& row = lines[i];
                  const Matrix m = turn(1, row[5]) * turn(0, row[4]) * turn(2, row[6]);
                  return seen(inCamera(m, {row[1], row[2], row[3]}, {x, 0, -y}), row[7]);
              }),
              100);
}

// The arguments of each call of `function` in a script, where they are all literals of JSON too.
std::vector<json> callsOf(const std::string& script, const std::string& function) {
    std::vector<json> calls;
    const std::string call = "        " + function + "(";
    for (std::size_t at = script.find(call); at != std::string::npos; at = script.find(call, at + 1)) {
        const std::size_t from = at + call.size();
        calls.push_back(json::parse("[" + script.substr(from, script.find(");\n", from) - from) + "]"));
    }
    return calls;
}

// What a list holds for a frame (from 0) of `runs`; null where it has nothing.
json valueAt(const json& runs, const json& list, std::size_t width, std::int64_t frame) {
    std::size_t at = 0;
    for (const json& run : runs) {
        for (std::int64_t f = run.at(0); f <= run.at(1); ++f, at += width) {
            if (f != frame) continue;
            json value = json::array();
            for (std::size_t k = 0; k < width; ++k) value.push_back(list.at(at + k));
            return value;
        }
    }
    return nullptr;
}

std::size_t framesIn(const json& runs) {
    std::size_t count = 0;
    for (const json& run : runs) count += run.at(1).get<std::size_t>() - run.at(0).get<std::size_t>() + 1;
    return count;
}

TEST(TrackFiles, AfterEffectsHasANullForEachPlaceAndHead) {
    const std::string script = written(tracks(), ".jsx");
    EXPECT_TRUE(
        std::all_of(script.begin(), script.end(), [](char c) { return c == '\n' || (c >= ' ' && c < 127); }));
    const auto points = callsOf(script, "addPoint");
    ASSERT_EQ(points.size(), tracks().heads.size() + tracks().places.size());
    EXPECT_EQ(points.back()[0], kNastyName);
    for (const json& point : points) {
        EXPECT_EQ(point[3].size(), 2 * framesIn(point[2]));
        EXPECT_EQ(point[5].size(), framesIn(point[4]));
        for (const json& opacity : point[5]) EXPECT_TRUE(opacity >= 0 && opacity <= 100);
    }
    const json& niamey = points.back();
    for (std::size_t i = 0; i < tracks().frames.size(); ++i) {
        const json& at = inJson()["frames"][i]["places"]["niamey"];
        const json position = valueAt(niamey[2], niamey[3], 2, std::int64_t(i));
        ASSERT_EQ(position.is_null(), at.is_null());
        if (at.is_null()) continue;
        EXPECT_LT(base::length(pixelIn(position) - pixelIn(at)), kNear);
    }
    // A head is not opaque in the frames next to those that show it.
    const json& head = points.front();
    EXPECT_EQ(head[0], "E1 Russie");
    EXPECT_EQ(head[5].front(), 0);
    EXPECT_EQ(head[5].back(), 0);
    EXPECT_EQ(framesIn(head[4]), framesIn(head[2]) + 2);
}

// docs/tracks.md: x east, y south, z down, 100 pixels a unit; the camera hangs on a null that turns about z.
TEST(TrackFiles, AfterEffectsCameraSeesWhatTheMapShows) {
    const auto calls = callsOf(written(tracks(), ".jsx"), "addCamera");
    ASSERT_EQ(calls.size(), 1u);
    const json& camera = calls.front();
    const std::size_t frames = tracks().frames.size();
    ASSERT_EQ(camera[0].size(), 3 * frames);
    ASSERT_EQ(camera[1].size(), frames);
    ASSERT_EQ(camera[2].size(), 3 * frames);
    ASSERT_EQ(camera[3].size(), frames);
    EXPECT_EQ(camera[4], 270);
    EXPECT_GT(compare([&](std::size_t i, double x, double y) -> std::optional<Vec2> {
                  const auto triple = [&](const json& list) {
                      return Vec3{list[3 * i], list[3 * i + 1], list[3 * i + 2]};
                  };
                  const Matrix ground = turn(2, camera[1][i]);
                  Vec3 at = times(ground, triple(camera[2]));
                  for (std::size_t k = 0; k < 3; ++k) at[k] += triple(camera[0])[k];
                  const Vec3 p = inCamera(ground * turn(0, camera[3][i]), at, {100 * x, -100 * y, 0});
                  if (p[2] <= 0) return std::nullopt;
                  const double zoom = camera[4];
                  return Vec2{kSize.w / 2.0 + zoom * p[0] / p[2], kSize.h / 2.0 + zoom * p[1] / p[2]};
              }),
              100);
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from);
    EXPECT_NE(begin, std::string::npos) << from;
    const std::size_t end = text.find(to, begin + from.size());
    return text.substr(begin + from.size(), end - begin - from.size());
}

// docs/tracks.md: x east, y north, z up; rotation mode XYZ, so Rz Ry Rx; looks along -z.
TEST(TrackFiles, BlenderCameraSeesWhatTheMapShows) {
    const std::string script = written(tracks(), ".py");
    EXPECT_TRUE(
        std::all_of(script.begin(), script.end(), [](char c) { return c == '\n' || (c >= ' ' && c < 127); }));
    const json camera = json::parse("[" + between(script, "\nCAMERA = [", "]") + "]");
    ASSERT_EQ(camera.size(), 5 * tracks().frames.size());
    EXPECT_EQ(between(script, "\nSIZE = ", "\n"), "(320, 180)");
    EXPECT_EQ(between(script, "\nFRAMES = ", "\n"), "(1, " + std::to_string(tracks().last()) + ")");
    EXPECT_EQ(between(script, "\nFOCAL = ", " "), "270");
    EXPECT_NE(script.find(R"(    ("niamey", "Nia\"mey'\\ \u000a*/ \u00e9\u2028 \U0001f600", )"),
              std::string::npos);
    const double verticalFov = base::degrees(2 * std::atan(0.5 / 1.5));  // of a lens of 1.5 sensor heights
    EXPECT_GT(compare([&](std::size_t i, double x, double y) {
                  const auto number = [&](std::size_t k) { return camera[5 * i + k].get<double>(); };
                  const Matrix m = turn(2, -number(4)) * turn(0, number(3));
                  return seen(inCamera(m, {number(0), number(1), number(2)}, {x, y, 0}), verticalFov);
              }),
              100);
}

TEST(TrackFiles, BlenderEmptiesStandWhereTheJsonSays) {
    const std::string script = written(tracks(), ".py");
    for (const json& place : inJson()["places"]) {
        const std::string line = between(script, "    (" + place["id"].dump() + ", ", ")");
        const std::string numbers = line.substr(line.rfind(", ", line.rfind(", ") - 1) + 2);
        const json at = json::parse("[" + numbers + "]");
        EXPECT_NEAR(at[0].get<double>(), place["world"][0].get<double>(), 1e-9);
        EXPECT_NEAR(at[1].get<double>(), place["world"][1].get<double>(), 1e-9);
    }
    const std::string head = between(script, "    (\"E1\", \"E1 Russie\", ", "),\n");
    const std::size_t cut = head.find("]],\n") + 2;
    const json runs = json::parse(head.substr(0, cut)), places = json::parse(head.substr(cut + 1));
    int count = 0;
    for (std::size_t i = 0; i < tracks().frames.size(); ++i) {
        const json& heads = inJson()["frames"][i]["heads"];
        const json at = valueAt(runs, places, 2, std::int64_t(i));
        if (!heads.contains("E1") || heads["E1"]["world"].is_null()) {
            EXPECT_TRUE(at.is_null());
            continue;
        }
        EXPECT_LT(base::length(pixelIn(at) - pixelIn(heads["E1"]["world"])), 1e-8);
        ++count;
    }
    EXPECT_GT(count, 10);
}

}  // namespace
}  // namespace video
