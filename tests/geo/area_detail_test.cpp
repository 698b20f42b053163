#include "geo/area_detail.h"

#include <gtest/gtest.h>

#include <cmath>

#include "geo/line_detail.h"

namespace geo {
namespace {

// Two areas that share a wavy border, and an island; outlines as lines, of which the border is one.
struct Fixture {
    AreaLayer areas;
    LineLayer lines;
};

PlanePoint onBorder(int i) {
    return {static_cast<float>(3000 * std::sin(i * 0.7)), static_cast<float>(i * 1000)};
}

void addRing(AreaLayer& layer, const std::vector<PlanePoint>& points) {
    layer.rings.push_back(
        {static_cast<std::uint32_t>(layer.points.size()), static_cast<std::uint32_t>(points.size()), 0, {}});
    layer.points.insert(layer.points.end(), points.begin(), points.end());
}

Fixture fixture() {
    Fixture f;
    LineLevel level;
    std::vector<PlanePoint> west{{-90000, 0}}, east{{90000, 0}};
    for (int i = 0; i <= 100; ++i) {
        level.points.push_back(onBorder(i));
        west.push_back(onBorder(i));
        east.push_back(onBorder(i));
    }
    west.push_back({-90000, 100000});
    east.push_back({90000, 100000});
    level.lines.push_back({0, 101, LineKind::Border, -1, -1, 0, 0, {}});
    const std::vector<PlanePoint> island{{200000, 0}, {200300, 0}, {200300, 300}, {200000, 300}};
    for (const PlanePoint p : island) level.points.push_back(p);
    level.points.push_back(island[0]);
    level.lines.push_back({101, 5, LineKind::Coast, -1, -1, 0, 0, {}});
    addRing(f.areas, west);
    addRing(f.areas, east);
    addRing(f.areas, island);
    f.lines = withLevels(level);
    return f;
}

TEST(AreaDetail, KeepsExactlyThePointsThatTheLinesKeepAndThoseThatNoLineHas) {
    const Fixture f = fixture();
    const std::vector<AreaLayer> levels = areaLevels(f.areas, f.lines);
    ASSERT_EQ(levels.size() + 1, f.lines.levels.size());
    for (std::size_t i = 0; i < levels.size(); ++i) {
        EXPECT_EQ(levels[i].tolerance, f.lines.levels[i + 1].tolerance);
        ASSERT_EQ(levels[i].rings.size(), f.areas.rings.size());
        const std::uint32_t onLine = f.lines.levels[i + 1].lines[0].count;
        EXPECT_EQ(levels[i].rings[0].count, onLine + 2);
        EXPECT_EQ(levels[i].rings[1].count, onLine + 2);
    }
}

TEST(AreaDetail, NeighboursKeepTheSameBorder) {
    const Fixture f = fixture();
    for (const AreaLayer& level : areaLevels(f.areas, f.lines)) {
        for (std::uint32_t i = 1; i + 1 < level.rings[0].count; ++i) {
            EXPECT_EQ(level.points[level.rings[0].first + i], level.points[level.rings[1].first + i]);
        }
    }
}

TEST(AreaDetail, AnIslandSmallerThanTheToleranceIsNotFilled) {
    const Fixture f = fixture();
    const std::vector<AreaLayer> levels = areaLevels(f.areas, f.lines);
    EXPECT_EQ(levels.back().rings[2].count, 0u);
    EXPECT_EQ(f.areas.rings[2].count, 4u);
}

}  // namespace
}  // namespace geo
