// What each command does, from plain options to an exit code.
#pragma once

#include "options.h"

/// Runs the command. Results go to standard output or files, problems to standard error. Returns the exit
/// code: 0 done, 1 it could not be done, 2 wrong usage, 3 the film or its data is wrong, 4 pictures differ,
/// 130 interrupted.
int runCommand(const CommandLine& line);
