#include "ui/pace.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::array kSpeeds{0.25, 0.5, 1.0, 1.5, 2.0, 4.0};

}  // namespace

double slowerThan(double speed) {
    const auto at = std::lower_bound(kSpeeds.begin(), kSpeeds.end(), speed);
    return at == kSpeeds.begin() ? kSpeeds.front() : *(at - 1);
}

double fasterThan(double speed) {
    const auto at = std::upper_bound(kSpeeds.begin(), kSpeeds.end(), speed);
    return at == kSpeeds.end() ? kSpeeds.back() : *at;
}

}  // namespace ui
