#include "geo/relief.h"

#include <gdal_priv.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <memory>

#include "geo/gdal_scope.h"

namespace geo {

namespace {

constexpr int kMostPixels = 16384;

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

base::Problem warning(const std::string& path, const std::string& what) {
    return {base::Severity::Warning,
            base::Trouble::Data,
            path,
            0,
            0,
            what + ", the map has no relief there",
            "restore it from the program's geodata folder"};
}

// The list of sibling files keeps GDAL from looking for others beside this one.
Dataset openGeoTiff(const std::string& path) {
    const std::string name = std::filesystem::path(path).filename().string();
    const char* const drivers[] = {"GTiff", nullptr};
    const char* const siblings[] = {name.c_str(), nullptr};
    return Dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers, nullptr, siblings));
}

bool isNorthUp(const std::array<double, 6>& t) {
    return t[1] > 0 && t[2] == 0 && t[4] == 0 && t[5] < 0 && std::isfinite(t[0]) && std::isfinite(t[3]);
}

bool isOnGlobe(const Relief& relief) {
    constexpr double kSlack = 1e-6;
    return relief.west >= -180 - kSlack && relief.east <= 180 + kSlack && relief.south >= -90 - kSlack &&
           relief.north <= 90 + kSlack;
}

}  // namespace

base::Result<Relief> readRelief(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return warning(path, "the file is missing");
    GdalScope gdal;
    const Dataset dataset = openGeoTiff(path);
    if (!dataset) return warning(path, "it cannot be read: " + gdal.takeMessage());
    const int width = dataset->GetRasterXSize(), height = dataset->GetRasterYSize();
    std::array<double, 6> t{};
    if (dataset->GetGeoTransform(t.data()) != CE_None || !isNorthUp(t)) {
        return warning(path, "it has no north-up position on the globe");
    }
    GDALRasterBand* band = dataset->GetRasterCount() == 1 ? dataset->GetRasterBand(1) : nullptr;
    if (!band || band->GetRasterDataType() != GDT_Byte || width > kMostPixels || height > kMostPixels) {
        return warning(path, "it is not one band of 8 bits, at most 16384 pixels wide and high");
    }
    Relief relief{{width, height, 1, {}}, t[0], t[3] + t[5] * height, t[0] + t[1] * width, t[3]};
    if (!isOnGlobe(relief)) return warning(path, "it reaches outside of -180..180 and -90..90 degrees");
    relief.shade.bytes.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (band->RasterIO(GF_Read, 0, 0, width, height, relief.shade.bytes.data(), width, height, GDT_Byte, 0,
                       0) != CE_None) {
        return warning(path, "it is damaged: " + gdal.takeMessage());
    }
    return relief;
}

}  // namespace geo
