#include "video/encoder_pool.h"

#include "video/png_writer.h"
#include "video/stopwatch.h"

namespace video {

EncoderPool::EncoderPool(int threads) : m_room(static_cast<std::size_t>(threads) + 1) {
    for (int i = 0; i < threads; ++i) m_threads.emplace_back([this] { work(); });
}

EncoderPool::~EncoderPool() {
    finish();
}

bool EncoderPool::push(std::string path, base::Image image) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_jobs.size() < m_room || m_problem; });
    if (m_problem) return false;
    m_jobs.push_back({std::move(path), std::move(image)});
    m_changed.notify_all();
    return true;
}

std::optional<base::Problem> EncoderPool::finish() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads) thread.join();
    m_threads.clear();
    return m_problem;
}

void EncoderPool::work() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return !m_jobs.empty() || m_closed; });
            // After a failure the rest is dropped: it would most likely fail too.
            if (m_problem) m_jobs.clear();
            if (m_jobs.empty()) return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        m_changed.notify_all();
        const Stopwatch watch;
        const auto written = writeWhole(job.path, encodePng(job.image));
        const std::lock_guard lock(m_mutex);
        m_workSeconds += watch.seconds();
        if (!written && !m_problem) m_problem = written.problems().front();
        m_changed.notify_all();
    }
}

}  // namespace video
