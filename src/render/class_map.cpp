#include "render/class_map.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace render {

namespace {

using base::Vec2;

// The first pixel whose middle is not before `position`, within `from`..`to`.
int firstFrom(double position, int from, int to) {
    return static_cast<int>(std::clamp(std::ceil(position - 0.5), double(from), double(to)));
}

}  // namespace

ClassMap::ClassMap(const Window& window)
    : m_left(window.x),
      m_top(window.y),
      m_size(window.size),
      m_stride((m_size.w + kSide - 1) / kSide * kSide),
      m_bytes(static_cast<std::size_t>(m_stride) * static_cast<std::size_t>(m_size.h), 0) {}

std::size_t ClassMap::index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_stride) + static_cast<std::size_t>(x);
}

void ClassMap::turnOver(std::span<const Vec2> ring, std::uint8_t bits) {
    if (ring.empty()) return;
    Vec2 a = ring.back();
    for (const Vec2 b : ring) {
        // From top to bottom in both directions, so that neighbours agree on every pixel.
        if (a.y < b.y) turnOverEdge(a, b, bits);
        if (b.y < a.y) turnOverEdge(b, a, bits);
        a = b;
    }
}

void ClassMap::turnOverEdge(Vec2 upper, Vec2 lower, std::uint8_t bits) {
    const int right = m_left + m_size.w, bottom = m_top + m_size.h;
    const int first = firstFrom(upper.y, m_top, bottom), end = firstFrom(lower.y, m_top, bottom);
    if (first >= end || std::min(upper.x, lower.x) >= right) return;
    const double slope = (lower.x - upper.x) / (lower.y - upper.y);
    for (int row = first; row < end; ++row) {
        const int column = firstFrom(upper.x + (row + 0.5 - upper.y) * slope, m_left, right);
        if (column < right) m_bytes[index(column - m_left, row - m_top)] ^= bits;
    }
}

void ClassMap::finish() {
    for (int y = 0; y < m_size.h; ++y) {
        std::uint8_t* row = m_bytes.data() + index(0, y);
        std::uint64_t carried = 0;
        for (int x = 0; x < m_stride; x += 8) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, row + x, 8);
            // Each byte takes over those before it (the first byte is the lowest on every machine that this
            // runs on).
            eight ^= eight << 8;
            eight ^= eight << 16;
            eight ^= eight << 32;
            eight ^= carried;
            carried = (eight >> 56) * 0x0101010101010101;
            std::memcpy(row + x, &eight, 8);
        }
    }
}

std::uint8_t ClassMap::at(int x, int y) const {
    return m_bytes[index(x, y)];
}

bool ClassMap::has(int column, int row) const {
    return column >= 0 && row >= 0 && column * kSide < m_size.w && row * kSide < m_size.h;
}

std::optional<std::uint8_t> ClassMap::square(int column, int row) const {
    if (!has(column, row)) return std::nullopt;
    const int left = column * kSide, top = row * kSide, bottom = std::min(top + kSide, m_size.h);
    const std::uint8_t kind = at(left, top);
    const std::uint64_t eight = kind * std::uint64_t{0x0101010101010101};
    for (int y = top; y < bottom; ++y) {
        std::uint64_t halves[2];
        std::memcpy(halves, m_bytes.data() + index(left, y), sizeof halves);
        if (halves[0] != eight || halves[1] != eight) return std::nullopt;
    }
    return kind;
}

}  // namespace render
