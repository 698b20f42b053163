#include "picture/arrow_lanes.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "geo/great_circle.h"
#include "picture/arrow_crossings.h"
#include "picture/fan.h"

namespace picture {

namespace {

using base::LonLat;

constexpr double kArch = 15;   // degrees that an arrow with room to itself is lifted to its right
constexpr double kReach = 55;  // beyond it the curve would swing out too far
// Maps that are not conformal take a little from angles.
constexpr double kFan = kMinimumFan + 1.5;
constexpr double kCrossing = 100;  // the price of one that could be helped
constexpr int kSweeps = 3;
constexpr std::size_t kManyBundles = 24;  // from so many on one sweep must do
constexpr std::size_t kManyRoutes = 60;   // from so many on crossings cannot be helped, nor be read

/// One end of a route.
struct End {
    std::size_t node = 0;  // the meeting point it belongs to
    double towards = 0;    // degrees clockwise from north: the straight way from here
};

/// Routes with the same two meeting points, in lanes from left to right as seen from the first of these.
struct Bundle {
    std::size_t from = 0, to = 0;  // nodes
    std::vector<std::size_t> lanes;
    double fromBearing = 0, toBearing = 0;  // of its lanes together, outwards
    bool isDirect = true;                   // no relays
};

/// Everything that stays the same whichever way the bundles bend. Routes are sorted by their ids.
class Lanes {
  public:
    explicit Lanes(std::vector<const Route*> routes);
    std::vector<Lifts> best() const;

  private:
    /// What is tried out.
    struct Choice {
        std::vector<double> bends;  // of each bundle, degrees to the right as seen from its first node
        std::vector<double> fans;   // at each node, shares of kFan
        bool operator==(const Choice&) const = default;
    };
    struct Layout {
        Choice choice;
        std::vector<Lifts> lifts;
        std::vector<SphereLine> lines;
        std::map<std::pair<std::size_t, std::size_t>, double> prices;  // of pairs that cross
        double price = 0;
    };

    void findNodes();
    std::size_t nodeOf(std::size_t route, bool isStart);
    void findBundles();
    void sortLanes(Bundle& bundle) const;
    bool isForward(const Bundle& bundle, std::size_t route) const {
        return m_starts[route].node == bundle.from;
    }
    double wishedBend(const Bundle& bundle) const;
    std::vector<Lifts> liftsFor(const Choice& choice) const;
    void fanOut(std::size_t node, const Choice& choice, std::vector<Lifts>& lifts) const;
    void followOtherEnd(std::vector<Lifts>& lifts) const;
    void evenOut(const Bundle& bundle, std::vector<Lifts>& lifts) const;
    Layout layoutFor(Choice choice, const Layout* known) const;
    void improve(Layout& best, const Choice& other) const;
    double crossingPrice(std::size_t a, std::size_t b, const Layout& layout) const;
    double bendPrice(const Layout& layout) const;

    std::vector<const Route*> m_routes;
    std::vector<End> m_starts, m_ends;
    std::vector<LonLat> m_nodes;
    std::vector<double> m_nodeKm;  // of the shortest route that ends there
    std::vector<Bundle> m_bundles;
};

Lanes::Lanes(std::vector<const Route*> routes) : m_routes(std::move(routes)) {
    findNodes();
    findBundles();
}

std::size_t Lanes::nodeOf(std::size_t route, bool isStart) {
    const std::vector<LonLat>& stops = m_routes[route]->stops;
    const LonLat at = isStart ? stops.front() : stops.back();
    const double km = geo::distanceKm(stops.front(), stops.back());
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const double near = std::min(kMeetingKm, 0.3 * std::min(km, m_nodeKm[i]));
        if (geo::distanceKm(at, m_nodes[i]) > near) continue;
        m_nodeKm[i] = std::min(m_nodeKm[i], km);
        return i;
    }
    m_nodes.push_back(at);
    m_nodeKm.push_back(km);
    return m_nodes.size() - 1;
}

void Lanes::findNodes() {
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        const std::vector<LonLat>& stops = m_routes[i]->stops;
        m_starts.push_back({nodeOf(i, true), outwardBearing(stops)});
        m_ends.push_back({nodeOf(i, false), outwardBearing({stops.rbegin(), stops.rend()})});
    }
}

