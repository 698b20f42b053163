#include "ui/navigation.h"

#include <gtest/gtest.h>

#include "small_film.h"
#include "ui/pointer.h"

using namespace ui;
using base::Vec2;
using small::Desk;

namespace {

// Where the ground that `before` shows under `pixel` is shown by `camera`.
Vec2 followed(const Desk& desk, const Sight& before, Vec2 pixel, const geo::Camera& camera) {
    const geo::MapView after = geo::makeView(desk.projection, camera, desk.size);
    return after.toPixels(before.view.toPlane(pixel).value()).value();
}

void expectSame(Vec2 a, Vec2 b, double within) {
    EXPECT_NEAR(a.x, b.x, within);
    EXPECT_NEAR(a.y, b.y, within);
}

}  // namespace

TEST(Navigation, ZoomKeepsTheGroundUnderThePointer) {
    for (const double pitch : {0.0, 45.0}) {
        for (const double factor : {1.2, 0.5, 6.0}) {
            Desk desk;
            desk.filmCamera.pitch = pitch;
            desk.filmCamera.bearing = 30;
            const Vec2 pixel{200, 500};
            const Sight before = desk.sight();
            expectSame(followed(desk, before, pixel, zoomed(before, pixel, factor)), pixel, 0.05);
        }
    }
}

TEST(Navigation, ZoomStopsAtItsLimitsAndStillKeepsTheGround) {
    Desk desk;
    const Sight before = desk.sight();
    const Vec2 pixel{900, 300};
    const geo::Camera near = zoomed(before, pixel, 1e6), far = zoomed(before, {640, 360}, 1e-6);
    EXPECT_NEAR(near.widthKm, kNearestKm, 0.5);
    EXPECT_LE(far.widthKm, kFarthestKm);
    EXPECT_GT(far.widthKm, kFarthestKm * 0.98);
    expectSame(followed(desk, before, pixel, near), pixel, 1);
}

TEST(Navigation, ZoomInAndOutAgainComesBack) {
    Desk desk;
    const Sight before = desk.sight();
    const geo::Camera in = zoomed(before, {100, 100}, 2);
    const geo::Camera out =
        zoomed({desk.projection, geo::makeView(desk.projection, in, desk.size)}, {100, 100}, 0.5);
    EXPECT_NEAR(out.widthKm, desk.filmCamera.widthKm, 1e-6);
    EXPECT_NEAR(out.center.lon, desk.filmCamera.center.lon, 1e-6);
    EXPECT_NEAR(out.center.lat, desk.filmCamera.center.lat, 1e-6);
}

TEST(Navigation, PanMovesThePictureByThePixels) {
    Desk desk;
    const Sight before = desk.sight();
    expectSame(followed(desk, before, {640, 360}, panned(before, {50, -20})), {690, 340}, 0.05);
}

TEST(Navigation, TiltStaysWithinItsRange) {
    Desk desk;
    EXPECT_EQ(turned(desk.sight(), 0, 500).pitch, kSteepest);
    EXPECT_EQ(turned(desk.sight(), 0, -500).pitch, 0);
    EXPECT_NEAR(turned(desk.sight(), 350, 0).bearing, -10, 1e-9);
}

TEST(Navigation, AFlightMeetsBothItsEnds) {
    Desk desk;
    const geo::Camera a{{2, 13}, 800, 10, 20}, b{{37, 55}, 4000, -170, 0};
    EXPECT_EQ(between(desk.projection, a, b, 0, desk.size), a);
    EXPECT_EQ(between(desk.projection, a, b, 1, desk.size), b);
    EXPECT_NEAR(between(desk.projection, a, b, 1 - 1e-9, desk.size).widthKm, b.widthKm, 1e-3);
}

TEST(Navigation, StaysWhereItIsWhenThereIsNoGroundToGoTo) {
    Desk desk;
    const geo::Camera there = panned(desk.sight(), {1e9, 0});
    EXPECT_NEAR(there.center.lon, desk.filmCamera.center.lon, 1e-9);
    EXPECT_NEAR(there.widthKm, desk.filmCamera.widthKm, 1e-6);
}

TEST(Pointer, DragTakesTheGroundAlong) {
    Desk desk;
    Pointer pointer;
    const Sight before = desk.sight();
    EXPECT_FALSE(pointer.press(Button::Left, 1, {300, 300}, before));
    // Several movements before the next picture: none of them is lost.
    desk.apply(pointer.move({310, 305}, desk.sight()).value());
    const Command last = pointer.move({400, 350}, before).value();
    expectSame(followed(desk, before, {300, 300}, last.camera.value()), {400, 350}, 0.05);
    pointer.release(Button::Left);
    EXPECT_FALSE(pointer.move({500, 500}, before));
}

TEST(Pointer, WheelZoomsAtThePointer) {
    Desk desk;
    const Pointer pointer;
    const Sight before = desk.sight();
    const Command in = pointer.wheel(1, {1000, 200}, before).value();
    EXPECT_LT(in.camera.value().widthKm, desk.filmCamera.widthKm);
    expectSame(followed(desk, before, {1000, 200}, *in.camera), {1000, 200}, 0.05);
    EXPECT_FALSE(pointer.wheel(0, {1000, 200}, before));
}

TEST(Pointer, DoubleClickFliesToThePoint) {
    Desk desk;
    Pointer pointer;
    const Sight before = desk.sight();
    const Command there = pointer.press(Button::Left, 2, {900, 500}, before).value();
    EXPECT_EQ(there.id, CommandId::Fly);
    expectSame(followed(desk, before, {900, 500}, there.camera.value()), {640, 360}, 0.05);
    desk.apply(there);
    ASSERT_TRUE(desk.session.flight);
    EXPECT_EQ(modeOf(desk.session), Mode::Detour);
}

TEST(Pointer, RightDragTiltsAndTurns) {
    Desk desk;
    Pointer pointer;
    (void)pointer.press(Button::Right, 1, {600, 400}, desk.sight());
    const geo::Camera camera = pointer.move({700, 300}, desk.sight()).value().camera.value();
    EXPECT_GT(camera.pitch, 0);
    EXPECT_NE(camera.bearing, 0);
}
