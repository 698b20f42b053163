#include "geo/shapefile.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <optional>

#include "geo/gdal_scope.h"

namespace geo {

namespace {

using base::LonLat;

// How far outside of the globe rounding may put a point, in degrees.
constexpr double kSlack = 0.001;

base::Problem problem(const std::string& file, base::Severity severity, const std::string& what,
                      const std::string& advice) {
    return {severity, base::Trouble::Data, file, 0, 0, what, advice};
}

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

Dataset openShapefile(const std::string& path) {
    const char* const drivers[] = {"ESRI Shapefile", nullptr};
    return Dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
}

// Reads one open layer into a table.
class TableReader {
  public:
    TableReader(const ShapefileQuery& query, OGRLayer& layer, GdalScope& gdal)
        : m_query(query), m_layer(layer), m_gdal(gdal) {}

    base::Result<ShapeTable> read();

  private:
    std::optional<base::Problem> findFields();
    void readFeature(OGRFeature& feature);
    std::vector<FieldValue> valuesOf(const OGRFeature& feature) const;
    /// Why a geometry cannot be used; its parts that can be are in the table then, or "" when all are.
    std::string addGeometry(const OGRGeometry& geometry);
    std::string addPart(const OGRSimpleCurve& curve);
    void warn(long long number, const std::string& why);
    void countUnsaid();

    const ShapefileQuery& m_query;
    OGRLayer& m_layer;
    GdalScope& m_gdal;
    std::vector<int> m_fields;
    std::vector<OGRRawPoint> m_raw;
    std::size_t m_unsaid = 0;
    ShapeTable m_table;
};

base::Result<ShapeTable> TableReader::read() {
    if (auto missing = findFields()) return *missing;
    const long long count = m_layer.GetFeatureCount();
    long long next = 0;
    while (const auto feature = std::unique_ptr<OGRFeature>(m_layer.GetNextFeature())) {
        const long long number = feature->GetFID();
        for (; next < number; ++next) warn(next, "it cannot be read");
        next = number + 1;
        readFeature(*feature);
        if (m_table.points.size() > kMostPoints) {
            return problem(m_query.path, base::Severity::Error, "it has more than 5,000,000 points",
                           "simplify it");
        }
    }
    for (; next < count; ++next) warn(next, "it cannot be read");
    countUnsaid();
    return std::move(m_table);
}

std::optional<base::Problem> TableReader::findFields() {
    OGRFeatureDefn& definition = *m_layer.GetLayerDefn();
    std::string missing;
    for (const std::string& name : m_query.fields) {
        m_fields.push_back(definition.GetFieldIndex(name.c_str()));
        if (m_fields.back() < 0) missing += (missing.empty() ? "" : ", ") + name;
    }
    for (const std::string& name : m_query.optionalFields) {
        m_fields.push_back(definition.GetFieldIndex(name.c_str()));
    }
    if (missing.empty()) return std::nullopt;
    std::string present;
    for (int i = 0; i < std::min(definition.GetFieldCount(), 20); ++i) {
        present += (present.empty() ? "" : ", ") + std::string(definition.GetFieldDefn(i)->GetNameRef());
    }
    return problem(m_query.path, base::Severity::Error, "the table has no field " + missing,
                   "it has " + (present.empty() ? "none" : present) + "; add what is missing to the .dbf");
}

void TableReader::readFeature(OGRFeature& feature) {
    const OGRGeometry* geometry = feature.GetGeometryRef();
    if (!geometry || geometry->IsEmpty()) {
        const std::string message = m_gdal.takeMessage();
        return warn(feature.GetFID(),
                    message.empty() ? "it has no geometry" : "it cannot be read: " + message);
    }
    const std::size_t points = m_table.points.size(), parts = m_table.parts.size();
    const std::string why = addGeometry(*geometry);
    if (!why.empty()) {
        m_table.points.resize(points);
        m_table.parts.resize(parts);
        return warn(feature.GetFID(), why);
    }
    m_table.shapes.push_back({feature.GetFID(), valuesOf(feature)});
}

std::vector<FieldValue> TableReader::valuesOf(const OGRFeature& feature) const {
    std::vector<FieldValue> values(m_fields.size());
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const int field = m_fields[i];
        if (field < 0 || !feature.IsFieldSetAndNotNull(field)) continue;
        FieldValue& value = values[i];
        value.text = feature.GetFieldAsString(field);
        const char* end = value.text.data() + value.text.size();
        double number = 0;
        if (std::from_chars(value.text.data(), end, number).ptr == end && !value.text.empty())
            value.number = number;
    }
    return values;
}

std::string TableReader::addGeometry(const OGRGeometry& geometry) {
    switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbLineString:
            return m_query.kind == ShapeKind::Lines ? addPart(*geometry.toLineString())
                                                    : "it is a line, not an area";
        case wkbPolygon:
            if (m_query.kind != ShapeKind::Areas) return "it is an area, not a line";
            for (const OGRLinearRing* ring : *geometry.toPolygon()) {
                if (std::string why = addPart(*ring); !why.empty()) return why;
            }
            return "";
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbGeometryCollection:
            for (const OGRGeometry* member : *geometry.toGeometryCollection()) {
                if (std::string why = addGeometry(*member); !why.empty()) return why;
            }
            return "";
        default:
            return std::string("its geometry is a ") + geometry.getGeometryName();
    }
}