void Lanes::findBundles() {
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> known;
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        const auto [low, high] = std::minmax(m_starts[i].node, m_ends[i].node);
        const bool isDirect = m_routes[i]->stops.size() == 2;
        const auto [it, isNew] = known.try_emplace({low, high, isDirect ? 0 : i + 1}, m_bundles.size());
        if (isNew) m_bundles.push_back({low, high, {}, 0, 0, isDirect});
        m_bundles[it->second].lanes.push_back(i);
    }
    for (Bundle& bundle : m_bundles) sortLanes(bundle);
}

// Signed kilometres of `at` to the right of the way from a to b.
double rightOf(LonLat a, LonLat b, LonLat at) {
    const double turn = geo::initialBearing(a, at) - geo::initialBearing(a, b);
    return geo::distanceKm(a, at) * std::sin(base::radians(turn));
}

// Ends that lie apart decide; where they do not, traffic keeps to its right.
void Lanes::sortLanes(Bundle& bundle) const {
    const LonLat a = m_nodes[bundle.from], b = m_nodes[bundle.to];
    constexpr double kApartKm = 12;
    const auto key = [&](std::size_t route) {
        const bool forward = isForward(bundle, route);
        const std::vector<LonLat>& stops = m_routes[route]->stops;
        const LonLat first = forward ? stops.front() : stops.back();
        const LonLat last = forward ? stops.back() : stops.front();
        const double right = (rightOf(a, b, last) - rightOf(b, a, first)) / 2;
        return std::make_tuple(std::round(right / kApartKm), forward, right, route);
    };
    std::sort(bundle.lanes.begin(), bundle.lanes.end(),
              [&](std::size_t x, std::size_t y) { return key(x) < key(y); });
    const std::size_t first = bundle.lanes.front();
    const bool forward = isForward(bundle, first);
    bundle.fromBearing = (forward ? m_starts : m_ends)[first].towards;
    bundle.toBearing = (forward ? m_ends : m_starts)[first].towards;
}

double Lanes::wishedBend(const Bundle& bundle) const {
    if (!bundle.isDirect) return 0;
    const auto forward = std::count_if(bundle.lanes.begin(), bundle.lanes.end(),
                                       [&](std::size_t route) { return isForward(bundle, route); });
    if (forward == static_cast<std::ptrdiff_t>(bundle.lanes.size())) return kArch;
    return forward == 0 ? -kArch : 0;
}

// All ends at one meeting point, each in the order of where it leads to.
void Lanes::fanOut(std::size_t node, const Choice& choice, std::vector<Lifts>& lifts) const {
    struct Item {
        double towards;
        std::size_t bundle, place;  // place: clockwise within the bundle
        std::size_t route;
        bool atFrom;
        double wished;
    };
    std::vector<Item> items;
    const double fan = kFan * choice.fans[node];
    for (std::size_t b = 0; b < m_bundles.size(); ++b) {
        const Bundle& bundle = m_bundles[b];
        const std::size_t n = bundle.lanes.size();
        for (std::size_t k = 0; k < n; ++k) {
            const double side =
                choice.bends[b] + (static_cast<double>(k) - static_cast<double>(n - 1) / 2) * fan;
            const auto add = [&](bool atFrom, double bearing) {
                const double towards = std::fmod(bearing + 720, 360.0);
                items.push_back({towards, b, atFrom ? k : n - 1 - k, bundle.lanes[k], atFrom,
                                 towards + (atFrom ? side : -side)});
            };
            if (bundle.from == node) add(true, bundle.fromBearing);
            if (bundle.to == node) add(false, bundle.toBearing);
        }
    }
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
        return std::tie(a.towards, a.bundle, a.atFrom, a.place) <
               std::tie(b.towards, b.bundle, b.atFrom, b.place);
    });
    std::vector<Spoke> spokes;
    for (const Item& item : items) spokes.push_back({item.towards, item.wished});
    const std::vector<double> set = fannedOut(spokes, fan, kReach);
    for (std::size_t i = 0; i < items.size(); ++i) {
        // Clockwise is to the right of what sets out, and to the left of what comes in.
        const Item& item = items[i];
        const bool isStart = isForward(m_bundles[item.bundle], item.route) == item.atFrom;
        (isStart ? lifts[item.route].start : lifts[item.route].end) = isStart ? set[i] : -set[i];
    }
}

