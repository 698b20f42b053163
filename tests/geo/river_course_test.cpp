#include "geo/river_course.h"

#include <gtest/gtest.h>

#include "geo/line_detail.h"

using geo::LineLevel;
using geo::Polyline;

namespace {

// Two pieces of one shape, 3 and 1 km long, then another shape; on a bent line, so that levels differ.
geo::LineLayer threeLines() {
    LineLevel full;
    for (const float y : {0.f, 10000.f, 20000.f}) {
        Polyline line;
        line.first = static_cast<std::uint32_t>(full.points.size());
        line.count = 3;
        const float length = y == 10000.f ? 1000.f : 3000.f;
        full.points.insert(full.points.end(), {{0, y}, {length / 3, y + 1}, {length, y}});
        full.lines.push_back(line);
    }
    return geo::withLevels(std::move(full));
}

}  // namespace

TEST(RiverCourse, IsSharedOutByLengthAmongTheTornPiecesOfAShape) {
    geo::LineLayer rivers = threeLines();
    setCourses(rivers, {0, 0, 1}, {{100, 500}, {0, 7}});
    for (const LineLevel& level : rivers.levels) {
        EXPECT_DOUBLE_EQ(level.lines[0].fromKm, 100);
        EXPECT_NEAR(level.lines[0].toKm, 400, 1);
        EXPECT_EQ(level.lines[1].fromKm, level.lines[0].toKm);
        EXPECT_DOUBLE_EQ(level.lines[1].toKm, 500);
        EXPECT_DOUBLE_EQ(level.lines[2].toKm, 7);
    }
}

TEST(RiverCourse, GrowsAlongTheLineAndMeetsItsEndsAtEveryLevel) {
    geo::LineLayer rivers = threeLines();
    setCourses(rivers, {0, 1, 2}, {{100, 500}, {0, 0}, {0, 0}});
    for (const LineLevel& level : rivers.levels) {
        const Polyline& line = level.lines[0];
        EXPECT_DOUBLE_EQ(kmAt(level, line, line.first), 100);
        EXPECT_DOUBLE_EQ(kmAt(level, line, line.first + line.count - 1), 500);
    }
    EXPECT_NEAR(kmAt(rivers.levels[0], rivers.levels[0].lines[0], 1), 100 + 400.0 / 3, 1);
}
