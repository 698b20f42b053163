#include "picture/arrow_track.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "geo/great_circle.h"
#include "picture/projected_curve.h"

namespace picture {

namespace {

using base::LonLat;
using base::Vec2;

constexpr double kRise = 0.16;   // of an arch, of its length
constexpr double kFadeKm = 850;  // length of an arrow to or from a place that is not given

struct Way {
    const film::Event* event;
    std::vector<LonLat> stops;  // start, relays, end
    bool startKnown, endKnown;
};

constexpr double kLeastKm = 1;  // ends nearer than this are one place

// An end that is not given points north of what is known: away from the Sahel, and at nobody's capital.
// Several such ends at one place spread out.
LonLat unknownEnd(LonLat known, int order) {
    const double bearing = -12 + (order % 2 ? 1 : -1) * 26 * ((order + 1) / 2);
    return geo::destination(known, bearing, kFadeKm);
}

// Kilometres that an arrow sets out towards a place before it has faded: into a country, but not as far as a
// town.
double reachTowards(LonLat start, const film::Place& place) {
    const double km = geo::distanceKm(start, place.at);
    if (place.kind == film::PlaceKind::Symbol) return std::clamp(1.4 * km, 260.0, kFadeKm);
    return std::min(0.8 * km, kFadeKm);
}

// No leg without length: relays in one place are one relay.
void dropRepeats(std::vector<LonLat>& stops) {
    const auto isNear = [](LonLat a, LonLat b) { return geo::distanceKm(a, b) < kLeastKm; };
    stops.erase(std::unique(stops.begin(), stops.end(), isNear), stops.end());
}

std::optional<Way> wayOf(const film::Film& film, const film::Event& event, int order) {
    if (!event.isMovement()) return std::nullopt;
    const film::Place* from = film::findPlace(film, event.from);
    const film::Place* to = film::findPlace(film, event.to);
    if (!from && !to) return std::nullopt;
    Way way{&event, {}, from != nullptr, to != nullptr};
    if (from) way.stops.push_back(from->at);
    for (const std::string& id : event.via) {
        if (const film::Place* place = film::findPlace(film, id)) way.stops.push_back(place->at);
    }
    if (to) way.stops.push_back(to->at);
    if (!from) way.stops.insert(way.stops.begin(), unknownEnd(way.stops.front(), order));
    if (const film::Place* towards = film::findPlace(film, event.towards); towards && !to) {
        // It sets out that way and fades: not as far as anywhere.
        const LonLat start = way.stops.back();
        const double reach = reachTowards(start, *towards);
        way.stops.push_back(geo::destination(start, geo::initialBearing(start, towards->at), reach));
    } else if (!to) {
        way.stops.push_back(unknownEnd(way.stops.back(), order));
    }
    dropRepeats(way.stops);
    if (way.stops.size() < 2) return std::nullopt;
    return way;
}

// An arch over the whole way, its top a share of its length above the plane.
std::vector<double> archOver(const Track& track) {
    double length = 0;
    for (std::size_t first = 0; first < track.points.size(); first = track.pieceEnd(first)) {
        for (std::size_t i = first + 1; i < track.pieceEnd(first); ++i)
            length += base::length(track.points[i] - track.points[i - 1]);
    }
    std::vector<double> heights;
    for (const double t : track.shares) heights.push_back(kRise * length * 4 * t * (1 - t));
    return heights;
}

std::vector<Way> waysOf(const film::Film& film, const std::vector<const film::Event*>& events) {
    std::vector<Way> ways;
    int open = 0;
    for (const film::Event* event : events) {
        auto way = wayOf(film, *event, open);
        if (!way) continue;
        if (!way->startKnown || !way->endKnown) ++open;
        ways.push_back(std::move(*way));
    }
    return ways;
}

}  // namespace

// A point v pixels ahead and h above the plane is seen h sin(p) / w higher than its foot, whose own way up
// the frame slows down as w = 1 + v sin(p) / d grows (see geo/map_view.h). So it turns back where the arch
// falls steeper than the flattest look into the frame, or is higher than d cos(p) / sin(p)^2.
double heightShare(const geo::MapView& view, double peak) {
    constexpr double kSteepest = 0.85, kHighest = 0.4;  // of these limits
    // Metres. The way below a higher arch spans a good part of the globe, and bends so much where the map
    // presses it together towards its rim that there is less room for leaning back.
    constexpr double kTall = 1e6;
    const double leaning = kSteepest * std::min(1.0, std::pow(kTall / peak, 4));
    const double pitch = base::radians(view.pitch), sine = std::sin(pitch);
    if (sine <= 0 || peak <= 0) return 1;
    const double above = std::atan2(view.size.h / 2.0, view.distance);
    const double flattest = std::max(std::numbers::pi / 2 - pitch - above, base::radians(1));
    const double highest = kHighest * view.distance * std::cos(pitch) / (sine * sine) * view.metresPerPixel;
    return std::min({1.0, leaning * std::tan(flattest) / (4 * kRise), highest / peak});
}

double peakOf(const std::vector<double>& heights) {
    return heights.empty() ? 0 : *std::max_element(heights.begin(), heights.end());
}

std::optional<Vec2> Track::startPlace() const {
    const bool isShown = startKnown && !points.empty() && shares.front() == 0;
    return isShown ? std::optional(points.front()) : std::nullopt;
}

std::optional<Vec2> Track::endPlace() const {
    const bool isShown = endKnown && !points.empty() && shares.back() == 1;
    return isShown ? std::optional(points.back()) : std::nullopt;
}

std::size_t Track::pieceEnd(std::size_t first) const {
    const auto next = std::upper_bound(breaks.begin(), breaks.end(), first);
    return next == breaks.end() ? points.size() : *next;
}

std::vector<Track> layTracks(const film::Film& film, const std::vector<const film::Event*>& events,
                             const geo::Projection& projection) {
    const std::vector<Way> ways = waysOf(film, events);
    std::vector<Route> routes;
    for (const Way& way : ways) routes.push_back({way.event->id, way.stops});
    const std::vector<Lifts> lifts = layLanes(routes);
    std::vector<Track> tracks;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        ProjectedCurve line = projectCurve(ArrowCurve(ways[i].stops, lifts[i]), projection);
        if (line.points.size() < 2) continue;
        const film::Event& event = *ways[i].event;
        Track track{event.id,
                    std::move(line.points),
                    {},
                    std::move(line.shares),
                    std::move(line.breaks),
                    ways[i].startKnown,
                    ways[i].endKnown,
                    event.from,
                    event.to,
                    lifts[i].lane};
        track.heights = archOver(track);
        tracks.push_back(std::move(track));
    }
    return tracks;
}

}  // namespace picture
