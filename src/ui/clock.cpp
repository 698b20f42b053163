#include "ui/clock.h"

#include <time.h>

#include <chrono>

namespace ui {

namespace {

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

Clock::Clock() : m_start(now()) {}

double Clock::seconds() const {
    return now() - m_start;
}

TimeOfDay timeOfDay() {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    localtime_r(&seconds, &local);
    return {local.tm_hour, local.tm_min};
}

}  // namespace ui
