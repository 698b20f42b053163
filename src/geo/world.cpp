#include "geo/world.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <future>
#include <system_error>
#include <utility>

#include "geo/area_detail.h"
#include "geo/countries.h"
#include "geo/gdal_scope.h"
#include "geo/line_detail.h"
#include "geo/plane_shapes.h"
#include "geo/relief.h"
#include "geo/river_course.h"
#include "geo/shapefile.h"

namespace geo {

namespace {

using base::Problems;

void append(Problems& problems, const Problems& more) {
    problems.insert(problems.end(), more.begin(), more.end());
}

// The value of a result; when there is none, an empty one, and the problems go to `problems`.
template <class T>
T valueOr(base::Result<T> result, Problems& problems) {
    if (result) return std::move(*result);
    append(problems, result.problems());
    return T{};
}

base::Problem noFolder(const std::string& directory) {
    return {base::Severity::Error,
            base::Trouble::Data,
            directory,
            0,
            0,
            "there is no such folder",
            "the program needs its geodata: start it where the geodata folder is, or install it again"};
}

ShapeTable readTable(const ShapefileQuery& query, Problems& problems) {
    ShapeTable table = valueOr(readShapefile(query), problems);
    append(problems, table.warnings);
    return table;
}

struct Land {
    std::vector<Country> countries;
    AreaLayer areas;
    Problems problems;
};

Land loadLand(const std::string& directory, const Projection& projection) {
    Land land;
    std::vector<ShapeTable> tables;
    for (const char* file : {"/sahel/countries.shp", "/world/countries.shp"}) {
        tables.push_back(readTable(countryQuery(directory + file), land.problems));
    }
    land.countries = countriesOf(tables);
    for (const ShapeTable& table : tables) {
        append(land.areas, planeAreas(table, projection, countryOfShapes(table, land.countries)));
    }
    return land;
}

// A layer of lines, and the shapes that tell what each line is.
struct Lines {
    LineLayer layer;
    std::vector<std::uint32_t> shapeOfLine;
    std::vector<Shape> shapes;
};

Lines linesOf(ShapeTable table, ShapeKind kind, const Projection& projection) {
    PlaneLines plane = planeLines(table, kind, projection);
    return {withLevels(std::move(plane.level)), std::move(plane.shapes), std::move(table.shapes)};
}

struct Details {
    Lines borders, admin1, rivers, shores;
    AreaLayer lakes;
    Problems problems;
};

Details loadDetails(const std::string& directory, const Projection& projection) {
    Details details;
    Problems& problems = details.problems;
    const auto lines = [&](const char* file, std::vector<std::string> fields,
                           std::vector<std::string> optional) {
        ShapeTable table =
            readTable({directory + file, ShapeKind::Lines, std::move(fields), std::move(optional)}, problems);
        return linesOf(std::move(table), ShapeKind::Lines, projection);
    };
    details.borders = lines("/borders.shp", {"KIND", "LEFT_A3", "RIGHT_A3"}, {});
    details.admin1 = lines("/admin1.shp", {"A3"}, {});
    details.rivers = lines("/rivers.shp", {}, {"FROM_KM", "TO_KM", "WEIGHT", "SCALERANK"});
    ShapeTable lakes = readTable({directory + "/lakes.shp", ShapeKind::Areas, {}, {}}, problems);
    details.lakes = planeAreas(lakes, projection, std::vector<std::int32_t>(lakes.shapes.size(), -1));
    details.shores = linesOf(std::move(lakes), ShapeKind::Areas, projection);
    return details;
}

// The layer with `describe(values, line)` called for each line of each level, with the fields of the line's
// shape.
template <class Describe>
LineLayer described(Lines lines, Describe describe) {
    for (LineLevel& level : lines.layer.levels) {
        for (std::size_t i = 0; i < level.lines.size(); ++i) {
            describe(lines.shapes[lines.shapeOfLine[i]].values, level.lines[i]);
        }
    }
    return std::move(lines.layer);
}

LineKind borderKind(const std::string& kind) {
    if (kind == "coast") return LineKind::Coast;
    return kind == "disputed" ? LineKind::Disputed : LineKind::Border;
}

// Rivers that do not say how far their ends are from the source are as wide everywhere as their weight says.
RiverCourse courseOf(const std::vector<FieldValue>& values) {
    if (std::isfinite(values[0].number) && std::isfinite(values[1].number))
        return {std::max(values[0].number, 0.0), std::max(values[1].number, 0.0)};
    constexpr double kKm[] = {4000, 2000, 1000, 500, 250, 120};
    const double weight = std::isfinite(values[2].number) ? values[2].number : values[3].number;
    const double km = kKm[std::isfinite(weight) ? static_cast<int>(std::clamp(weight, 1.0, 6.0)) - 1 : 2];
    return {km, km};
}

LineLayer riversOf(Lines lines) {
    std::vector<RiverCourse> courses;
    for (const Shape& shape : lines.shapes) courses.push_back(courseOf(shape.values));
    setCourses(lines.layer, lines.shapeOfLine, courses);
    return described(std::move(lines), [](const auto&, Polyline& line) { line.kind = LineKind::River; });
}

// Both layers have the same levels.
LineLayer joined(LineLayer layer, const LineLayer& more) {
    for (std::size_t i = 0; i < layer.levels.size(); ++i) {
        LineLevel& level = layer.levels[i];
        const auto first = static_cast<std::uint32_t>(level.points.size());
        level.points.insert(level.points.end(), more.levels[i].points.begin(), more.levels[i].points.end());
        level.along.insert(level.along.end(), more.levels[i].along.begin(), more.levels[i].along.end());
        for (Polyline line : more.levels[i].lines) {
            line.first += first;
            level.lines.push_back(line);
        }
    }
    return layer;
}

struct Rasters {
    std::vector<Relief> reliefs;
    Problems warnings;
};

Rasters loadRasters(const std::string& directory) {
    Rasters rasters;
    for (const char* file : {"/relief_world.tif", "/relief_sahel.tif"}) {
        base::Result<Relief> relief = readRelief(directory + file);
        if (relief) {
            rasters.reliefs.push_back(std::move(*relief));
        } else {
            append(rasters.warnings, relief.problems());
        }
    }
    return rasters;
}

World assembled(Projection projection, Land land, Details details, Rasters rasters) {
    World world{std::move(projection), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    const std::vector<Country>& countries = land.countries;
    world.borders = described(std::move(details.borders), [&](const auto& values, Polyline& line) {
        line.kind = borderKind(values[0].text);
        line.left = indexOf(countries, values[1].text);
        line.right = indexOf(countries, values[2].text);
    });
    world.admin1 = described(std::move(details.admin1), [&](const auto& values, Polyline& line) {
        line.kind = LineKind::Admin;
        line.left = line.right = indexOf(countries, values[0].text);
    });
    world.rivers = joined(riversOf(std::move(details.rivers)),
                          described(std::move(details.shores),
                                    [](const auto&, Polyline& line) { line.kind = LineKind::LakeShore; }));
    world.countries = std::move(land.countries);
    world.land = std::move(land.areas);
    world.lakes = std::move(details.lakes);
    world.coarserLand = areaLevels(world.land, world.borders);
    world.coarserLakes = areaLevels(world.lakes, world.rivers);
    world.reliefs = std::move(rasters.reliefs);
    world.layers = {"admin1", "borders", "countries", "lakes", "rivers"};
    if (!world.reliefs.empty()) world.layers.insert(world.layers.begin() + 4, "relief");
    for (const Problems* problems : {&land.problems, &details.problems, &rasters.warnings}) {
        append(world.warnings, *problems);
    }
    return world;
}

const AreaLayer& detailFor(const AreaLayer& full, const std::vector<AreaLayer>& coarser,
                           double metresPerPixel) {
    const AreaLayer* best = &full;
    for (const AreaLayer& level : coarser) {
        if (level.tolerance < metresPerPixel * kDetail) best = &level;
    }
    return *best;
}

}  // namespace

const AreaLayer& World::landFor(double metresPerPixel) const {
    return detailFor(land, coarserLand, metresPerPixel);
}

const AreaLayer& World::lakesFor(double metresPerPixel) const {
    return detailFor(lakes, coarserLakes, metresPerPixel);
}

int World::countryIndex(std::string_view a3) const {
    return indexOf(countries, a3);
}

base::Result<World> loadWorld(const std::string& directory, Projection projection) {
    if (std::error_code error; !std::filesystem::is_directory(directory, error)) return noFolder(directory);
    registerDrivers();
    auto otherThread = std::async(std::launch::async, [&directory, theirs = projection.copy()] {
        return loadDetails(directory, theirs);
    });
    Land land = loadLand(directory, projection);
    Rasters rasters = loadRasters(directory);
    Details details = otherThread.get();
    Problems problems = land.problems;
    append(problems, details.problems);
    if (base::hasErrors(problems)) return problems;
    return assembled(std::move(projection), std::move(land), std::move(details), std::move(rasters));
}

}  // namespace geo
