#include "ui/frame_times.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace ui {

namespace {

// Of an evening's frames the first half million tell enough.
constexpr std::size_t kMost = 500'000;

void keep(std::vector<float>& times, double seconds) {
    if (times.size() < kMost) times.push_back(static_cast<float>(seconds));
}

std::string summary(std::string_view what, std::vector<float> times) {
    if (times.empty()) return {};
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        return 1000.0 * static_cast<double>(
                            times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))]);
    };
    char text[160];
    std::snprintf(text, sizeof text, "; %.*s: %zu, median %.1f ms, 95 %% within %.1f ms, worst %.1f ms",
                  static_cast<int>(what.size()), what.data(), times.size(), at(0.5), at(0.95), at(1));
    return text;
}

}  // namespace

void FrameTimes::heard(double now) {
    if (!m_heard) m_heard = now;
}

void FrameTimes::shown(double began, double now, bool moving) {
    ++m_frames;
    keep(moving ? m_flying : m_resting, now - began);
    if (m_heard) keep(m_answers, now - *m_heard);
    m_heard.reset();
}

std::string FrameTimes::text() const {
    return std::to_string(m_frames) + " frames" + summary("camera moving", m_flying) +
           summary("camera at rest", m_resting) + summary("from key or mouse to picture", m_answers);
}

}  // namespace ui
