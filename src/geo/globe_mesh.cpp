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

// The grid, row by row from the south, and its points on the plane.
struct Grid {
    std::vector<Column> columns;
    std::vector<double> rows;
    std::vector<Vec2> plane;

    explicit Grid(const Projection& projection) : columns(columnsOf(projection)), rows(rowsOf(projection)) {
        std::vector<LonLat> points;
        points.reserve(columns.size() * rows.size());
        for (const double lat : rows) {
            for (const Column& column : columns) points.push_back({column.projected, lat});
        }
        plane = projection.forwardAll(points);
    }

    std::size_t index(std::size_t row, std::size_t column) const { return row * columns.size() + column; }

    // The cell to the north-east of a grid point.
    Cell cell(std::size_t row, std::size_t column) const {
        const std::size_t southWest = index(row, column), northWest = index(row + 1, column);
        return {plane[southWest],
                plane[southWest + 1],
                plane[northWest + 1],
                plane[northWest],
                {(columns[column].projected + columns[column + 1].projected) / 2,
                 (rows[row] + rows[row + 1]) / 2}};
    }
};

std::vector<GlobeMesh::Vertex> verticesOf(const Grid& grid) {
    std::vector<GlobeMesh::Vertex> vertices;
    vertices.reserve(grid.plane.size());
    for (std::size_t i = 0; i < grid.plane.size(); ++i) {
        const Vec2 p = isOnPlane(grid.plane[i]) ? grid.plane[i] : Vec2{};
        vertices.push_back({{static_cast<float>(p.x), static_cast<float>(p.y)},
                            static_cast<float>(grid.columns[i % grid.columns.size()].lon),
                            static_cast<float>(grid.rows[i / grid.columns.size()])});
    }
    return vertices;
}

}  // namespace

GlobeMesh makeGlobeMesh(const Projection& projection) {
    const Grid grid(projection);
    GlobeMesh mesh{verticesOf(grid), {}};
    mesh.triangles.reserve(grid.plane.size() * 6);
    for (std::size_t row = 0; row + 1 < grid.rows.size(); ++row) {
        for (std::size_t column = 0; column + 1 < grid.columns.size(); ++column) {
            if (!grid.columns[column].joinsNext || !isWhole(grid.cell(row, column), projection)) continue;
            const auto sw = static_cast<std::uint32_t>(grid.index(row, column));
            const auto nw = static_cast<std::uint32_t>(grid.index(row + 1, column));
            mesh.triangles.insert(mesh.triangles.end(), {sw, sw + 1, nw + 1, sw, nw + 1, nw});
        }
    }
    return mesh;
}

}  // namespace geo
