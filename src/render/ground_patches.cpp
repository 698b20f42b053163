#include "render/ground_patches.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace render {

namespace {

using base::LonLat;
using base::Vec2;

// Pixels by which a patch may be off when it stays whole, and when its quarters need no second look.
constexpr double kGood = 0.35, kSmooth = 2;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Three by three points, row by row from the top left.
using Nine = std::array<LonLat, 9>;
constexpr std::array<int, 4> kCorners{0, 2, 6, 8};

bool isKnown(LonLat p) {
    return !std::isnan(p.lon);
}

LonLat middle(LonLat a, LonLat b) {
    return {(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
}

// Ground distance in degrees, good enough for comparing.
double apart(LonLat a, LonLat b) {
    const double narrowing = std::cos(base::radians(std::clamp((a.lat + b.lat) / 2, -89.0, 89.0)));
    return std::hypot((a.lon - b.lon) * narrowing, a.lat - b.lat);
}

// How far, in pixels, the ground of a square is from what its corners promise; infinity when a point is not
// on the map.
double unevenness(const Nine& n, int side) {
    if (!std::all_of(n.begin(), n.end(), isKnown)) return std::numeric_limits<double>::infinity();
    const double perSide = std::max(
        std::min({apart(n[0], n[2]), apart(n[0], n[6]), apart(n[8], n[2]), apart(n[8], n[6])}), 1e-12);
    const double worst = std::max({apart(n[1], middle(n[0], n[2])), apart(n[3], middle(n[0], n[6])),
                                   apart(n[5], middle(n[2], n[8])), apart(n[7], middle(n[6], n[8])),
                                   apart(n[4], middle(middle(n[0], n[8]), middle(n[2], n[6])))});
    return worst / perSide * side;
}

Nine unwrapped(Nine n) {
    const auto first = std::find_if(n.begin(), n.end(), isKnown);
    if (first == n.end()) return n;
    const double lon = first->lon;
    for (LonLat& p : n) {
        if (isKnown(p)) p.lon = lon + std::remainder(p.lon - lon, 360.0);
    }
    return n;
}

Patch patchOf(int x, int y, int side, const Nine& n) {
    Patch patch{x, y, side, {}};
    for (std::size_t i = 0; i < 4; ++i) patch.corners[i] = n[static_cast<std::size_t>(kCorners[i])];
    return patch;
}

// The ground under pixels, on the map or not.
std::vector<LonLat> groundUnder(const std::vector<Vec2>& pixels, const geo::MapView& view,
                                const geo::Projection& projection) {
    std::vector<Vec2> plane;
    plane.reserve(pixels.size());
    for (const Vec2 p : pixels) plane.push_back(view.toPlane(p).value_or(Vec2{kNaN, kNaN}));
    return projection.inverseAll(plane);
}

// The four that are not corners of a square, and its middle.
constexpr std::array<int, 5> kBetween{1, 3, 4, 5, 7};

// A square whose corners are known already: they are points of the square it was cut from. What is between
// them costs a projection each.
struct Square {
    int x, y, side;
    std::array<LonLat, 4> corners;

    Vec2 pixel(int i) const { return {x + side * 0.5 * (i % 3), y + side * 0.5 * (i / 3)}; }
};

std::array<LonLat, 4> quarterCorners(const Nine& n, int which) {
    const auto a = static_cast<std::size_t>(which % 2 + 3 * (which / 2));
    return {n[a], n[a + 1], n[a + 3], n[a + 4]};
}

// Cuts squares in four until they are even, or single pixels at the edge of the map.
class Refinement {
  public:
    Refinement(const geo::MapView& view, const geo::Projection& projection)
        : m_view(view), m_projection(projection) {}

    void refine(std::vector<Square> squares, std::vector<Patch>& patches) const {
        // All squares of a round have one size.
        while (!squares.empty() && squares.front().side > 1) {
            std::vector<Vec2> pixels;
            for (const Square& s : squares) {
                for (const int i : kBetween) pixels.push_back(s.pixel(i));
            }
            const std::vector<LonLat> ground = groundUnder(pixels, m_view, m_projection);
            std::vector<Square> open;
            for (std::size_t i = 0; i < squares.size(); ++i) {
                Nine nine;
                for (std::size_t k = 0; k < 4; ++k)
                    nine[static_cast<std::size_t>(kCorners[k])] = squares[i].corners[k];
                for (std::size_t k = 0; k < 5; ++k)
                    nine[static_cast<std::size_t>(kBetween[k])] = ground[5 * i + k];
                settle(squares[i], nine, patches, open);
            }
            squares = std::move(open);
        }
        addPixels(squares, patches);
    }

  private:
    void settle(const Square& s, const Nine& nine, std::vector<Patch>& patches,
                std::vector<Square>& open) const {
        if (std::none_of(nine.begin(), nine.end(), isKnown)) return;
        const Nine even = unwrapped(nine);
        if (unevenness(even, s.side) <= kGood) {
            patches.push_back(patchOf(s.x, s.y, s.side, even));
            return;
        }
        const int half = s.side / 2;
        for (int i = 0; i < 4; ++i)
            open.push_back({s.x + half * (i % 2), s.y + half * (i / 2), half, quarterCorners(nine, i)});
    }

    // Of a single pixel the middle alone counts.
    void addPixels(const std::vector<Square>& squares, std::vector<Patch>& patches) const {
        std::vector<Vec2> pixels;
        for (const Square& s : squares) pixels.push_back(s.pixel(4));
        const std::vector<LonLat> ground = groundUnder(pixels, m_view, m_projection);
        for (std::size_t i = 0; i < squares.size(); ++i) {
            const LonLat p = ground[i];
            if (isKnown(p)) patches.push_back({squares[i].x, squares[i].y, 1, {p, p, p, p}});
        }
    }

    const geo::MapView& m_view;
    const geo::Projection& m_projection;
};

// The ground at the corners and middles of the frame's largest squares.
class CoarseGrid {
  public:
    CoarseGrid(const geo::MapView& view, const geo::Projection& projection, const Window& window)
        : m_firstColumn(first(window.x)),
          m_firstRow(first(window.y)),
          m_columns(end(window.x + window.size.w, window.frame.w) - m_firstColumn),
          m_rows(end(window.y + window.size.h, window.frame.h) - m_firstRow) {
        constexpr int kHalf = kLargestPatch / 2;
        const double left = x(0), top = y(0);
        std::vector<Vec2> pixels;
        for (int j = 0; j <= 2 * m_rows; ++j) {
            for (int i = 0; i < across(); ++i)
                pixels.push_back({left + double(i) * kHalf, top + double(j) * kHalf});
        }
        m_ground = groundUnder(pixels, view, projection);
    }

    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    int x(int column) const { return (m_firstColumn + column) * kLargestPatch; }
    int y(int row) const { return (m_firstRow + row) * kLargestPatch; }
    /// As projected: longitudes may differ by a turn.
    Nine nineAt(int column, int row) const {
        Nine nine;
        for (int k = 0; k < 9; ++k) {
            nine[static_cast<std::size_t>(k)] =
                m_ground[static_cast<std::size_t>((2 * row + k / 3) * across() + 2 * column + k % 3)];
        }
        return nine;
    }

  private:
    // What is read beside a window: two pixels of something drawn at a third of the size.
    static constexpr int kMargin = 6;
    static int first(int from) { return std::max(from - kMargin, 0) / kLargestPatch; }
    static int end(int to, int length) {
        return (std::min(to + kMargin, length) + kLargestPatch - 1) / kLargestPatch;
    }
    int across() const { return 2 * m_columns + 1; }

    int m_firstColumn, m_firstRow, m_columns, m_rows;
    std::vector<LonLat> m_ground;
};

void addQuarters(int x, int y, const Nine& nine, std::vector<Patch>& patches) {
    constexpr int kHalf = kLargestPatch / 2;
    for (int k = 0; k < 4; ++k)
        patches.push_back({x + kHalf * (k % 2), y + kHalf * (k / 2), kHalf, quarterCorners(nine, k)});
}

}  // namespace

LonLat Patch::at(double right, double down) const {
    const auto mix = [&](double a, double b, double c, double d) {
        return base::lerp(base::lerp(a, b, right), base::lerp(c, d, right), down);
    };
    const auto& c = corners;
    return {mix(c[0].lon, c[1].lon, c[2].lon, c[3].lon), mix(c[0].lat, c[1].lat, c[2].lat, c[3].lat)};
}

Patch Patch::quarter(int which) const {
    const int half = side / 2;
    const double right = which % 2 * 0.5, down = which / 2 * 0.5;
    return {x + half * (which % 2),
            y + half * (which / 2),
            half,
            {at(right, down), at(right + 0.5, down), at(right, down + 0.5), at(right + 0.5, down + 0.5)}};
}

std::vector<Patch> patchesOf(const geo::MapView& view, const geo::Projection& projection,
                             const Window& window) {
    const CoarseGrid grid(view, projection, window);
    std::vector<Patch> patches;
    std::vector<Square> open;
    for (int row = 0; row < grid.rows(); ++row) {
        for (int column = 0; column < grid.columns(); ++column) {
            const Nine raw = grid.nineAt(column, row), nine = unwrapped(raw);
            const int x = grid.x(column), y = grid.y(row);
            const double off = unevenness(nine, kLargestPatch);
            if (off <= kGood) {
                patches.push_back(patchOf(x, y, kLargestPatch, nine));
            } else if (off <= kSmooth) {
                addQuarters(x, y, nine, patches);
            } else if (std::any_of(nine.begin(), nine.end(), isKnown)) {
                const int half = kLargestPatch / 2;
                for (int k = 0; k < 4; ++k)
                    open.push_back({x + half * (k % 2), y + half * (k / 2), half, quarterCorners(raw, k)});
            }
        }
    }
    Refinement(view, projection).refine(std::move(open), patches);
    return patches;
}

}  // namespace render
