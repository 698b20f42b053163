// A sequence of PNG files: packed and written on threads of its own, each file complete or absent.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "video/frame_ledger.h"
#include "video/frame_pattern.h"
#include "video/frame_sink.h"
#include "video/png_writer.h"

namespace video {

struct PngSequence {
    FramePattern pattern;
    PngColor color = PngColor::Rgb;
    std::vector<PngText> texts;
    int jobs = 2;  ///< threads that pack
};

class PngSink : public FrameSink {
  public:
    /// `ledger` says which frames are finished and takes those that become so; it must outlive the sink.
    PngSink(PngSequence sequence, FrameLedger& ledger);
    ~PngSink() override;

    bool wants(std::int64_t frame) const override;
    bool push(Frame frame) override;
    std::optional<base::Problem> finish() override;
    std::int64_t finishedFrames() const override { return m_finished; }
    std::uint64_t bytesWritten() const override { return m_bytes; }
    double encodeSeconds() const override { return m_encodeSeconds; }
    double writeSeconds() const override { return m_writeSeconds; }

  private:
    /// A packed frame on its way to the disk.
    struct File {
        FrameRecord record;
        PngPieces pieces;
        std::int64_t sameAs = 0;  ///< the frame before with the same pixels; 0: none
    };
    void encode();
    void writeFiles();
    std::optional<base::Problem> write(const File& file);
    void fail(const base::Problem& problem);

    PngSequence m_sequence;
    FrameLedger& m_ledger;
    Workers m_workers;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Frame> m_frames;
    std::deque<File> m_files;
    bool m_framesEnded = false, m_filesEnded = false;
    std::atomic<std::int64_t> m_finished{0};
    std::atomic<std::uint64_t> m_bytes{0};
    std::optional<base::Problem> m_problem;
    double m_encodeSeconds = 0, m_writeSeconds = 0;
    std::thread m_encoder, m_writer;
};

}  // namespace video
