// libav's objects as move-only owners, and what it says when something fails. Only the files that write or
// read videos and sound include this.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/audio_fifo.h>
#include <libavutil/opt.h>
#include <libswresample/swresample.h>
}

#include <memory>
#include <string>

#include "base/result.h"

namespace video::av {

struct Free {
    void operator()(AVPacket* p) const { av_packet_free(&p); }
    void operator()(AVFrame* p) const { av_frame_free(&p); }
    void operator()(AVCodecContext* p) const { avcodec_free_context(&p); }
    void operator()(AVCodecParameters* p) const { avcodec_parameters_free(&p); }
    void operator()(SwrContext* p) const { swr_free(&p); }
    void operator()(AVAudioFifo* p) const { av_audio_fifo_free(p); }
    void operator()(AVBufferRef* p) const { av_buffer_unref(&p); }
};
struct CloseInput {
    void operator()(AVFormatContext* p) const { avformat_close_input(&p); }
};
struct CloseOutput {
    void operator()(AVFormatContext* p) const {
        avio_closep(&p->pb);
        avformat_free_context(p);
    }
};

using Packet = std::unique_ptr<AVPacket, Free>;
using Frame = std::unique_ptr<AVFrame, Free>;
using Codec = std::unique_ptr<AVCodecContext, Free>;
using Parameters = std::unique_ptr<AVCodecParameters, Free>;
using Resampler = std::unique_ptr<SwrContext, Free>;
using AudioFifo = std::unique_ptr<AVAudioFifo, Free>;
using Buffer = std::unique_ptr<AVBufferRef, Free>;
using Input = std::unique_ptr<AVFormatContext, CloseInput>;
using Output = std::unique_ptr<AVFormatContext, CloseOutput>;

/// Options by name for libav's open functions.
class Options {
  public:
    Options() = default;
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;
    ~Options() { av_dict_free(&m_entries); }
    void set(const std::string& name, const std::string& value) {
        av_dict_set(&m_entries, name.c_str(), value.c_str(), 0);
    }
    void parse(const std::string& pairs) { av_dict_parse_string(&m_entries, pairs.c_str(), "=", ",", 0); }
    AVDictionary** entries() { return &m_entries; }

  private:
    AVDictionary* m_entries = nullptr;
};

/// Keeps libav's messages off the terminal; the last error among them is kept for `reason`. Call it before
/// anything of libav that may complain.
void listen();

/// Why a call failed: the last error that libav reported since `listen`, else its text for `error`.
std::string reason(int error);

/// A problem of kind Failure: "what: reason".
base::Problem failure(const std::string& file, const std::string& what, int error, const std::string& advice);

}  // namespace video::av
