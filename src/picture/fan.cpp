#include "picture/fan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace picture {

namespace {

double clockwise(double from, double to) {
    const double turn = std::fmod(to - from, 360.0);
    return turn < 0 ? turn + 360 : turn;
}

// The spoke before which most room is: there the circle is cut open.
std::size_t widestGap(const std::vector<Spoke>& spokes) {
    std::size_t best = 0;
    double widest = -1;
    for (std::size_t i = 0; i < spokes.size(); ++i) {
        const Spoke& before = spokes[(i + spokes.size() - 1) % spokes.size()];
        const double room = clockwise(before.towards, spokes[i].towards);
        if (room > widest + 1e-9) best = i;
        widest = std::max(widest, room);
    }
    return best;
}

// The nearest values that never fall (pool adjacent violators: M. Ayer et al., Annals of Mathematical
// Statistics 26, 1955).
std::vector<double> rising(const std::vector<double>& values) {
    struct Pool {
        double sum;
        std::size_t count;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Pool> pools;
    for (const double value : values) {
        pools.push_back({value, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back() = {pools.back().sum + last.sum, pools.back().count + last.count};
        }
    }
    std::vector<double> result;
    for (const Pool& pool : pools) result.insert(result.end(), pool.count, pool.mean());
    return result;
}

// Neighbours `gap` apart: rising values once each has given up the gaps before it.
std::vector<double> apart(std::vector<double> values, double gap) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] -= gap * static_cast<double>(i);
    values = rising(values);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] += gap * static_cast<double>(i);
    return values;
}

}  // namespace

std::vector<double> fannedOut(const std::vector<Spoke>& spokes, double gap, double reach) {
    const std::size_t n = spokes.size(), first = n > 0 ? widestGap(spokes) : 0;
    std::vector<double> towards, wished;
    for (std::size_t k = 0; k < n; ++k) {
        const Spoke& spoke = spokes[(first + k) % n];
        const double ahead = k == 0 ? 0 : clockwise(spokes[first].towards, spoke.towards);
        towards.push_back(ahead);
        wished.push_back(ahead + std::remainder(spoke.wished - spoke.towards, 360.0));
    }
    constexpr double kNarrower = 0.9, kLeast = 1;
    std::vector<double> set = wished;
    for (double room = std::min(gap, 352.0 / static_cast<double>(std::max<std::size_t>(n, 1))); room > kLeast;
         room *= kNarrower) {
        set = apart(wished, room);
        bool fits = n < 2 || set.back() - set.front() <= 360 - room;
        for (std::size_t k = 0; k < n; ++k) fits = fits && std::abs(set[k] - towards[k]) <= reach;
        if (fits) break;
    }
    std::vector<double> result(n);
    for (std::size_t k = 0; k < n; ++k)
        result[(first + k) % n] = std::clamp(set[k] - towards[k], -reach, reach);
    return result;
}

}  // namespace picture
