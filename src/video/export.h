// A film as files: every frame drawn at its own computed time, encoded on other threads, each file complete
// or absent.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "film/film.h"
#include "film/timeline.h"
#include "geo/world.h"
#include "picture/fonts.h"
#include "picture/scene.h"

namespace video {

enum class Overwrite { Refuse, Allow };

struct ExportOptions {
    std::string out;  ///< folder or pattern, see frame_pattern.h
    picture::Options picture;
    film::FrameRate rate;
    std::optional<std::pair<std::int64_t, std::int64_t>>
        frames;  ///< first and last, from 1; none: the whole film
    Overwrite overwrite = Overwrite::Refuse;
    int encoders = 2;  ///< threads that encode and write
};

/// How far an export has come.
struct Progress {
    std::int64_t done = 0;   ///< frames drawn
    std::int64_t total = 0;  ///< frames to draw
    std::int64_t frame = 0;  ///< number of the last one
};

/// Seconds spent in each stage, for --stats. Encoding runs beside the others.
struct ExportStats {
    double picture = 0, draw = 0, read = 0, wait = 0, encode = 0, total = 0;
};

struct ExportResult {
    std::string folder;
    std::int64_t firstFrame = 1, lastFrame = 0, written = 0;
    bool interrupted = false;  ///< `stop` was set; every frame before firstFrame + written is there
    ExportStats stats;
};

/// Exports with the current GL context. `progress` is called after each frame on this thread; setting `stop`
/// ends the export after the current frame. Problems: Usage (pattern, frame range, existing frames without
/// Overwrite::Allow), Failure (folder, disk); frames that are finished stay.
base::Result<ExportResult> exportFilm(const film::Film& film, const geo::World& world,
                                      const picture::Fonts& fonts, const ExportOptions& options,
                                      const std::function<void(const Progress&)>& progress,
                                      const std::atomic<bool>& stop);

}  // namespace video
