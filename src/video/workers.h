// Threads that share out the parts of one job.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace video {

class Workers {
  public:
    /// `threads` of at least 1, the caller's own among them.
    explicit Workers(int threads);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// Calls part(0) ... part(count - 1), each once, on any of the threads; returns when all are done. For
    /// one caller at a time.
    void share(std::size_t count, const std::function<void(std::size_t)>& part);

  private:
    void work();
    void takeParts(const std::function<void(std::size_t)>& part, std::size_t count);

    std::mutex m_mutex;
    std::condition_variable m_begun, m_ended;
    const std::function<void(std::size_t)>* m_part = nullptr;
    std::size_t m_count = 0, m_job = 0, m_busy = 0;
    std::atomic<std::size_t> m_next{0};
    bool m_closed = false;
    std::vector<std::thread> m_threads;
};

}  // namespace video
