#include "render/touched_tiles.h"

#include <algorithm>
#include <cmath>

namespace render {

TouchedTiles::TouchedTiles(base::Size frame, int side)
    : m_frame(frame),
      m_side(side),
      m_columns((frame.w + side - 1) / side),
      m_rows((frame.h + side - 1) / side),
      m_touched(static_cast<std::size_t>(m_columns) * m_rows, 0) {}

void TouchedTiles::touch(base::Vec2 a, base::Vec2 b, double reach) {
    const auto [left, right] = std::minmax(a.x, b.x);
    const auto [top, bottom] = std::minmax(a.y, b.y);
    if (right + reach < 0 || left - reach > m_frame.w || bottom + reach < 0 || top - reach > m_frame.h)
        return;
    const auto tile = [&](double pixel, int count) {
        return static_cast<int>(std::clamp(std::floor(pixel / m_side), 0.0, count - 1.0));
    };
    const int x0 = tile(left - reach, m_columns), x1 = tile(right + reach, m_columns);
    const int y0 = tile(top - reach, m_rows), y1 = tile(bottom + reach, m_rows);
    for (int y = y0; y <= y1; ++y) {
        char* row = m_touched.data() + static_cast<std::size_t>(y) * m_columns;
        std::fill(row + x0, row + x1 + 1, char{1});
    }
}

bool TouchedTiles::isTouched(int column, int row) const {
    return column >= 0 && row >= 0 && column < m_columns && row < m_rows &&
           m_touched[static_cast<std::size_t>(row) * m_columns + static_cast<std::size_t>(column)];
}

std::vector<base::Box> TouchedTiles::boxes() const {
    std::vector<base::Box> boxes;
    for (int y = 0; y < m_rows; ++y) {
        const char* row = m_touched.data() + static_cast<std::size_t>(y) * m_columns;
        for (int x = 0; x < m_columns; ++x) {
            if (!row[x]) continue;
            int end = x;
            while (end < m_columns && row[end]) ++end;
            const double left = double(x) * m_side, top = double(y) * m_side;
            boxes.push_back({left, top, std::min(double(end) * m_side, double(m_frame.w)) - left,
                             std::min(top + m_side, double(m_frame.h)) - top});
            x = end;
        }
    }
    return boxes;
}

}  // namespace render
