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

constexpr std::size_t kMostCues = 200;  // the limits keep a check of any film short
constexpr std::size_t kMostFitted = 100;
constexpr double kTorn = 2;        // times as far apart on the map as the scale there explains
constexpr double kMuch = 1.0 / 3;  // of a frame that lies beyond the map's edge

/// Something that a camera must show.
struct Fitted {
    std::string id;
    LonLat at;
    bool isShown = true;
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

std::vector<Fitted> fittedBy(const film::Film& film, const geo::World& world, const film::CameraSpec& spec) {
    std::vector<Fitted> fitted;
    for (const std::string& id : spec.fit) {
        if (fitted.size() == kMostFitted) break;
        if (const film::Place* place = film::findPlace(film, id)) {
            fitted.push_back({id, place->at, world.projection.forward(place->at).has_value()});
        } else if (const int country = world.countryIndex(id); country >= 0) {
            const LonLat label = world.countries[static_cast<std::size_t>(country)].label;
            fitted.push_back({id, label, hasLand(world, country)});
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
double stretchBetween(const geo::Projection& projection, LonLat a, LonLat b) {
    const auto from = projection.forward(a), to = projection.forward(b);
    const double metres = 1000 * geo::distanceKm(a, b);
    if (!from || !to || metres < 1000) return 1;
    return base::length(*to - *from) / (metres * std::max(projection.scaleAt(a), projection.scaleAt(b)));
}

std::optional<Oddity> tornFit(const geo::Projection& projection, const std::vector<Fitted>& fitted) {
    std::optional<std::pair<Fitted, Fitted>> worst;
    double most = kTorn;
    for (std::size_t i = 0; i < fitted.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const double stretch = stretchBetween(projection, fitted[k].at, fitted[i].at);
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

/// A globe that floats in its frame is meant so, a speck or half a map is not.
std::optional<Oddity> emptyFrame(const geo::Projection& projection, const geo::MapView& view,
                                 const film::CameraSpec& spec, const std::vector<Fitted>& fitted) {
    const double empty = geo::emptyShare(projection, view);
    if (empty <= kMuch) return std::nullopt;
    constexpr double kFloating = 0.5;
    const geo::PlaneBounds map = geo::wholeMap(projection);
    const bool isWhole = isWholeMapIn(map, view.visible(0));
    const double fill = fillOf(map, view);
    if (isWhole && fill >= kFloating) return std::nullopt;
    Oddity odd{spec.center ? "center" : "fit",
               "shows nothing on " + std::to_string(std::lround(100 * empty)) +
                   " % of its frame, which lies beyond the edge of the map",
               betterProjection(spec.center ? std::vector{*spec.center} : pointsOf(fitted))};
    if (isWhole && spec.widthKm) {
        odd.key = "width_km";
        odd.advice = "give width_km at most " + std::to_string(std::lround(*spec.widthKm * fill));
    }
    return odd;
}

std::optional<Oddity> oddityOf(const Context& context, std::size_t cue) {
    const geo::Projection& projection = context.world.projection;
    const film::CameraSpec& spec = context.film.cues[cue].camera;
    if (spec.center && !projection.forward(*spec.center))
        return Oddity{"center", "has its center where the projection shows nothing",
                      betterProjection({*spec.center})};
    const std::vector<Fitted> fitted = fittedBy(context.film, context.world, spec);
    if (auto odd = hiddenFit(fitted)) return odd;
    if (auto odd = tornFit(projection, fitted)) return odd;
    return emptyFrame(projection, frameShot(context, cue).view, spec, fitted);
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
    for (std::size_t cue = 0; cue < std::min(film.cues.size(), kMostCues); ++cue) {
        const bool isKept = cue > 0 && film.cues[cue].camera == film.cues[cue - 1].camera;
        if (!isKept) cues.push_back(cue);
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
