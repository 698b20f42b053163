// Shapefiles as plain data: every ring or line of a file, and the fields that were asked for. Longitude and
// latitude as they are in the file; nothing is projected here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/units.h"

namespace geo {

enum class ShapeKind { Areas, Lines };

struct ShapefileQuery {
    std::string path;  ///< of the .shp
    ShapeKind kind = ShapeKind::Areas;
    std::vector<std::string> fields;          ///< must be there
    std::vector<std::string> optionalFields;  ///< may be there
};

struct FieldValue {
    std::string text;                                          ///< UTF-8; "" when not set
    double number = std::numeric_limits<double>::quiet_NaN();  ///< NaN when not set or no number
};

/// One feature.
struct Shape {
    long long number = 0;            ///< of the feature, from 0, as ogrinfo and QGIS show it
    std::vector<FieldValue> values;  ///< of the query's fields, then of its optional fields
};

/// One ring (the last point is not repeated, at least 3 points) or one line (at least 2 points). No point
/// equals the one before.
struct ShapePart {
    std::uint32_t first = 0;  ///< index into points
    std::uint32_t count = 0;
    std::uint32_t shape = 0;  ///< index into shapes
};

struct ShapeTable {
    std::vector<base::LonLat> points;  ///< all within -180..180 and -90..90
    std::vector<ShapePart> parts;
    std::vector<Shape> shapes;
    base::Problems warnings;  ///< what was left out

    std::span<const base::LonLat> pointsOf(const ShapePart& part) const {
        return std::span(points).subspan(part.first, part.count);
    }
};

inline constexpr std::size_t kMostPoints = 5'000'000;  ///< of one file
inline constexpr long long kMostFeatures = 1'000'000;  ///< of one file
inline constexpr std::size_t kMostWarnings = 10;  ///< of one file; then a last one that counts the others

/// Reads the whole file. One error of kind Data when a file of it is missing or damaged, its coordinates are
/// not WGS 84 longitude and latitude, a field is missing or it is too large. Features without usable geometry
/// are left out with a warning.
base::Result<ShapeTable> readShapefile(const ShapefileQuery& query);

/// The texts of one field, a row a feature, without reading any geometry. Errors as for readShapefile.
base::Result<std::vector<std::string>> readColumn(const std::string& path, const std::string& field);

/// The one thing that is wrong with the files of a shapefile (.shp, .shx, .dbf, .prj) before it is opened, if
/// any.
base::Problems checkShapefile(const std::string& path, ShapeKind kind);

}  // namespace geo
