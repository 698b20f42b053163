// Runs a command and says for what share of its time none of its threads was running or ready to run, and its
// peak memory. Usage: idle_share RESULT_FILE COMMAND...
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace {

namespace fs = std::filesystem;

// The state letter stands after the name, which may hold any character but ends with the last bracket.
bool isRunning(const fs::path& task) {
    std::ifstream file(task / "stat");
    std::string line;
    std::getline(file, line);
    const std::size_t end = line.rfind(')');
    return end != std::string::npos && end + 2 < line.size() && line[end + 2] == 'R';
}

bool worksNow(pid_t process) {
    std::error_code error;
    const fs::path tasks = "/proc/" + std::to_string(process) + "/task";
    for (fs::directory_iterator it(tasks, error), end; !error && it != end; it.increment(error)) {
        if (isRunning(it->path())) return true;
    }
    return false;
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fprintf(stderr, "usage: idle_share RESULT_FILE COMMAND...\n");
        return 2;
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::execvp(words[2], words + 2);
        ::_exit(127);
    }
    long samples = 0, idle = 0;
    int status = 0;
    rusage used{};
    while (::wait4(child, &status, WNOHANG, &used) == 0) {
        ++samples;
        idle += !worksNow(child);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    std::FILE* file = std::fopen(words[1], "w");
    if (!file) return 1;
    std::fprintf(file, "share of time in which no core works: %.1f %%\npeak memory: %.0f MB\n",
                 100.0 * static_cast<double>(idle) / static_cast<double>(samples > 0 ? samples : 1),
                 static_cast<double>(used.ru_maxrss) / 1024);
    std::fclose(file);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
