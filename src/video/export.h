// A film as files: every frame drawn at its own computed time, encoded on other threads, each file complete
// or absent.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "film/film.h"
#include "geo/world.h"
#include "picture/fonts.h"
#include "video/export_plan.h"

namespace video {

/// How far an export has come.
struct Progress {
    std::int64_t done = 0;     ///< frames handed over, those of earlier runs among them
    std::int64_t total = 0;    ///< frames of this run's range
    std::int64_t earlier = 0;  ///< of `done`: frames that an earlier run had finished
    std::int64_t frame = 0;    ///< number of the last one
    std::uint64_t bytes = 0;   ///< written by this run
};

/// Seconds spent in each stage, for --stats. Converting, encoding and writing run beside the others.
struct ExportStats {
    double picture = 0, draw = 0, read = 0, wait = 0, convert = 0, encode = 0, write = 0, setUp = 0,
           total = 0;
    std::int64_t drawn = 0, repeated = 0;
};

struct ExportResult {
    std::int64_t finished = 0;  ///< frames of the range that are there now
    std::int64_t earlier = 0;   ///< of them, those that an earlier run had finished
    bool interrupted = false;   ///< `stop` was set
    ExportStats stats;
};

/// What an export is made from.
struct ExportMeans {
    const film::Film& film;
    const geo::World& world;
    const picture::Fonts& fonts;
    Overlay overlay;  ///< for plans that have one
};

/// How the frames of a plan are drawn.
DrawOptions drawOptionsOf(const ExportMeans& means, const ExportPlan& plan);

/// Exports with the current GL context. `progress` is called after each frame on this thread; setting `stop`
/// ends the export after the current frame. Problems: Usage (existing frames, other settings), Failure
/// (folder, disk, encoder, driver); frames that are finished stay.
base::Result<ExportResult> exportFilm(const ExportMeans& means, const ExportPlan& plan,
                                      const std::function<void(const Progress&)>& progress,
                                      const std::atomic<bool>& stop);

}  // namespace video
