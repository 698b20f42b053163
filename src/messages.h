// What the program says on standard error, and the exit codes that go with it.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"

inline constexpr int kDone = 0, kDiffer = 4, kInterrupted = 130;

/// 0 when none of the problems is an error, else the code of the first error's kind: 1, 2 or 3.
int exitCodeOf(const base::Problems& problems);

/// Each problem as a line on standard error.
void print(const base::Problems& problems);

/// Prints the problems; returns their exit code.
int fail(const base::Problems& problems);

/// A problem of the command line.
base::Problem usage(std::string what, std::string advice);

/// "1 cue", "2 cues".
std::string numberOf(std::size_t number, const std::string& noun);
