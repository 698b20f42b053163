#include "geo/globe_mesh.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace geo {
namespace {

GlobeMesh meshOf(const char* definition) {
    return makeGlobeMesh(*Projection::make(definition));
}

double longestSide(const GlobeMesh& mesh) {
    double longest = 0;
    for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) {
        for (std::size_t j = 0; j < 3; ++j) {
            const PlanePoint a = mesh.vertices[mesh.triangles[i + j]].plane;
            const PlanePoint b = mesh.vertices[mesh.triangles[i + (j + 1) % 3]].plane;
            longest =
                std::max(longest, std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y));
        }
    }
    return longest;
}

TEST(GlobeMesh, CoversTheWholeGlobeOnTheMapOfTheSahel) {
    const GlobeMesh mesh = meshOf("+proj=laea +lat_0=24 +lon_0=9");
    EXPECT_GT(mesh.triangles.size() / 3, 129'000u);
    for (const std::uint32_t index : mesh.triangles) ASSERT_LT(index, mesh.vertices.size());
}

TEST(GlobeMesh, CarriesEachVertexToThePlane) {
    const auto projection = Projection::make("+proj=laea +lat_0=24 +lon_0=9");
    const GlobeMesh mesh = makeGlobeMesh(*projection);
    for (std::size_t i = 0; i < mesh.vertices.size(); i += 97) {
        const GlobeMesh::Vertex& v = mesh.vertices[i];
        const auto p = projection->forward({v.lon, v.lat});
        if (!p) continue;
        EXPECT_NEAR(v.plane.x, p->x, 2);
        EXPECT_NEAR(v.plane.y, p->y, 2);
    }
}

TEST(GlobeMesh, HasNoCellAcrossTheCut) {
    for (const char* cut :
         {"EPSG:3857", "+proj=merc +lon_0=9", "+proj=merc +lon_0=10.5", "+proj=robin +lon_0=-77.3"}) {
        EXPECT_LT(longestSide(meshOf(cut)), 2e6) << cut;
    }
}

TEST(GlobeMesh, LeavesNoGapAtTheCut) {
    // The mesh of a Mercator map is a rectangle: the cells' areas add up to its area, wherever it is cut.
    for (const char* definition : {"+proj=merc", "+proj=merc +lon_0=9", "+proj=merc +lon_0=10.5"}) {
        const GlobeMesh mesh = meshOf(definition);
        double area = 0, minY = 0, maxY = 0, minX = 0, maxX = 0;
        for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) {
            const auto at = [&](std::size_t j) { return mesh.vertices[mesh.triangles[i + j]].plane; };
            const base::Vec2 a{at(0).x, at(0).y}, b{at(1).x, at(1).y}, c{at(2).x, at(2).y};
            area += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
            minX = std::min({minX, a.x, b.x}), maxX = std::max({maxX, a.x, b.x});
            minY = std::min({minY, a.y, b.y}), maxY = std::max({maxY, a.y, b.y, c.y});
        }
        EXPECT_NEAR(maxX - minX, 40075016, 100) << definition;
        EXPECT_NEAR(area / ((maxX - minX) * (maxY - minY)), 1, 1e-5) << definition;
    }
}

TEST(GlobeMesh, LeavesOutTheFarSideOfTheGlobe) {
    const std::size_t triangles = meshOf("+proj=ortho +lat_0=15").triangles.size() / 3;
    EXPECT_GT(triangles, 60'000u);
    EXPECT_LT(triangles, 65'000u);
}

TEST(GlobeMesh, IsMadeFast) {
    const auto projection = Projection::make("+proj=laea +lat_0=24 +lon_0=9");
    const auto start = std::chrono::steady_clock::now();
    makeGlobeMesh(*projection);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1))
        << "15 ms, alone on the machine";
}

}  // namespace
}  // namespace geo
