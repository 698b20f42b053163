#include "geo/ring_triangles.h"

namespace geo {

void appendRingTriangles(std::uint32_t first, std::uint32_t count, std::vector<std::uint32_t>& triangles) {
    if (count < 3) return;
    struct Range {
        std::uint32_t begin, end;
    };
    // Depth first: the stack never holds more than one range per halving.
    std::vector<Range> open{{first, first + count - 1}};
    while (!open.empty()) {
        const Range range = open.back();
        open.pop_back();
        if (range.end - range.begin < 2) continue;
        const std::uint32_t middle = range.begin + (range.end - range.begin) / 2;
        triangles.insert(triangles.end(), {range.begin, middle, range.end});
        open.push_back({middle, range.end});
        open.push_back({range.begin, middle});
    }
}

}  // namespace geo
