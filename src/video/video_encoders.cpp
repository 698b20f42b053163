#include "video/video_encoders.h"

#include <algorithm>
#include <cmath>

namespace video {

namespace {

using enum VideoContainer;

constexpr std::string_view kX26xPresets =
    "ultrafast superfast veryfast faster fast medium slow slower veryslow placebo";
constexpr std::string_view kNvencPresets = "p1 p2 p3 p4 p5 p6 p7";
constexpr std::string_view kVp9Speeds = "0 1 2 3 4 5";
constexpr AVPixelFormat kNone = AV_PIX_FMT_NONE;

const std::vector<EncoderRow> kRows = {
    // cpu-independent: processors with other instructions must choose the same algorithms. sync-lookahead: a
    // thread that looks ahead for itself holds more pictures and is no faster; the bytes are the same.
    {"libx264",
     {Mp4, Mov, Mkv},
     AV_PIX_FMT_YUV420P,
     kNone,
     "crf",
     18,
     51,
     "preset",
     "veryfast",
     kX26xPresets,
     "x264-params=cpu-independent=1:sync-lookahead=0"},
    // With a quantiser of its own for each frame prores_ks takes four times as long and looks no better.
    {"prores_ks",
     {Mov, Mkv},
     AV_PIX_FMT_YUV444P10,
     AV_PIX_FMT_YUVA444P10,
     "global_quality",
     2,
     31,
     nullptr,
     "",
     "",
     "profile=4444,vendor=apl0,flags=+qscale"},
    // Rows of tiles in parallel (row-mt) would make the bytes depend on how threads meet.
    {"libvpx-vp9",
     {WebM, Mkv, Mp4},
     AV_PIX_FMT_YUV420P,
     AV_PIX_FMT_YUVA420P,
     "crf",
     20,
     63,
     "cpu-used",
     "5",
     kVp9Speeds,
     "b=0,deadline=good,row-mt=0,tile-columns=2,frame-parallel=0"},
    {"ffv1",
     {Mkv},
     AV_PIX_FMT_BGR0,
     AV_PIX_FMT_BGRA,
     nullptr,
     0,
     0,
     nullptr,
     "",
     "",
     "level=3,slices=12,slicecrc=1,g=1"},
    {"libx265",
     {Mp4, Mov, Mkv},
     AV_PIX_FMT_YUV420P,
     kNone,
     "crf",
     20,
     51,
     "preset",
     "fast",
     kX26xPresets,
     ""},
    {"h264_nvenc",
     {Mp4, Mov, Mkv},
     AV_PIX_FMT_YUV420P,
     kNone,
     "cq",
     19,
     51,
     "preset",
     "p5",
     kNvencPresets,
     "rc=vbr,b=0,g=250",
     Hardware::Nvenc},
    {"hevc_nvenc",
     {Mp4, Mov, Mkv},
     AV_PIX_FMT_YUV420P,
     kNone,
     "cq",
     21,
     51,
     "preset",
     "p5",
     kNvencPresets,
     "rc=vbr,b=0,g=250",
     Hardware::Nvenc},
    {"h264_vaapi",
     {Mp4, Mov, Mkv},
     AV_PIX_FMT_NV12,
     kNone,
     "qp",
     19,
     51,
     nullptr,
     "",
     "",
     "rc_mode=CQP",
     Hardware::Vaapi},
    {"hevc_vaapi",
     {Mp4, Mov, Mkv},
     AV_PIX_FMT_NV12,
     kNone,
     "qp",
     21,
     51,
     nullptr,
     "",
     "",
     "rc_mode=CQP",
     Hardware::Vaapi},
};

std::string numberText(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace

bool EncoderRow::fits(VideoContainer container) const {
    return std::find(containers.begin(), containers.end(), container) != containers.end();
}

bool EncoderRow::halvesColor() const {
    return opaque == AV_PIX_FMT_YUV420P || opaque == AV_PIX_FMT_NV12;
}

const std::vector<EncoderRow>& encoderRows() {
    return kRows;
}

const EncoderRow* encoderRow(const VideoSettings& settings) {
    const std::string_view name =
        settings.encoder.empty() ? ownEncoder(settings.container) : std::string_view(settings.encoder);
    const auto found =
        std::find_if(kRows.begin(), kRows.end(), [&](const EncoderRow& row) { return row.name == name; });
    return found == kRows.end() ? nullptr : &*found;
}

AVPixelFormat pixelFormat(const EncoderRow& row, const VideoSettings& settings) {
    return settings.alpha == VideoAlpha::Straight ? row.alpha : row.opaque;
}

void describePictures(const EncoderRow& row, const VideoSettings& settings, AVCodecContext& context) {
    const AVRational rate{static_cast<int>(settings.rate.numerator),
                          static_cast<int>(settings.rate.denominator)};
    context.width = settings.size.w;
    context.height = settings.size.h;
    context.framerate = rate;
    context.time_base = av_inv_q(rate);
    context.sample_aspect_ratio = {1, 1};
    context.pix_fmt = pixelFormat(row, settings);
    context.color_primaries = AVCOL_PRI_BT709;
    context.color_trc = row.isRgb() ? AVCOL_TRC_IEC61966_2_1 : AVCOL_TRC_BT709;
    context.colorspace = row.isRgb() ? AVCOL_SPC_RGB : AVCOL_SPC_BT709;
    context.field_order = AV_FIELD_PROGRESSIVE;
    context.color_range = row.isRgb() ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    if (row.halvesColor()) context.chroma_sample_location = AVCHROMA_LOC_LEFT;
    context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_CLOSED_GOP;
    context.thread_count = settings.threads;
}

void setOptions(const EncoderRow& row, const VideoSettings& settings, av::Options& options) {
    options.parse(std::string(row.options));
    const double quality = settings.quality.value_or(row.quality);
    const bool isQuantiser = row.qualityOption && std::string_view(row.qualityOption) == "global_quality";
    if (isQuantiser)
        options.set(row.qualityOption, std::to_string(std::lround(std::max(quality, 1.0) * FF_QP2LAMBDA)));
    else if (row.qualityOption)
        options.set(row.qualityOption, numberText(quality));
    if (row.presetOption)
        options.set(row.presetOption, settings.preset.empty() ? std::string(row.preset) : settings.preset);
    // Half of what veryfast looks ahead: each picture it holds back takes some 17 MB in 4K.
    if (row.name == "libx264" && (settings.preset.empty() || settings.preset == row.preset))
        options.set("rc-lookahead", "5");
    // libvpx has no alternate reference frames with alpha.
    if (row.name == "libvpx-vp9" && settings.alpha == VideoAlpha::Straight) options.set("auto-alt-ref", "0");
    // x265 counts cores unless told, and writes to the terminal.
    if (row.name == "libx265")
        options.set("x265-params", "log-level=none:pools=" + std::to_string(settings.threads) +
                                       ":frame-threads=" + std::to_string((settings.threads + 1) / 2));
}

}  // namespace video
