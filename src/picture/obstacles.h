// What names, badges and cards of a shot must keep clear of.
#pragma once

#include <vector>

#include "picture/shot.h"

namespace picture {

/// Everything at once, as the shot ends: panels, marks, badges, cards, arrows.
Obstacles obstaclesFor(const Context& context, const Shot& shot, const geo::MapView& view);

/// Half the side of the squares that stand for the body of an arrow of this width, pixels.
double bodyObstacle(const Context& context, double width);

/// The band of the timeline and all below it, which names keep clear of.
base::Box timelineBox(const Context& context);

/// The caption, the legend, the scale bar, the timeline's band and what else is covered: what stands still in the
/// frame.
std::vector<base::Box> fixedBoxes(const Context& context, const Shot& shot);

/// Marks, badges and cards, and the heads of its arrows: what moves with the ground.
std::vector<base::Box> groundedBoxes(const Context& context, const Shot& shot, const geo::MapView& view);

/// The same, and the bodies of its arrows as what had better not be covered.
Obstacles groundedObstacles(const Context& context, const Shot& shot, const geo::MapView& view);

/// A badge with the air around it; nothing where its arrow is not seen.
std::optional<base::Box> badgeBox(const Context& context, const CountBadge& badge, const geo::MapView& view);

/// The cards of its state alone.
std::vector<base::Box> cardBoxes(const Context& context, const Shot& shot, const geo::MapView& view);

}  // namespace picture
