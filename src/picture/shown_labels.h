// The names and dots of a moment: a plan, the change from one plan to another, or a detour's own.
#pragma once

#include "picture/label_change.h"
#include "picture/labels.h"

namespace picture {

/// Adds one name, one dot.
void addName(const PlacedLabel& name, double alpha, const geo::MapView& view, Picture& picture);
void addDot(const Context& context, const PlacedDot& dot, double alpha, const geo::MapView& view,
            Picture& picture);

/// Adds a plan's names and dots where `view` shows their anchors.
void addLabels(const Context& context, const LabelPlan& plan, const geo::MapView& view, Picture& picture);

/// Adds what is seen when a share of the change has passed.
void addLabels(const Context& context, const LabelChange& change, double share, const geo::MapView& view,
               Picture& picture);

}  // namespace picture
