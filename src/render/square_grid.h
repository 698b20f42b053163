// What there is to paint in each square of a frame: squares of one kind and without light are the rule, and
// cheap.
#pragma once

#include <cstdint>
#include <vector>

#include "render/class_map.h"
#include "render/ground_patches.h"
#include "render/touched_tiles.h"

namespace render {

/// How a part of the frame is painted.
enum class Painting : std::uint8_t {
    Even,    ///< all of one kind
    Lit,     ///< of one kind, with light on it
    Marked,  ///< anything: each pixel is looked up
};

struct PaintedPatch {
    Patch patch;
    Painting painting = Painting::Even;
    std::uint8_t kind = 0;  ///< as ClassMap has it; 0 when marked
};

class SquareGrid {
  public:
    /// `lit`: the squares of ClassMap::kSide in which there is light. Only the sea and focus countries show
    /// it. `lit` counts its squares from the frame's corner, `classes` from the window's.
    SquareGrid(const ClassMap& classes, const TouchedTiles& lit, const Window& window);

    /// Appends the patch, in as few parts as their painting allows; parts outside of the window are left
    /// out.
    void cut(const Patch& patch, std::vector<PaintedPatch>& parts) const;

  private:
    // A kind, or one of these bits with it.
    static constexpr std::uint8_t kLit = 1, kMixed = 2, kOutside = 4;
    std::uint8_t codeAt(int column, int row) const;
    int m_left, m_top, m_columns, m_rows;
    std::vector<std::uint8_t> m_codes;
};

}  // namespace render
