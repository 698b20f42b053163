// How large the overlay's text is, and what it stands on.
#include <gtest/gtest.h>

#include "small_film.h"
#include "ui/clear_space.h"
#include "ui/desktop_scale.h"
#include "ui/text_size.h"

using namespace ui;

TEST(DesktopScale, FollowsTheDisplaysDensity) {
    EXPECT_EQ(desktopScale({1, 96, {1920, 1080}, ""}), 1);
    EXPECT_EQ(desktopScale({1, 192, {2880, 1800}, ""}), 2);
    EXPECT_EQ(desktopScale({1, 157, {1920, 1080}, ""}), 1.5);
    EXPECT_EQ(desktopScale({1, 0, {1920, 1080}, ""}), 1);
}

TEST(DesktopScale, DoesNotBelieveEverything) {
    EXPECT_EQ(desktopScale({1, 5000, {1920, 1080}, ""}), 1);
    EXPECT_EQ(desktopScale({1, 110, {3840, 2160}, ""}), 1) << "40 inches are not read from nearby";
    EXPECT_EQ(desktopScale({1, 400, {1920, 1080}, ""}), 1) << "a display of 5 inches";
    EXPECT_EQ(desktopScale({2, 192, {2880, 1800}, "2"}), 1) << "the desktop scales windows itself";
}

TEST(DesktopScale, BelievesTheDesktopsOwnVariable) {
    EXPECT_EQ(desktopScale({1, 96, {1920, 1080}, "2"}), 2);
    EXPECT_EQ(desktopScale({1, 96, {1920, 1080}, "900"}), 4);
    EXPECT_EQ(desktopScale({1, 96, {1920, 1080}, "big"}), 1);
    EXPECT_EQ(desktopScale({1, 96, {1920, 1080}, "0"}), 1);
}

TEST(WindowLetters, GrowWithWindowDesktopAndWish) {
    EXPECT_EQ(windowLetters({1280, 720}), 15);
    EXPECT_EQ(windowLetters({1920, 1080}), 20);
    EXPECT_EQ(windowLetters({3840, 2160}), 40);
    EXPECT_EQ(windowLetters({1920, 1080}, {2, 1}), 30) << "as large as text elsewhere on the desktop";
    EXPECT_EQ(windowLetters({3840, 2160}, {2, 1}), 40) << "is so already";
    EXPECT_EQ(windowLetters({1920, 1080}, {1, 1.5}), 30);
    EXPECT_EQ(windowLetters({1280, 720}, {2, 4}), 32) << "panels must have room";
    EXPECT_EQ(windowLetters({320, 180}, {1, 1}), 15);
}

TEST(ClearSpace, IsWhatTheListLeaves) {
    small::Desk desk;
    EXPECT_TRUE(coveredByPanels(desk.session, {1280, 720}, 15).empty());
    desk.session.list = true;
    const auto boxes = coveredByPanels(desk.session, {1280, 720}, 15);
    ASSERT_EQ(boxes.size(), 1u);
    EXPECT_EQ(boxes[0].x, 0);
    EXPECT_EQ(boxes[0].right(), 40 * 15);
    EXPECT_TRUE(coveredByPanels(desk.session, {640, 360}, 15).empty()) << "nothing would be left";
    const auto above = coveredByPanels(desk.session, {1080, 1920}, 27);
    ASSERT_EQ(above.size(), 1u);
    EXPECT_LT(above[0].bottom(), 1920 * 0.5);
}