std::string TableReader::addPart(const OGRSimpleCurve& curve) {
    m_raw.resize(static_cast<std::size_t>(curve.getNumPoints()));
    curve.getPoints(m_raw.data());
    std::vector<LonLat>& points = m_table.points;
    const std::size_t first = points.size();
    for (const OGRRawPoint& raw : m_raw) {
        if (!std::isfinite(raw.x) || !std::isfinite(raw.y)) return "it has a coordinate that is not a number";
        if (std::abs(raw.x) > 180 + kSlack || std::abs(raw.y) > 90 + kSlack)
            return "it reaches outside of the globe";
        const LonLat p{std::clamp(raw.x, -180.0, 180.0), std::clamp(raw.y, -90.0, 90.0)};
        if (points.size() == first || !(points.back() == p)) points.push_back(p);
    }
    const bool isRing = m_query.kind == ShapeKind::Areas;
    while (isRing && points.size() > first + 1 && points.back() == points[first]) points.pop_back();
    const std::size_t count = points.size() - first;
    if (count < (isRing ? 3u : 2u))
        return isRing ? "it has a ring of fewer than 3 points" : "it has a line of 1 point";
    m_table.parts.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(count),
                             static_cast<std::uint32_t>(m_table.shapes.size())});
    return "";
}

void TableReader::warn(long long number, const std::string& why) {
    if (m_table.warnings.size() >= kMostWarnings) {
        ++m_unsaid;
        return;
    }
    m_table.warnings.push_back(problem(m_query.path, base::Severity::Warning,
                                       "feature " + std::to_string(number) + " is left out: " + why,
                                       "correct it with QGIS, or delete it"));
}

void TableReader::countUnsaid() {
    if (m_unsaid == 0) return;
    m_table.warnings.push_back(problem(m_query.path, base::Severity::Warning,
                                       std::to_string(m_unsaid) + " more features are left out", ""));
}

}  // namespace

namespace {

// The file's layer, or why there is none.
base::Result<OGRLayer*> openLayer(const std::string& path, ShapeKind kind, GdalScope& gdal,
                                  Dataset& dataset) {
    if (base::Problems found = checkShapefile(path, kind); !found.empty()) return found;
    dataset = openShapefile(path);
    if (OGRLayer* layer = dataset ? dataset->GetLayer(0) : nullptr) return layer;
    return problem(path, base::Severity::Error, "it cannot be read: " + gdal.takeMessage(),
                   "restore it from the program's geodata folder");
}

}  // namespace

base::Result<ShapeTable> readShapefile(const ShapefileQuery& query) {
    GdalScope gdal;
    Dataset dataset;
    const auto layer = openLayer(query.path, query.kind, gdal, dataset);
    if (!layer) return layer.problems();
    return TableReader(query, **layer, gdal).read();
}

base::Result<std::vector<std::string>> readColumn(const std::string& path, const std::string& field) {
    GdalScope gdal;
    Dataset dataset;
    const auto layer = openLayer(path, ShapeKind::Areas, gdal, dataset);
    if (!layer) return layer.problems();
    OGRFeatureDefn& definition = *(*layer)->GetLayerDefn();
    const int index = definition.GetFieldIndex(field.c_str());
    if (index < 0) {
        return problem(path, base::Severity::Error, "the table has no field " + field,
                       "restore it from the program's geodata folder");
    }
    definition.SetGeometryIgnored(1);
    std::vector<std::string> column;
    while (const auto feature = std::unique_ptr<OGRFeature>((*layer)->GetNextFeature())) {
        column.emplace_back(feature->GetFieldAsString(index));
    }
    return column;
}

}  // namespace geo
