#include "geo/map_view.h"

#include <gtest/gtest.h>

#include <vector>

namespace geo {
namespace {

using base::Vec2;

constexpr base::Size kFrame{1920, 1080};

Projection sahel() {
    return std::move(*Projection::make("+proj=laea +lat_0=24 +lon_0=9"));
}

std::vector<Camera> cameras() {
    std::vector<Camera> all;
    for (const double bearing : {0.0, 30.0, -120.0, 180.0}) {
        for (const double pitch : {0.0, 25.0, 60.0}) all.push_back({{2.1, 15.2}, 4300, bearing, pitch});
    }
    return all;
}

void expectNear(Vec2 a, Vec2 b, double tolerance) {
    EXPECT_NEAR(a.x, b.x, tolerance);
    EXPECT_NEAR(a.y, b.y, tolerance);
}

TEST(MapView, PutsTheCameraCentreInTheMiddleOfTheFrame) {
    const Projection projection = sahel();
    for (const Camera& camera : cameras()) {
        const auto pixel = makeView(projection, camera, kFrame).toPixels(*projection.forward(camera.center));
        ASSERT_TRUE(pixel);
        expectNear(*pixel, {960, 540}, 1e-9);
    }
}

TEST(MapView, ReturnsFromPixelsToPlaneAndBack) {
    for (const Camera& camera : cameras()) {
        const MapView view = makeView(sahel(), camera, kFrame);
        for (const Vec2 pixel :
             {Vec2{0, 0}, Vec2{1920, 0}, Vec2{0, 1080}, Vec2{1920, 1080}, Vec2{960, 20}, Vec2{13, 777}}) {
            const auto plane = view.toPlane(pixel);
            ASSERT_TRUE(plane);
            const auto back = view.toPixels(*plane);
            ASSERT_TRUE(back);
            expectNear(*back, pixel, 1e-6);
        }
    }
}

TEST(MapView, HasTheFormulasOfItsHeader) {
    MapView view{kFrame, {1000, 2000}, 10, 0, 60, 1620};
    // 100 pixels right and 200 up of the centre, seen from above.
    const double w = 1 + 200 * std::sqrt(0.75) / 1620;
    expectNear(*view.toPixels({1000 + 1000, 2000 + 2000}), {960 + 100 / w, 540 - 200 * 0.5 / w}, 1e-9);
}

TEST(MapView, HasTheWidthOfItsCameraOnTheGround) {
    const Projection projection = sahel();
    const MapView view = makeView(projection, {{9, 24}, 3000, 0, 0}, kFrame);
    EXPECT_NEAR(view.metresPerPixel * 1920, 3e6, 100);
    EXPECT_EQ(view.distance, 1620);
}

TEST(MapView, TurnsTheMapAgainstTheBearing) {
    // Looking east (bearing 90), north lies to the left.
    const MapView view{kFrame, {0, 0}, 1000, 90, 0, 1620};
    expectNear(*view.toPixels({0, 100'000}), {860, 540}, 1e-9);
    expectNear(*view.toPixels({100'000, 0}), {960, 440}, 1e-9);
}

TEST(MapView, ShowsNothingBehindTheViewerOrAboveTheHorizon) {
    const MapView view{kFrame, {0, 0}, 1000, 0, 60, 1620};
    EXPECT_FALSE(view.toPixels({0, -3e6}));
    EXPECT_FALSE(view.toPlane({960, -2000}));
    EXPECT_TRUE(view.toPlane({960, 0}));
}

TEST(MapView, IsDeterminedByItsCameraAndTheReverse) {
    const Projection projection = sahel();
    for (const Camera& camera : cameras()) {
        const Camera back = cameraOf(projection, makeView(projection, camera, kFrame));
        EXPECT_NEAR(back.center.lon, camera.center.lon, 1e-7);
        EXPECT_NEAR(back.center.lat, camera.center.lat, 1e-7);
        EXPECT_NEAR(back.widthKm, camera.widthKm, 1e-4);
        EXPECT_EQ(back.bearing, camera.bearing);
        EXPECT_EQ(back.pitch, camera.pitch);
    }
}

TEST(MapView, SeesWhatIsInTheFrameAndItsMargin) {
    for (const Camera& camera : cameras()) {
        const MapView view = makeView(sahel(), camera, kFrame);
        const PlaneBounds seen = view.visible(40);
        for (double x = -40; x <= 1960; x += 100) {
            for (double y = -40; y <= 1120; y += 40) {
                const Vec2 p = view.toPlane({x, y}).value_or(view.center);
                EXPECT_TRUE(seen.intersects({p.x, p.y, p.x, p.y}) ||
                            base::length(p - view.center) > 20 * 1920 * view.metresPerPixel)
                    << camera.bearing << " " << camera.pitch << ": " << x << " " << y;
            }
        }
    }
}

TEST(MapView, SeesNoMoreThanTheFrameFromStraightAbove) {
    const MapView view{kFrame, {500, 700}, 2, 0, 0, 1620};
    EXPECT_EQ(view.visible(0), (PlaneBounds{500 - 1920, 700 - 1080, 500 + 1920, 700 + 1080}));
    const PlaneBounds turned = MapView{kFrame, {0, 0}, 1, 90, 0, 1620}.visible(0);
    EXPECT_NEAR(turned.maxX, 540, 1e-9);
    EXPECT_NEAR(turned.maxY, 960, 1e-9);
}

TEST(MapView, CutsTheFarSideWhenItLooksAboveTheHorizon) {
    const PlaneBounds seen = MapView{kFrame, {0, 0}, 1, 0, 80, 1620}.visible(0);
    EXPECT_NEAR(seen.maxY, 20 * 1920, 1e-6);
    EXPECT_TRUE(std::isfinite(seen.minX) && std::isfinite(seen.maxX) && std::isfinite(seen.minY));
}

TEST(MapView, FallsBackToTheOriginForACentreThatIsNotOnTheMap) {
    const auto ortho = Projection::make("+proj=ortho +lat_0=15");
    const MapView view = makeView(*ortho, {{180, 0}, 1000, 0, 0}, {0, 0});
    EXPECT_EQ(view.center, Vec2{});
    EXPECT_TRUE(std::isfinite(view.metresPerPixel));
}

}  // namespace
}  // namespace geo
