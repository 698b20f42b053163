// Colours as they are written in theme and film files: sRGB, straight alpha.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// sRGB components in 0..1, straight (not premultiplied) alpha.
struct Color {
    float r = 0;
    float g = 0;
    float b = 0;
    float a = 1;
    bool operator==(const Color&) const = default;
    Color withAlpha(double alpha) const { return {r, g, b, static_cast<float>(alpha)}; }
    Color faded(double by) const { return {r, g, b, static_cast<float>(a * by)}; }
};

/// Reads "#rgb", "#rrggbb" or "#rrggbbaa"; nothing when it is not one of these.
std::optional<Color> parseColor(std::string_view text);

/// "#rrggbb", or "#rrggbbaa" when the alpha is not 1.
std::string toString(Color color);

/// Linear mix of the sRGB components: a at t = 0, b at t = 1.
Color mix(Color a, Color b, double t);

/// `top` laid over an opaque ground.
Color over(Color top, Color ground);

/// A component of an sRGB colour as light, and back (IEC 61966-2-1); both in 0..1.
double linear(double component);
double encoded(double light);

/// Relative luminance in 0..1 (WCAG 2.1, "relative luminance").
double luminance(Color color);

/// Contrast ratio in 1..21 (WCAG 2.1, "contrast ratio").
double contrast(Color a, Color b);

}  // namespace base
