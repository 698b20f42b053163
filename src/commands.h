// What each command does, from plain options to an exit code.
#pragma once

#include "options.h"

/// Runs the command. Results go to standard output or files, problems to standard error. Returns the exit
/// code: 0 done, 1 it could not be done, 2 wrong usage, 3 the film or its data is wrong, 4 pictures differ,
/// 130 interrupted.
int runCommand(const CommandLine& line);

// One file each: present_command.cpp, export_command.cpp ...
int runPresent(const CommandLine& line);
int runExport(const CommandLine& line);
int runStill(const CommandLine& line);
int runStoryboard(const CommandLine& line);
int runCheck(const CommandLine& line);
int runInfo(const CommandLine& line);
int runPicture(const CommandLine& line);
