// GDAL the way this program wants it: few drivers, quiet, and never writing. Only geo/ includes this.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace geo {

/// Registers the two drivers that are used (ESRI Shapefile, GTiff). Cheap when done before.
void registerDrivers();

/// While it lives, GDAL's messages on this thread are kept instead of printed, and GDAL's options on this
/// thread are those of this program. Scopes may not be moved, only nested.
class GdalScope {
  public:
    GdalScope();
    ~GdalScope();
    GdalScope(const GdalScope&) = delete;
    GdalScope& operator=(const GdalScope&) = delete;

    /// The first error or warning since the last call, on one line; "" when there was none.
    std::string takeMessage();
    /// The same for this program's own notes, called by GDAL.
    void keep(const char* message);

  private:
    std::string m_message;
    std::vector<std::pair<const char*, std::optional<std::string>>> m_before;
};

}  // namespace geo
