#include "program/run_program.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

namespace {

std::string drain(int file) {
    std::string text;
    std::array<char, 65536> buffer;
    for (ssize_t n = 0; (n = ::read(file, buffer.data(), buffer.size())) > 0;) {
        text.append(buffer.data(), static_cast<std::size_t>(n));
    }
    ::close(file);
    return text;
}

}  // namespace

Child startProcess(const std::vector<std::string>& words, const std::vector<std::string>& settings,
                   unsigned longest) {
    int out[2], error[2];
    if (::pipe(out) != 0 || ::pipe(error) != 0) return {};
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(out[1], STDOUT_FILENO);
        ::dup2(error[1], STDERR_FILENO);
        for (const int file : {out[0], out[1], error[0], error[1]}) ::close(file);
        // Graphics drivers and their libraries leave a few hundred bytes behind at exit, which a leak check
        // (on in a sanitizer build) would blame on the program. The libraries' own tests keep that check.
        ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
        for (const std::string& setting : settings) {
            const std::size_t equals = setting.find('=');
            ::setenv(setting.substr(0, equals).c_str(), setting.substr(equals + 1).c_str(), 1);
        }
        std::vector<char*> arguments;
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        ::alarm(longest);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(out[1]);
    ::close(error[1]);
    return {child, out[0], error[0]};
}

Outcome endOf(const Child& child, const std::function<void()>& meanwhile) {
    Outcome result;
    std::thread beside([&] {
        if (meanwhile) meanwhile();
    });
    std::thread errors([&] { result.error = drain(child.error); });
    result.out = drain(child.out);
    errors.join();
    beside.join();
    int status = 0;
    ::waitpid(child.process, &status, 0);
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

std::vector<std::string> programWith(const std::vector<std::string>& words) {
    std::vector<std::string> all{std::string(HARMATTAN_BINARY_DIR) + "/harmattan"};
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

Outcome runProgram(const std::vector<std::string>& words, const std::vector<std::string>& settings) {
    return endOf(startProcess(programWith(words), settings));
}

namespace {

bool hasEnded(const Child& child) {
    siginfo_t ended{};
    const auto id = static_cast<id_t>(child.process);
    return ::waitid(P_PID, id, &ended, WEXITED | WNOHANG | WNOWAIT) != 0 || ended.si_pid != 0;
}

}  // namespace

Outcome signalProgram(const std::vector<std::string>& words, int signal,
                      const std::function<bool()>& isTime) {
    const Child child = startProcess(programWith(words), {});
    return endOf(child, [&] {
        while (!isTime()) {
            if (hasEnded(child)) return;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ::kill(child.process, signal);
    });
}

Held holdProgram(const std::vector<std::string>& words, const std::function<bool()>& isTime,
                 const std::function<void()>& meanwhile) {
    constexpr unsigned kLongest = 600;  // seconds, of which it stands still for some
    const Child child = startProcess(programWith(words), {}, kLongest);
    Held held;
    held.outcome = endOf(child, [&] {
        while (!isTime()) {
            if (hasEnded(child)) return;
        }
        ::kill(child.process, SIGSTOP);
        siginfo_t stopped{};
        const auto id = static_cast<id_t>(child.process);
        held.wasHeld = ::waitid(P_PID, id, &stopped, WSTOPPED | WEXITED | WNOWAIT) == 0 &&
                       stopped.si_code == CLD_STOPPED && isTime();
        if (held.wasHeld) meanwhile();
        ::kill(child.process, SIGCONT);
    });
    return held;
}

Outcome runShell(const std::string& command) {
    return endOf(startProcess({"/bin/sh", "-c", command}, {}));
}

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "harmattan-test-XXXXXX").string();
    m_path = ::mkdtemp(pattern.data());
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string readFile(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void writeFile(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}
