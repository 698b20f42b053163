#include "ui/child_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <utility>

namespace ui {

namespace {

constexpr int kNice = 10;
constexpr int kFirstOwnFile = 3;  // after standard input, output and error

base::Problem cannotStart(const std::string& program, int error) {
    return {base::Severity::Error,
            base::Trouble::Failure,
            program,
            0,
            0,
            std::string("the program cannot be started: ") + std::strerror(error),
            "run the command line in a terminal"};
}

// Nothing to read, one pipe to write to, and none of this program's files.
int spawn(pid_t& process, const std::string& program, const std::vector<std::string>& words, int output) {
    std::vector<char*> list;
    for (const std::string& word : words) list.push_back(const_cast<char*>(word.c_str()));
    list.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, output, STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&files, kFirstOwnFile);
    const int error = posix_spawn(&process, program.c_str(), &files, nullptr, list.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    return error;
}

}  // namespace

base::Result<ChildProcess> ChildProcess::start(const std::string& program,
                                               const std::vector<std::string>& words) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return cannotStart(program, errno);
    ChildProcess child;
    child.m_output = ends[0];
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    const int error = spawn(child.m_process, program, words, ends[1]);
    ::close(ends[1]);
    if (error != 0) {
        child.m_process = -1;
        return cannotStart(program, error);
    }
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(child.m_process), kNice);
    return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept {
    *this = std::move(other);
}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
    std::swap(m_process, other.m_process);
    std::swap(m_output, other.m_output);
    std::swap(m_exitCode, other.m_exitCode);
    return *this;
}

ChildProcess::~ChildProcess() {
    if (m_process > 0 && !exitCode()) interrupt();
    if (m_output >= 0) ::close(m_output);
}

std::string ChildProcess::read() {
    std::string text;
    std::array<char, 4096> buffer;
    for (ssize_t n = 0; (n = ::read(m_output, buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(n));
    return text;
}

std::optional<int> ChildProcess::exitCode() {
    int status = 0;
    if (!m_exitCode && ::waitpid(m_process, &status, WNOHANG) == m_process)
        m_exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return m_exitCode;
}

void ChildProcess::interrupt() {
    if (!exitCode()) ::kill(m_process, SIGINT);
}

}  // namespace ui
