#include "picture/fan.h"

#include <gtest/gtest.h>

#include <cmath>

using picture::fannedOut;
using picture::Spoke;

TEST(Fan, LeavesAloneWhatHasRoom) {
    EXPECT_EQ(fannedOut({{10, 25}, {100, 85}, {200, 200}}, 24, 55), (std::vector<double>{15, -15, 0}));
    EXPECT_TRUE(fannedOut({}, 24, 55).empty());
    EXPECT_EQ(fannedOut({{350, 5}}, 24, 55), (std::vector<double>{15}));
}

TEST(Fan, NeverTurnsTheOrderRound) {
    // Wished the wrong way round: they part at their middle instead.
    const auto set = fannedOut({{200, 215}, {210, 195}}, 24, 55);
    EXPECT_NEAR(200 + set[0], 193, 1e-9);
    EXPECT_NEAR(210 + set[1], 217, 1e-9);
}

TEST(Fan, KeepsItsGapAcrossNorthToo) {
    const auto set = fannedOut({{2, 2}, {355, 355}}, 24, 55);
    EXPECT_NEAR(std::remainder((2 + set[0]) - (355 + set[1]), 360.0), 24, 1e-9);
}

TEST(Fan, GivesWhatRoomThereIs) {
    std::vector<Spoke> crowd;
    for (int i = 0; i < 8; ++i) crowd.push_back({40.0, 40.0});
    const auto set = fannedOut(crowd, 24, 55);
    for (std::size_t i = 1; i < set.size(); ++i) EXPECT_GT(set[i] - set[i - 1], 12);
    EXPECT_GE(set.front(), -55);
    EXPECT_LE(set.back(), 55);
    std::vector<Spoke> wheel;
    for (int i = 0; i < 30; ++i) wheel.push_back({i * 12.0, i * 12.0});
    for (const double lift : fannedOut(wheel, 24, 55)) EXPECT_NEAR(lift, 0, 6);
}
