// Motion blur as a camera has it: a frame is the mean of the light of several pictures taken while the
// shutter is open.
#pragma once

#include <cstdint>
#include <vector>

#include "base/image.h"
#include "base/units.h"
#include "film/film.h"
#include "film/timeline.h"
#include "video/performance.h"

namespace video {

inline constexpr int kMostSubframes = 128;

struct Shutter {
    int subframes = 1;   ///< pictures to a frame, 1..kMostSubframes
    double angle = 180;  ///< how long it is open: degrees of 360, which are the time to the next frame
};

/// The moments whose pictures make up a frame (counted from 1). The shutter opens at the frame's own time,
/// and the moments lie evenly in the time it is open, the first at its beginning:
///
///     frame n |--1--|--2--|--3--|--4--| closed            | frame n + 1
///
/// Where the next cue begins with a cut (it has no flight), or there is no next cue, the cue goes on past its
/// end instead: a frame never shows both sides of a cut. Flights are gone through.
std::vector<film::Moment> momentsOf(const film::Film& film, std::int64_t frame, film::FrameRate rate,
                                    const Shutter& shutter);

/// The pictures that make up a frame of a performance, in the same way. Pictures after a cut are left out.
std::vector<picture::Picture> performedPictures(const Performance& performance, std::int64_t frame,
                                                film::FrameRate rate, const Shutter& shutter);

/// Adds up images and gives the mean of their light (sRGB decoded, IEC 61966-2-1). Images that are equal give
/// exactly themselves. Translucent pixels are premultiplied, and weigh as much as their alpha.
class LightMean {
  public:
    explicit LightMean(base::Size size);

    /// Adds one of at most kMostSubframes images of 4 channels, of the size given.
    void add(const base::Image& image);

    /// The mean of what was added since the last time; at least one image must have been.
    base::Image take();

  private:
    base::Size m_size;
    int m_count = 0;
    std::vector<std::int32_t> m_sums;  // as the channels: light times alpha three times, alpha
    std::vector<std::uint16_t> m_light, m_fineLight, m_encoded;
    std::vector<std::uint8_t> m_opaque;  // m_encoded in 8 bits
};

}  // namespace video
