#include "ui/ruler.h"

#include <gtest/gtest.h>

#include "small_film.h"
#include "ui/touch.h"

using namespace ui;
using small::Desk;

namespace {

struct RulerDesk : Desk {
    RulerDesk() { press(key('m')); }
    const Ruler& ruler() const { return session.browse.ruler; }
    void touch(Touching touching, base::Vec2 at) {
        if (const auto command = rulerCommand(session, touching, at, sight())) apply(*command);
    }
    void click(base::Vec2 at) {
        touch(Touching::Press, at);
        touch(Touching::Release, at);
    }
};

base::Vec2 pixelOf(const Desk& desk, base::LonLat at) {
    return desk.sight().view.toPixels(desk.projection.forward(at).value()).value();
}

}  // namespace

TEST(Ruler, MeasuresFromClickToClick) {
    RulerDesk desk;
    EXPECT_TRUE(desk.ruler().held);
    EXPECT_FALSE(rulerKm(desk.ruler()));
    desk.click(pixelOf(desk, {-0.04, 16.27}));
    desk.touch(Touching::Move, {700, 300});
    EXPECT_FALSE(desk.ruler().laid) << "the line follows the pointer";
    desk.click(pixelOf(desk, {2.1, 13.5}));
    EXPECT_TRUE(desk.ruler().laid);
    EXPECT_NEAR(rulerKm(desk.ruler()).value(), 384, 1) << "Gao to Niamey";
    desk.touch(Touching::Move, {0, 0});
    EXPECT_NEAR(rulerKm(desk.ruler()).value(), 384, 1);
    desk.click({100, 100});
    EXPECT_FALSE(desk.ruler().laid) << "a third click begins anew";
}

TEST(Ruler, MeasuresByDragging) {
    RulerDesk desk;
    desk.touch(Touching::Press, {100, 100});
    desk.touch(Touching::Move, {400, 100});
    desk.touch(Touching::Release, {400, 100});
    EXPECT_TRUE(desk.ruler().laid);
    EXPECT_GT(rulerKm(desk.ruler()).value(), 100);
}

TEST(Ruler, WorksFromKeysAtTheFramesCentre) {
    RulerDesk desk;
    desk.press(key('m', kControl));
    for (int i = 0; i < 5; ++i) desk.press(key(KeyName::Right, kShift));
    desk.press(key('m', kControl));
    EXPECT_TRUE(desk.ruler().laid);
    EXPECT_GT(rulerKm(desk.ruler()).value(), 100);
}

TEST(Ruler, StaysOnTheGroundWhileTheCameraMovesAndAfterTheNextStep) {
    RulerDesk desk;
    desk.click({500, 300});
    desk.click({700, 300});
    const Ruler before = desk.ruler();
    desk.press(key('+'));
    desk.press(key(KeyName::PageDown));
    EXPECT_EQ(desk.ruler().from, before.from);
    EXPECT_EQ(desk.ruler().to, before.to);
}

TEST(Ruler, IsPutAwayByItsKeyAndByEscape) {
    for (const Key& pressed : {key('m'), key(KeyName::Escape)}) {
        RulerDesk desk;
        desk.click({100, 100});
        desk.press(pressed);
        EXPECT_FALSE(desk.ruler().held);
        EXPECT_FALSE(desk.ruler().from);
        EXPECT_FALSE(desk.session.quit);
    }
}

TEST(Ruler, WritesKilometresInTheLanguage) {
    EXPECT_EQ(kilometresText(1234.4, "fr"), "1\u202f234\u00a0km");
    EXPECT_EQ(kilometresText(1234.4, "en"), "1,234\u00a0km");
    EXPECT_EQ(kilometresText(12.34, "fr"), "12,3\u00a0km");
    EXPECT_EQ(kilometresText(0, "en"), "0.0\u00a0km");
}

TEST(Ruler, IsDrawnAlongTheGreatCircle) {
    RulerDesk desk;
    desk.click({100, 360});
    desk.click({1200, 360});
    const auto pieces = rulerLine(desk.ruler(), desk.sight());
    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_NEAR(pieces[0].front().x, 100, 0.1);
    EXPECT_NEAR(pieces[0].back().x, 1200, 0.1);
    EXPECT_TRUE(rulerLine({}, desk.sight()).empty());
}

TEST(Touch, OneFingerIsLeftToThePointer) {
    Desk desk;
    Touch touch;
    touch.press(1, {300, 300});
    EXPECT_FALSE(touch.isGesture());
    EXPECT_FALSE(touch.move(1, {400, 300}, desk.sight()));
}

TEST(Touch, TwoFingersKeepTheGroundUnderThem) {
    Desk desk;
    Touch touch;
    const base::Vec2 a{500, 300}, b{700, 300}, c{900, 420};
    const auto groundA = desk.sight().view.toPlane(a).value(), groundB = desk.sight().view.toPlane(b).value();
    touch.press(1, a);
    touch.press(2, b);
    EXPECT_TRUE(touch.isGesture());
    desk.apply(touch.move(2, c, desk.sight()).value());
    const base::Vec2 nowA = desk.sight().view.toPixels(groundA).value();
    const base::Vec2 nowB = desk.sight().view.toPixels(groundB).value();
    EXPECT_NEAR(nowA.x, a.x, 1);
    EXPECT_NEAR(nowA.y, a.y, 1);
    EXPECT_NEAR(nowB.x, c.x, 1);
    EXPECT_NEAR(nowB.y, c.y, 1);
}

TEST(Touch, IsAGestureUntilTheLastFingerLeaves) {
    Desk desk;
    Touch touch;
    touch.press(1, {500, 300});
    touch.press(2, {700, 300});
    touch.release(1);
    EXPECT_TRUE(touch.isGesture());
    EXPECT_FALSE(touch.move(2, {800, 300}, desk.sight()));
    touch.release(2);
    EXPECT_FALSE(touch.isGesture());
}

TEST(Touch, StopsAtTheSameWidthsAsTheWheel) {
    Desk desk;
    const base::Vec2 from[2] = {{600, 360}, {680, 360}}, to[2] = {{0, 360}, {1280, 360}};
    geo::Camera camera = desk.filmCamera;
    for (int i = 0; i < 5; ++i)
        camera = pinched({desk.projection, geo::makeView(desk.projection, camera, desk.size)}, from, to);
    EXPECT_NEAR(camera.widthKm, kNearestKm, 1e-6);
}
