// What an export will do, settled before the first frame: which frames, where to, and everything that can be
// wrong with the wish.
#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "film/film.h"
#include "film/timeline.h"
#include "picture/scene.h"
#include "video/frame_drawer.h"
#include "video/frame_pattern.h"
#include "video/frame_range.h"
#include "video/png_writer.h"
#include "video/video_settings.h"

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

/// Where colours become those of a video.
enum class Conversion {
    Best,  ///< on the graphics card when there is one
    Processor,
    GraphicsCard
};

/// How videos are encoded; what is left out is the container's own.
struct VideoWish {
    std::string encoder, preset;
    std::optional<double> quality;
    std::optional<int> threads;  ///< of the encoder; none: as suits the size
    Conversion conversion = Conversion::Best;
    std::string audio;  ///< a file with sound; empty: none
};

/// What is asked for.
struct ExportOptions {
    std::string out;
    picture::Options picture;
    film::FrameRate rate;
    std::optional<FrameRange> frames;  ///< none: the whole film
    std::optional<Shard> shard;
    Existing existing = Existing::Refuse;
    std::vector<Content> contents{Content::Picture};
    render::PaintOptions paint;
    Shutter shutter;
    bool overlay = false;
    VideoWish video;
    int jobs = 2;                                    ///< threads that pack PNG files
    std::vector<PngText> texts;                      ///< metadata of each PNG file
    nlohmann::ordered_json provenance;               ///< versions and hashes of what the frames are made from
    std::shared_ptr<const Performance> performance;  ///< in place of the film's own timeline
};

/// One sequence of files, or one video.
struct Output {
    Content content = Content::Picture;
    FramePattern pattern;                ///< of frames; not for a video
    std::optional<VideoSettings> video;  ///< none: PNG files
    std::string path;                    ///< of the video, or the folder of the frames
    nlohmann::ordered_json settings;     ///< of the manifest: all that decides what frames look like
    std::string audioHash;               ///< of a video's sound; empty without

    /// "out/manifest.json", "film.mp4.manifest.json"
    std::string manifestPath() const;
};

struct ExportPlan {
    std::string out;   ///< as asked for
    FrameRange whole;  ///< what all shards export together
    FrameRange range;  ///< what this run exports
    film::FrameRate rate;
    picture::Options picture;
    render::PaintOptions paint;
    Shutter shutter;
    bool overlay = false;
    Existing existing = Existing::Refuse;
    std::vector<Output> outputs;
    std::string audio;
    bool convertsOnCard = false;
    int jobs = 2;
    std::vector<PngText> texts;
    std::shared_ptr<const Performance> performance;

    double soundAt() const { return performance ? performance->soundAt : 0; }
    bool isShard() const { return !(range == whole); }
};

/// Settles it. Problems when it cannot be done as asked: of kind Usage (pattern, frame range, shard, odd size
/// for a video, unknown encoder), of kind Failure (an encoder that does not start).
base::Result<ExportPlan> planExport(const film::Film& film, const ExportOptions& options);

/// The fingerprint of settings that segments of a video carry.
std::string contentOf(nlohmann::ordered_json settings);

/// "map", "arrows", "labels", "panels"; "" for what is no pass.
std::string_view nameOf(Content content);

}  // namespace video
