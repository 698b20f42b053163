// PNG files, written fast. The rows of a picture are packed in strips: several at once, and in a sequence
// only those whose pixels have changed. Reading them back is base/image's job.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/image.h"
#include "video/whole_file.h"
#include "video/workers.h"

namespace video {

/// A line of text in the file (an iTXt chunk). `key` is one of the specification's keywords, such as Title,
/// Software, Copyright or Description; `text` is UTF-8.
struct PngText {
    std::string key, text;
};

enum class PngColor { Rgb, Rgba };

/// A PNG file as pieces that follow each other; equal pieces of neighbouring frames are shared.
using PngPieces = std::vector<std::shared_ptr<const std::vector<std::uint8_t>>>;

/// Turns the images of a sequence into PNG files (PNG specification, third edition): 8 bits a channel, tagged
/// sRGB, straight alpha; filter Up on every row, as pictures are smooth from row to row. What it keeps from
/// the last image only saves time: a file's bytes depend on its own image alone.
class PngEncoder {
  public:
    /// Packs on the threads of `workers`, which must outlive it.
    PngEncoder(Workers& workers, PngColor color, std::vector<PngText> texts);
    ~PngEncoder();

    /// The image must have 4 channels, or 3 with PngColor::Rgb.
    PngPieces encode(std::shared_ptr<const base::Image> image);

    /// Strips packed so far, for tests and --stats.
    std::size_t packedStrips() const { return m_packedStrips; }

  private:
    struct Strip;
    Strip packed(const base::Image& image, int firstRow, int rows) const;

    Workers& m_workers;
    PngColor m_color;
    std::vector<PngText> m_texts;
    std::shared_ptr<const base::Image> m_last;
    std::vector<Strip> m_strips;
    std::size_t m_packedStrips = 0;
};

/// The bytes of a PNG file by itself: RGB when every pixel is opaque, RGBA otherwise.
std::vector<std::uint8_t> encodePng(const base::Image& image, const std::vector<PngText>& texts = {});

}  // namespace video
