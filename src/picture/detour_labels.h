// Names while the onlooker has moved away from the film's camera: placed once for each scale over the whole
// world, so that panning moves nothing against the ground, and faded where panels or the frame's edge are.
#pragma once

#include <map>

#include "picture/shot.h"

namespace picture {

class DetourLabels {
  public:
    /// Adds the names of `shot` (the film's cue `index`) as `view` shows them; `view` has left shot.view.
    /// Close to it they turn from the shot's own names into those of the scale. Pure: what is kept between
    /// calls depends on cue and scale alone.
    void add(const Context& context, std::size_t index, const Shot& shot, const geo::MapView& view,
             Picture& picture);

  private:
    const LabelPlan& planFor(const Context& context, const Shot& shot, int level);

    std::size_t m_cue = 0;  ///< of which m_plans are
    std::map<int, LabelPlan> m_plans;
};

}  // namespace picture
