// Triangles for filling rings by even-odd blending: no triangulation in the usual sense is needed.
#pragma once

#include <cstdint>
#include <vector>

namespace geo {

/// Appends count - 2 triangles (i, middle, j) that split the ring's index range in halves again and again.
/// Drawn with a blend that inverts what is there, every pixel inside the ring is covered an odd number of
/// times and every pixel outside an even number, whatever the ring's shape, validity or direction. Halving
/// keeps the triangles near the outline, so little is drawn twice. (The principle of stencil filling: OpenGL
/// Programming Guide, "Drawing Filled, Concave Polygons Using the Stencil Buffer"; the halving keeps overdraw
/// logarithmic.)
void appendRingTriangles(std::uint32_t first, std::uint32_t count, std::vector<std::uint32_t>& triangles);

}  // namespace geo
