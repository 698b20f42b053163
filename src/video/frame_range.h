// Frames by number.
#pragma once

#include <algorithm>
#include <cstdint>

namespace video {

/// From `first` to `last`, both included, counted from 1; empty when last < first.
struct FrameRange {
    std::int64_t first = 1;
    std::int64_t last = 0;
    bool operator==(const FrameRange&) const = default;
    std::int64_t count() const { return last < first ? 0 : last - first + 1; }
    bool overlaps(FrameRange other) const {
        return std::max(first, other.first) <= std::min(last, other.last);
    }
    bool contains(std::int64_t frame) const { return first <= frame && frame <= last; }
};

}  // namespace video
