#include "picture/scaled_picture.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "picture/scene.h"
#include "stage.h"

namespace {

using picture::Picture;
using Json = nlohmann::json;

Picture somePicture(base::Size size) {
    const film::Film film = smallFilm();
    return picture::pictureAt(film, world(), fonts(), film::endOfCue(film, 1), {}, optionsFor(size));
}

// Every number below these keys is a length.
void expectTwice(const Json& once, const Json& twice, const std::string& key, const std::string& where) {
    const bool isLength = key == "size" || key == "box" || key == "points" || key == "x" || key == "y" ||
                          key == "radius" || key == "width_px";
    if (once.is_number()) {
        const double expected = once.get<double>() * (isLength ? 2 : 1);
        EXPECT_NEAR(twice.get<double>(), expected, 1e-9 * std::max(1.0, std::abs(expected))) << where;
    } else if (once.is_structured()) {
        ASSERT_EQ(once.size(), twice.size()) << where;
        for (const auto& item : once.items()) {
            const auto& other = once.is_array() ? twice[std::stoul(item.key())] : twice.at(item.key());
            expectTwice(item.value(), other, once.is_array() ? key : item.key(), where + "/" + item.key());
        }
    } else {
        EXPECT_EQ(once, twice) << where;
    }
}

}  // namespace

TEST(ScaledPicture, ByOneIsTheSamePicture) {
    const Picture picture = somePicture({1280, 720});
    EXPECT_EQ(picture::scaled(picture, 1), picture);
}

TEST(ScaledPicture, ThereAndBackIsTheSamePicture) {
    const Picture picture = somePicture({1280, 720});
    EXPECT_EQ(picture::scaled(picture::scaled(picture, 4), 0.25), picture);
}

TEST(ScaledPicture, ByTwoEveryLengthDoublesAndNothingElseChanges) {
    const Picture picture = somePicture({1280, 720}), twice = picture::scaled(picture, 2);
    ASSERT_FALSE(picture.arrows.empty() || picture.labels.empty() || picture.panels.empty());
    expectTwice(Json::parse(picture::toJson(picture)), Json::parse(picture::toJson(twice)), "", "");
}

TEST(ScaledPicture, LooksAsOneThatWasLaidOutForThatSize) {
    // Lengths follow the frame's shorter side: what is drawn with is what the larger scene draws with.
    const Picture scaled = picture::scaled(somePicture({960, 540}), 2), laidOut = somePicture({1920, 1080});
    EXPECT_EQ(scaled.ground.style, laidOut.ground.style);
    EXPECT_EQ(scaled.arrowStyle, laidOut.arrowStyle);
    EXPECT_NEAR(scaled.ground.view.distance, laidOut.ground.view.distance, 1e-9);
    EXPECT_NEAR(scaled.ground.view.metresPerPixel / laidOut.ground.view.metresPerPixel, 1, 0.05);
}

TEST(ScaledPicture, TheGroundStaysUnderWhatIsDrawnOnItWhereTheSizeIsRounded) {
    const Picture picture = somePicture({1283, 721});
    for (const double factor : {0.37, 1.5, 2.613}) {
        const Picture other = picture::scaled(picture, factor);
        EXPECT_EQ(other.size, (base::Size{static_cast<int>(std::lround(1283 * factor)),
                                          static_cast<int>(std::lround(721 * factor))}));
        for (std::size_t i = 0; i < picture.arrows.size(); ++i) {
            const auto before = picture.ground.view.toPlane(picture.arrows[i].points.front());
            const auto after = other.ground.view.toPlane(other.arrows[i].points.front());
            EXPECT_NEAR(before->x, after->x, 1e-3);
            EXPECT_NEAR(before->y, after->y, 1e-3);
        }
    }
}
