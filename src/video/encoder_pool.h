// Threads that turn images into PNG files. The queue is bounded: drawing waits when encoding is slower.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/image.h"
#include "base/result.h"

namespace video {

class EncoderPool {
  public:
    /// `threads` of at least 1; at most threads + 1 images wait.
    explicit EncoderPool(int threads);
    ~EncoderPool();
    EncoderPool(const EncoderPool&) = delete;
    EncoderPool& operator=(const EncoderPool&) = delete;

    /// Hands an image over; waits while the queue is full. False once a file could not be written.
    bool push(std::string path, base::Image image);

    /// Waits until everything pushed is on disk; the first problem if there was one. Seconds of work of all
    /// threads in `workSeconds`.
    std::optional<base::Problem> finish();
    double workSeconds() const { return m_workSeconds; }

  private:
    struct Job {
        std::string path;
        base::Image image;
    };
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    std::optional<base::Problem> m_problem;
    bool m_closed = false;
    std::size_t m_room;
    double m_workSeconds = 0;
    std::vector<std::thread> m_threads;
};

}  // namespace video
