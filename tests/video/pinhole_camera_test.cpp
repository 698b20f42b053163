#include "video/pinhole_camera.h"

#include <gtest/gtest.h>

namespace video {
namespace {

using base::Vec2;

geo::MapView tilted() {
    geo::MapView view;
    view.size = {1920, 1080};
    view.center = {300'000, -1'200'000};
    view.metresPerPixel = 1000;
    view.bearing = 30;
    view.pitch = 45;
    view.distance = 1.5 * 1080;
    return view;
}

// Where a pinhole camera sees a world point, by vectors alone: along its sight, its right, its up.
Vec2 seen(const PinholeCamera& camera, Vec2 world, base::Size size) {
    const double turn = base::radians(camera.bearing), tilt = base::radians(camera.pitch);
    const Vec2 right{std::cos(turn), -std::sin(turn)}, forward{std::sin(turn), std::cos(turn)};
    const Vec2 from = world - camera.above();
    const double depth = base::dot(from, forward) * std::sin(tilt) + camera.height() * std::cos(tilt);
    const double up = base::dot(from, forward) * std::cos(tilt) - camera.height() * std::sin(tilt);
    return {size.w / 2.0 + camera.focal * base::dot(from, right) / depth,
            size.h / 2.0 - camera.focal * up / depth};
}

TEST(PinholeCamera, SeesEveryPointOfThePlaneWhereTheMapDoes) {
    const Vec2 origin{200'000, -1'000'000};
    for (const double pitch : {0.0, 20.0, 45.0, 60.0}) {
        for (const double bearing : {0.0, 30.0, -170.0, 400.0}) {
            geo::MapView view = tilted();
            view.pitch = pitch;
            view.bearing = bearing;
            const PinholeCamera camera = pinholeCamera(view, origin);
            for (const Vec2 pixel : {Vec2{960, 540}, Vec2{0, 0}, Vec2{1920, 0}, Vec2{100, 1000}}) {
                const auto plane = view.toPlane(pixel);
                ASSERT_TRUE(plane);
                const Vec2 at = seen(camera, worldOf(*plane, origin), view.size);
                EXPECT_NEAR(at.x, pixel.x, 1e-6) << pitch << " " << bearing;
                EXPECT_NEAR(at.y, pixel.y, 1e-6) << pitch << " " << bearing;
            }
        }
    }
}

TEST(PinholeCamera, StandsBackFromWhatItLooksAt) {
    const PinholeCamera camera = pinholeCamera(tilted(), {200'000, -1'000'000});
    EXPECT_DOUBLE_EQ(camera.ground.x, 1);
    EXPECT_DOUBLE_EQ(camera.ground.y, -2);
    EXPECT_DOUBLE_EQ(camera.distance, 16.2);
    EXPECT_NEAR(camera.height(), 16.2 * std::sqrt(0.5), 1e-12);
    EXPECT_NEAR(camera.above().x, 1 - 16.2 * std::sqrt(0.5) * 0.5, 1e-12);
    EXPECT_NEAR(camera.above().y, -2 - 16.2 * std::sqrt(0.5) * std::sqrt(0.75), 1e-12);
    EXPECT_NEAR(verticalFieldOfView(camera.focal, 1080), 36.869897645844, 1e-9);
}

}  // namespace
}  // namespace video
