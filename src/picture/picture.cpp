#include "picture/picture.h"

namespace picture {

double wholeOf(const Arrow& arrow) {
    if (arrow.whole > 0) return arrow.whole;
    double length = 0;
    for (std::size_t i = 1; i < arrow.points.size(); ++i)
        length += base::length(arrow.points[i] - arrow.points[i - 1]);
    return length;
}

double drawnOf(const Arrow& arrow) {
    return wholeOf(arrow) * base::clamp01(arrow.progress) - arrow.before;
}

}  // namespace picture
