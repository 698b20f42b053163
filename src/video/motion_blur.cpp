#include "video/motion_blur.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/color.h"

namespace video {

namespace {

constexpr int kFull = 65535;  // of light and of encoded values in the tables
constexpr int kFine = 4095;   // steps of a straight colour that was premultiplied

template <class Function>
std::vector<std::uint16_t> tableOf(int last, Function function) {
    std::vector<std::uint16_t> table;
    for (int i = 0; i <= last; ++i)
        table.push_back(static_cast<std::uint16_t>(std::lround(function(double(i) / last) * kFull)));
    return table;
}

// Whether the film cuts between two cues, the first of which comes before.
bool isCutAfter(const film::Film& film, std::size_t cue) {
    return cue + 1 >= film.cues.size() || film.cues[cue + 1].flySeconds <= 0;
}

double secondsOpen(film::FrameRate rate, const Shutter& shutter) {
    return shutter.angle / 360 * static_cast<double>(rate.denominator) / static_cast<double>(rate.numerator);
}

}  // namespace

std::vector<film::Moment> momentsOf(const film::Film& film, std::int64_t frame, film::FrameRate rate,
                                    const Shutter& shutter) {
    assert(shutter.subframes >= 1 && shutter.subframes <= kMostSubframes);
    const double begin = film::timeOfFrame(frame, rate);
    const double open = secondsOpen(rate, shutter);
    const film::Moment first = film::momentAt(film, begin);
    std::vector<film::Moment> moments{first};
    for (int i = 1; i < shutter.subframes; ++i) {
        const double time = begin + open * i / shutter.subframes;
        std::size_t cue = first.cue;
        while (!isCutAfter(film, cue) && time >= film::cueStart(film, cue + 1)) ++cue;
        moments.push_back({cue, time - film::cueStart(film, cue)});
    }
    return moments;
}

std::vector<picture::Picture> performedPictures(const Performance& performance, std::int64_t frame,
                                                film::FrameRate rate, const Shutter& shutter) {
    const double begin = film::timeOfFrame(frame, rate), open = secondsOpen(rate, shutter);
    Performed first = performance.at(begin);
    std::vector<picture::Picture> pictures{std::move(first.picture)};
    for (int i = 1; i < shutter.subframes; ++i) {
        Performed next = performance.at(begin + open * i / shutter.subframes);
        if (next.cuts != first.cuts) break;
        pictures.push_back(std::move(next.picture));
    }
    return pictures;
}

LightMean::LightMean(base::Size size)
    : m_size(size),
      m_sums(static_cast<std::size_t>(size.w) * static_cast<std::size_t>(size.h) * 4, 0),
      m_light(tableOf(255, base::linear)),
      m_fineLight(tableOf(kFine, base::linear)),
      m_encoded(tableOf(kFull, base::encoded)) {
    for (const std::uint16_t value : m_encoded)
        m_opaque.push_back(static_cast<std::uint8_t>((value * 255 + kFull / 2) / kFull));
}

void LightMean::add(const base::Image& image) {
    assert(image.bytes.size() == m_sums.size() && m_count < kMostSubframes);
    ++m_count;
    const std::uint8_t* bytes = image.bytes.data();
    for (std::size_t i = 0; i < m_sums.size(); i += 4) {
        const int alpha = bytes[i + 3];
        if (alpha == 0) continue;
        for (std::size_t c = i; c < i + 3; ++c) {
            const int light = alpha == 255 ? m_light[bytes[c]]
                                           : m_fineLight[static_cast<std::size_t>(
                                                 std::min((bytes[c] * kFine + alpha / 2) / alpha, kFine))];
            m_sums[c] += light * alpha;
        }
        m_sums[i + 3] += alpha;
    }
}

base::Image LightMean::take() {
    assert(m_count > 0);
    base::Image image{m_size.w, m_size.h, 4, std::vector<std::uint8_t>(m_sums.size(), 0)};
    const float perFull = 1 / static_cast<float>(255 * m_count);
    for (std::size_t i = 0; i < m_sums.size(); i += 4) {
        const int alphas = m_sums[i + 3];
        if (alphas == 0) continue;
        if (alphas == 255 * m_count) {
            for (std::size_t c = i; c < i + 3; ++c)
                image.bytes[c] =
                    m_opaque[static_cast<std::size_t>(static_cast<float>(m_sums[c]) * perFull + 0.5f)];
            image.bytes[i + 3] = 255;
            continue;
        }
        const float perAlpha = 1 / static_cast<float>(alphas);
        const float alpha = static_cast<float>(alphas) / static_cast<float>(m_count);
        for (std::size_t c = i; c < i + 3; ++c) {
            const float light = static_cast<float>(m_sums[c]) * perAlpha + 0.5f;
            const float encoded = m_encoded[static_cast<std::size_t>(std::min(light, float{kFull}))];
            image.bytes[c] = static_cast<std::uint8_t>(encoded * (alpha / kFull) + 0.5f);
        }
        image.bytes[i + 3] = static_cast<std::uint8_t>(alpha + 0.5f);
    }
    std::fill(m_sums.begin(), m_sums.end(), 0);
    m_count = 0;
    return image;
}

}  // namespace video
