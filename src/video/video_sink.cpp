#include "video/video_sink.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <filesystem>
#include <mutex>
#include <thread>

#include "video/bounded_queue.h"
#include "video/frame_converter.h"
#include "video/pixel_hash.h"
#include "video/segment_writer.h"
#include "video/stopwatch.h"

namespace video {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kWaitingPictures = 2;  // that are converted: enough to ride out a slow frame
constexpr int kNicer = 5;                    // than the threads that draw, as these set the pace

// Makes the calling thread, and those it starts from now on (an encoder's), leave a core to drawing that
// wants it, and work where drawing leaves one idle. On Linux a nice value is a thread's own, see
// setpriority(2); where it cannot be changed, the film is the same and takes a little longer.
void giveWay() {
    ::setpriority(PRIO_PROCESS, 0, ::getpriority(PRIO_PROCESS, 0) + kNicer);
}

class VideoSink final : public FrameSink {
  public:
    VideoSink(std::string path, const VideoSettings& settings, std::vector<Segment> segments)
        : m_path(std::move(path)), m_settings(settings), m_segments(std::move(segments)) {
        m_converting = std::thread([this] { convertAll(); });
        m_encoding = std::thread([this] { encodeAll(); });
    }
    ~VideoSink() override {
        m_drawn.drop();
        m_converted.drop();
        join();
    }

    bool wants(std::int64_t frame) const override { return segmentOf(frame) != nullptr; }

    bool push(Frame frame) override {
        assert(wants(frame.number));
        assert(frame.image->width == m_settings.size.w);
        return m_drawn.push(std::move(frame));
    }

    std::optional<base::Problem> finish() override {
        m_drawn.close();
        join();
        return m_problem;
    }

    std::int64_t finishedFrames() const override { return m_finished; }
    std::uint64_t bytesWritten() const override { return m_bytes; }
    double convertSeconds() const override { return m_convertSeconds; }
    double encodeSeconds() const override { return m_encodeSeconds; }

  private:
    struct Converted {
        std::int64_t number = 0;
        av::Frame picture;
        std::string pixels;
    };

    const Segment* segmentOf(std::int64_t frame) const {
        const auto after = std::upper_bound(
            m_segments.begin(), m_segments.end(), frame,
            [](std::int64_t number, const Segment& segment) { return number < segment.frames.first; });
        return after != m_segments.begin() && std::prev(after)->frames.contains(frame) ? &*std::prev(after)
                                                                                       : nullptr;
    }

    void convertAll() {
        const AVPixelFormat format = pixelFormat(*encoderRow(m_settings), m_settings);
        std::weak_ptr<const base::Image> last;  // so that its pixels can go
        Converted kept;
        while (auto frame = m_drawn.pop()) {
            const Stopwatch watch;
            if (frame->image != last.lock()) {
                kept = {0, convert(*frame->image, format), pixelHash(*frame->image)};
                last = frame->image;
            }
            Converted next{frame->number,
                           av::Frame(kept.picture ? av_frame_clone(kept.picture.get()) : nullptr),
                           kept.pixels};
            m_convertSeconds += watch.seconds();
            if (!next.picture) {
                fail({base::Severity::Error, base::Trouble::Failure, "", 0, 0,
                      "there is no memory for a picture of " + std::to_string(m_settings.size.w) + "x" +
                          std::to_string(m_settings.size.h),
                      "use a smaller --size"});
            }
            if (!next.picture || !m_converted.push(std::move(next))) break;
        }
        m_converted.close();
    }

    void encodeAll() {
        giveWay();
        std::unique_ptr<SegmentWriter> writer;
        while (auto frame = m_converted.pop()) {
            const Stopwatch watch;
            const auto done = encode(writer, *frame);
            m_encodeSeconds += watch.seconds();
            if (!done) return fail(done.problems().front());
        }
    }

