// What an export will do, settled before the first frame: which frames, where to, and everything that can be
// wrong with the wish.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "film/film.h"
#include "film/timeline.h"
#include "picture/scene.h"
#include "video/frame_ledger.h"
#include "video/frame_pattern.h"
#include "video/png_writer.h"

namespace video {

/// What to do with frames that are there already.
enum class Existing {
    Refuse,
    Resume,     ///< keep those that are as recorded, make the others
    Overwrite,  ///< begin anew
};

/// Part `index` of `count`, from 1.
struct Shard {
    int index = 1, count = 1;
};

/// What is asked for.
struct ExportOptions {
    std::string out;
    picture::Options picture;
    film::FrameRate rate;
    std::optional<FrameRange> frames;  ///< none: the whole film
    std::optional<Shard> shard;
    Existing existing = Existing::Refuse;
    int jobs = 2;                       ///< threads that encode
    std::vector<PngText> texts;         ///< metadata of each PNG file
    nlohmann::ordered_json provenance;  ///< versions and hashes of what the frames are made from
};

struct ExportPlan {
    FramePattern pattern;
    FrameRange whole;  ///< what all shards export together
    FrameRange range;  ///< what this run exports
    film::FrameRate rate;
    picture::Options picture;
    Existing existing = Existing::Refuse;
    int jobs = 2;
    std::vector<PngText> texts;
    nlohmann::ordered_json settings;  ///< of the manifest: all that decides what frames look like
};

/// Settles it. A problem of kind Usage when it cannot be done as asked: pattern, frame range, shard.
base::Result<ExportPlan> planExport(const film::Film& film, ExportOptions options);

}  // namespace video
