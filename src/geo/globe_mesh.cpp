#include "geo/globe_mesh.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace geo {

namespace {

using base::LonLat;
using base::Vec2;

// Cells with no longer side than this, in metres, are never torn.
constexpr double kPlainSide = 300e3;
// How far the projected middle of a cell may be from the middle of its corners, in diagonals. A torn cell has
// 0.5.
constexpr double kLargestBulge = 0.25;
constexpr double kOffTheCut = 1e-8;

struct Column {
    double lon = 0;
    double projected = 0;  // the same but for a hair's breadth at the cut
    bool joinsNext = true;
};

std::vector<Column> columnsOf(const Projection& projection) {
    const double cut = projection.cutLongitude();
    const bool isCut = !projection.isContinuousAcrossCut() && std::abs(cut) < 180;
    std::vector<Column> columns;
    for (int lon = -180; lon <= 180; ++lon) {
        if (isCut && cut > lon - 1 && cut <= lon) {
            columns.push_back({cut, cut - kOffTheCut, false});
            columns.push_back({cut, cut + kOffTheCut, true});
            if (cut == lon) continue;
        }
        columns.push_back({static_cast<double>(lon), static_cast<double>(lon), true});
    }
    columns.back().joinsNext = false;
    return columns;
}

std::vector<double> rowsOf(const Projection& projection) {
    const double most = projection.maximumLatitude();
    std::vector<double> rows{-most};
    for (int lat = -89; lat <= 89; ++lat) {
        if (std::abs(lat) < most) rows.push_back(lat);
    }
    rows.push_back(most);
    return rows;
}

bool isOnPlane(Vec2 p) {
    return !std::isnan(p.x);
}

struct Cell {
    Vec2 southWest, southEast, northEast, northWest;
    LonLat middle;
};

bool isWhole(const Cell& c, const Projection& projection) {
    const Vec2 corners[] = {c.southWest, c.southEast, c.northEast, c.northWest};
    if (!std::all_of(std::begin(corners), std::end(corners), isOnPlane)) return false;
    const double side =
        std::max({base::length(c.southEast - c.southWest), base::length(c.northEast - c.southEast),
                  base::length(c.northWest - c.northEast), base::length(c.southWest - c.northWest)});
    if (side < kPlainSide) return true;
    const auto middle = projection.forward(c.middle);
    if (!middle) return false;
    const Vec2 mean = (c.southWest + c.southEast + c.northEast + c.northWest) * 0.25;
    const double diagonal =
        std::max(base::length(c.northEast - c.southWest), base::length(c.northWest - c.southEast));
    return base::length(*middle - mean) < kLargestBulge * diagonal;
}

}  // namespace

GlobeMesh makeGlobeMesh(const Projection& projection) {
    const std::vector<Column> columns = columnsOf(projection);
    const std::vector<double> rows = rowsOf(projection);
    std::vector<LonLat> grid;
    grid.reserve(columns.size() * rows.size());
    for (const double lat : rows) {
        for (const Column& column : columns) grid.push_back({column.projected, lat});
    }
    const std::vector<Vec2> plane = projection.forwardAll(grid);
    GlobeMesh mesh;
    mesh.vertices.reserve(grid.size());
    for (std::size_t i = 0; i < grid.size(); ++i) {
        const Vec2 p = isOnPlane(plane[i]) ? plane[i] : Vec2{};
        mesh.vertices.push_back({{static_cast<float>(p.x), static_cast<float>(p.y)},
                                 static_cast<float>(columns[i % columns.size()].lon),
                                 static_cast<float>(grid[i].lat)});
    }
    mesh.triangles.reserve(grid.size() * 6);
    for (std::size_t row = 0; row + 1 < rows.size(); ++row) {
        for (std::size_t column = 0; column + 1 < columns.size(); ++column) {
            if (!columns[column].joinsNext) continue;
            const std::size_t sw = row * columns.size() + column, nw = sw + columns.size();
            const LonLat middle{(columns[column].projected + columns[column + 1].projected) / 2,
                                (rows[row] + rows[row + 1]) / 2};
            if (!isWhole({plane[sw], plane[sw + 1], plane[nw + 1], plane[nw], middle}, projection)) continue;
            const auto index = [](std::size_t i) { return static_cast<std::uint32_t>(i); };
            mesh.triangles.insert(mesh.triangles.end(), {index(sw), index(sw + 1), index(nw + 1), index(sw),
                                                         index(nw + 1), index(nw)});
        }
    }
    return mesh;
}

}  // namespace geo
