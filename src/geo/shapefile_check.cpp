// What can be said about a shapefile from its files' sizes and headers (ESRI Shapefile Technical Description,
// 1998; dBASE III header). GDAL would read on past much of this, and draw half a world.
#include <ogr_spatialref.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "geo/gdal_scope.h"
#include "geo/shapefile.h"

namespace geo {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 200'000'000;
constexpr std::size_t kMostPrjBytes = 10'000;
constexpr std::size_t kHeaderBytes = 100;
const char* const kRestore =
    "restore it from the program's geodata folder, or make it again with geodata/build";

using Bytes = std::vector<unsigned char>;

base::Problem problem(const fs::path& file, const std::string& what, const std::string& advice = kRestore) {
    return {base::Severity::Error, base::Trouble::Data, file.string(), 0, 0, what, advice};
}

fs::path withExtension(const std::string& path, const char* extension) {
    return fs::path(path).replace_extension(extension);
}

std::uintmax_t sizeOf(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    return error ? 0 : size;
}

Bytes headOf(const fs::path& file, std::size_t most) {
    std::ifstream stream(file, std::ios::binary);
    Bytes bytes(most);
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(most));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

std::uint32_t bigEndian(const Bytes& b, std::size_t i) {
    return std::uint32_t{b[i]} << 24 | std::uint32_t{b[i + 1]} << 16 | std::uint32_t{b[i + 2]} << 8 |
           b[i + 3];
}
std::uint32_t littleEndian(const Bytes& b, std::size_t i) {
    return std::uint32_t{b[i + 3]} << 24 | std::uint32_t{b[i + 2]} << 16 | std::uint32_t{b[i + 1]} << 8 |
           b[i];
}

std::optional<base::Problem> missingFiles(const std::string& path) {
    std::vector<fs::path> missing;
    for (const char* extension : {".shp", ".shx", ".dbf", ".prj"}) {
        const fs::path file = withExtension(path, extension);
        std::error_code error;
        if (!fs::is_regular_file(file, error)) missing.push_back(file);
    }
    if (missing.empty()) return std::nullopt;
    std::string what = "the file is missing";
    for (std::size_t i = 1; i < missing.size(); ++i) {
        what += (i == 1 ? ", and so is " : ", ") + missing[i].filename().string();
    }
    return problem(missing.front(), what);
}

// .shp and .shx: the same header, which tells the length of the file in 16-bit words.
std::optional<base::Problem> damagedGeometry(const fs::path& file, ShapeKind kind) {
    const std::uintmax_t size = sizeOf(file);
    if (size > kMostBytes) return problem(file, "the file is larger than 200 MB", "simplify it");
    const Bytes head = headOf(file, kHeaderBytes);
    if (head.size() < kHeaderBytes || bigEndian(head, 0) != 9994)
        return problem(file, "this is no shapefile");
    const std::uintmax_t told = std::uintmax_t{bigEndian(head, 24)} * 2;
    if (told != size) {
        return problem(file, "the file is damaged: its header tells of " + std::to_string(told) +
                                 " bytes, it has " + std::to_string(size));
    }
    // 3, 13, 23: lines, lines with height, lines with measures; 5, 15, 25: the same for areas.
    const std::uint32_t type = littleEndian(head, 32) % 10;
    if (littleEndian(head, 32) > 25 || type != (kind == ShapeKind::Areas ? 5u : 3u)) {
        return problem(file, kind == ShapeKind::Areas ? "it holds no areas" : "it holds no lines");
    }
    return std::nullopt;
}

std::optional<base::Problem> damagedTable(const std::string& path) {
    const fs::path file = withExtension(path, ".dbf"), index = withExtension(path, ".shx");
    const std::uintmax_t size = sizeOf(file);
    const Bytes head = headOf(file, 32);
    if (head.size() < 32) return problem(file, "this is no dBASE table");
    const std::uintmax_t rows = littleEndian(head, 4);
    const std::uintmax_t headerBytes = head[8] + 256u * head[9], rowBytes = head[10] + 256u * head[11];
    if (headerBytes + rows * rowBytes > size) {
        return problem(file, "the file is damaged: its header tells of " + std::to_string(rows) +
                                 " rows, but it ends before the last");
    }
    const std::uintmax_t shapes = (sizeOf(index) - kHeaderBytes) / 8;
    if (rows != shapes) {
        return problem(file, "the file has " + std::to_string(rows) + " rows, but " +
                                 index.filename().string() + " has " + std::to_string(shapes) + " shapes");
    }
    if (rows > static_cast<std::uintmax_t>(kMostFeatures))
        return problem(file, "it has too many features", "simplify it");
    return std::nullopt;
}

bool isWgs84(const std::string& wkt) {
    const GdalScope quiet;
    OGRSpatialReference reference;
    if (reference.importFromWkt(wkt.c_str()) != OGRERR_NONE || !reference.IsGeographic()) return false;
    return std::abs(reference.GetSemiMajor() - 6378137) < 0.001 &&
           std::abs(reference.GetInvFlattening() - 298.257223563) < 1e-6 &&
           std::abs(reference.GetPrimeMeridian()) < 1e-9 &&
           std::abs(reference.GetAngularUnits() - base::radians(1)) < 1e-12;
}

std::optional<base::Problem> wrongCoordinates(const std::string& path) {
    const fs::path file = withExtension(path, ".prj");
    const Bytes bytes = headOf(file, kMostPrjBytes);
    if (isWgs84(std::string(bytes.begin(), bytes.end()))) return std::nullopt;
    return problem(
        file, "the coordinates are not longitude and latitude on WGS 84 (EPSG:4326)",
        "convert the shapefile: ogr2ogr -t_srs EPSG:4326 NEW.shp " + fs::path(path).filename().string());
}

}  // namespace

base::Problems checkShapefile(const std::string& path, ShapeKind kind) {
    if (auto missing = missingFiles(path)) return {*missing};
    for (const char* extension : {".shp", ".shx"}) {
        if (auto damaged = damagedGeometry(withExtension(path, extension), kind)) return {*damaged};
    }
    if (auto damaged = damagedTable(path)) return {*damaged};
    if (auto wrong = wrongCoordinates(path)) return {*wrong};
    return {};
}

}  // namespace geo
