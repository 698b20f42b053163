// How the names of one cue turn into those of the next while the camera flies: what both have stays, the
// rest fades out before and in after, and at no moment does one overlap another.
#pragma once

#include <vector>

#include "picture/camera_path.h"
#include "picture/shot.h"

namespace picture {

/// When something is seen, in shares of the change: it fades in over the first span and out over the second.
struct Seen {
    double from = -1, fully = -1;  ///< before 0: from the start
    double until = 2, gone = 2;    ///< after 1: to the end
    double alphaAt(double share) const;
};

/// No change of names takes longer, in shares of the flight.
inline constexpr double kLatestShare = 2;

struct LabelChange {
    /// A name, perhaps set larger or wider while it stays where it is.
    struct Name {
        PlacedLabel from, to;
        Seen seen;
        double turnsFrom = 2, turnsTo = 2;  ///< shares of the change
        PlacedLabel at(double share) const;
    };
    struct Dot {
        PlacedDot from, to;  ///< equal but for the radius
        Seen seen;
    };
    std::vector<Name> names;
    std::vector<Dot> dots;
    double over = 1;  ///< the share, perhaps above 1, at which the last name has come
};

/// The change from `last` to `next` along `path`. Names are checked at steps of the path against each other,
/// the dots, the safe area, and the panels, cards, badges and arrow heads that are on screen then.
LabelChange makeLabelChange(const Context& context, const Shot& last, const Shot& next,
                            const CameraPath& path);

}  // namespace picture
