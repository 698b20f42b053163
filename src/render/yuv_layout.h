// Planar 8-bit 4:2:0 as it lies in one block of memory, for reading back at once:
//
//   row 0           Y Y Y Y Y Y Y Y
//   ...             Y Y Y Y Y Y Y Y     height rows of luma
//   row height      U U U U V V V V
//   ...             U U U U V V V V     half as many, each U beside V
//
// All three planes have the same number of bytes from row to row, an even one.
#pragma once

#include <cstddef>

#include "base/units.h"

namespace render {

struct YuvLayout {
    base::Size size;  ///< of the picture, pixels; chroma has half of it, rounded up

    base::Size chroma() const { return {(size.w + 1) / 2, (size.h + 1) / 2}; }
    int stride() const { return 2 * chroma().w; }
    int rows() const { return size.h + chroma().h; }
    std::size_t bytes() const { return rowStart(rows()); }
    std::size_t uStart() const { return rowStart(size.h); }
    std::size_t vStart() const { return uStart() + static_cast<std::size_t>(chroma().w); }

  private:
    std::size_t rowStart(int row) const {
        return static_cast<std::size_t>(stride()) * static_cast<std::size_t>(row);
    }
};

}  // namespace render
