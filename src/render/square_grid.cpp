#include "render/square_grid.h"

#include <algorithm>
#include <optional>

namespace render {

namespace {

bool showsLight(std::uint8_t kind) {
    return kind == 0 || kind == (kLandBit | kFocusBit);
}

}  // namespace

SquareGrid::SquareGrid(const ClassMap& classes, const TouchedTiles& lit, const Window& window)
    : m_left(window.x),
      m_top(window.y),
      m_columns((window.size.w + ClassMap::kSide - 1) / ClassMap::kSide),
      m_rows((window.size.h + ClassMap::kSide - 1) / ClassMap::kSide) {
    const int firstColumn = m_left / ClassMap::kSide, firstRow = m_top / ClassMap::kSide;
    m_codes.reserve(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            const std::optional<std::uint8_t> kind = classes.square(column, row);
            const bool isLit =
                kind && showsLight(*kind) && lit.isTouched(firstColumn + column, firstRow + row);
            m_codes.push_back(static_cast<std::uint8_t>(kind ? *kind | (isLit ? kLit : 0) : kMixed));
        }
    }
}

std::uint8_t SquareGrid::codeAt(int column, int row) const {
    if (column < 0 || row < 0 || column >= m_columns || row >= m_rows) return kOutside;
    return m_codes[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                   static_cast<std::size_t>(column)];
}

void SquareGrid::cut(const Patch& patch, std::vector<PaintedPatch>& parts) const {
    const int side = std::max(patch.side / ClassMap::kSide, 1);
    if (patch.x < m_left || patch.y < m_top) return;
    const int column = (patch.x - m_left) / ClassMap::kSide, row = (patch.y - m_top) / ClassMap::kSide;
    const std::uint8_t first = codeAt(column, row);
    if (first == kOutside) return;
    int different = 0, mixed = 0;
    for (int i = 0; i < side * side; ++i) {
        const std::uint8_t code = codeAt(column + i % side, row + i / side);
        different += code != first && code != kOutside;
        mixed += code == kMixed;
    }
    // A square in four that need not be looked up is not worth three smaller ones.
    const bool isMostlyMixed = side == 2 && mixed >= 3;
    if (different > 0 && !isMostlyMixed) {
        for (int i = 0; i < 4; ++i) cut(patch.quarter(i), parts);
    } else if (first == kMixed || isMostlyMixed) {
        parts.push_back({patch, Painting::Marked, 0});
    } else {
        const auto kind = static_cast<std::uint8_t>(first & ~kLit);
        parts.push_back({patch, first & kLit ? Painting::Lit : Painting::Even, kind});
    }
}

}  // namespace render
