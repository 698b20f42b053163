#include "picture/glyph_field.h"

#include <algorithm>
#include <cmath>

namespace picture {

namespace {

using base::Vec2;

double squaredDistance(Vec2 p, const OutlinePiece& s) {
    const Vec2 d = s.b - s.a;
    const double t = base::clamp01(base::dot(p - s.a, d) / base::dot(d, d));
    const Vec2 q = p - (s.a + d * t);
    return base::dot(q, q);
}

// Inside by the non-zero winding rule, a row at a time.
void markInside(const std::vector<OutlinePiece>& segments, Vec2 origin, int width, int height,
                std::vector<char>& inside) {
    std::vector<std::pair<double, int>> crossings;
    for (int row = 0; row < height; ++row) {
        const double y = origin.y + row + 0.5;
        crossings.clear();
        for (const OutlinePiece& s : segments) {
            if ((s.a.y <= y) == (s.b.y <= y)) continue;
            const double x = s.a.x + (y - s.a.y) / (s.b.y - s.a.y) * (s.b.x - s.a.x);
            crossings.emplace_back(x, s.a.y < s.b.y ? 1 : -1);
        }
        std::sort(crossings.begin(), crossings.end());
        int winding = 0;
        std::size_t next = 0;
        for (int column = 0; column < width; ++column) {
            const double x = origin.x + column + 0.5;
            while (next < crossings.size() && crossings[next].first <= x) winding += crossings[next++].second;
            inside[static_cast<std::size_t>(row) * width + column] = winding != 0;
        }
    }
}

}  // namespace

GlyphField fieldOf(const std::vector<OutlinePiece>& outline, const FieldKind& kind) {
    const double reach = kind.range / 2;
    GlyphField field;
    if (outline.empty()) return field;
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const OutlinePiece& s : outline) {
        left = std::min({left, s.a.x, s.b.x});
        right = std::max({right, s.a.x, s.b.x});
        top = std::min({top, s.a.y, s.b.y});
        bottom = std::max({bottom, s.a.y, s.b.y});
    }
    const Vec2 origin{std::floor(left - reach), std::floor(top - reach)};
    field.width = std::min(kind.cell, static_cast<int>(std::ceil(right + reach - origin.x)));
    field.height = std::min(kind.cell, static_cast<int>(std::ceil(bottom + reach - origin.y)));
    field.origin = origin * (1.0 / kind.scale);

    const auto samples = static_cast<std::size_t>(field.width) * field.height;
    std::vector<double> nearest2(samples, reach * reach);
    for (const OutlinePiece& s : outline) {
        const auto clampTo = [](double v, int size) {
            return std::clamp(static_cast<int>(std::floor(v)), 0, size);
        };
        const int x0 = clampTo(std::min(s.a.x, s.b.x) - reach - origin.x, field.width);
        const int x1 = clampTo(std::max(s.a.x, s.b.x) + reach - origin.x + 1, field.width);
        const int y0 = clampTo(std::min(s.a.y, s.b.y) - reach - origin.y, field.height);
        const int y1 = clampTo(std::max(s.a.y, s.b.y) + reach - origin.y + 1, field.height);
        for (int y = y0; y < y1; ++y) {
            for (int x = x0; x < x1; ++x) {
                double& d2 = nearest2[static_cast<std::size_t>(y) * field.width + x];
                d2 = std::min(d2, squaredDistance({origin.x + x + 0.5, origin.y + y + 0.5}, s));
            }
        }
    }
    std::vector<char> inside(samples);
    markInside(outline, origin, field.width, field.height, inside);
    field.distance.resize(samples);
    for (std::size_t i = 0; i < samples; ++i) {
        const double d = std::sqrt(nearest2[i]) * (inside[i] ? 1 : -1);
        field.distance[i] =
            static_cast<std::uint8_t>(std::clamp(128 + std::lround(d * 255 / kind.range), 0L, 255L));
    }
    return field;
}

}  // namespace picture
