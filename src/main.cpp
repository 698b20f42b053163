// Wires the parts together: words to a command line, a command line to an exit code.
#include <malloc.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "commands.h"
#include "options.h"

int main(int count, char** words) {
    // Pictures go back to the system when they are freed, instead of leaving holes: a tenth less memory in
    // 4K.
    constexpr int kLargeBlock = 4 << 20;  // bytes
    mallopt(M_MMAP_THRESHOLD, kLargeBlock);
    // Smaller ones stay, as the next picture needs them again: fresh pages cost a tenth of an export's time.
    constexpr int kKept = 64 << 20;
    mallopt(M_TRIM_THRESHOLD, kKept);
    // Beyond a limit of file sizes (ulimit -f) writing then fails as on a full disk, and says so.
    std::signal(SIGXFSZ, SIG_IGN);
    const auto parsed = parseCommandLine(count, words);
    if (const auto* early = std::get_if<EarlyExit>(&parsed)) {
        std::fputs(early->text.c_str(), early->code == 0 ? stdout : stderr);
        return early->code;
    }
    try {
        return runCommand(std::get<CommandLine>(parsed));
    } catch (const std::bad_alloc&) {
        std::fputs("harmattan: there is not enough memory; use a smaller --size\n", stderr);
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "harmattan: %s; this is a fault of the program, finished files are kept\n",
                     error.what());
        return 1;
    }
}
