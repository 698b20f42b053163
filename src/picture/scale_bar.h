// The scale bar: how long some kilometres are where it stands.
#pragma once

#include <optional>

#include "picture/context.h"
#include "picture/picture.h"

namespace picture {

/// The bar in the lower right above the timeline, or above a caption that goes from side to side, as a panel
/// with the id "scale-bar"; its length is 1, 2 or 5 times a power of ten kilometres, the longest that has
/// room. Measured along the great circle under the bar, as the map's scale is not the same everywhere.
/// Nothing when the map is tilted, or when the bar would lie off the earth.
std::optional<Panel> makeScaleBar(const Context& context, const geo::MapView& view,
                                  const std::optional<Panel>& caption);

}  // namespace picture
