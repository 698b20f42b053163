// The hints of the first start: three short cards that say how to begin. Plain data.
#pragma once

namespace ui {

/// Seconds for which the hints stay when nobody does anything, and in which they go.
inline constexpr double kHintSeconds = 20;
inline constexpr double kHintFade = 0.4;

struct Hints {
    bool open = false;
    double age = 0;  ///< seconds
    bool operator==(const Hints&) const = default;
};

/// `seconds` pass.
inline void age(Hints& hints, double seconds) {
    if (hints.open) hints.age += seconds;
    if (hints.age >= kHintSeconds) hints.open = false;
}

/// How much of them is to be seen, 0..1.
inline double opacityOf(const Hints& hints) {
    if (!hints.open) return 0;
    const double left = (kHintSeconds - hints.age) / kHintFade;
    return left < 0 ? 0 : left > 1 ? 1 : left;
}

/// Seconds until they look different; 0 while they go, 1e9 when they are not there.
inline double restOf(const Hints& hints) {
    if (!hints.open) return 1e9;
    const double rest = kHintSeconds - kHintFade - hints.age;
    return rest > 0 ? rest : 0;
}

}  // namespace ui
