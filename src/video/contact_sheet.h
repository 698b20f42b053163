// The storyboard as one picture: a grid of small pictures with number, title, date, how sure it
// is, and sources.
#pragma once

#include "base/image.h"
#include "base/result.h"
#include "picture/theme.h"
#include "video/page_drawing.h"
#include "video/page_flow.h"
#include "video/storyboard.h"
#include "video/type_setter.h"

namespace video {

inline constexpr int kSheetWidth = 2400;      ///< pixels
inline constexpr int kSheetHighest = 16'384;  ///< pixels; with the width it bounds the memory, 160 MB
inline constexpr int kSheetMostColumns = 10;  ///< more would leave titles too narrow to read

struct ContactSheet {
    base::Size size;  ///< pixels
    int columns = 0;
    Page page;  ///< in pixels
};

/// Lays the sheet out: 4 columns (2 or 3 for as few cues), more when it would get too high. `shape` gives the
/// ratio of the pictures' sides. A problem of kind Usage when so many cues do not fit.
base::Result<ContactSheet> layContactSheet(const Storyboard& board, const TypeSetter& setter,
                                           const picture::Theme& theme, base::Size shape);

/// How much larger than in the film labels and arrows of the sheet's pictures are.
double pictureScale(const ContactSheet& sheet);

/// The sheet as pixels, 4 channels, opaque; or the first problem of a picture.
base::Result<base::Image> drawContactSheet(const ContactSheet& sheet, const TypeSetter& setter,
                                           const PictureOfCue& pictureOf);

}  // namespace video
