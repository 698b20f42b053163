#include "ui/roaming.h"

#include <algorithm>

namespace ui {

void settle(Roaming& roaming, const std::optional<geo::Camera>& camera, double seconds) {
    if (!camera || roaming.camera != camera) roaming.still = 0;
    roaming.camera = camera;
    if (camera) roaming.still += seconds;
    std::optional<picture::Rest>& rest = roaming.rest;
    double left = seconds;
    if (rest && rest->camera != camera) {
        const double needed = rest->share * kUnsettleSeconds;
        rest->share -= std::min(left, needed) / kUnsettleSeconds;
        if (left < needed) return;
        left -= needed;
        rest.reset();
    }
    if (!camera) return;
    if (!rest) {
        left = std::min(left, roaming.still - kHaltSeconds);
        if (left <= 0) return;
        rest = picture::Rest{*camera, 0};
    }
    rest->share = std::min(1.0, rest->share + left / kSettleSeconds);
}

bool isSettling(const Roaming& roaming) {
    const auto& rest = roaming.rest;
    if (!roaming.camera) return rest.has_value();
    return !rest || rest->camera != roaming.camera || rest->share < 1;
}

}  // namespace ui
