#include "geo/frame_transform.h"

#include <gtest/gtest.h>

namespace geo {
namespace {

MapView tilted() {
    MapView view;
    view.size = {1280, 720};
    view.center = {1000, 2000};
    view.metresPerPixel = 10;
    view.bearing = 30;
    view.pitch = 60;
    view.distance = 1080;
    return view;
}

// toPlane casts a ray from the viewer: it knows nothing of the transform.
TEST(FrameTransform, IsWhatTheViewTurnsBack) {
    const MapView view = tilted();
    const FrameTransform toFrame(view);
    for (const base::Vec2 p : {base::Vec2{1000, 2000}, {6000, 9000}, {-2000, 3000}, {4000, -3000}}) {
        ASSERT_TRUE(toFrame(p).isAhead());
        const auto back = view.toPlane(toFrame(p).pixel());
        ASSERT_TRUE(back);
        EXPECT_NEAR(base::length(*back - p), 0, 1e-6);
    }
    const base::Vec2 middle = toFrame(base::Vec2{1000, 2000}).pixel();
    EXPECT_NEAR(middle.x, 640, 1e-9);
    EXPECT_NEAR(middle.y, 360, 1e-9);
}

TEST(FrameTransform, ARingAroundTheViewerIsCutWhereItPassesHim) {
    const MapView view = tilted();
    const std::vector<PlanePoint> ring = {{-90000, -90000}, {90000, -90000}, {90000, 90000}, {-90000, 90000}};
    const std::vector<base::Vec2> pixels = ringAhead(ring, FrameTransform(view));
    ASSERT_GE(pixels.size(), 4u);
    // The viewer stands inside: below the horizon the ring covers the frame.
    double area = 0;
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const base::Vec2 a = pixels[i], b = pixels[(i + 1) % pixels.size()];
        area += a.x * b.y - b.x * a.y;
        EXPECT_TRUE(std::isfinite(a.x) && std::isfinite(a.y));
    }
    EXPECT_GT(std::abs(area) / 2, 1280 * 720.0);
}

TEST(FrameTransform, OfARingBehindTheViewerNothingIsLeft) {
    const std::vector<PlanePoint> ring = {{-90000, -90000}, {-80000, -90000}, {-90000, -80000}};
    EXPECT_TRUE(ringAhead(ring, FrameTransform(tilted())).empty());
    EXPECT_TRUE(ringAhead({}, FrameTransform(tilted())).empty());
}

}  // namespace
}  // namespace geo
