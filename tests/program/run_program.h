// Runs the program that ships, as a shell would, and collects what it says.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

struct Outcome {
    int code = -1;      ///< exit code, or 128 + signal
    std::string out;    ///< standard output
    std::string error;  ///< standard error
};

/// A process that runs, and what it says.
struct Child {
    int process = -1;
    int out = -1, error = -1;  ///< to read from
};

/// The command line that runs build/.../harmattan with these words.
std::vector<std::string> programWith(const std::vector<std::string>& words);

/// Starts a command line, whose first word is a path, with `settings` ("NAME=value") in front of the
/// environment. Killed after `longest` seconds, or when the test ends.
Child startProcess(const std::vector<std::string>& words, const std::vector<std::string>& settings,
                   unsigned longest = 120);

/// Reads what it says until it ends. `meanwhile` runs beside that.
Outcome endOf(const Child& child, const std::function<void()>& meanwhile = {});

/// Runs build/.../harmattan with these words and, in front of the environment, `settings` ("NAME=value").
/// Killed after two minutes (code 137).
Outcome runProgram(const std::vector<std::string>& words, const std::vector<std::string>& settings = {});

/// Runs it and sends it a signal once `isTime` says so, asked each millisecond, unless it has ended before.
Outcome signalProgram(const std::vector<std::string>& words, int signal, const std::function<bool()>& isTime);

/// A program that was held still for a while.
struct Held {
    Outcome outcome;
    bool wasHeld = false;  ///< false when it had ended before
};

/// Runs it, holds it still as soon as `isTime` says so, which is asked all the time, and lets it go on after
/// `meanwhile`.
Held holdProgram(const std::vector<std::string>& words, const std::function<bool()>& isTime,
                 const std::function<void()>& meanwhile);

/// Runs any command line through /bin/sh -c.
Outcome runShell(const std::string& command);

/// A new empty folder that goes away with the object.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::string path(const std::string& name = "") const { return (m_path / name).string(); }

  private:
    std::filesystem::path m_path;
};

std::string readFile(const std::string& path);
void writeFile(const std::string& path, const std::string& text);
