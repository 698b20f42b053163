#include "picture/arrow_lifts.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "picture/fan.h"

namespace picture {

namespace {

constexpr double kReach = 55;  // beyond it the curve would swing out too far
// Maps that are not conformal take a little from angles.
constexpr double kFan = kMinimumFan + 1.5;

/// A lane's end at a meeting point.
struct LaneEnd {
    double towards = 0;  // degrees clockwise from north
    std::size_t bundle = 0;
    bool atFrom = true;     // of the bundle's two nodes
    std::size_t place = 0;  // clockwise within the bundle
    std::size_t route = 0;
    double wished = 0;  // direction, degrees clockwise from north

    auto order() const { return std::tie(towards, bundle, atFrom, place); }
};

/// The ends of a bundle's lanes at one of its nodes, its lanes `fan` degrees apart.
std::vector<LaneEnd> laneEnds(const Bundles& all, std::size_t index, bool atFrom, double bend, double fan) {
    const Bundle& bundle = all.bundles[index];
    const double towards = std::fmod((atFrom ? bundle.fromBearing : bundle.toBearing) + 720, 360.0);
    const std::size_t n = bundle.lanes.size();
    std::vector<LaneEnd> ends;
    for (std::size_t k = 0; k < n; ++k) {
        const double side = bend + (static_cast<double>(k) - static_cast<double>(n - 1) / 2) * fan;
        ends.push_back({towards, index, atFrom, atFrom ? k : n - 1 - k, bundle.lanes[k],
                        towards + (atFrom ? side : -side)});
    }
    return ends;
}

/// All ends at one meeting point, each in the order of where it leads to.
std::vector<LaneEnd> laneEndsAt(const Bundles& all, std::size_t node, const Bends& choice) {
    const double fan = kFan * choice.fans[node];
    std::vector<LaneEnd> ends;
    for (std::size_t b = 0; b < all.bundles.size(); ++b) {
        for (const bool atFrom : {true, false}) {
            if ((atFrom ? all.bundles[b].from : all.bundles[b].to) != node) continue;
            const std::vector<LaneEnd> more = laneEnds(all, b, atFrom, choice.bends[b], fan);
            ends.insert(ends.end(), more.begin(), more.end());
        }
    }
    std::sort(ends.begin(), ends.end(),
              [](const LaneEnd& a, const LaneEnd& b) { return a.order() < b.order(); });
    return ends;
}

void fanOut(const Bundles& all, std::size_t node, const Bends& choice, std::vector<Lifts>& lifts) {
    const std::vector<LaneEnd> ends = laneEndsAt(all, node, choice);
    std::vector<Spoke> spokes;
    for (const LaneEnd& end : ends) spokes.push_back({end.towards, end.wished});
    const std::vector<double> set = fannedOut(spokes, kFan * choice.fans[node], kReach);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        // Clockwise is to the right of what sets out, and to the left of what comes in.
        const LaneEnd& end = ends[i];
        const bool isStart = all.isForward(all.bundles[end.bundle], end.route) == end.atFrom;
        (isStart ? lifts[end.route].start : lifts[end.route].end) = isStart ? set[i] : -set[i];
    }
}

void numberLanes(const Bundles& all, const Bundle& bundle, std::vector<Lifts>& lifts) {
    const double middle = static_cast<double>(bundle.lanes.size() - 1) / 2;
    for (std::size_t k = 0; k < bundle.lanes.size(); ++k) {
        const double right = static_cast<double>(k) - middle;  // as seen from the bundle's first node
        lifts[bundle.lanes[k]].lane = all.isForward(bundle, bundle.lanes[k]) ? right : -right;
    }
}

// An end that is alone at its place bends as its other end must, so that the arch stays even.
void followOtherEnd(const Bundles& all, std::vector<Lifts>& lifts) {
    constexpr double kHighest = 1.5 * kArch;
    std::vector<int> ends(all.nodes.size());
    for (const RouteEnd& end : all.starts) ++ends[end.node];
    for (const RouteEnd& end : all.ends) ++ends[end.node];
    for (std::size_t i = 0; i < lifts.size(); ++i) {
        if (all.routes[i]->stops.size() > 2) continue;
        const bool startAlone = ends[all.starts[i].node] == 1, endAlone = ends[all.ends[i].node] == 1;
        if (startAlone && !endAlone) lifts[i].start = std::clamp(lifts[i].end, -kHighest, kHighest);
        if (endAlone && !startAlone) lifts[i].end = std::clamp(lifts[i].start, -kHighest, kHighest);
    }
}

// Three lanes or more: gaps as wide as each other all along, between the outermost lanes as they are.
void evenOut(const Bundles& all, const Bundle& bundle, std::vector<Lifts>& lifts) {
    const std::size_t n = bundle.lanes.size();
    if (n < 3) return;
    const auto side = [&](std::size_t k, bool atFrom) -> std::pair<double*, double> {
        const std::size_t route = bundle.lanes[k];
        const bool forward = all.isForward(bundle, route);
        return {forward == atFrom ? &lifts[route].start : &lifts[route].end, forward ? 1 : -1};
    };
    for (const bool atFrom : {true, false}) {
        const auto slope = [&](std::size_t k) {
            const auto [lift, sign] = side(k, atFrom);
            return std::tan(base::radians(*lift * sign));
        };
        const double first = slope(0), last = slope(n - 1);
        for (std::size_t k = 1; k + 1 < n; ++k) {
            const auto [lift, sign] = side(k, atFrom);
            const double share = static_cast<double>(k) / static_cast<double>(n - 1);
            *lift = sign * base::degrees(std::atan(base::lerp(first, last, share)));
        }
    }
}

}  // namespace

std::vector<Lifts> liftsFor(const Bundles& all, const Bends& choice) {
    std::vector<Lifts> lifts(all.routes.size());
    for (std::size_t node = 0; node < all.nodes.size(); ++node) fanOut(all, node, choice, lifts);
    followOtherEnd(all, lifts);
    for (const Bundle& bundle : all.bundles) {
        evenOut(all, bundle, lifts);
        numberLanes(all, bundle, lifts);
    }
    return lifts;
}

}  // namespace picture
