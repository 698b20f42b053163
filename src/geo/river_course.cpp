#include "geo/river_course.h"

#include "base/units.h"

namespace geo {

namespace {

double lengthOf(const LineLevel& level, const Polyline& line) {
    return level.along[line.first + line.count - 1];
}

}  // namespace

void setCourses(LineLayer& rivers, const std::vector<std::uint32_t>& shapeOfLine,
                const std::vector<RiverCourse>& courses) {
    const LineLevel& full = rivers.levels.front();
    std::vector<double> lengths(courses.size(), 0), before(courses.size(), 0);
    for (std::size_t i = 0; i < full.lines.size(); ++i)
        lengths[shapeOfLine[i]] += lengthOf(full, full.lines[i]);
    for (std::size_t i = 0; i < full.lines.size(); ++i) {
        const std::uint32_t shape = shapeOfLine[i];
        const auto km = [&](double length) {
            const double share = lengths[shape] > 0 ? length / lengths[shape] : 0;
            return base::lerp(courses[shape].fromKm, courses[shape].toKm, share);
        };
        const double begin = before[shape];
        before[shape] += lengthOf(full, full.lines[i]);
        for (LineLevel& level : rivers.levels) {
            level.lines[i].fromKm = km(begin);
            level.lines[i].toKm = km(before[shape]);
        }
    }
}

double kmAt(const LineLevel& level, const Polyline& line, std::uint32_t index) {
    const double length = lengthOf(level, line);
    return base::lerp(line.fromKm, line.toKm, length > 0 ? level.along[index] / length : 0);
}

}  // namespace geo
