// Wires the parts together: words to a command line, a command line to an exit code.
#include <malloc.h>

#include <cstdio>

#include "commands.h"
#include "options.h"

int main(int count, char** words) {
    // Frames are blocks of megabytes that come and go: given back to the system each time, their pages would be mapped
    // and cleared anew for every frame, a tenth of an export's work.
    constexpr int kKeep = 512 << 20;
    mallopt(M_MMAP_THRESHOLD, kKeep);
    mallopt(M_TRIM_THRESHOLD, kKeep);
    const auto parsed = parseCommandLine(count, words);
    if (const auto* early = std::get_if<EarlyExit>(&parsed)) {
        std::fputs(early->text.c_str(), early->code == 0 ? stdout : stderr);
        return early->code;
    }
    return runCommand(std::get<CommandLine>(parsed));
}
