#include "video/frame_converter.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <vector>

#include "video/yuv.h"

namespace video {

namespace {

// ITU-R BT.709: E'Y = 0.2126 E'R + 0.7152 E'G + 0.0722 E'B; E'CB = (E'B - E'Y) / 1.8556, E'CR = (E'R - E'Y) /
// 1.5748. Quantised to 10 bits: 64 + 876 E'Y and 512 + 896 E'C.
constexpr double kRed = 0.2126, kGreen = 0.7152, kBlue = 0.0722;
constexpr int kShift = 20;

struct Weights {
    std::int32_t red, green, blue, offset;
    std::uint16_t of(const std::uint8_t* rgb) const {
        return static_cast<std::uint16_t>((red * rgb[0] + green * rgb[1] + blue * rgb[2] + offset) >> kShift);
    }
};

constexpr std::int32_t rounded(double value) {
    return static_cast<std::int32_t>(value + (value < 0 ? -0.5 : 0.5));
}

// Of 8 bit components; the offset holds the half that makes the shift round.
constexpr Weights weights(double red, double green, double blue, int zero) {
    const double scale = (1 << kShift) / 255.0;
    return {rounded(red * scale), rounded(green * scale), rounded(blue * scale),
            (zero << kShift) + (1 << (kShift - 1))};
}

constexpr Weights kLuma = weights(876 * kRed, 876 * kGreen, 876 * kBlue, 64);
constexpr double kCb = 896 / 1.8556, kCr = 896 / 1.5748;
constexpr Weights kChromaBlue = weights(-kCb * kRed, -kCb* kGreen, kCb*(1 - kBlue), 512);
constexpr Weights kChromaRed = weights(kCr * (1 - kRed), -kCr* kGreen, -kCr* kBlue, 512);

template <class T>
T* row(AVFrame& frame, int plane, int y) {
    return reinterpret_cast<T*>(frame.data[plane] + static_cast<std::ptrdiff_t>(y) * frame.linesize[plane]);
}

const std::uint8_t* row(const base::Image& image, int y) {
    return image.bytes.data() + static_cast<std::size_t>(y) * image.width * 4;
}

void toYuv444(const base::Image& image, AVFrame& frame) {
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* in = row(image, y);
        auto *luma = row<std::uint16_t>(frame, 0, y), *cb = row<std::uint16_t>(frame, 1, y),
             *cr = row<std::uint16_t>(frame, 2, y);
        for (int x = 0; x < image.width; ++x, in += 4) {
            luma[x] = kLuma.of(in);
            cb[x] = kChromaBlue.of(in);
            cr[x] = kChromaRed.of(in);
        }
    }
}

/// The alpha plane: 255 becomes the largest value of T's `bits`.
template <class T>
void copyAlpha(const base::Image& image, AVFrame& frame, int bits) {
    const int most = (1 << bits) - 1;
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* in = row(image, y);
        T* out = row<T>(frame, 3, y);
        for (int x = 0; x < image.width; ++x) {
            out[x] = static_cast<T>((in[4 * x + 3] * most + 127) / 255);
        }
    }
}

void toBgr(const base::Image& image, AVFrame& frame, bool withAlpha) {
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* in = row(image, y);
        auto* out = row<std::uint8_t>(frame, 0, y);
        for (int x = 0; x < image.width; ++x, in += 4, out += 4) {
            out[0] = in[2];
            out[1] = in[1];
            out[2] = in[0];
            out[3] = withAlpha ? in[3] : 255;
        }
    }
}

void describeColor(AVFrame& frame, bool isRgb) {
    frame.color_primaries = AVCOL_PRI_BT709;
    frame.color_trc = isRgb ? AVCOL_TRC_IEC61966_2_1 : AVCOL_TRC_BT709;
    frame.colorspace = isRgb ? AVCOL_SPC_RGB : AVCOL_SPC_BT709;
    frame.color_range = isRgb ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
}

/// The picture's size.
base::Size sizeOf(const base::Image& image) {
    if (image.channels == 4) return {image.width, image.height};
    return {image.width, image.height / 3 * 2};
}

// 4 channels are converted, planes are copied.
void fillPlanes(const base::Image& image, const YuvPlanes& to) {
    if (image.channels == 4) return convertToYuv(image, to);
    const base::Size size = sizeOf(image);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* in = image.bytes.data() + static_cast<std::size_t>(y) * image.width;
        const std::ptrdiff_t line = y < size.h ? y : y - size.h;
        if (y < size.h) {
            std::copy_n(in, size.w, to.y + line * to.yStride);
        } else {
            std::copy_n(in, size.w / 2, to.u + line * to.uStride);
            std::copy_n(in + size.w / 2, size.w / 2, to.v + line * to.vStride);
        }
    }
}

/// yuv420p, or the first three planes of yuva420p.
void toYuv420(const base::Image& image, AVFrame& frame) {
    fillPlanes(image, {frame.data[0], frame.data[1], frame.data[2], frame.linesize[0], frame.linesize[1],
                       frame.linesize[2]});
    frame.chroma_location = AVCHROMA_LOC_LEFT;
}

/// 4:2:0 with U and V side by side, as graphics cards have it.
void toNv12(const base::Image& image, AVFrame& frame) {
    const base::Size size = sizeOf(image);
    const int width = (size.w + 1) / 2, height = (size.h + 1) / 2;
    const std::size_t plane = static_cast<std::size_t>(width) * height;
    std::vector<std::uint8_t> chroma(2 * plane);
    std::uint8_t *u = chroma.data(), *v = u + plane;
    fillPlanes(image, {frame.data[0], u, v, frame.linesize[0], width, width});
    for (int y = 0; y < height; ++y) {
        auto* out = row<std::uint8_t>(frame, 1, y);
        for (int x = 0; x < width; ++x) {
            *out++ = *u++;
            *out++ = *v++;
        }
    }
    frame.chroma_location = AVCHROMA_LOC_LEFT;
}

}  // namespace

av::Frame convert(const base::Image& image, AVPixelFormat format) {
    [[maybe_unused]] const bool isPlanes = image.channels == 1;
    assert(image.channels == 4 || (isPlanes && (format == AV_PIX_FMT_YUV420P || format == AV_PIX_FMT_NV12)));
    const base::Size size = sizeOf(image);
    av::Frame frame(av_frame_alloc());
    frame->format = format;
    frame->width = size.w;
    frame->height = size.h;
    if (av_frame_get_buffer(frame.get(), 0) < 0) return nullptr;
    const bool isRgb = format == AV_PIX_FMT_BGR0 || format == AV_PIX_FMT_BGRA;
    describeColor(*frame, isRgb);
    if (isRgb)
        toBgr(image, *frame, format == AV_PIX_FMT_BGRA);
    else if (format == AV_PIX_FMT_YUV444P10 || format == AV_PIX_FMT_YUVA444P10)
        toYuv444(image, *frame);
    else if (format == AV_PIX_FMT_NV12)
        toNv12(image, *frame);
    else
        toYuv420(image, *frame);
    if (format == AV_PIX_FMT_YUVA444P10) copyAlpha<std::uint16_t>(image, *frame, 10);
    if (format == AV_PIX_FMT_YUVA420P) copyAlpha<std::uint8_t>(image, *frame, 8);
    return frame;
}

}  // namespace video
