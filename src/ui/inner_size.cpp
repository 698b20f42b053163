#include "ui/inner_size.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace ui {

namespace {

constexpr double kFactors[] = {1, 0.75, 0.5};
constexpr int kLastStep = static_cast<int>(std::size(kFactors)) - 1;
constexpr std::size_t kFewPictures = 5, kManyPictures = 30;
// A step up is worth it when the next larger size would probably take this share of the time.
constexpr double kEasy = 0.8;

}  // namespace

double InnerSize::factor() const {
    return kFactors[m_step];
}

double InnerSize::median(std::size_t last) const {
    std::vector<double> times(m_times.end() - static_cast<std::ptrdiff_t>(last), m_times.end());
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

void InnerSize::step(int by) {
    m_step += by;
    m_times.clear();
}

void InnerSize::took(double seconds) {
    m_times.push_back(seconds);
    if (m_times.size() > kManyPictures) m_times.pop_front();
    if (m_step < kLastStep && m_times.size() >= kFewPictures && median(kFewPictures) > kSmoothSeconds)
        return step(1);
    if (m_step == 0 || m_times.size() < kManyPictures) return;
    const double ratio = kFactors[m_step - 1] / kFactors[m_step];
    if (median(kManyPictures) * ratio * ratio < kEasy * kSmoothSeconds) step(-1);
}

}  // namespace ui