    base::Result<base::Done> encode(std::unique_ptr<SegmentWriter>& writer, Converted& frame) {
        const Segment& segment = *segmentOf(frame.number);
        if (frame.number == segment.frames.first) {
            auto opened = SegmentWriter::open(m_path, m_settings, segment);
            if (!opened) return opened.problems();
            writer = std::move(*opened);
        }
        // Frames come without gaps, so a segment that was not begun cannot be finished.
        assert(writer);
        if (const auto added = writer->add(frame.picture.get(), frame.pixels); !added)
            return added.problems();
        m_bytes = m_earlierBytes + writer->bytes();
        if (!writer->isFull()) return base::Done{};
        const auto finished = writer->finish();
        m_earlierBytes += writer->bytes();
        m_bytes = m_earlierBytes;
        writer.reset();
        if (finished) m_finished += segment.frames.count();
        return finished;
    }

    void fail(base::Problem problem) {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_problem) m_problem = std::move(problem);
        }
        m_drawn.drop();
        m_converted.drop();
    }

    void join() {
        if (m_converting.joinable()) m_converting.join();
        if (m_encoding.joinable()) m_encoding.join();
    }

    std::string m_path;
    VideoSettings m_settings;
    std::vector<Segment> m_segments;  // that are written, in order
    BoundedQueue<Frame> m_drawn{1};   // three times as large as what is converted
    BoundedQueue<Converted> m_converted{kWaitingPictures};
    std::mutex m_mutex;
    std::optional<base::Problem> m_problem;  // the first; read after join()
    std::atomic<std::int64_t> m_finished{0};
    std::atomic<std::uint64_t> m_bytes{0};
    std::uint64_t m_earlierBytes = 0;  // of segments that are finished
    std::atomic<double> m_convertSeconds = 0, m_encodeSeconds = 0;
    std::thread m_converting, m_encoding;
};

void eraseWhole(std::vector<Segment>& segments, const std::string& path, const VideoSettings& settings) {
    const std::string fingerprint = fingerprintOf(settings);
    std::erase_if(segments, [&](const Segment& segment) {
        return PacketLog::open(segmentPath(path, segment), fingerprint, segment.frames).has_value();
    });
}

}  // namespace

std::vector<Segment> missingSegments(const std::string& path, const VideoSettings& settings,
                                     FrameRange range) {
    std::vector<Segment> segments = segmentsOf(range, settings.rate);
    eraseWhole(segments, path, settings);
    return segments;
}

base::Result<std::unique_ptr<FrameSink>> openVideoSink(const std::string& path, const VideoSettings& settings,
                                                       FrameRange range, FrameRange part) {
    std::error_code error;
    fs::create_directories(segmentFolder(path), error);
    if (error)
        return base::Problem{base::Severity::Error,
                             base::Trouble::Failure,
                             segmentFolder(path),
                             0,
                             0,
                             "cannot be made: " + error.message(),
                             "choose a folder you may write to"};
    std::vector<Segment> segments = segmentsOf(range, settings.rate);
    std::erase_if(segments, [&](const Segment& segment) { return !part.contains(segment.frames.first); });
    eraseWhole(segments, path, settings);
    return std::unique_ptr<FrameSink>(new VideoSink(path, settings, std::move(segments)));
}

std::vector<std::string> framePixels(const std::string& path, const VideoSettings& settings,
                                     FrameRange range) {
    std::vector<std::string> pixels;
    for (const Segment& segment : segmentsOf(range, settings.rate)) {
        const auto log = PacketLog::open(segmentPath(path, segment), fingerprintOf(settings), segment.frames);
        if (log) pixels.insert(pixels.end(), log->pixels().begin(), log->pixels().end());
        pixels.resize(static_cast<std::size_t>(segment.frames.last - range.first + 1));
    }
    return pixels;
}

void removeSegments(const std::string& path) {
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(segmentFolder(path), error)) {
        const std::string name = entry.path().filename().string();
        const bool isOurs = name.ends_with(".packets") || name.ends_with(".packets.part");
        if (isOurs && name.starts_with("segment-")) files.push_back(entry.path());
    }
    for (const fs::path& file : files) fs::remove(file, error);
    // Fails while anything else is in it; a link to a folder elsewhere stays.
    ::rmdir(segmentFolder(path).c_str());
}

}  // namespace video
