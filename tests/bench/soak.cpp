// An evening in a few minutes: goes through a film in a real window again and again at an accelerated pace,
// with everything that makes the program build things anew, and watches its memory. Usage: soak [MINUTES
// [FILM]]. Exit code 0 when the memory did not grow.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

#include "program/window_stage.h"

namespace {

using ui::key;
using ui::KeyName;

constexpr auto kPace = std::chrono::milliseconds(250);  // between keys; clickers' bounce is 150 ms
constexpr double kMinuteKeys = 60 / 0.25;
// What the memory may grow by from the second to the last quarter: caches that fill late, and the allocator.
constexpr double kAllowedShare = 0.03, kAllowedMegabytes = 4;

double megabytesOf(int process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/statm");
    long pages = 0, resident = 0;
    file >> pages >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Closing a file that was open for writing is all that a save is to who watches it.
void saveAgain(const std::string& film) {
    const int file = ::open(film.c_str(), O_WRONLY | O_CLOEXEC);
    if (file >= 0) ::close(file);
}

// What comes at step n: mostly the clicker, and now and then everything else.
void step(WindowStage& stage, const std::string& film, long n) {
    static constexpr base::Size kSizes[] = {{1280, 720}, {960, 540}, {1100, 700}};
    const auto twice = [&](const ui::Key& pressed) {
        stage.press(pressed);
        std::this_thread::sleep_for(kPace);
        stage.press(pressed);
    };
    if (n % 151 == 0) return saveAgain(film);
    if (n % 97 == 0) {
        const base::Size size = kSizes[n / 97 % 3];
        return stage.resize(size.w, size.h);
    }
    if (n % 61 == 0) return stage.press(key('t'));
    if (n % 53 == 0) return stage.press(key('l'));
    if (n % 41 == 0) return twice(key(KeyName::Tab));
    if (n % 37 == 0) return twice(key('b'));
    if (n % 31 == 0) return twice(key(KeyName::F1));
    if (n % 23 == 0) return stage.press(key('+'));
    if (n % 23 == 2) return stage.press(key('r'));
    if (n % 43 == 42) return stage.press(key(KeyName::Home));
    stage.press(n % 3 == 0 ? key(KeyName::Right, ui::kAlt) : key(KeyName::PageDown));
}

}  // namespace

int main(int count, char** words) {
    const double minutes = count > 1 ? std::atof(words[1]) : 60;
    const std::string film =
        count > 2 ? words[2] : std::string(HARMATTAN_SOURCE_DIR) + "/assets/films/sahel-90s.toml";
    const auto longest = static_cast<unsigned>(minutes * 60 * 2 + 120);
    WindowStage stage({{film}, {1280, 720}, {}, {}, longest});
    if (!stage.isUp()) return 1;
    std::vector<double> memory;
    const auto steps = static_cast<long>(minutes * kMinuteKeys);
    const long each = std::max(steps / 120, 1L);
    for (long n = 1; n <= steps; ++n) {
        step(stage, film, n);
        std::this_thread::sleep_for(kPace);
        if (n % each != 0) continue;
        memory.push_back(megabytesOf(stage.process()));
        if (memory.back() == 0) break;
        std::printf("%6.1f min  %6ld steps  %7.1f MB  cue %s\n", static_cast<double>(n) / kMinuteKeys, n,
                    memory.back(), stage.now()["cue"].get<std::string>().c_str());
        std::fflush(stdout);
    }
    stage.press(key('q', ui::kControl));
    const Outcome outcome = stage.end();
    const auto quarter = static_cast<std::ptrdiff_t>(memory.size() / 4);
    const double early = median({memory.begin() + quarter, memory.begin() + 2 * quarter});
    const double late = median({memory.end() - quarter, memory.end()});
    const bool grown = late > early * (1 + kAllowedShare) + kAllowedMegabytes;
    std::printf("exit code %d; second quarter %.1f MB, last quarter %.1f MB: %s\n", outcome.code, early, late,
                grown ? "it grew" : "no growth");
    return outcome.code != 0 || grown ? 1 : 0;
}
