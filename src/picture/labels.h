// Where names stand: decided once for a camera at rest, by priority, with a total order, so that nothing
// overlaps and nothing moves because something else appeared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "picture/context.h"
#include "picture/label_candidates.h"
#include "picture/picture.h"

namespace picture {

/// A label tied to the ground: `label` is laid out for an anchor at (0, 0).
struct PlacedLabel {
    base::Vec2 anchor;       ///< plane, metres
    Label label;             ///< box and runs relative to the anchor's pixel
    bool ofCountry = false;  ///< its id is an alpha-3 code, which may be a place's id too
    bool operator==(const PlacedLabel&) const = default;
};

/// A dot tied to the ground.
struct PlacedDot {
    std::string id;
    base::Vec2 anchor;  ///< plane, metres
    double radius = 5;
    bool capital = false;
    bool operator==(const PlacedDot&) const = default;
};

struct LabelPlan {
    std::vector<PlacedLabel> labels;  ///< by priority
    std::vector<PlacedDot> dots;
};

/// What labels must keep clear of, in pixels.
struct Obstacles {
    std::vector<base::Box> hard;    ///< panels, arrow heads: never covered
    std::vector<base::Box> panels;  ///< those of `hard` under which a place is not seen
    std::vector<base::Box> soft;    ///< arrow bodies: covered only when there is no other place
};

/// Names keep this much apart from each other and from the edge of the safe area, in theme units.
inline constexpr double kLabelAir = 3;

/// Gives each candidate, in their order, its best free place. Every label lies wholly inside the safe area, a
/// country's name inside the country, a sea's in the sea; a point's beside its own dot and nearer to no other
/// if possible. Candidates that find no place are left out, with their dots unless they are musts.
LabelPlan placeLabels(const Context& context, const geo::MapView& view,
                      const std::vector<LabelCandidate>& candidates, const Obstacles& obstacles);

/// The same over the whole plane at the view's scale: no frame bounds it, and a country's name stands at the
/// country's label point or not at all. Panning the view by whole frames changes nothing.
LabelPlan placeLabelsOfWorld(const Context& context, const geo::MapView& view,
                             const std::vector<LabelCandidate>& candidates, const Obstacles& obstacles);

}  // namespace picture
