#include "ui/export_run.h"

#include <unistd.h>

#include <nlohmann/json.hpp>
#include <utility>

namespace ui {

namespace {

constexpr int kInterrupted = 130;
// Of what it says; a program that has lost its mind must not fill the memory, bytes.
constexpr std::size_t kLongestMessage = 4000;
constexpr double kWaitStep = 0.02;  // s

}  // namespace

void takeLine(ExportState& state, const std::string& line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_object()) {
        const auto take = [&](const char* key, auto& into) {
            const auto value = json.find(key);
            if (value != json.end() && value->is_number()) value->get_to(into);
        };
        take("done", state.done);
        take("total", state.total);
        take("fps", state.framesPerSecond);
        take("seconds_left", state.secondsLeft);
        take("bytes", state.bytes);
        return;
    }
    if (line.empty() || state.message.size() + line.size() > kLongestMessage) return;
    state.message += (state.message.empty() ? "" : "\n") + line;
}

void ExportRun::start(std::vector<std::string> words) {
    if (isUnderWay(m_state)) return;
    m_state = {};
    m_state.words = words;
    words.insert(words.end(), {"--progress", "json"});
    m_unread.clear();
    auto child = ChildProcess::start(m_program, words);
    if (!child) {
        m_state.phase = ExportPhase::Failed;
        m_state.message = base::toString(child.problems().front());
        return;
    }
    m_child = std::move(*child);
    m_state.phase = ExportPhase::Running;
}

void ExportRun::stop() {
    if (!isUnderWay(m_state)) return;
    m_state.phase = ExportPhase::Stopping;
    m_child->interrupt();
}

bool ExportRun::follow() {
    if (!isUnderWay(m_state)) return false;
    const ExportState before = m_state;
    // Asked before reading: what it wrote last is there once it has ended.
    const auto code = m_child->exitCode();
    m_unread += m_child->read();
    for (std::size_t end = 0; (end = m_unread.find('\n')) != std::string::npos; m_unread.erase(0, end + 1))
        takeLine(m_state, m_unread.substr(0, end));
    if (m_unread.size() > kLongestMessage) m_unread.clear();
    if (code) end(*code);
    return m_state != before;
}

void ExportRun::end(int code) {
    takeLine(m_state, std::exchange(m_unread, {}));
    m_child.reset();
    m_state.phase = code == 0              ? ExportPhase::Done
                    : code == kInterrupted ? ExportPhase::Stopped
                                           : ExportPhase::Failed;
}

void ExportRun::leave(double seconds) {
    stop();
    for (double waited = 0; isUnderWay(m_state) && waited < seconds; waited += kWaitStep) {
        follow();
        ::usleep(static_cast<useconds_t>(kWaitStep * 1e6));
    }
}

}  // namespace ui
