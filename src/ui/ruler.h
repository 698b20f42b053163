// Measuring on the ground: what a hand does with the ruler, and what the ruler reads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/commands.h"

namespace ui {

enum class Touching { Press, Move, Release };

/// What pressing, moving or letting go at `pixel` does with the ruler in hand: the first click begins a line,
/// the second ends it, or a drag does both. Nothing where there is no ground, or nothing to do.
std::optional<Command> rulerCommand(const Session& session, Touching touching, base::Vec2 pixel,
                                    const Sight& sight);

/// Kilometres of the ruler's line along the great circle; nothing while it has no line.
std::optional<double> rulerKm(const Ruler& ruler);

/// "1 234 km", below 100 km with a decimal.
std::string kilometresText(double km, std::string_view language);

/// The line in pixels, in pieces where the map or the view cuts it.
std::vector<std::vector<base::Vec2>> rulerLine(const Ruler& ruler, const Sight& sight);

}  // namespace ui
