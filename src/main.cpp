// Wires the parts together: words to a command line, a command line to an exit code.
#include <cstdio>

#include "commands.h"
#include "options.h"

int main(int count, char** words) {
    const auto parsed = parseCommandLine(count, words);
    if (const auto* early = std::get_if<EarlyExit>(&parsed)) {
        std::fputs(early->text.c_str(), early->code == 0 ? stdout : stderr);
        return early->code;
    }
    return runCommand(std::get<CommandLine>(parsed));
}
