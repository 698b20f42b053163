// Whether the projection can show what the cameras are to see.
#include <algorithm>
#include <cmath>
#include <optional>

#include "film/findings.h"
#include "film/report.h"
#include "geo/frame_ground.h"
#include "geo/great_circle.h"
#include "geo/sphere.h"
#include "picture/check.h"
#include "picture/shot.h"

namespace picture {

namespace {

using base::LonLat;

constexpr std::size_t kMostFitted = 100, kMostArrows = 300;  // the limits keep a check of any film short
constexpr double kTorn = 2;        // times as far apart on the map as the scale there explains
constexpr double kMuch = 1.0 / 3;  // of a frame that lies beyond the map's edge

/// Something that a camera must show.
struct Fitted {
    std::string id;
    LonLat at;
    bool isShown = true;
    std::optional<base::Vec2> plane;  ///< metres
    double scale = 1;                 ///< metres of the plane in one of the ground
};

/// What is odd about a camera: where in its table, what, and what to do.
struct Oddity {
    std::string key;
    std::string what, advice;
};

bool hasLand(const geo::World& world, int country) {
    return std::any_of(world.land.rings.begin(), world.land.rings.end(),
                       [&](const geo::Ring& ring) { return ring.country == country; });
}

Fitted fittedAt(const geo::Projection& projection, const std::string& id, LonLat at) {
    return {id, at, true, projection.forward(at), projection.scaleAt(at)};
}

std::vector<Fitted> fittedBy(const film::Film& film, const geo::World& world, const film::CameraSpec& spec) {
    std::vector<Fitted> fitted;
    for (const std::string& id : spec.fit) {
        if (fitted.size() == kMostFitted) break;
        if (const film::Place* place = film::findPlace(film, id)) {
            fitted.push_back(fittedAt(world.projection, id, place->at));
            fitted.back().isShown = fitted.back().plane.has_value();
        } else if (const int country = world.countryIndex(id); country >= 0) {
            const LonLat label = world.countries[static_cast<std::size_t>(country)].label;
            fitted.push_back(fittedAt(world.projection, id, label));
            fitted.back().isShown = hasLand(world, country);
        }
    }
    return fitted;
}

/// A projection that shows these places together, in words.
std::string betterProjection(const std::vector<LonLat>& places) {
    geo::Vec3 sum;
    for (const LonLat p : places) sum = combined(sum, 1, geo::unitVector(p), 1);
    constexpr double kAllAround = 0.1;
    if (places.empty() || norm(sum) < kAllAround * static_cast<double>(places.size()))
        return "show fewer places at once";
    const LonLat middle = geo::position(sum);
    return "use a projection with its middle there, such as \"+proj=laea +lat_0=" +
           std::to_string(std::lround(middle.lat)) + " +lon_0=" + std::to_string(std::lround(middle.lon)) +
           "\"";
}

std::vector<LonLat> pointsOf(const std::vector<Fitted>& fitted) {
    std::vector<LonLat> points;
    for (const Fitted& f : fitted) points.push_back(f.at);
    return points;
}

std::optional<Oddity> hiddenFit(const std::vector<Fitted>& fitted) {
    const auto hidden =
        std::find_if(fitted.begin(), fitted.end(), [](const Fitted& f) { return !f.isShown; });
    if (hidden == fitted.end()) return std::nullopt;
    const auto count =
        std::count_if(fitted.begin(), fitted.end(), [](const Fitted& f) { return !f.isShown; });
    const std::string others = count > 1 ? " and " + std::to_string(count - 1) + " more of its fit" : "";
    return Oddity{"fit/" + std::to_string(hidden - fitted.begin()),
                  "is to show " + film::quoted(hidden->id) + others + ", which the projection does not",
                  betterProjection(pointsOf(fitted))};
}

/// How many times farther two places are apart on the map than on the ground at the map's scale.
double stretchBetween(const Fitted& a, const Fitted& b) {
    const double metres = 1000 * geo::distanceKm(a.at, b.at);
    if (!a.plane || !b.plane || metres < 1000) return 1;
    return base::length(*b.plane - *a.plane) / (metres * std::max(a.scale, b.scale));
}

std::optional<Oddity> tornFit(const std::vector<Fitted>& fitted) {
    std::optional<std::pair<Fitted, Fitted>> worst;
    double most = kTorn;
    for (std::size_t i = 0; i < fitted.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const double stretch = stretchBetween(fitted[k], fitted[i]);
            if (stretch <= most) continue;
            most = stretch;
            worst = {fitted[k], fitted[i]};
        }
    }
    if (!worst) return std::nullopt;
    const auto& [a, b] = *worst;
    return Oddity{"fit",
                  "is to show " + film::quoted(a.id) + " and " + film::quoted(b.id) + ", " +
                      std::to_string(std::lround(geo::distanceKm(a.at, b.at))) +
                      " km apart, which the projection tears apart to " + base::oneDecimal(most) +
                      " times as far",
                  betterProjection(pointsOf(fitted))};
}

bool isWholeMapIn(const geo::PlaneBounds& map, const geo::PlaneBounds& frame) {
    return frame.minX <= map.minX && map.maxX <= frame.maxX && frame.minY <= map.minY &&
           map.maxY <= frame.maxY;
}

/// How much of the frame's width or height the map fills, whichever is more.
double fillOf(const geo::PlaneBounds& map, const geo::MapView& view) {
    return std::max((map.maxX - map.minX) / (view.metresPerPixel * view.size.w),
                    (map.maxY - map.minY) / (view.metresPerPixel * view.size.h));
}

bool isInTheMiddle(const geo::PlaneBounds& map, const geo::MapView& view) {
    constexpr double kNear = 0.1;
    return std::abs((map.minX + map.maxX) / 2 - view.center.x) < kNear * (map.maxX - map.minX) &&
           std::abs((map.minY + map.maxY) / 2 - view.center.y) < kNear * (map.maxY - map.minY);
}

/// A globe that floats in its frame is meant so, a speck or half a map is not.
std::optional<Oddity> emptyFrame(const geo::Projection& projection, const geo::MapView& view,
                                 const film::CameraSpec& spec, const std::vector<Fitted>& fitted) {
    const double empty = geo::emptyShare(projection, view);
    if (empty <= kMuch) return std::nullopt;
    constexpr double kFloating = 0.5;
    const geo::PlaneBounds map = geo::wholeMap(projection);
    const bool isWhole = isWholeMapIn(map, view.visible(0));
    const double fill = fillOf(map, view);
    if ((isWhole || isInTheMiddle(map, view)) && fill >= kFloating) return std::nullopt;
    Oddity odd{spec.center ? "center" : "fit",
               "shows nothing on " + std::to_string(std::lround(100 * empty)) +
                   " % of its frame, which lies beyond the edge of the map",
               betterProjection(spec.center ? std::vector{*spec.center} : pointsOf(fitted))};
    const long width = spec.widthKm ? std::lround(*spec.widthKm * fill) : 0;
    if (isWhole && width >= 1 && isInTheMiddle(map, view)) {
        odd.key = "width_km";
        odd.advice = "give width_km at most " + std::to_string(width);
    }
    return odd;
}

/// What a cue shows; nothing where that is the last cue's, or not worth the time to lay out its arrows.
std::optional<geo::MapView> viewOfCue(const Context& context, std::size_t cue) {
    const film::CameraSpec& spec = context.film.cues[cue].camera;
    if (spec.center) {
        const geo::Camera camera{*spec.center, spec.widthKm.value_or(5000), spec.bearing, spec.pitch};
        return geo::withoutEmptyCorner(context.world.projection,
                                       geo::makeView(context.world.projection, camera, context.options.size));
    }
    const bool isLong = context.film.cues[cue].events.size() > kMostArrows;
    if (spec.fit.empty() || isLong) return std::nullopt;
    return frameShot(context, cue).view;
}

std::optional<Oddity> oddityOf(const Context& context, std::size_t cue) {
    const geo::Projection& projection = context.world.projection;
    const film::CameraSpec& spec = context.film.cues[cue].camera;
    if (spec.center && !projection.forward(*spec.center))
        return Oddity{"center", "has its center where the projection shows nothing",
                      betterProjection({*spec.center})};
    const std::vector<Fitted> fitted = fittedBy(context.film, context.world, spec);
    if (auto odd = hiddenFit(fitted)) return odd;
    if (auto odd = tornFit(fitted)) return odd;
    const auto view = viewOfCue(context, cue);
    return view ? emptyFrame(projection, *view, spec, fitted) : std::nullopt;
}

void checkCameras(const film::Film& film, const AuditMeans& means, base::Size size,
                  const std::vector<std::size_t>& cues, film::Findings& findings) {
    const FrameLayout layout = layoutFor(size);
    const Options options{size, film.languages.front(), means.theme, true};
    const Theme theme = scaled(means.theme, layout.unit);
    const Context context{film, means.world, means.fonts, options, theme, layout};
    for (const std::size_t cue : cues) {
        const std::string& id = film.cues[cue].id;
        if (const auto odd = oddityOf(context, cue))
            findings.warning("cues/" + id + "/camera/" + odd->key,
                             "the camera of cue " + film::quoted(id) + " " + odd->what, odd->advice);
    }
}

}  // namespace

base::Problems oddCameras(const film::Film& film, const film::Locations& locations, const AuditMeans& means,
                          base::Size size) {
    std::vector<std::size_t> cues;
    std::size_t arrows = 0;
    for (std::size_t cue = 0; cue < std::min(film.cues.size(), kMostCuesChecked); ++cue) {
        const bool isKept = cue > 0 && film.cues[cue].camera == film.cues[cue - 1].camera;
        if (isKept || arrows > kMostArrows) continue;
        cues.push_back(cue);
        if (!film.cues[cue].camera.center) arrows += film.cues[cue].events.size();
    }
    film::Findings findings(locations);
    checkCameras(film, means, size, cues, findings);
    return findings.problems();
}

base::Problems oddCamera(const film::Film& film, const film::Locations& locations, const AuditMeans& means,
                         base::Size size, std::size_t cue) {
    film::Findings findings(locations);
    checkCameras(film, means, size, {cue}, findings);
    return findings.problems();
}

}  // namespace picture
