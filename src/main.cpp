// Wires the parts together: words to a command line, a command line to an exit code.
#include <malloc.h>

#include <cstdio>
#include <new>

#include "commands.h"
#include "options.h"

int main(int count, char** words) {
    // Pictures go back to the system when they are freed, instead of leaving holes: a tenth less memory in
    // 4K.
    constexpr int kLargeBlock = 4 << 20;  // bytes
    mallopt(M_MMAP_THRESHOLD, kLargeBlock);
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
    }
}
