#include "base/color_vision.h"

#include <gtest/gtest.h>

using base::Color;
using base::Vision;

namespace {

constexpr Vision kAll[] = {Vision::Deutan, Vision::Protan, Vision::Tritan, Vision::Grey};

std::string seen(const char* color, Vision vision) {
    return base::toString(base::simulated(*base::parseColor(color), vision));
}

}  // namespace

TEST(ColorVision, GreysStayAsTheyAre) {
    for (const Vision vision : kAll) {
        for (const char* grey : {"#000000", "#ffffff", "#808080"}) EXPECT_EQ(seen(grey, vision), grey);
    }
}

TEST(ColorVision, PureColoursBecomeWhatTheMatricesSay) {
    // The first column of each matrix as sRGB: 0.152286 of light is 0.427 of a component, and so on.
    EXPECT_EQ(seen("#ff0000", Vision::Protan), "#6d5f00");
    EXPECT_EQ(seen("#ff0000", Vision::Deutan), "#a39000");
    EXPECT_EQ(seen("#ff0000", Vision::Tritan), "#ff000f");
    EXPECT_EQ(seen("#0000ff", Vision::Deutan), "#003dfb");
    EXPECT_EQ(seen("#00ff00", Vision::Grey), "#dcdcdc");
}

TEST(ColorVision, AlphaStays) {
    EXPECT_FLOAT_EQ(base::simulated({1, 0, 0, 0.25F}, Vision::Deutan).a, 0.25F);
}

TEST(ColorVision, RedAndGreenComeNearerToEachOtherForTheRedGreenBlind) {
    const Color red = *base::parseColor("#c04030"), green = *base::parseColor("#60803a");
    const double plain = base::difference(red, green);
    EXPECT_LT(base::difference(base::simulated(red, Vision::Deutan), base::simulated(green, Vision::Deutan)),
              plain * 0.6);
}

TEST(ColorVision, APictureIsSimulatedPixelByPixelAndKeepsItsAlpha) {
    const base::Image image{2, 1, 4, {255, 0, 0, 255, 128, 128, 128, 7}};
    const base::Image result = base::simulated(image, Vision::Protan);
    EXPECT_EQ(result.bytes, (std::vector<std::uint8_t>{0x6d, 0x5f, 0, 255, 128, 128, 128, 7}));
}

TEST(ColorVision, TheDifferenceOfBlackAndWhiteIsAHundred) {
    EXPECT_NEAR(base::difference({0, 0, 0, 1}, {1, 1, 1, 1}), 100, 0.1);
    EXPECT_EQ(base::difference({0.5F, 0.2F, 0.1F, 1}, {0.5F, 0.2F, 0.1F, 1}), 0);
}
