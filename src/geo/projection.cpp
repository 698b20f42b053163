#include "geo/projection.h"

#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <utility>

#include "geo/great_circle.h"
#include "geo/proj_string.h"

namespace geo {

namespace {

using base::LonLat;
using base::Vec2;

struct Closer {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* object) const { proj_destroy(object); }
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const {
        proj_operation_factory_context_destroy(factory);
    }
};
using Context = std::unique_ptr<PJ_CONTEXT, Closer>;
using Object = std::unique_ptr<PJ, Closer>;

constexpr double kMercatorLatitude = 85.06;
constexpr double kNextToThePole = 89.99999, kPolarLatitude = 89.99;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// WGS 84: metres of the equatorial radius, and eccentricity squared.
constexpr double kEquatorRadius = 6378137.0;
constexpr double kEccentricity2 = 0.00669437999014;

void keepMessage(void* text, int, const char* message) {
    *static_cast<std::string*>(text) = message;
}

Context makeContext(std::string* message) {
    Context context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    proj_log_level(context.get(), message ? PJ_LOG_ERROR : PJ_LOG_NONE);
    if (message) proj_log_func(context.get(), message, keepMessage);
    return context;
}

struct LengthUnit {
    std::string name;
    double metres = 0;
};

// What a projected CRS is measured in; "" where PROJ does not say.
LengthUnit unitOf(PJ_CONTEXT* context, const PJ* projected) {
    const Object axes(proj_crs_get_coordinate_system(context, projected));
    double factor = 0;
    const char* name = nullptr;
    if (!axes || !proj_cs_get_axis_info(context, axes.get(), 0, nullptr, nullptr, nullptr, &factor, &name,
                                        nullptr, nullptr)) {
        return {};
    }
    return {name ? name : "", factor};
}

// Why a coordinate system is no map in metres, and what would be one; nothing where it is one.
std::optional<base::Problem> mapFault(PJ_CONTEXT* context, const PJ* crs, const std::string& definition) {
    const Object inner(proj_get_type(crs) == PJ_TYPE_BOUND_CRS ? proj_get_source_crs(context, crs)
                                                               : proj_clone(context, crs));
    const PJ_TYPE type = inner ? proj_get_type(inner.get()) : PJ_TYPE_UNKNOWN;
    if (type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS) {
        return projectionProblem(
            definition, "it is longitude and latitude in degrees, not a map in metres",
            "write \"+proj=eqc\" for a map whose degrees are squares, or \"EPSG:3857\" for the web's");
    }
    if (type != PJ_TYPE_PROJECTED_CRS)
        return projectionProblem(definition, "it is not a map projection", kExampleAdvice);
    const LengthUnit unit = unitOf(context, inner.get());
    if (std::abs(unit.metres - 1) <= 1e-12) return std::nullopt;
    return projectionProblem(definition,
                             "it is not in metres" + (unit.name.empty() ? "" : " but in " + unit.name),
                             definition.starts_with("EPSG:") ? "use a code of the same region in metres"
                                                             : "leave out +units and +to_meter");
}

// WGS 84 longitude and latitude. The CRS's own one when it is WGS 84: then PROJ need not search its database.
Object wgs84For(PJ_CONTEXT* context, const PJ* crs) {
    Object geographic(proj_crs_get_geodetic_crs(context, crs));
    if (geographic && std::string_view(proj_get_name(geographic.get())) == "WGS 84") return geographic;
    return Object(proj_create(context, "+proj=longlat +datum=WGS84 +type=crs"));
}

// The best operation from WGS 84 to the CRS that needs no grid file.
Object operationTo(PJ_CONTEXT* context, const PJ* crs) {
    const Object from = wgs84For(context, crs);
    const std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, Closer> factory(
        proj_create_operation_factory_context(context, nullptr));
    if (!from || !factory) return nullptr;
    proj_operation_factory_context_set_spatial_criterion(context, factory.get(),
                                                         PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    proj_operation_factory_context_set_grid_availability_use(context, factory.get(),
                                                             PROJ_GRID_AVAILABILITY_IGNORED);
    const std::unique_ptr<PJ_OBJ_LIST, Closer> found(
        proj_create_operations(context, from.get(), crs, factory.get()));
    const int count = found ? proj_list_get_count(found.get()) : 0;
    for (int i = 0; i < count; ++i) {
        const Object operation(proj_list_get(context, found.get(), i));
        if (proj_coordoperation_get_grid_used_count(context, operation.get()) > 0) continue;
        return Object(proj_normalize_for_visualization(context, operation.get()));
    }
    return nullptr;
}

double primeMeridian(PJ_CONTEXT* context, const PJ* crs) {
    const Object geographic(proj_crs_get_geodetic_crs(context, crs));
    const Object meridian(geographic ? proj_get_prime_meridian(context, geographic.get()) : nullptr);
    double longitude = 0, radiansPerUnit = 0;
    if (!meridian ||
        !proj_prime_meridian_get_parameters(context, meridian.get(), &longitude, &radiansPerUnit, nullptr)) {
        return 0;
    }
    return base::degrees(longitude * radiansPerUnit);
}

double wrapped(double longitude) {
    return std::remainder(longitude, 360.0);
}

// Kilometres from the map's centre to what it shows last, `height` kilometres above the ground; 0 where that
// is not bounded by a circle. A little less than there is, so that every point of the circle can be
// projected.
double seenKm(std::string_view kind, double height) {
    constexpr double kRimKm = 1, kSatelliteRimKm = 40;  // geos is of an ellipsoid: its horizon is no circle
    const double half = std::numbers::pi * kEarthRadiusKm;
    if (kind == "laea" || kind == "aeqd") return half - kRimKm;
    if (kind == "ortho") return half / 2 - kRimKm;
    if (!(height > 0)) return 0;
    constexpr double kEquatorKm = kEquatorRadius / 1000;
    const double seen = kEarthRadiusKm * std::acos(kEquatorKm / (kEquatorKm + height));
    const double rim = kind == "nsper" || kind == "tpers" ? kRimKm : kind == "geos" ? kSatelliteRimKm : seen;
    return std::max(0.0, seen - rim);
}

// The traits of a projection that its PROJ string tells.
struct Traits {
    double centralMeridian = 0;
    double maximumLatitude = 90;
    std::optional<Horizon> horizon;
};

Traits traitsOf(PJ_CONTEXT* context, const PJ* crs) {
    const char* text = proj_as_proj_string(context, crs, PJ_PROJ_4, nullptr);
    const std::string projString = text ? text : "";
    const std::string kind = parameter(projString, "proj").value_or("");
    double meridian = parameterNumber(projString, "lon_0", parameterNumber(projString, "lonc", 0));
    if (kind == "utm") meridian = parameterNumber(projString, "zone", 31) * 6 - 183;
    meridian = wrapped(meridian + primeMeridian(context, crs));
    Traits traits;
    traits.centralMeridian = meridian;
    if (kind == "merc" || kind == "webmerc") traits.maximumLatitude = kMercatorLatitude;
    const double latitude = parameterNumber(projString, "lat_0", 0);
    const bool isWhole = kind == "laea" || kind == "aeqd";
    if (isWhole && std::abs(latitude) >= kPolarLatitude) {
        traits.maximumLatitude = kNextToThePole;
    } else if (const double km = seenKm(kind, parameterNumber(projString, "h", 0) / 1000)) {
        traits.horizon = Horizon{{meridian, kind == "geos" ? 0 : latitude}, km};
    }
    return traits;
}

// Outside of the map many inverses still answer something: only a way back proves the answer.
bool isSame(Vec2 back, Vec2 plane) {
    return base::length(back - plane) <= std::max(1.0, 1e-6 * base::length(plane));
}

bool isOnPlane(Vec2 p) {
    return std::abs(p.x) <= kPlaneLimit && std::abs(p.y) <= kPlaneLimit;
}

}  // namespace

struct Projection::Implementation {
    Context context;
    Object operation;
    std::string definition;
    Traits traits;
    bool continuous = false;
};

Projection::Projection(std::unique_ptr<Implementation> implementation)
    : m_implementation(std::move(implementation)) {}
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;
Projection::~Projection() = default;

base::Result<Projection> Projection::make(const std::string& definition) {
    const base::Result<std::string> complete = completeDefinition(definition);
    if (!complete) return complete.problems();
    std::string message = "PROJ does not know it";
    Context context = makeContext(&message);
    const Object crs(proj_create(context.get(), complete->c_str()));
    if (!crs)
        return projectionProblem(definition, message,
                                 "see proj.org/operations/projections for what there is");
    if (const auto fault = mapFault(context.get(), crs.get(), definition)) return *fault;
    Object operation = operationTo(context.get(), crs.get());
    if (!operation) return projectionProblem(definition, message, "use another projection");
    const Traits traits = traitsOf(context.get(), crs.get());
    proj_log_func(context.get(), nullptr, nullptr);
    proj_log_level(context.get(), PJ_LOG_NONE);
    Projection projection(std::make_unique<Implementation>(
        Implementation{std::move(context), std::move(operation), definition, traits, false}));
    projection.m_implementation->continuous = projection.findContinuity();
    return projection;
}

Projection Projection::copy() const {
    Context context = makeContext(nullptr);
    Object operation(proj_clone(context.get(), m_implementation->operation.get()));
    return Projection(std::make_unique<Implementation>(
        Implementation{std::move(context), std::move(operation), m_implementation->definition,
                       m_implementation->traits, m_implementation->continuous}));
}

std::optional<Vec2> Projection::forward(LonLat at) const {
    const PJ_COORD out =
        proj_trans(m_implementation->operation.get(), PJ_FWD, proj_coord(at.lon, at.lat, 0, 0));
    const Vec2 plane{out.xy.x, out.xy.y};
    if (!isOnPlane(plane)) return std::nullopt;
    return plane;
}

std::vector<Vec2> Projection::forwardAll(std::span<const LonLat> points) const {
    std::vector<Vec2> plane;
    plane.reserve(points.size());
    for (const LonLat p : points) plane.push_back({p.lon, p.lat});
    if (plane.empty()) return plane;
    proj_trans_generic(m_implementation->operation.get(), PJ_FWD, &plane[0].x, sizeof(Vec2), plane.size(),
                       &plane[0].y, sizeof(Vec2), plane.size(), nullptr, 0, 0, nullptr, 0, 0);
    for (Vec2& p : plane) {
        if (!isOnPlane(p)) p = {kNaN, kNaN};
    }
    return plane;
}

std::optional<LonLat> Projection::inverse(Vec2 plane) const {
    const PJ_COORD out =
        proj_trans(m_implementation->operation.get(), PJ_INV, proj_coord(plane.x, plane.y, 0, 0));
    const LonLat at{out.lp.lam, out.lp.phi};
    if (!std::isfinite(at.lon) || !(std::abs(at.lat) <= 90)) return std::nullopt;
    const auto back = forward(at);
    if (!back || !isSame(*back, plane)) return std::nullopt;
    return at;
}

std::vector<LonLat> Projection::inverseAll(std::span<const Vec2> plane) const {
    std::vector<LonLat> found;
    found.reserve(plane.size());
    for (const Vec2 p : plane) found.push_back({p.x, p.y});
    if (found.empty()) return found;
    proj_trans_generic(m_implementation->operation.get(), PJ_INV, &found[0].lon, sizeof(LonLat), found.size(),
                       &found[0].lat, sizeof(LonLat), found.size(), nullptr, 0, 0, nullptr, 0, 0);
    const std::vector<Vec2> back = forwardAll(found);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const LonLat at = found[i];
        const bool isOnGlobe = std::isfinite(at.lon) && std::abs(at.lat) <= 90;
        if (!isOnGlobe || !isSame(back[i], plane[i])) found[i] = {kNaN, kNaN};
    }
    return found;
}

