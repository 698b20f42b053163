// Passes for compositing: the layers of a picture as images with straight alpha that give the picture again
// when an editor stacks them.
//
// Stacking is 8-bit source-over, in the picture's own encoding, on each channel:
//
//     over(top, below) = round((top.colour * top.alpha + below.colour * (255 - top.alpha)) / 255)
//     alpha            = top.alpha + round(below.alpha * (255 - top.alpha) / 255)
//
// The lowest pass is opaque, so all that lies on it is. A layer's own colour, P * 255 / alpha, is rounded,
// and the picture itself was blended in several steps: where the stack would be off by more than 1 of 255,
// the pass has the colour that gives the picture there; where none does, its alpha is raised as little as
// needed.
#pragma once

#include "base/image.h"

namespace video {

/// `top` (4 channels, straight alpha) over `below` (the same size, 4 channels, opaque), as defined above.
base::Image over(const base::Image& top, const base::Image& below);

/// A premultiplied image with straight alpha instead; where alpha is 0 the colour is 0.
base::Image toStraight(base::Image image);

/// Makes passes from the lowest to the highest.
class PassStack {
  public:
    /// Begins with the lowest pass, an opaque image, which is its own pass.
    explicit PassStack(base::Image lowest);

    /// The next pass: what turns the passes so far into `wanted` (opaque) within 1 of 255. `layer` is the
    /// same layer drawn alone, premultiplied; its colours and alphas are kept where they can be. All images
    /// have one size.
    base::Image add(base::Image layer, const base::Image& wanted);

    /// The passes so far, stacked.
    const base::Image& stacked() const { return m_stacked; }

  private:
    base::Image m_stacked;
};

}  // namespace video
