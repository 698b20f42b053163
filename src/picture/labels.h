// Where names stand: decided once for a camera at rest, by priority, with a total order, so that nothing
// overlaps and nothing moves because something else appeared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "picture/context.h"
#include "picture/picture.h"

namespace picture {

/// A label tied to the ground: `label` is laid out for an anchor at (0, 0).
struct PlacedLabel {
    base::Vec2 anchor;  ///< plane, metres
    Label label;        ///< box and runs relative to the anchor's pixel
};

/// A dot tied to the ground.
struct PlacedDot {
    std::string id;
    base::Vec2 anchor;  ///< plane, metres
    double radius = 5;
    bool capital = false;
};

struct LabelPlan {
    std::vector<PlacedLabel> labels;  ///< by priority
    std::vector<PlacedDot> dots;
};

/// What labels must keep clear of, in pixels.
struct Obstacles {
    std::vector<base::Box> hard;  ///< panels, arrow heads: never covered
    std::vector<base::Box> soft;  ///< arrow bodies: covered only when there is no other place
};

/// `important`: ids of places the cue is about, most important first. `named`: countries (alpha-3) whose name
/// stands elsewhere. Every label lies wholly inside the safe
/// area.
LabelPlan placeLabels(const Context& context, const geo::MapView& view,
                      const std::vector<std::string>& important, const std::vector<std::string>& named,
                      const Obstacles& obstacles);

}  // namespace picture
