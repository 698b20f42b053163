// Rings and lines in longitude and latitude, made ready for a projection: long edges subdivided, and cut
// where the plane is cut. Nothing is projected here.
#pragma once

#include <span>
#include <vector>

#include "base/units.h"

namespace geo {

/// Edges longer than this in either direction are subdivided, in degrees.
inline constexpr double kLongestStep = 0.5;

enum class Closing { Open, Closed };

/// The points with long edges subdivided (the last point of a closed ring is not repeated). An edge gets the
/// same points in both directions, to the last bit, so that neighbours who share it still do.
std::vector<base::LonLat> subdivided(std::span<const base::LonLat> points, Closing closing);

/// The pieces of a ring on both sides of the meridian `cut`, each closed along the meridian. Filled even-odd
/// they cover what the ring covers. The pieces west of it are moved by 360 degrees: all longitudes are in
/// cut..cut + 360.
std::vector<std::vector<base::LonLat>> cutRing(std::span<const base::LonLat> ring, double cut);

/// The pieces of a line, moved likewise; they end on the meridian.
std::vector<std::vector<base::LonLat>> cutLine(std::span<const base::LonLat> line, double cut);

/// True when `at` is inside by the even-odd rule.
bool contains(std::span<const base::LonLat> ring, base::LonLat at);

}  // namespace geo
