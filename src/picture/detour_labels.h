// Names while the onlooker has moved away from the film's camera: placed once for each scale over the whole
// world, so that panning moves nothing against the ground, and faded where panels or the frame's edge are.
// Where the view comes to rest they settle: placed for that view alone, each there or not at all.
#pragma once

#include <map>
#include <optional>

#include "picture/shot.h"

namespace picture {

/// A view that has come to rest, and how far its names have settled, 0..1.
struct SettledView {
    geo::MapView view;
    double share = 0;
};

class DetourLabels {
  public:
    /// Adds the names of `shot` (the film's cue `index`) as `view` shows them; `view` has left shot.view.
    /// Close to it they turn from the shot's own names into those of the scale; these turn into the names of
    /// `rest` by its share. Pure: what is kept between calls depends on cue, scale and `rest` alone.
    void add(const Context& context, std::size_t index, const Shot& shot, const geo::MapView& view,
             const std::optional<SettledView>& rest, Picture& picture);

  private:
    const LabelPlan& planFor(const Context& context, const Shot& shot, int level);
    const LabelPlan& planAt(const Context& context, const Shot& shot, const geo::MapView& rest);

    struct Plan {
        geo::MapView view;
        LabelPlan plan;
    };
    std::size_t m_cue = 0;  ///< of which the plans are
    std::map<int, LabelPlan> m_plans;
    std::optional<Plan> m_rest;
};

}  // namespace picture
