#include "video/video_settings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <locale>
#include <sstream>

#include "base/media_ending.h"
#include "base/text.h"
#include "video/pixel_hash.h"
#include "video/video_encoder.h"

namespace video {

namespace {

constexpr int kFormatVersion = 1;  // of segment files: raise it when what is in them changes
constexpr int kMostThreads = 64;

struct Container {
    VideoContainer container;
    std::string_view ending, encoder;
};
constexpr std::array<Container, 4> kContainers = {{
    {VideoContainer::Mp4, ".mp4", "libx264"},
    {VideoContainer::Mov, ".mov", "prores_ks"},
    {VideoContainer::WebM, ".webm", "libvpx-vp9"},
    {VideoContainer::Mkv, ".mkv", "ffv1"},
}};

const Container& rowOf(VideoContainer container) {
    return kContainers[static_cast<std::size_t>(container)];
}

base::Problem usage(std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Usage, "", 0, 0, std::move(what), std::move(advice)};
}

std::string sizeText(base::Size size) {
    return std::to_string(size.w) + "x" + std::to_string(size.h);
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

void checkSize(const EncoderRow& row, base::Size size, base::Problems& problems) {
    if (row.halvesColor() && (size.w % 2 != 0 || size.h % 2 != 0)) {
        const base::Size even{std::max(2, size.w / 2 * 2), std::max(2, size.h / 2 * 2)};
        problems.push_back(usage(sizeText(size) + " is odd; " + std::string(row.name) + " needs even sides",
                                 "use --size " + sizeText(even)));
    }
    // ITU-T H.264, table A-1: MaxFS of level 6.2, the highest, in macroblocks of 16x16.
    constexpr std::int64_t kMostMacroblocks = 139264, kMostOnASide = 1055;
    const std::int64_t w = (size.w + 15) / 16, h = (size.h + 15) / 16;
    const bool isH264 = row.name == "libx264" || row.name.starts_with("h264_");
    if (isH264 && (w * h > kMostMacroblocks || std::max(w, h) > kMostOnASide))
        problems.push_back(
            usage(sizeText(size) + " is larger than H.264 allows (level 6.2)",
                  "use --size 8k or smaller, or --encoder libx265, or write .mov, .mkv or PNG frames"));
}

void checkAlpha(const EncoderRow& row, const VideoSettings& settings, base::Problems& problems) {
    if (settings.alpha == VideoAlpha::Opaque || row.alpha != AV_PIX_FMT_NONE) return;
    const std::string own(ownEncoder(settings.container));
    problems.push_back(usage(
        std::string(row.name) + " in " + std::string(endingOf(settings.container)) + " has no transparency",
        settings.container == VideoContainer::Mp4 || own == row.name
            ? "write .mov, .webm or .mkv, or leave --alpha or --passes out"
            : "use --encoder " + own + ", or leave --alpha or --passes out"));
}

void checkQuality(const EncoderRow& row, const VideoSettings& settings, base::Problems& problems) {
    const std::string name(row.name);
    if (settings.quality && !row.qualityOption)
        problems.push_back(usage(name + " has no quality to choose", "leave the quality out"));
    else if (settings.quality && !(*settings.quality >= 0 && *settings.quality <= row.worstQuality))
        problems.push_back(usage("the quality of " + name + " is a number from 0 (best) to " +
                                     std::to_string(static_cast<int>(row.worstQuality)),
                                 "its default is " + std::to_string(static_cast<int>(row.quality))));
    if (settings.threads < 1 || settings.threads > kMostThreads)
        problems.push_back(usage(std::to_string(settings.threads) + " threads of the encoder",
                                 "use 1 to " + std::to_string(kMostThreads)));
    if (settings.preset.empty()) return;
    std::istringstream words{std::string(row.presets)};
    std::vector<std::string> presets;
    for (std::string word; words >> word;) presets.push_back(word);
    if (presets.empty())
        problems.push_back(usage(name + " has no speeds to choose", "leave the speed out"));
    else if (std::find(presets.begin(), presets.end(), settings.preset) == presets.end())
        problems.push_back(usage(name + " has no speed '" + settings.preset + "'", "use " + joined(presets)));
}

}  // namespace

int encoderThreads(base::Size size) {
    constexpr std::int64_t kLarge = std::int64_t{2560} * 1440;  // pixels
    return std::int64_t{size.w} * size.h > kLarge ? 2 : 4;
}

std::optional<VideoContainer> videoFormatOf(std::string_view path) {
    for (const Container& row : kContainers) {
        if (base::hasEnding(path, row.ending)) return row.container;
    }
    return std::nullopt;
}

std::string_view ownEncoder(VideoContainer container) {
    return rowOf(container).encoder;
}

std::string_view endingOf(VideoContainer container) {
    return rowOf(container).ending;
}

std::vector<std::string> encodersFor(VideoContainer container) {
    std::vector<std::string> names = {std::string(ownEncoder(container))};
    for (const EncoderRow& row : encoderRows()) {
        if (row.fits(container) && row.name != names.front()) names.emplace_back(row.name);
    }
    return names;
}

base::Problems checkVideo(const VideoSettings& settings) {
    const std::vector<std::string> fitting = encodersFor(settings.container);
    const std::string ending(endingOf(settings.container));
    const EncoderRow* row = encoderRow(settings);
    if (!row || !row->fits(settings.container)) {
        const std::string near(base::nearest(settings.encoder, fitting));
        return {usage("--encoder " + settings.encoder +
                          (row ? ": does not fit " + ending : ": there is no such encoder"),
                      (near.empty() || row ? "" : "did you mean " + near + "? ") + "for " + ending + " use " +
                          joined(fitting))};
    }
    base::Problems problems;
    checkSize(*row, settings.size, problems);
    checkAlpha(*row, settings, problems);
    checkQuality(*row, settings, problems);
    if (!problems.empty()) return problems;
    const auto encoder = VideoEncoder::open(*row, settings);
    return encoder ? base::Problems{} : encoder.problems();
}

std::string fingerprintOf(const VideoSettings& settings) {
    const EncoderRow* row = encoderRow(settings);
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << kFormatVersion << '\n' << avcodec_version() << '\n' << (row ? row->name : "") << '\n';
    text << (row ? row->options : "") << '\n' << settings.size.w << 'x' << settings.size.h << '\n';
    text << settings.rate.numerator << '/' << settings.rate.denominator << '\n';
    text << (settings.alpha == VideoAlpha::Straight) << '\n' << settings.threads << '\n' << settings.preset;
    text << '\n' << (settings.quality ? *settings.quality : -1) << '\n' << settings.content;
    return byteHash(text.str());
}

}  // namespace video
