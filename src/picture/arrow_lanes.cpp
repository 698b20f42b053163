#include "picture/arrow_lanes.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "picture/arrow_crossings.h"
#include "picture/arrow_lifts.h"

namespace picture {

namespace {

using base::LonLat;

constexpr double kCrossing = 100;  // the price of one that could be helped
constexpr int kSweeps = 3;
constexpr std::size_t kManyBundles = 24;  // from so many on one sweep must do
constexpr std::size_t kManyRoutes = 60;   // from so many on crossings cannot be helped, nor be read

/// Looks for the way to bend the bundles that is best for all.
class Lanes {
  public:
    explicit Lanes(Bundles bundles) : m_all(std::move(bundles)) {}
    std::vector<Lifts> best() const;

  private:
    struct Layout {
        Bends choice;
        std::vector<Lifts> lifts;
        std::vector<SphereLine> lines;
        std::map<std::pair<std::size_t, std::size_t>, double> prices;  // of pairs that cross
        double price = 0;
    };

    double wishedBend(const Bundle& bundle) const;
    Bends wishedBends() const;
    Layout firstLayout() const;
    void sweep(Layout& best) const;
    Layout layoutFor(Bends choice, const Layout* known) const;
    void improve(Layout& best, const Bends& other) const;
    double crossingPrice(std::size_t a, std::size_t b, const Layout& layout) const;
    double bendPrice(const Layout& layout) const;

    Bundles m_all;
};

double Lanes::wishedBend(const Bundle& bundle) const {
    if (!bundle.isDirect) return 0;
    const auto forward = std::count_if(bundle.lanes.begin(), bundle.lanes.end(),
                                       [&](std::size_t route) { return m_all.isForward(bundle, route); });
    if (forward == static_cast<std::ptrdiff_t>(bundle.lanes.size())) return kArch;
    return forward == 0 ? -kArch : 0;
}

double Lanes::crossingPrice(std::size_t a, std::size_t b, const Layout& layout) const {
    constexpr double kApart = 6;
    std::vector<LonLat> shared;
    for (const std::size_t node : {m_all.starts[a].node, m_all.ends[a].node}) {
        if (node == m_all.starts[b].node || node == m_all.ends[b].node) shared.push_back(m_all.nodes[node]);
    }
    const double clear = std::min({kMeetingKm, ArrowCurve(m_all.routes[a]->stops, {}).km() / 4,
                                   ArrowCurve(m_all.routes[b]->stops, {}).km() / 4});
    return layout.lines[a].crossings(layout.lines[b], shared, clear) * (shared.empty() ? kApart : kCrossing);
}

// What looks forced: arches that change sides, lean or swing far out.
double Lanes::bendPrice(const Layout& layout) const {
    double price = 0;
    for (const double fan : layout.choice.fans) price += 4 * (1 - fan);
    for (std::size_t i = 0; i < m_all.bundles.size(); ++i)
        price += std::abs(layout.choice.bends[i] - wishedBend(m_all.bundles[i])) / (4 * kArch);
    for (const Lifts& lift : layout.lifts) {
        const double high = std::max(std::abs(lift.start), std::abs(lift.end));
        price += std::abs(lift.start - lift.end) / (2 * kArch) + std::max(0.0, high - 2 * kArch) / kArch;
        if (std::min(lift.start, lift.end) < -3 && std::max(lift.start, lift.end) > 3) price += 1;
    }
    return price;
}

Lanes::Layout Lanes::layoutFor(Bends choice, const Layout* known) const {
    constexpr int kPieces = 24;
    Layout layout;
    layout.choice = std::move(choice);
    layout.lifts = liftsFor(m_all, layout.choice);
    std::vector<bool> isSame;
    for (std::size_t i = 0; i < m_all.routes.size(); ++i) {
        isSame.push_back(known && known->lifts[i] == layout.lifts[i]);
        if (isSame.back()) {
            layout.lines.push_back(known->lines[i]);
            continue;
        }
        const ArrowCurve curve(m_all.routes[i]->stops, layout.lifts[i]);
        std::vector<LonLat> points;
        for (int k = 0; k <= kPieces; ++k) points.push_back(curve.at(double(k) / kPieces));
        layout.lines.emplace_back(points);
    }
    layout.price = bendPrice(layout);
    for (std::size_t a = 0; a < m_all.routes.size(); ++a) {
        for (std::size_t b = a + 1; b < m_all.routes.size(); ++b) {
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

void Lanes::improve(Layout& best, const Bends& other) const {
    if (other == best.choice) return;
    Layout layout = layoutFor(other, &best);
    if (layout.price < best.price - 1e-9) best = std::move(layout);
}

Bends Lanes::wishedBends() const {
    Bends wished;
    for (const Bundle& bundle : m_all.bundles) wished.bends.push_back(wishedBend(bundle));
    wished.fans.assign(m_all.nodes.size(), 1);
    return wished;
}

// As wished, or the best of a few other beginnings when that crosses. Narrowed all the way there are great
// circles alone, and of these no two with a common end cross.
Lanes::Layout Lanes::firstLayout() const {
    const Bends wished = wishedBends();
    Layout best = layoutFor(wished, nullptr);
    for (const double straighter : {1.0, -1.0, 0.0}) {
        for (const double fan : {1.0, 0.5, 0.1}) {
            if (best.price < kCrossing) return best;
            Bends other = wished;
            for (double& bend : other.bends) bend *= straighter;
            other.fans.assign(m_all.nodes.size(), fan);
            improve(best, other);
        }
    }
    return best;
}

// One bundle after the other bends, and one fan after the other narrows, the way that is best while all
// others stay.
void Lanes::sweep(Layout& best) const {
    for (std::size_t i = 0; i < m_all.bundles.size(); ++i) {
        for (const double bend : {kArch, -kArch, 0.0}) {
            Bends other = best.choice;
            other.bends[i] = bend;
            improve(best, other);
        }
    }
    for (std::size_t i = 0; i < m_all.nodes.size(); ++i) {
        if (best.price < kCrossing && best.choice.fans[i] >= 1) continue;
        for (const double fan : {1.0, 0.75, 0.5, 0.25, 0.1}) {
            Bends other = best.choice;
            other.fans[i] = fan;
            improve(best, other);
        }
    }
}

std::vector<Lifts> Lanes::best() const {
    if (m_all.routes.size() > kManyRoutes) return liftsFor(m_all, wishedBends());
    Layout best = firstLayout();
    const int sweeps = m_all.bundles.size() > kManyBundles ? 1 : kSweeps;
    for (int i = 0; i < sweeps; ++i) {
        const double before = best.price;
        sweep(best);
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
    const std::vector<Lifts> lifts = sorted.empty() ? std::vector<Lifts>{} : Lanes(bundlesOf(sorted)).best();
    std::vector<Lifts> result(routes.size());
    for (std::size_t i = 0; i < order.size(); ++i) result[order[i]] = lifts[i];
    return result;
}

}  // namespace picture
