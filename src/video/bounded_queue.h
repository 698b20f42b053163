// A queue between two threads that holds a bounded number of things: who fills it waits for who empties it.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace video {

template <class T>
class BoundedQueue {
  public:
    /// `room` of at least 1.
    explicit BoundedQueue(std::size_t room) : m_room(room) {}

    /// Appends; waits while the queue is full. False, and nothing is kept, once it is closed or dropped.
    bool push(T value) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_values.size() < m_room || m_closed; });
        if (m_closed) return false;
        m_values.push_back(std::move(value));
        m_changed.notify_all();
        return true;
    }

    /// Takes the oldest; waits while the queue is empty. Nothing once it is closed and empty.
    std::optional<T> pop() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return !m_values.empty() || m_closed; });
        if (m_values.empty()) return std::nullopt;
        std::optional<T> value(std::move(m_values.front()));
        m_values.pop_front();
        m_changed.notify_all();
        return value;
    }

    /// Nothing more comes; what is in it can still be taken.
    void close() {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

    /// Closes and throws away what is in it.
    void drop() {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_values.clear();
        m_changed.notify_all();
    }

  private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<T> m_values;
    std::size_t m_room;
    bool m_closed = false;
};

}  // namespace video
