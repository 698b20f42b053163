#include "geo/countries.h"

#include <algorithm>
#include <cmath>

#include "geo/gdal_scope.h"

namespace geo {

namespace {

// The order of the query's fields, and so of a shape's values.
enum Field : std::size_t { A2, A3, NameFr, NameEn, LabelLon, LabelLat, Rank, Disputed };

bool isTrue(const FieldValue& value) {
    return value.number > 0 || value.text == "T" || value.text == "t" || value.text == "Y" ||
           value.text == "true";
}

// The middle of the largest part, for a label that is not given.
base::LonLat middleOf(const ShapeTable& table, std::uint32_t shape) {
    base::LonLat middle;
    double most = -1;
    for (const ShapePart& part : table.parts) {
        if (part.shape != shape) continue;
        const auto points = table.pointsOf(part);
        base::LonLat low = points.front(), high = points.front();
        for (const base::LonLat p : points) {
            low = {std::min(low.lon, p.lon), std::min(low.lat, p.lat)};
            high = {std::max(high.lon, p.lon), std::max(high.lat, p.lat)};
        }
        const double size = (high.lon - low.lon) * (high.lat - low.lat);
        if (size <= most) continue;
        most = size;
        middle = {(low.lon + high.lon) / 2, (low.lat + high.lat) / 2};
    }
    return middle;
}

Country countryOf(const ShapeTable& table, std::uint32_t index) {
    const std::vector<FieldValue>& values = table.shapes[index].values;
    Country country;
    country.a2 = values[A2].text;
    country.a3 = values[A3].text;
    if (!values[NameFr].text.empty()) country.name.byLanguage.emplace_back("fr", values[NameFr].text);
    if (!values[NameEn].text.empty()) country.name.byLanguage.emplace_back("en", values[NameEn].text);
    country.label = {values[LabelLon].number, values[LabelLat].number};
    const bool isPlaced = std::abs(country.label.lon) <= 180 && std::abs(country.label.lat) <= 90;
    if (!isPlaced) country.label = middleOf(table, index);
    const double rank = values[Rank].number;
    if (std::isfinite(rank)) country.rank = static_cast<int>(std::clamp(rank, 1.0, 6.0));
    country.disputed = isTrue(values[Disputed]);
    return country;
}

bool comesBefore(const Country& a, const Country& b) {
    return a.a3 < b.a3;
}

}  // namespace

ShapefileQuery countryQuery(const std::string& path) {
    return {path,
            ShapeKind::Areas,
            {"A2", "A3", "NAME_FR", "NAME_EN", "LABEL_LON", "LABEL_LAT", "RANK"},
            {"DISPUTED"}};
}

std::vector<Country> countriesOf(const std::vector<ShapeTable>& tables) {
    std::vector<Country> countries;
    for (const ShapeTable& table : tables) {
        for (std::uint32_t i = 0; i < table.shapes.size(); ++i) {
            if (!table.shapes[i].values[A3].text.empty()) countries.push_back(countryOf(table, i));
        }
    }
    std::stable_sort(countries.begin(), countries.end(), comesBefore);
    const auto isSame = [](const Country& a, const Country& b) { return a.a3 == b.a3; };
    countries.erase(std::unique(countries.begin(), countries.end(), isSame), countries.end());
    return countries;
}

std::int32_t indexOf(const std::vector<Country>& countries, std::string_view a3) {
    const auto found = std::lower_bound(countries.begin(), countries.end(), a3,
                                        [](const Country& c, std::string_view code) { return c.a3 < code; });
    if (found == countries.end() || found->a3 != a3) return -1;
    return static_cast<std::int32_t>(found - countries.begin());
}

std::vector<std::int32_t> countryOfShapes(const ShapeTable& table, const std::vector<Country>& countries) {
    std::vector<std::int32_t> result;
    result.reserve(table.shapes.size());
    for (const Shape& shape : table.shapes) result.push_back(indexOf(countries, shape.values[A3].text));
    return result;
}

base::Result<std::vector<std::string>> readCountryCodes(const std::string& directory) {
    registerDrivers();
    std::vector<std::string> codes;
    for (const char* file : {"/sahel/countries.shp", "/world/countries.shp"}) {
        const auto column = readColumn(directory + file, "A3");
        if (!column) return column.problems();
        codes.insert(codes.end(), column->begin(), column->end());
    }
    std::erase(codes, "");
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

}  // namespace geo
