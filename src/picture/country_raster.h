// Which country lies where in a frame, in cells: asked thousands of times while names and cards look for
// their places.
#pragma once

#include <functional>
#include <vector>

#include "geo/world.h"

namespace picture {

class CountryRaster {
  public:
    /// The countries for which `wanted` is true, as `view` shows them, in square cells of `cell` pixels.
    CountryRaster(const geo::World& world, const geo::MapView& view, double cell,
                  const std::function<bool(int)>& wanted);

    /// Index of the country whose cell holds this pixel; -1 outside the frame or where none of them is.
    int at(base::Vec2 pixel) const;

    /// Cells of `country`, their number and the middle of the box around them (pixels); none: 0.
    struct Extent {
        int cells = 0;
        base::Box box;
    };
    Extent extentOf(int country) const;

    double cell() const { return m_cell; }

  private:
    void fill(int country, std::vector<std::vector<double>>& crossings);

    double m_cell;
    int m_columns, m_rows;
    std::vector<int> m_countries;
};

}  // namespace picture
