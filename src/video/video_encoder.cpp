#include "video/video_encoder.h"

extern "C" {
#include <libavutil/hwcontext.h>
}

namespace video {

namespace {

constexpr int kUploadFrames = 20;  // pictures that a VAAPI encoder may hold at once

}  // namespace

base::Result<VideoEncoder> VideoEncoder::open(const EncoderRow& row, const VideoSettings& settings) {
    av::listen();
    VideoEncoder encoder(row);
    const std::string name(row.name);
    const AVCodec* codec = avcodec_find_encoder_by_name(name.c_str());
    if (!codec)
        return base::Problem{base::Severity::Error,
                             base::Trouble::Usage,
                             "",
                             0,
                             0,
                             "--encoder " + name + ": this build of libavcodec does not have it",
                             "choose another encoder, or install a libavcodec that has it"};
    encoder.m_context.reset(avcodec_alloc_context3(codec));
    describePictures(row, settings, *encoder.m_context);
    av::Options options;
    setOptions(row, settings, options);
    int error = row.hardware == Hardware::Vaapi ? encoder.openDevice() : 0;
    if (error >= 0) error = avcodec_open2(encoder.m_context.get(), codec, options.entries());
    if (error >= 0) return encoder;
    if (row.hardware != Hardware::None)
        return av::failure("", "--encoder " + name + ": the hardware encoder does not start", error,
                           "this needs its graphics card and driver; without them leave --encoder out");
    base::Problem problem = av::failure("",
                                        name + " does not take " + std::to_string(settings.size.w) + "x" +
                                            std::to_string(settings.size.h) + " with these settings",
                                        error, "choose another --size or --encoder");
    problem.trouble = base::Trouble::Usage;
    return problem;
}

int VideoEncoder::openDevice() {
    AVBufferRef* device = nullptr;
    const int error = av_hwdevice_ctx_create(&device, AV_HWDEVICE_TYPE_VAAPI, nullptr, nullptr, 0);
    if (error < 0) return error;
    const av::Buffer owned(device);
    av::Buffer frames(av_hwframe_ctx_alloc(device));
    if (!frames) return AVERROR(ENOMEM);
    auto* pool = reinterpret_cast<AVHWFramesContext*>(frames->data);
    pool->format = AV_PIX_FMT_VAAPI;
    pool->sw_format = m_context->pix_fmt;
    pool->width = m_context->width;
    pool->height = m_context->height;
    pool->initial_pool_size = kUploadFrames;
    if (const int failed = av_hwframe_ctx_init(frames.get()); failed < 0) return failed;
    m_context->pix_fmt = AV_PIX_FMT_VAAPI;
    m_context->hw_frames_ctx = frames.release();
    return 0;
}

int VideoEncoder::upload(av::Frame& onDevice, AVFrame* frame) {
    onDevice.reset(av_frame_alloc());
    const int error = av_hwframe_get_buffer(m_context->hw_frames_ctx, onDevice.get(), 0);
    return error < 0 ? error : av_hwframe_transfer_data(onDevice.get(), frame, 0);
}

base::Problem VideoEncoder::failure(int error) const {
    return av::failure("", std::string(m_row->name) + " failed at its frame " + std::to_string(m_frames),
                       error, "finished segments are kept: go on with --resume, or choose another --encoder");
}

av::Parameters VideoEncoder::parameters() const {
    av::Parameters parameters(avcodec_parameters_alloc());
    avcodec_parameters_from_context(parameters.get(), m_context.get());
    return parameters;
}

base::Result<base::Done> VideoEncoder::encode(AVFrame* frame,
                                              const std::function<void(const AVPacket&)>& take) {
    av::Frame onDevice;
    int error = 0;
    if (frame && m_context->hw_frames_ctx) {
        error = upload(onDevice, frame);
        frame = onDevice.get();
    }
    if (frame) frame->pts = m_frames++;
    if (error >= 0) error = avcodec_send_frame(m_context.get(), frame);
    if (error < 0) return failure(error);
    while ((error = avcodec_receive_packet(m_context.get(), m_packet.get())) >= 0) {
        take(*m_packet);
        av_packet_unref(m_packet.get());
    }
    if (error != AVERROR(EAGAIN) && error != AVERROR_EOF) return failure(error);
    return base::Done{};
}

}  // namespace video
