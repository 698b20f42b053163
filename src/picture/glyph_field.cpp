#include "picture/glyph_field.h"

#include <algorithm>
#include <cmath>

namespace picture {

namespace {

using base::Vec2;

// Where a field's samples lie, in samples of the outline's space: the first one half a sample from the
// origin.
struct Grid {
    Vec2 origin;
    int width = 0, height = 0;

    std::size_t samples() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
    std::size_t row(int y) const { return static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
};

Grid gridAround(const std::vector<OutlinePiece>& outline, double reach, int most) {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const OutlinePiece& s : outline) {
        left = std::min({left, s.a.x, s.b.x});
        right = std::max({right, s.a.x, s.b.x});
        top = std::min({top, s.a.y, s.b.y});
        bottom = std::max({bottom, s.a.y, s.b.y});
    }
    const Vec2 origin{std::floor(left - reach), std::floor(top - reach)};
    return {origin, std::min(most, static_cast<int>(std::ceil(right + reach - origin.x))),
            std::min(most, static_cast<int>(std::ceil(bottom + reach - origin.y)))};
}

// Lowers the squared distances of the samples that a piece reaches. Single precision and nothing but minima:
// the compiler works out several samples at once.
void lowerTo(const OutlinePiece& piece, const Grid& grid, double reach, std::vector<float>& nearest2) {
    const auto clampTo = [](double v, int size) {
        return std::clamp(static_cast<int>(std::floor(v)), 0, size);
    };
    const Vec2 a = piece.a - grid.origin, b = piece.b - grid.origin, d = b - a;
    const int x0 = clampTo(std::min(a.x, b.x) - reach, grid.width);
    const int x1 = clampTo(std::max(a.x, b.x) + reach + 1, grid.width);
    const int y0 = clampTo(std::min(a.y, b.y) - reach, grid.height);
    const int y1 = clampTo(std::max(a.y, b.y) + reach + 1, grid.height);
    const auto dx = static_cast<float>(d.x), dy = static_cast<float>(d.y);
    const auto perLength2 = static_cast<float>(1 / base::dot(d, d));
    const auto left = static_cast<float>(0.5 - a.x);
    for (int y = y0; y < y1; ++y) {
        const auto py = static_cast<float>(y + 0.5 - a.y);
        float* row = nearest2.data() + grid.row(y);
        for (int x = x0; x < x1; ++x) {
            const float px = left + static_cast<float>(x);
            const float along = (px * dx + py * dy) * perLength2;
            const float positive = along > 0 ? along : 0;
            const float t = positive < 1 ? positive : 1;
            const float qx = px - dx * t, qy = py - dy * t, d2 = qx * qx + qy * qy;
            row[x] = d2 < row[x] ? d2 : row[x];
        }
    }
}

// Inside by the non-zero winding rule, a row at a time.
std::vector<char> insideOf(const std::vector<OutlinePiece>& outline, const Grid& grid) {
    std::vector<char> inside(grid.samples());
    std::vector<std::pair<double, int>> crossings;
    for (int row = 0; row < grid.height; ++row) {
        const double y = grid.origin.y + row + 0.5;
        crossings.clear();
        for (const OutlinePiece& s : outline) {
            if ((s.a.y <= y) == (s.b.y <= y)) continue;
            const double x = s.a.x + (y - s.a.y) / (s.b.y - s.a.y) * (s.b.x - s.a.x);
            crossings.emplace_back(x, s.a.y < s.b.y ? 1 : -1);
        }
        std::sort(crossings.begin(), crossings.end());
        int winding = 0;
        std::size_t next = 0;
        for (int column = 0; column < grid.width; ++column) {
            const double x = grid.origin.x + column + 0.5;
            while (next < crossings.size() && crossings[next].first <= x) winding += crossings[next++].second;
            inside[grid.row(row) + static_cast<std::size_t>(column)] = winding != 0;
        }
    }
    return inside;
}

// Distance in samples, inside positive, as a byte.
std::uint8_t encoded(float distance, double range) {
    const double steps = distance * 255 / range;
    const int rounded = static_cast<int>(steps < 0 ? steps - 0.5 : steps + 0.5);  // halves away from zero
    return static_cast<std::uint8_t>(std::clamp(128 + rounded, 0, 255));
}

}  // namespace

GlyphField fieldOf(const std::vector<OutlinePiece>& outline, const FieldKind& kind) {
    if (outline.empty()) return {};
    const double reach = kind.range / 2;
    const Grid grid = gridAround(outline, reach, kind.cell);
    std::vector<float> nearest2(grid.samples(), static_cast<float>(reach * reach));
    for (const OutlinePiece& piece : outline) lowerTo(piece, grid, reach, nearest2);
    const std::vector<char> inside = insideOf(outline, grid);
    GlyphField field{grid.width, grid.height, {}, grid.origin * (1.0 / kind.scale)};
    field.distance.resize(grid.samples());
    for (std::size_t i = 0; i < grid.samples(); ++i) {
        const float distance = std::sqrt(nearest2[i]);
        field.distance[i] = encoded(inside[i] ? distance : -distance, kind.range);
    }
    return field;
}

}  // namespace picture
