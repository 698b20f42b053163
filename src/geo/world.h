// The world as plane shapes, made once from geodata/ through GDAL and PROJ. Everything drawn as ground comes
// from here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/image.h"
#include "base/result.h"
#include "base/text.h"
#include "base/units.h"
#include "geo/map_view.h"
#include "geo/projection.h"

namespace geo {

/// A plane point as the GPU gets it: metres, x east, y north.
struct PlanePoint {
    float x = 0;
    float y = 0;
    bool operator==(const PlanePoint&) const = default;
};

struct Country {
    std::string a2;  ///< ISO 3166-1 alpha-2
    std::string a3;  ///< ISO 3166-1 alpha-3
    base::LocalText name;
    base::LonLat label;     ///< where its name is best written
    int rank = 3;           ///< 1 most important .. 6
    bool disputed = false;  ///< drawn as disputed (Western Sahara)
};

/// A closed ring; the last point is not repeated. Interiors are filled even-odd over all rings of a layer, so
/// a hole is just another ring.
struct Ring {
    std::uint32_t first = 0;  ///< index into points
    std::uint32_t count = 0;
    std::int32_t country = -1;  ///< index into World::countries, or -1
    PlaneBounds bounds;
};

struct AreaLayer {
    double tolerance = 0;  ///< metres on the plane by which outlines may be off; 0: full detail
    std::vector<PlanePoint> points;
    std::vector<Ring> rings;
};

enum class LineKind : std::uint8_t { Coast, Border, Disputed, Admin, River, LakeShore };

struct Polyline {
    std::uint32_t first = 0;
    std::uint32_t count = 0;  ///< at least 2
    LineKind kind = LineKind::Coast;
    std::int32_t left = -1;  ///< country indices on both sides, or -1
    std::int32_t right = -1;
    /// Rivers: kilometres from the farthest source at the first and at the last point.
    double fromKm = 0, toKm = 0;
    PlaneBounds bounds;
};

/// Polylines at one level of detail.
struct LineLevel {
    double tolerance = 0;  ///< metres on the plane by which lines may be off; 0: full detail
    std::vector<PlanePoint> points;
    std::vector<Polyline> lines;
    std::vector<float> along;  ///< for each point: metres along its line to it, at full detail
};

/// Pixels by which simplified shapes may be off.
inline constexpr double kDetail = 0.4;

/// The same lines at falling detail; the first is the full one. No line is dropped, so index i means the same
/// line in every level.
struct LineLayer {
    std::vector<LineLevel> levels;
    /// The coarsest level whose tolerance stays below `metresPerPixel` * kDetail; the full one when none
    /// does.
    const LineLevel& levelFor(double metresPerPixel) const;
};

/// A hillshade raster over a rectangle of longitude and latitude; 128 is flat, rows from the north.
struct Relief {
    base::Image shade;  ///< 1 channel
    double west = 0, south = 0, east = 0, north = 0;
};

struct World {
    Projection projection;
    std::vector<Country> countries;  ///< sorted by a3
    AreaLayer land;
    AreaLayer lakes;
    std::vector<AreaLayer> coarserLand, coarserLakes;  ///< the same rings at the levels of borders and rivers
    LineLayer borders;                                 ///< coasts, borders, disputed lines
    LineLayer admin1;
    LineLayer rivers;                 ///< rivers and lake shores
    std::vector<Relief> reliefs;      ///< coarse to fine
    std::vector<std::string> layers;  ///< names of what was loaded, sorted: "countries", "borders", ...
    base::Problems warnings;          ///< features that were left out and why

    /// Land and lakes at the detail of LineLayer::levelFor.
    const AreaLayer& landFor(double metresPerPixel) const;
    const AreaLayer& lakesFor(double metresPerPixel) const;

    /// Index of the country with this alpha-3 code, or -1.
    int countryIndex(std::string_view a3) const;
};

/// Loads everything in `directory` (geodata/) and projects it. Problems are of kind Data and name the file: a
/// missing or unreadable shapefile, a missing .dbf, .shx or .prj, a wrong coordinate system, a missing field.
/// Single features with empty, invalid or non-finite geometry are left out with a warning.
base::Result<World> loadWorld(const std::string& directory, Projection projection);

/// The alpha-3 codes of every country in `directory`, sorted: what a film may name. Reads no geometry;
/// problems as for loadWorld.
base::Result<std::vector<std::string>> readCountryCodes(const std::string& directory);

}  // namespace geo
