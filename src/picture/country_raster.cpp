#include "picture/country_raster.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "geo/frame_transform.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;
using Rows = std::vector<std::vector<double>>;  // where the outline crosses the middle of each row of cells

void cross(Vec2 a, Vec2 b, double cell, Rows& rows) {
    if (a.y > b.y) std::swap(a, b);
    const double first = std::max(0.0, std::ceil(a.y / cell - 0.5));
    const double last = std::min(static_cast<double>(rows.size()) - 1, std::ceil(b.y / cell - 0.5) - 1);
    for (double row = first; row <= last; row += 1) {
        const double share = ((row + 0.5) * cell - a.y) / (b.y - a.y);
        rows[static_cast<std::size_t>(row)].push_back(base::lerp(a.x, b.x, share));
    }
}

void cross(const geo::AreaLayer& land, const geo::Ring& ring, const geo::FrameTransform& toFrame, double cell,
           Rows& rows) {
    const std::vector<Vec2> outline =
        geo::ringAhead(std::span(land.points).subspan(ring.first, ring.count), toFrame);
    for (std::size_t i = 0; i < outline.size(); ++i)
        cross(outline[i > 0 ? i - 1 : outline.size() - 1], outline[i], cell, rows);
}

}  // namespace

CountryRaster::CountryRaster(const geo::World& world, const geo::MapView& view, double cell,
                             const std::function<bool(int)>& wanted)
    : m_cell(cell),
      m_columns(static_cast<int>(view.size.w / cell) + 1),
      m_rows(static_cast<int>(view.size.h / cell) + 1),
      m_countries(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), -1) {
    const geo::PlaneBounds visible = view.visible(0);
    std::map<int, std::vector<const geo::Ring*>> rings;
    for (const geo::Ring& ring : world.land.rings) {
        if (ring.country >= 0 && wanted(ring.country) && ring.bounds.intersects(visible))
            rings[ring.country].push_back(&ring);
    }
    const geo::FrameTransform toFrame(view);
    for (const auto& [country, outline] : rings) {
        Rows rows(static_cast<std::size_t>(m_rows));
        for (const geo::Ring* ring : outline) cross(world.land, *ring, toFrame, m_cell, rows);
        fill(country, rows);
    }
}

// Even-odd over all rings of a country, along the middle of each row.
void CountryRaster::fill(int country, std::vector<std::vector<double>>& crossings) {
    for (int row = 0; row < m_rows; ++row) {
        std::vector<double>& xs = crossings[static_cast<std::size_t>(row)];
        std::sort(xs.begin(), xs.end());
        for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
            const double first = std::max(0.0, std::ceil(xs[i] / m_cell - 0.5));
            const double past = std::min(double(m_columns), std::floor(xs[i + 1] / m_cell - 0.5) + 1);
            for (double column = first; column < past; column += 1)
                m_countries[static_cast<std::size_t>(row * m_columns + static_cast<int>(column))] = country;
        }
    }
}

int CountryRaster::at(Vec2 p) const {
    if (p.x < 0 || p.y < 0 || p.x >= m_columns * m_cell || p.y >= m_rows * m_cell) return -1;
    const int column = static_cast<int>(p.x / m_cell), row = static_cast<int>(p.y / m_cell);
    return m_countries[static_cast<std::size_t>(row * m_columns + column)];
}

CountryRaster::Extent CountryRaster::extentOf(int country) const {
    Extent extent;
    int left = m_columns, right = -1, top = m_rows, bottom = -1;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            if (m_countries[static_cast<std::size_t>(row * m_columns + column)] != country) continue;
            ++extent.cells;
            left = std::min(left, column);
            right = std::max(right, column);
            top = std::min(top, row);
            bottom = std::max(bottom, row);
        }
    }
    if (extent.cells > 0)
        extent.box = {left * m_cell, top * m_cell, (right - left + 1) * m_cell, (bottom - top + 1) * m_cell};
    return extent;
}

}  // namespace picture
