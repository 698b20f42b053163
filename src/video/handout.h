// The storyboard as a handout on A4 pages: title and contents, every cue with its picture, facts, notes and
// sources, then all sources. Laying out is plain data; only writing needs pictures.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "video/page_drawing.h"
#include "video/page_flow.h"
#include "video/storyboard.h"
#include "video/type_setter.h"

namespace video {

inline constexpr double kPageWidth = 595.276, kPageHeight = 841.89;  ///< A4 portrait, points
inline constexpr double kPicturePixelsPerPoint = 2.9;                ///< 209 dots per inch

struct HandoutOptions {
    base::Size shape{1920, 1080};  ///< of the pictures: only the ratio of its sides counts
    int perPage = 1;               ///< 1..6; above 1 the picture stands beside the text
};

struct Handout {
    std::vector<Page> pages;
    std::vector<std::size_t> pageOfCue;  ///< where each cue begins, from 0
};

/// Lays the pages out. With several cues a page, so many at most: one whose text is long takes more room.
Handout layHandout(const Storyboard& board, const TypeSetter& setter, const HandoutOptions& options);

/// How much larger than in the film texts and arrows of the pictures are, so that they can be read on paper.
double pictureScale(const HandoutOptions& options);

/// Writes the pages as a PDF, picture by picture, with an outline and links. The same pages give the same
/// bytes. A problem of kind Failure (disk), or the first of a picture; nothing half-written stays.
base::Result<base::Done> writeHandout(const std::string& path, const Storyboard& board,
                                      const Handout& handout, const TypeSetter& setter,
                                      const PictureOfCue& pictureOf);

}  // namespace video
