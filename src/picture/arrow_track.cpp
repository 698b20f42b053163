#include "picture/arrow_track.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "geo/great_circle.h"

namespace picture {

namespace {

using base::LonLat;
using base::Vec2;

constexpr int kSamples =
    256;  // on a screen-filling arrow: pieces of 10 px, straight to a hundredth of a pixel
constexpr double kLift = 15;         // degrees between an arrow and its chord at both ends
constexpr double kMeetingKm = 60;    // ends nearer than this share a meeting point
constexpr double kFadeKm = 850;      // length of an arrow to or from a place that is not given
constexpr double kMaximumLift = 55;  // degrees; beyond it the curve would swing out too far

struct End {
    std::size_t track;
    bool isStart;
    LonLat at;
    double chord;  // outward direction of the chord on the plane, degrees counter-clockwise from east
    double lift;   // from the chord towards the right of travel, degrees
    double outward() const { return isStart ? chord - lift : chord + lift; }
    void setOutward(double angle) {
        const double wanted = isStart ? chord - angle : angle - chord;
        lift = std::clamp(std::remainder(wanted, 360.0), -kMaximumLift, kMaximumLift);
    }
};

struct Way {
    const film::Event* event;
    std::vector<LonLat> stops;  // start, relays, end
    bool startKnown, endKnown;
    double startLift = kLift, endLift = kLift;
};

constexpr double kTowardsShare = 1.4;    // of the way to the place that an arrow fades towards
constexpr double kLeastTowardsKm = 260;  // shorter ones could not be seen

// An end that is not given points north of what is known: away from the Sahel, and at nobody's capital.
// Several such ends at one place spread out.
LonLat unknownEnd(LonLat known, int order) {
    const double bearing = -12 + (order % 2 ? 1 : -1) * 26 * ((order + 1) / 2);
    return geo::destination(known, bearing, kFadeKm);
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
        const double reach =
            std::clamp(geo::distanceKm(start, towards->at) * kTowardsShare, kLeastTowardsKm, kFadeKm);
        way.stops.push_back(geo::destination(start, geo::initialBearing(start, towards->at), reach));
    } else if (!to) {
        way.stops.push_back(unknownEnd(way.stops.back(), order));
    }
    if (geo::distanceKm(way.stops.front(), way.stops.back()) < 1 && way.stops.size() == 2)
        return std::nullopt;
    return way;
}

double directionDegrees(Vec2 from, Vec2 to) {
    return base::degrees(std::atan2(to.y - from.y, to.x - from.x));
}

// Spreads directions around their common middle until neighbours are kMinimumFan apart. Sorted by direction,
// then by track: upwards where tracks start and downwards where they end, so that two with the same ends do
// not cross.
void fanOut(std::vector<End*>& ends) {
    if (ends.size() < 2) return;
    const double reference = ends.front()->outward();
    const auto relative = [&](const End* e) { return std::remainder(e->outward() - reference, 360.0); };
    std::sort(ends.begin(), ends.end(), [&](const End* a, const End* b) {
        const auto key = [&](const End* e) {
            const auto order = static_cast<double>(e->track);
            return std::make_pair(relative(e), e->isStart ? order : -order);
        };
        return key(a) < key(b);
    });
    std::vector<double> angle;
    for (const End* end : ends) angle.push_back(relative(end));
    for (int pass = 0; pass < 24; ++pass) {
        for (std::size_t i = 1; i < angle.size(); ++i) {
            const double lack = kMinimumFan - (angle[i] - angle[i - 1]);
            if (lack <= 0) continue;
            angle[i - 1] -= lack / 2;
            angle[i] += lack / 2;
        }
    }
    for (std::size_t i = 0; i < ends.size(); ++i) ends[i]->setOutward(reference + angle[i]);
}

void separateMeetings(std::vector<Way>& ways, const std::vector<std::pair<Vec2, Vec2>>& chords) {
    std::vector<End> ends;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const auto [a, b] = chords[i];
        if (ways[i].stops.size() > 2) continue;
        ends.push_back({i, true, ways[i].stops.front(), directionDegrees(a, b), ways[i].startLift});
        ends.push_back({i, false, ways[i].stops.back(), directionDegrees(b, a), ways[i].endLift});
    }
    std::vector<bool> done(ends.size(), false);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (done[i]) continue;
        std::vector<End*> meeting;
        for (std::size_t j = i; j < ends.size(); ++j) {
            if (done[j] || geo::distanceKm(ends[i].at, ends[j].at) > kMeetingKm) continue;
            done[j] = true;
            meeting.push_back(&ends[j]);
        }
        fanOut(meeting);
    }
    for (const End& end : ends)
        (end.isStart ? ways[end.track].startLift : ways[end.track].endLift) = end.lift;
}

