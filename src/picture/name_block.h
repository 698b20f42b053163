// A name set on one line or more, as a block that can be put anywhere.
#pragma once

#include <string>
#include <vector>

#include "picture/context.h"
#include "picture/label_candidates.h"

namespace picture {

struct NameBlock {
    base::Vec2 size;             ///< of the box around letters and halos, pixels
    double baseline = 0;         ///< of the first line, from the box's top
    double capHeight = 0;        ///< pixels
    double below = 0;            ///< from the first line's baseline to the last one's
    double pad = 0;              ///< between the box's sides and the letters
    std::vector<GlyphRun> runs;  ///< relative to the box's top left corner
};

/// The form's lines one under the other: centred, or all beginning or ending at one side.
NameBlock nameBlock(const Fonts& fonts, const LabelForm& form, Align align = Align::Center);

}  // namespace picture
