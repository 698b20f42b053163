// What each pixel of a frame is (sea, land, focus, lake), as bits of a byte: filled on the processor, which
// takes a tenth of what a software renderer takes for the same triangles, and tells which squares are of one
// kind.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/units.h"
#include "render/window.h"

namespace render {

inline constexpr std::uint8_t kLandBit = 128, kFocusBit = 64, kLakeBit = 32;

class ClassMap {
  public:
    /// Every pixel of the window is 0. Pixels and squares are counted from the window's corner, points from
    /// the frame's.
    explicit ClassMap(const Window& window);

    /// Turns `bits` over in every pixel whose middle is inside the closed ring (pixels, y down), by the
    /// even-odd rule. The ring may reach out of the window.
    void turnOver(std::span<const base::Vec2> ring, std::uint8_t bits);

    /// Must be called once, after all rings: from here on pixels can be read.
    void finish();

    std::uint8_t at(int x, int y) const;
    const std::uint8_t* bytes() const { return m_bytes.data(); }
    /// Bytes from one row to the next: the width, rounded up to whole squares.
    int stride() const { return m_stride; }

    static constexpr int kSide = 16;
    /// Whether the window has a part in the square of kSide in this column and row.
    bool has(int column, int row) const;
    /// What all pixels of a square of kSide are; nothing when they differ or there are none.
    std::optional<std::uint8_t> square(int column, int row) const;

  private:
    std::size_t index(int x, int y) const;
    void turnOverEdge(base::Vec2 upper, base::Vec2 lower, std::uint8_t bits);
    int m_left, m_top;
    base::Size m_size;
    int m_stride;
    std::vector<std::uint8_t>
        m_bytes;  // until finish(): what turns over from this pixel to the end of its row
};

}  // namespace render
