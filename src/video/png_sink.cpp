#include "video/png_sink.h"

#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>

#include "video/pixel_hash.h"
#include "video/stopwatch.h"
#include "video/whole_file.h"

namespace video {

namespace {

constexpr std::size_t kMostFrames = 2, kMostFiles = 4;  // that wait: more would only take memory

}  // namespace

PngSink::PngSink(PngSequence sequence, FrameLedger& ledger)
    : m_sequence(std::move(sequence)),
      m_ledger(ledger),
      m_workers(std::max(m_sequence.jobs, 1)),
      m_encoder([this] { encode(); }),
      m_writer([this] { writeFiles(); }) {}

PngSink::~PngSink() {
    finish();
}

bool PngSink::wants(std::int64_t frame) const {
    return !m_ledger.has(frame);
}

bool PngSink::push(Frame frame) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_frames.size() < kMostFrames || m_problem; });
    if (m_problem) return false;
    m_frames.push_back(std::move(frame));
    m_changed.notify_all();
    return true;
}

std::optional<base::Problem> PngSink::finish() {
    if (!m_encoder.joinable()) return m_problem;
    {
        const std::lock_guard lock(m_mutex);
        m_framesEnded = true;
    }
    m_changed.notify_all();
    m_encoder.join();
    {
        const std::lock_guard lock(m_mutex);
        m_filesEnded = true;
    }
    m_changed.notify_all();
    m_writer.join();
    return m_problem;
}

void PngSink::fail(const base::Problem& problem) {
    const std::lock_guard lock(m_mutex);
    if (!m_problem) m_problem = problem;
    m_changed.notify_all();
}

void PngSink::encode() {
    PngEncoder encoder(m_workers, m_sequence.color, m_sequence.texts);
    Frame last;
    File file;
    for (;;) {
        Frame frame;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return !m_frames.empty() || m_framesEnded || m_problem; });
            // After a failure the rest is dropped: it would most likely fail too.
            if (m_problem || m_frames.empty()) return;
            frame = std::move(m_frames.front());
            m_frames.pop_front();
        }
        m_changed.notify_all();
        const Stopwatch watch;
        file.sameAs = frame.image == last.image ? last.number : 0;
        if (file.sameAs == 0) {
            file.record.pixels = pixelHash(*frame.image);
            file.pieces = encoder.encode(frame.image);
            file.record.bytes = 0;
            file.record.crc = 0;
            for (const auto& piece : file.pieces) {
                file.record.bytes += piece->size();
                file.record.crc = libdeflate_crc32(file.record.crc, piece->data(), piece->size());
            }
        }
        file.record.frame = frame.number;
        last = std::move(frame);
        std::unique_lock lock(m_mutex);
        m_encodeSeconds += watch.seconds();
        m_changed.wait(lock, [&] { return m_files.size() < kMostFiles || m_problem; });
        m_files.push_back(file);
        m_changed.notify_all();
    }
}

void PngSink::writeFiles() {
    for (;;) {
        File file;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return !m_files.empty() || m_filesEnded || m_problem; });
            if (m_problem || m_files.empty()) return;
            file = std::move(m_files.front());
            m_files.pop_front();
        }
        m_changed.notify_all();
        const Stopwatch watch;
        const auto problem = write(file);
        m_writeSeconds += watch.seconds();
        if (problem) return fail(*problem);
        m_ledger.add(file.record);
        ++m_finished;
    }
}

std::optional<base::Problem> PngSink::write(const File& file) {
    const std::string path = m_sequence.pattern.path(file.record.frame);
    // The same bytes need no room twice, where the file system knows links.
    if (file.sameAs > 0) {
        const std::string part = path + ".part", last = m_sequence.pattern.path(file.sameAs);
        ::unlink(part.c_str());
        if (::link(last.c_str(), part.c_str()) == 0) {
            // Renaming one link of a file onto another does nothing and leaves both.
            ::unlink(path.c_str());
            if (::rename(part.c_str(), path.c_str()) == 0) return std::nullopt;
        }
    }
    WholeFile whole(path);
    for (const auto& piece : file.pieces) whole.write(piece->data(), piece->size());
    m_bytes += file.record.bytes;
    if (const auto finished = whole.finish(); !finished) return finished.problems().front();
    return std::nullopt;
}

}  // namespace video
