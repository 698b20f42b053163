#include "render/ground_patches.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using base::LonLat;
using render::Patch;

const char* const kProjections[] = {
    "+proj=laea +lat_0=24 +lon_0=9",   "EPSG:3857",
    "+proj=eqearth +lon_0=11",         "+proj=lcc +lat_1=10 +lat_2=40 +lat_0=20 +lon_0=10",
    "+proj=ortho +lat_0=20 +lon_0=10", "+proj=stere +lat_0=90"};

geo::Projection projection(const char* definition) {
    auto made = geo::Projection::make(definition);
    if (!made) std::abort();
    return std::move(*made);
}

geo::MapView viewOf(const geo::Projection& p, geo::Camera camera) {
    return geo::makeView(p, camera, {320, 180});
}

const geo::Camera kCameras[] = {
    {{5, 15}, 3000, 0, 0}, {{5, 15}, 30000, 0, 0}, {{20, 50}, 9000, 30, 40}, {{179, 60}, 9000, 0, 0}};

// Pixels by which the ground of a patch's point is off, or nothing where the map has no such ground.
std::optional<double> pixelsOff(const Patch& patch, double right, double down, const geo::MapView& view,
                                const geo::Projection& p) {
    LonLat at = patch.at(right, down);
    at.lon = std::remainder(at.lon, 360);
    const auto plane = p.forward(at);
    const auto pixel = plane ? view.toPixels(*plane) : std::nullopt;
    if (!pixel) return std::nullopt;
    return base::length(*pixel - base::Vec2{patch.x + right * patch.side, patch.y + down * patch.side});
}

}  // namespace

TEST(GroundPatches, LieOverTheGroundTheyName) {
    for (const char* definition : kProjections) {
        const geo::Projection p = projection(definition);
        for (const geo::Camera& camera : kCameras) {
            const geo::MapView view = viewOf(p, camera);
            for (const Patch& patch : render::patchesOf(view, p, render::whole(view.size))) {
                for (const double right : {0.1, 0.5, 0.9}) {
                    const auto off = pixelsOff(patch, right, 1 - right * 0.8, view, p);
                    // The cut of the map and its poles are lines on the ground: a pixel there is two places.
                    if (patch.side > 1 && off) {
                        EXPECT_LT(*off, 2.5) << definition << " " << camera.widthKm;
                    }
                }
            }
        }
    }
}

TEST(GroundPatches, CoverEachPixelOfTheMapOnceAndNoneOutside) {
    for (const char* definition : kProjections) {
        const geo::Projection p = projection(definition);
        for (const geo::Camera& camera : kCameras) {
            const geo::MapView view = viewOf(p, camera);
            std::vector<int> covered(320 * 180, 0);
            for (const Patch& patch : render::patchesOf(view, p, render::whole(view.size))) {
                for (int y = patch.y; y < std::min(patch.y + patch.side, 180); ++y) {
                    for (int x = patch.x; x < std::min(patch.x + patch.side, 320); ++x)
                        ++covered[static_cast<std::size_t>(y * 320 + x)];
                }
            }
            for (int y = 2; y < 178; y += 5) {
                for (int x = 2; x < 318; x += 5) {
                    const auto plane = view.toPlane({x + 0.5, y + 0.5});
                    const bool isOnMap = plane && p.inverse(*plane);
                    ASSERT_EQ(covered[static_cast<std::size_t>(y * 320 + x)], isOnMap ? 1 : 0)
                        << definition << " " << x << " " << y;
                }
            }
        }
    }
}

TEST(GroundPatches, AreLargeWhereTheMapIsEven) {
    const geo::Projection p = projection("+proj=laea +lat_0=24 +lon_0=9");
    const std::vector<Patch> patches =
        render::patchesOf(viewOf(p, {{5, 15}, 1000, 0, 0}), p, render::whole({320, 180}));
    EXPECT_EQ(patches.size(), 15u);
    for (const Patch& patch : patches) EXPECT_EQ(patch.side, render::kLargestPatch);
}