double Projection::scaleAt(LonLat at) const {
    const double latitude = base::radians(std::clamp(at.lat, -89.9, 89.9));
    const double primeVertical =
        kEquatorRadius / std::sqrt(1 - kEccentricity2 * std::sin(latitude) * std::sin(latitude));
    const double half = base::degrees(500 / (primeVertical * std::cos(latitude)));
    const double lat = base::degrees(latitude);
    const auto west = forward({at.lon - half, lat}), here = forward({at.lon, lat}),
               east = forward({at.lon + half, lat});
    if (!west || !here || !east) return 1;
    // Next to the cut one of the halves spans the map: the shorter half is the true one.
    const double a = base::length(*here - *west), b = base::length(*east - *here);
    const double both = base::length(*east - *west);
    const double metres = std::max(a, b) > 4 * std::min(a, b) ? 2 * std::min(a, b) : both;
    return metres > 0 ? metres / 1000 : 1;
}

// Most of the latitudes must agree: at the antipode of an azimuthal projection itself no map is continuous.
bool Projection::findContinuity() const {
    constexpr double kAside = 1e-6, kNear = 1000;
    const double cut = cutLongitude();
    int same = 0, apart = 0;
    for (const double lat : {-83.3, -66.7, -49.1, -33.3, -17.9, -1.3, 13.7, 31.9, 46.3, 61.1, 72.7, 84.9}) {
        const auto west = forward({cut - kAside, lat}), east = forward({cut + kAside, lat});
        if (!west || !east) continue;
        ++(base::length(*east - *west) < kNear ? same : apart);
    }
    return same >= apart;
}

double Projection::cutLongitude() const {
    return wrapped(m_implementation->traits.centralMeridian + 180);
}
bool Projection::isContinuousAcrossCut() const {
    return m_implementation->continuous;
}
double Projection::maximumLatitude() const {
    return m_implementation->traits.maximumLatitude;
}
std::optional<Horizon> Projection::horizon() const {
    return m_implementation->traits.horizon;
}
const std::string& Projection::definition() const {
    return m_implementation->definition;
}

}  // namespace geo
