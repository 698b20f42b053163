// An export under way: the program itself, started once more, and what it says of its progress.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/child_process.h"
#include "ui/export_desk.h"

namespace ui {

/// The program that runs now, as a path.
inline constexpr const char* kThisProgram = "/proc/self/exe";

class ExportRun {
  public:
    explicit ExportRun(std::string program = kThisProgram) : m_program(std::move(program)) {}

    /// Starts this command line, with its progress as JSON. Not while one is under way.
    void start(std::vector<std::string> words);

    /// Asks the export to end after the frame at hand; what is finished stays.
    void stop();

    /// Takes in what it has said. True when anything has changed. Never waits.
    bool follow();

    /// Asks it to end and waits for that, `seconds` at most; then it goes on ending by itself.
    void leave(double seconds);

    const ExportState& state() const { return m_state; }

  private:
    void end(int code);

    std::string m_program;
    std::optional<ChildProcess> m_child;
    std::string m_unread;  // the beginning of a line
    ExportState m_state;
};

/// Takes a line that an export has written into its state.
void takeLine(ExportState& state, const std::string& line);

}  // namespace ui
