#include "ui/roaming.h"

#include <gtest/gtest.h>

#include "small_film.h"

using namespace ui;
using small::Desk;

namespace {

const geo::Camera kHere{{2, 14}, 900, 0, 0}, kThere{{5, 14}, 900, 0, 0};

}  // namespace

TEST(Roaming, NamesSettleWhereTheCameraStandsAndLetGoWhenItMoves) {
    Roaming roaming;
    settle(roaming, kHere, 0.1);
    EXPECT_FALSE(roaming.rest) << "a hand halts for moments";
    settle(roaming, kHere, kHaltSeconds + kSettleSeconds / 2 - 0.1);
    ASSERT_TRUE(roaming.rest);
    EXPECT_NEAR(roaming.rest->share, 0.5, 1e-9);
    EXPECT_TRUE(isSettling(roaming));
    settle(roaming, kHere, 10);
    EXPECT_EQ(roaming.rest, (picture::Rest{kHere, 1}));
    EXPECT_FALSE(isSettling(roaming));
    settle(roaming, kThere, kUnsettleSeconds / 2);
    EXPECT_EQ(roaming.rest->camera, kHere);
    EXPECT_NEAR(roaming.rest->share, 0.5, 1e-9);
    settle(roaming, kThere, 10);
    EXPECT_EQ(roaming.rest, (picture::Rest{kThere, 1}));
    settle(roaming, std::nullopt, 10);
    EXPECT_FALSE(roaming.rest || isSettling(roaming)) << "it flies";
}

TEST(Roaming, TimeMayPassInAnySteps) {
    Roaming whole, steps;
    for (const auto& [camera, seconds] :
         {std::pair{kHere, 0.41}, {kThere, 0.35}, {kHere, 0.1}, {kThere, 0.3}}) {
        settle(whole, camera, seconds);
        for (int i = 0; i < 10; ++i) settle(steps, camera, seconds / 10);
    }
    ASSERT_TRUE(whole.rest && steps.rest);
    EXPECT_EQ(whole.rest->camera, steps.rest->camera);
    EXPECT_NEAR(whole.rest->share, steps.rest->share, 1e-9);
}

TEST(Roaming, AStoppedStoryIsIdleOnceNamesHaveSettled) {
    Desk desk;
    desk.press(key('k'));
    desk.press(key('+'));
    advance(desk.session, 0.1);
    EXPECT_FALSE(isIdle(desk.session));
    advance(desk.session, 1);
    EXPECT_TRUE(isIdle(desk.session));
    ASSERT_TRUE(desk.session.roaming.rest);
    desk.press(key('r'));
    advance(desk.session, 0.1);
    EXPECT_TRUE(desk.session.roaming.rest) << "they let go while it flies home";
    advance(desk.session, 1);
    EXPECT_FALSE(desk.session.roaming.rest);
    EXPECT_TRUE(isIdle(desk.session));
}
