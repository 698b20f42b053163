// Files beside an export: captions as subtitles, and tracks for editors.
#pragma once

#include <atomic>

#include "base/result.h"
#include "loading.h"
#include "options.h"

bool hasSideFiles(const ExportLine& line);

/// Problems of kind Usage: an ending that is none of theirs; a file that is there, unless --force or --resume
/// is given.
base::Result<base::Done> checkSideFiles(const CommandLine& line);

/// Writes them. Problems: Usage (frames that are not there), Failure (disk, interrupted).
base::Result<base::Done> writeSideFiles(const CommandLine& line, const Loaded& loaded,
                                        const std::atomic<bool>& stop);