// An end that is alone at its place bends as its other end must, so that the arch stays even.
void Lanes::followOtherEnd(std::vector<Lifts>& lifts) const {
    constexpr double kHighest = 1.5 * kArch;
    std::vector<int> ends(m_nodes.size());
    for (const End& end : m_starts) ++ends[end.node];
    for (const End& end : m_ends) ++ends[end.node];
    for (std::size_t i = 0; i < lifts.size(); ++i) {
        if (m_routes[i]->stops.size() > 2) continue;
        const bool startAlone = ends[m_starts[i].node] == 1, endAlone = ends[m_ends[i].node] == 1;
        if (startAlone && !endAlone) lifts[i].start = std::clamp(lifts[i].end, -kHighest, kHighest);
        if (endAlone && !startAlone) lifts[i].end = std::clamp(lifts[i].start, -kHighest, kHighest);
    }
}

// Three lanes or more: gaps as wide as each other all along, between the outermost lanes as they are.
void Lanes::evenOut(const Bundle& bundle, std::vector<Lifts>& lifts) const {
    const std::size_t n = bundle.lanes.size();
    if (n < 3) return;
    const auto side = [&](std::size_t k, bool atFrom) -> std::pair<double*, double> {
        const std::size_t route = bundle.lanes[k];
        const bool forward = isForward(bundle, route);
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

std::vector<Lifts> Lanes::liftsFor(const Choice& choice) const {
    std::vector<Lifts> lifts(m_routes.size());
    for (std::size_t node = 0; node < m_nodes.size(); ++node) fanOut(node, choice, lifts);
    followOtherEnd(lifts);
    for (const Bundle& bundle : m_bundles) evenOut(bundle, lifts);
    return lifts;
}

double Lanes::crossingPrice(std::size_t a, std::size_t b, const Layout& layout) const {
    constexpr double kApart = 6;
    std::vector<LonLat> shared;
    for (const std::size_t node : {m_starts[a].node, m_ends[a].node}) {
        if (node == m_starts[b].node || node == m_ends[b].node) shared.push_back(m_nodes[node]);
    }
    const double clear = std::min({kMeetingKm, ArrowCurve(m_routes[a]->stops, {}).km() / 4,
                                   ArrowCurve(m_routes[b]->stops, {}).km() / 4});
    return layout.lines[a].crossings(layout.lines[b], shared, clear) * (shared.empty() ? kApart : kCrossing);
}

// What looks forced: arches that change sides, lean or swing far out.
double Lanes::bendPrice(const Layout& layout) const {
    double price = 0;
    for (const double fan : layout.choice.fans) price += 4 * (1 - fan);
    for (std::size_t i = 0; i < m_bundles.size(); ++i)
        price += std::abs(layout.choice.bends[i] - wishedBend(m_bundles[i])) / (4 * kArch);
    for (const Lifts& lift : layout.lifts) {
        const double high = std::max(std::abs(lift.start), std::abs(lift.end));
        price += std::abs(lift.start - lift.end) / (2 * kArch) + std::max(0.0, high - 2 * kArch) / kArch;
        if (std::min(lift.start, lift.end) < -3 && std::max(lift.start, lift.end) > 3) price += 1;
    }
    return price;
}

Lanes::Layout Lanes::layoutFor(Choice choice, const Layout* known) const {
    constexpr int kPieces = 24;
    Layout layout;
    layout.choice = std::move(choice);
    layout.lifts = liftsFor(layout.choice);
    std::vector<bool> isSame;
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        isSame.push_back(known && known->lifts[i] == layout.lifts[i]);
        if (isSame.back()) {
            layout.lines.push_back(known->lines[i]);
            continue;
        }
        const ArrowCurve curve(m_routes[i]->stops, layout.lifts[i]);
        std::vector<LonLat> points;
        for (int k = 0; k <= kPieces; ++k) points.push_back(curve.at(double(k) / kPieces));
        layout.lines.emplace_back(points);
    }
    layout.price = bendPrice(layout);
    for (std::size_t a = 0; a < m_routes.size(); ++a) {
        for (std::size_t b = a + 1; b < m_routes.size(); ++b) {
            double price = 0;
            if (isSame[a] && isSame[b]) {
                const auto found = known->prices.find({a, b});
                price = found == known->prices.end() ? 0 : found->second;
            } else {
                price = crossingPrice(a, b, layout);
            }
            if (price > 0) layout.prices[{a, b}] = price;
            layout.price += price;
        }
    }
    return layout;
}

void Lanes::improve(Layout& best, const Choice& other) const {
    if (other == best.choice) return;
    Layout layout = layoutFor(other, &best);
    if (layout.price < best.price - 1e-9) best = std::move(layout);
}

// One bundle after the other bends, and one fan after the other narrows, the way that is best while all
// others stay. From the best of a few beginnings. Narrowed all the way there are great circles alone, and of
// these no two with a common end cross.
std::vector<Lifts> Lanes::best() const {
    Choice choice;
    for (const Bundle& bundle : m_bundles) choice.bends.push_back(wishedBend(bundle));
    choice.fans.assign(m_nodes.size(), 1);
    if (m_routes.size() > kManyRoutes) return liftsFor(choice);
    Layout best = layoutFor(choice, nullptr);
    for (const double straighter : {1.0, -1.0, 0.0}) {
        for (const double fan : {1.0, 0.5, 0.1}) {
            if (best.price < kCrossing) break;
            Choice other = choice;
            for (double& bend : other.bends) bend *= straighter;
            other.fans.assign(m_nodes.size(), fan);
            improve(best, other);
        }
    }
    const int sweeps = m_bundles.size() > kManyBundles ? 1 : kSweeps;
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        const double before = best.price;
        for (std::size_t i = 0; i < m_bundles.size(); ++i) {
            for (const double bend : {kArch, -kArch, 0.0}) {
                Choice other = best.choice;
                other.bends[i] = bend;
                improve(best, other);
            }
        }
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            if (best.price < kCrossing && best.choice.fans[i] >= 1) continue;
            for (const double fan : {1.0, 0.75, 0.5, 0.25, 0.1}) {
                Choice other = best.choice;
                other.fans[i] = fan;
                improve(best, other);
            }
        }
        if (best.price >= before) break;
    }
    return best.lifts;
}

}  // namespace

std::vector<Lifts> layLanes(const std::vector<Route>& routes) {
    std::vector<std::size_t> order(routes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return routes[a].event < routes[b].event; });
    std::vector<const Route*> sorted;
    for (const std::size_t i : order) sorted.push_back(&routes[i]);
    const std::vector<Lifts> lifts = sorted.empty() ? std::vector<Lifts>{} : Lanes(sorted).best();
    std::vector<Lifts> result(routes.size());
    for (std::size_t i = 0; i < order.size(); ++i) result[order[i]] = lifts[i];
    return result;
}

}  // namespace picture
