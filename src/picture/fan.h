// Directions around a point, spread out until neighbours have room.
#pragma once

#include <vector>

namespace picture {

/// One direction: the one it leads to, and the one in which it would set out. Degrees, any turn.
struct Spoke {
    double towards = 0;
    double wished = 0;
};

/// The directions nearest to the wished ones (least squares) that keep the order of `spokes` and are `gap`
/// degrees apart, or less where the circle has no room or somebody would have to set out more than `reach`
/// degrees from where it leads to. `spokes` must come in the order of `towards`, clockwise from anywhere;
/// the results are relative to `towards`, within -reach..reach.
std::vector<double> fannedOut(const std::vector<Spoke>& spokes, double gap, double reach);

}  // namespace picture
