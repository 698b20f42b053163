#include "ui/desktop_scale.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ui {

namespace {

constexpr double kUsualDpi = 96;
constexpr double kHighestDpi = 600;
constexpr double kSmallestDisplay = 7, kLargestDisplay = 36;  // diagonal in inches

double stepped(double scale) {
    return std::clamp(std::round(scale * 4) / 4, 1.0, 4.0);
}

}  // namespace

double desktopScale(const DisplayFacts& display) {
    if (display.pixelsPerUnit > 1.01) return 1;  // units are as large as the desktop wants them
    double asked = 0;
    const std::string& text = display.gdkScale;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), asked);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size() && asked >= 1) return stepped(asked);
    if (!(display.dpi > kUsualDpi) || display.dpi > kHighestDpi) return 1;
    const double inches = std::hypot(display.pixels.w, display.pixels.h) / display.dpi;
    if (inches < kSmallestDisplay || inches > kLargestDisplay) return 1;
    // A laptop of 120 dpi is looked at from nearer than a screen of 96 dpi on a desk.
    return stepped(display.dpi / kUsualDpi - 0.12);
}

}  // namespace ui
