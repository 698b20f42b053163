#include "base/color.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace base {

namespace {

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

int byteOf(float component) {
    return static_cast<int>(std::lround(std::clamp(component, 0.0f, 1.0f) * 255.0f));
}

}  // namespace

std::optional<Color> parseColor(std::string_view text) {
    if (text.empty() || text.front() != '#') return std::nullopt;
    text.remove_prefix(1);
    const bool isShort = text.size() == 3;
    if (!isShort && text.size() != 6 && text.size() != 8) return std::nullopt;
    float component[4] = {0, 0, 0, 1};
    const std::size_t step = isShort ? 1 : 2;
    for (std::size_t i = 0; i * step < text.size(); ++i) {
        const int high = hexDigit(text[i * step]);
        const int low = isShort ? high : hexDigit(text[i * step + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        component[i] = static_cast<float>(high * 16 + low) / 255.0f;
    }
    return Color{component[0], component[1], component[2], component[3]};
}

std::string toString(Color color) {
    char text[10];
    const int r = byteOf(color.r), g = byteOf(color.g), b = byteOf(color.b), a = byteOf(color.a);
    if (a == 255) {
        std::snprintf(text, sizeof text, "#%02x%02x%02x", r, g, b);
    } else {
        std::snprintf(text, sizeof text, "#%02x%02x%02x%02x", r, g, b, a);
    }
    return text;
}

Color mix(Color a, Color b, double t) {
    const auto f = static_cast<float>(t);
    return {a.r + (b.r - a.r) * f, a.g + (b.g - a.g) * f, a.b + (b.b - a.b) * f, a.a + (b.a - a.a) * f};
}

Color over(Color top, Color ground) {
    return mix(ground, top.withAlpha(1), top.a).withAlpha(1);
}

double linear(double component) {
    return component <= 0.04045 ? component / 12.92 : std::pow((component + 0.055) / 1.055, 2.4);
}

double encoded(double light) {
    return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

double luminance(Color color) {
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double contrast(Color a, Color b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace base
