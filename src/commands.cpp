#include "commands.h"

int runCommand(const CommandLine& line) {
    if (line.command == "still") return runStill(line);
    if (line.command == "picture") return runPicture(line);
    if (line.command == "info") return runInfo(line);
    if (line.command == "check") return runCheck(line);
    if (line.command == "export") return runExport(line);
    if (line.command == "storyboard") return runStoryboard(line);
    return runPresent(line);
}
