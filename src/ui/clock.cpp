#include "ui/clock.h"

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

}  // namespace ui
