// From longitude and latitude to the plane and back, for any PROJ string. One object per thread: PROJ
// contexts are not shared.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/units.h"

namespace geo {

/// A circle on the globe: the map shows what is within `km` of `center` along the great circle.
struct Horizon {
    base::LonLat center;
    double km = 0;
    bool operator==(const Horizon&) const = default;
};

class Projection {
  public:
    /// Makes the projection from a PROJ string ("+proj=laea +lat_0=24 +lon_0=9"; "+type=crs" is not needed)
    /// or "EPSG:3857". A problem of kind Data when PROJ cannot, when the result is not a map projection in
    /// metres, or when the text would make PROJ read files or the network. WGS 84 is assumed where no datum
    /// is given; shifts between datums that need grid files are never used, so that every machine computes
    /// the same.
    static base::Result<Projection> make(const std::string& definition);

    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;
    ~Projection();

    /// Plane coordinates in metres; nothing where the projection is not defined or farther than kPlaneLimit.
    std::optional<base::Vec2> forward(base::LonLat at) const;
    /// The same for many points at once, which is faster; not a number where `forward` gives nothing.
    std::vector<base::Vec2> forwardAll(std::span<const base::LonLat> points) const;
    /// The inverse; nothing where there is none.
    std::optional<base::LonLat> inverse(base::Vec2 plane) const;
    /// The same for many points at once; not a number where `inverse` gives nothing.
    std::vector<base::LonLat> inverseAll(std::span<const base::Vec2> plane) const;

    /// The same projection for another thread; much cheaper than `make`.
    Projection copy() const;

    /// Plane metres per ground metre at `at`, along the parallel (numerically, over 1 km); 1 where undefined.
    double scaleAt(base::LonLat at) const;

    /// Longitude opposite to the projection's central meridian, in -180..180: where cylindrical maps are cut.
    double cutLongitude() const;

    /// True when the plane is continuous across the cut (azimuthal and polar projections): nothing need be
    /// cut there.
    bool isContinuousAcrossCut() const;

    /// The latitude, north and south, up to which shapes are worth projecting: 85.06 for Mercator, whose
    /// poles are infinitely far away; a metre short of 90 for azimuthal maps around a pole, where the other
    /// pole is not one point; otherwise 90.
    double maximumLatitude() const;

    /// What an azimuthal or perspective map shows of the globe: half of it (ortho), what is seen from a
    /// height (nsper, tpers, geos), or all but its antipode (laea and aeqd, unless that is a pole). Nothing
    /// for others.
    std::optional<Horizon> horizon() const;

    const std::string& definition() const;

  private:
    struct Implementation;
    bool findContinuity() const;
    explicit Projection(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> m_implementation;
};

/// Points whose plane coordinates exceed this (metres, either axis) count as not projected.
inline constexpr double kPlaneLimit = 1e8;

}  // namespace geo