// The great circle between two stops, pushed to the right by a cubic that leaves and arrives at the given
// lifts:
//   offset(t) = length * (tan(start) t (1-t)^2 + tan(end) t^2 (1-t))        (cubic Hermite)
std::vector<Vec2> liftedLine(const std::vector<Vec2>& line, double startLift, double endLift) {
    const Vec2 chord = line.back() - line.front();
    const Vec2 right{chord.y, -chord.x};
    const double a = std::tan(base::radians(startLift)), b = std::tan(base::radians(endLift));
    std::vector<Vec2> lifted;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const double t = double(i) / double(line.size() - 1);
        lifted.push_back(line[i] + right * (a * t * (1 - t) * (1 - t) + b * t * t * (1 - t)));
    }
    return lifted;
}

// A smooth curve through all stops (uniform Catmull-Rom with mirrored ends).
std::vector<Vec2> curveThrough(const std::vector<Vec2>& stops) {
    std::vector<Vec2> curve;
    const auto n = static_cast<int>(stops.size());
    const auto at = [&](int i) {
        if (i < 0) return stops[0] * 2 - stops[1];
        if (i >= n) return stops[n - 1] * 2 - stops[n - 2];
        return stops[i];
    };
    for (int leg = 0; leg + 1 < n; ++leg) {
        const Vec2 p0 = at(leg - 1), p1 = at(leg), p2 = at(leg + 1), p3 = at(leg + 2);
        const int samples = kSamples / (n - 1);
        for (int i = leg == 0 ? 0 : 1; i <= samples; ++i) {
            const double t = double(i) / samples, t2 = t * t, t3 = t2 * t;
            curve.push_back((p1 * 2 + (p2 - p0) * t + (p0 * 2 - p1 * 5 + p2 * 4 - p3) * t2 +
                             (p1 * 3 - p0 - p2 * 3 + p3) * t3) *
                            0.5);
        }
    }
    return curve;
}

// An arch over the whole way, its top a share of its length above the plane.
std::vector<double> archOver(const std::vector<Vec2>& points) {
    constexpr double kRise = 0.16;
    std::vector<double> along{0};
    for (std::size_t i = 1; i < points.size(); ++i)
        along.push_back(along.back() + base::length(points[i] - points[i - 1]));
    std::vector<double> heights;
    for (const double a : along) {
        const double t = along.back() > 0 ? a / along.back() : 0;
        heights.push_back(kRise * along.back() * 4 * t * (1 - t));
    }
    return heights;
}

std::vector<Vec2> projected(const std::vector<LonLat>& line, const geo::Projection& projection) {
    std::vector<Vec2> plane;
    for (const LonLat& at : line) {
        if (const auto p = projection.forward(at)) plane.push_back(*p);
    }
    return plane;
}

}  // namespace

std::vector<Track> layTracks(const film::Film& film, const std::vector<const film::Event*>& events,
                             const geo::Projection& projection) {
    std::vector<Way> ways;
    std::vector<std::pair<Vec2, Vec2>> chords;
    int open = 0;
    for (const film::Event* event : events) {
        auto way = wayOf(film, *event, open);
        if (!way) continue;
        const auto a = projection.forward(way->stops.front()), b = projection.forward(way->stops.back());
        if (!a || !b) continue;
        if (!way->startKnown || !way->endKnown) ++open;
        ways.push_back(*way);
        chords.emplace_back(*a, *b);
    }
    separateMeetings(ways, chords);

    std::vector<Track> tracks;
    for (const Way& way : ways) {
        const bool direct = way.stops.size() == 2;
        std::vector<Vec2> points = projected(
            direct ? geo::greatCircle(way.stops.front(), way.stops.back(), kSamples + 1) : way.stops,
            projection);
        if (points.size() < 2) continue;
        points = direct ? liftedLine(points, way.startLift, way.endLift) : curveThrough(points);
        std::vector<double> heights = archOver(points);
        tracks.push_back({way.event->id, std::move(points), std::move(heights), way.startKnown, way.endKnown,
                          way.event->from, way.event->to});
    }
    return tracks;
}

}  // namespace picture
