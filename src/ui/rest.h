// When the window has something to do though nobody does anything: between those times the program sleeps.
#pragma once

#include "ui/session.h"

namespace ui {

/// More seconds than any show lasts.
inline constexpr double kNever = 1e9;

/// Seconds until something over the picture changes by itself: a toast goes, a typed number is forgotten. 0
/// while it changes with every frame; kNever when it does not. What the picture itself does is left out.
double secondsToChange(const Session& session);

}  // namespace ui
