// `export --dry-run`: what an export would cost, and what would stand in its way.
#pragma once

#include <atomic>
#include <functional>

#include "loading.h"
#include "video/export_plan.h"

/// Says how many frames, how large and how long, and warns of an output that is there and of a disk that is
/// too small; writes nothing. `overlay` makes what draws the event list, once there is a context. Returns the
/// exit code. Also for a machine without OpenGL, such as one that only hands jobs to others: it can tell
/// less.
int dryRun(const Loaded& loaded, const video::ExportPlan& plan,
           const std::function<base::Result<video::Overlay>()>& overlay, const std::atomic<bool>& stop);
