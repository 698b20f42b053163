#include "video/workers.h"

namespace video {

Workers::Workers(int threads) {
    for (int i = 1; i < threads; ++i) m_threads.emplace_back([this] { work(); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_begun.notify_all();
    for (std::thread& thread : m_threads) thread.join();
}

void Workers::takeParts(const std::function<void(std::size_t)>& part, std::size_t count) {
    for (std::size_t i = m_next++; i < count; i = m_next++) part(i);
}

void Workers::share(std::size_t count, const std::function<void(std::size_t)>& part) {
    {
        const std::lock_guard lock(m_mutex);
        m_part = &part;
        m_count = count;
        m_next = 0;
        m_busy = m_threads.size();
        ++m_job;
    }
    m_begun.notify_all();
    takeParts(part, count);
    std::unique_lock lock(m_mutex);
    m_ended.wait(lock, [&] { return m_busy == 0; });
}

void Workers::work() {
    std::size_t seen = 0;
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_begun.wait(lock, [&] { return m_closed || m_job != seen; });
        if (m_closed) return;
        seen = m_job;
        const auto* part = m_part;
        const std::size_t count = m_count;
        lock.unlock();
        takeParts(*part, count);
        lock.lock();
        if (--m_busy == 0) m_ended.notify_one();
    }
}

}  // namespace video
