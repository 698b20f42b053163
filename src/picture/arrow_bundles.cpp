#include "picture/arrow_bundles.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "geo/great_circle.h"

namespace picture {

namespace {

using base::LonLat;

/// The meeting points found so far.
class Nodes {
  public:
    /// The node at one end of a route; a new one where none is near.
    std::size_t nodeOf(const Route& route, bool isStart);
    const std::vector<LonLat>& all() const { return m_nodes; }

  private:
    std::vector<LonLat> m_nodes;
    std::vector<double> m_nodeKm;  // of the shortest route that ends there
};

std::size_t Nodes::nodeOf(const Route& route, bool isStart) {
    const std::vector<LonLat>& stops = route.stops;
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

// Signed kilometres of `at` to the right of the way from a to b.
double rightOf(LonLat a, LonLat b, LonLat at) {
    const double turn = geo::initialBearing(a, at) - geo::initialBearing(a, b);
    return geo::distanceKm(a, at) * std::sin(base::radians(turn));
}

// Ends that lie apart decide; where they do not, traffic keeps to its right.
void sortLanes(const Bundles& all, Bundle& bundle) {
    const LonLat a = all.nodes[bundle.from], b = all.nodes[bundle.to];
    constexpr double kApartKm = 12;
    const auto key = [&](std::size_t route) {
        const bool forward = all.isForward(bundle, route);
        const std::vector<LonLat>& stops = all.routes[route]->stops;
        const LonLat first = forward ? stops.front() : stops.back();
        const LonLat last = forward ? stops.back() : stops.front();
        const double right = (rightOf(a, b, last) - rightOf(b, a, first)) / 2;
        return std::make_tuple(std::round(right / kApartKm), forward, right, route);
    };
    std::sort(bundle.lanes.begin(), bundle.lanes.end(),
              [&](std::size_t x, std::size_t y) { return key(x) < key(y); });
    const std::size_t first = bundle.lanes.front();
    const bool forward = all.isForward(bundle, first);
    bundle.fromBearing = (forward ? all.starts : all.ends)[first].towards;
    bundle.toBearing = (forward ? all.ends : all.starts)[first].towards;
}

void findEnds(Bundles& all) {
    Nodes nodes;
    for (const Route* route : all.routes) {
        const std::vector<LonLat>& stops = route->stops;
        all.starts.push_back({nodes.nodeOf(*route, true), outwardBearing(stops)});
        all.ends.push_back({nodes.nodeOf(*route, false), outwardBearing({stops.rbegin(), stops.rend()})});
    }
    all.nodes = nodes.all();
}

}  // namespace

Bundles bundlesOf(std::vector<const Route*> routes) {
    Bundles all;
    all.routes = std::move(routes);
    findEnds(all);
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> known;
    for (std::size_t i = 0; i < all.routes.size(); ++i) {
        const auto [low, high] = std::minmax(all.starts[i].node, all.ends[i].node);
        const bool isDirect = all.routes[i]->stops.size() == 2;
        const auto [it, isNew] = known.try_emplace({low, high, isDirect ? 0 : i + 1}, all.bundles.size());
        if (isNew) all.bundles.push_back({low, high, {}, 0, 0, isDirect});
        all.bundles[it->second].lanes.push_back(i);
    }
    for (Bundle& bundle : all.bundles) sortLanes(all, bundle);
    return all;
}

}  // namespace picture
