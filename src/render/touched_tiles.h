// Which squares of a frame are touched by lines: the rest of the frame needs no second look.
#pragma once

#include <vector>

#include "base/units.h"

namespace render {

class TouchedTiles {
  public:
    /// No square of the frame is touched. Sides of the squares in pixels.
    TouchedTiles(base::Size frame, int side);

    /// Touches every square that a line from a to b (pixels) reaches within `reach` pixels of its bounding
    /// box.
    void touch(base::Vec2 a, base::Vec2 b, double reach);

    /// Whether the square in this column and row is touched; false outside of the frame.
    bool isTouched(int column, int row) const;

    /// The touched squares as boxes in pixels, neighbours in a row joined, clipped to the frame; rows from
    /// the top.
    std::vector<base::Box> boxes() const;

  private:
    base::Size m_frame;
    int m_side, m_columns, m_rows;
    std::vector<char> m_touched;
};

}  // namespace render
