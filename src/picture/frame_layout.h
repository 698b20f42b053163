// Where things stand in a frame: safe area, panels' places and the space that is left free for the map's
// subject.
//
//   landscape                          square and portrait
//   +-----------------------------+    +------------------+
//   | legend |                    |    | legend           |
//   |        |      free          |    |      free        |
//   | caption|                    |    | caption          |
//   |-------- timeline -----------|    |---- timeline ----|
//   +-----------------------------+    +------------------+
#pragma once

#include <vector>

#include "base/units.h"

namespace picture {

struct FrameLayout {
    base::Size size;
    double unit = 1;     ///< pixels per theme unit: the shorter side over 1080
    bool wide = true;    ///< panels stand beside the free area, not above and below
    base::Box safe;      ///< graphics safe area: 5 % from every side (EBU R 95)
    base::Box timeline;  ///< the band of the timeline
    double captionWidth = 0;
    double captionHeight = 0;  ///< at most
    double legendWidth = 0;    ///< at most
    double legendHeight = 0;   ///< at most, beside the highest caption
    double columnGap = 0;      ///< between the panels and the free area
};

FrameLayout layoutFor(base::Size size);

/// The layout of a picture without caption and timeline, `scale` times as large in its texts and lines: all
/// of the safe area is free but for the legend's corner.
FrameLayout pageLayoutFor(base::Size size, double scale);

/// How high a legend may be, pixels, with a caption of `captionHeight` (0: none): it has what the caption
/// leaves.
double legendRoom(const FrameLayout& layout, double captionHeight);

/// Where a cue's subject may lie: in `area`, but not under one of `panels`.
struct FreeSpace {
    base::Box area;
    std::vector<base::Box> panels;
};

/// The space that a caption of `captionHeight` pixels and a legend of `legend` pixels (0: not there) leave.
/// Heights are rounded up to whole steps, so that cues whose panels hardly differ have the same camera.
FreeSpace freeSpace(const FrameLayout& layout, double captionHeight, base::Vec2 legend);

/// The space beside (wide) or above (tall) the text of a title card.
FreeSpace freeSpaceBesideCard(const FrameLayout& layout);

}  // namespace picture
