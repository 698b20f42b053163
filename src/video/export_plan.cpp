#include "video/export_plan.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

#include "render/driver.h"
#include "video/audio_track.h"
#include "video/manifest.h"
#include "video/output_name.h"
#include "video/pixel_hash.h"
#include "video/video_encoders.h"
#include "video/video_segments.h"

namespace video {

namespace {

using Json = nlohmann::ordered_json;

base::Problem usage(std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Usage, "", 0, 0, std::move(what), std::move(advice)};
}

base::Result<FrameRange> wholeOf(const ExportOptions& options, std::int64_t count) {
    if (!options.frames) return FrameRange{1, count};
    FrameRange range = *options.frames;
    const bool isOpen = range.last == std::numeric_limits<std::int64_t>::max();
    if (isOpen) range.last = count;
    if (range.first >= 1 && range.first <= range.last && range.last <= count) return range;
    const std::string last = std::to_string(count), first = std::to_string(std::min(range.first, count));
    return usage("--frames " + std::to_string(range.first) + "-" +
                     (isOpen ? "" : std::to_string(range.last)) + ": the film has " + last +
                     (count == 1 ? " frame" : " frames"),
                 range.first > count ? "choose from 1-" + last : "use --frames " + first + "-" + last);
}

// Frames in parts that differ by one at most; of a video whole segments.
base::Result<FrameRange> partOf(FrameRange whole, const Shard& shard, film::FrameRate rate, bool isVideo) {
    const std::int64_t most =
        isVideo ? static_cast<std::int64_t>(segmentsOf(whole, rate).size()) : whole.count();
    if (shard.count > most) {
        return usage("--shard " + std::to_string(shard.index) + "/" + std::to_string(shard.count) +
                         ": there are only " + std::to_string(most) +
                         (isVideo ? " segments of ten seconds" : " frames"),
                     "use at most " + std::to_string(most) + " parts");
    }
    if (isVideo) return segmentRangeOfShard(whole, rate, shard.index, shard.count);
    const auto begin = [&](std::int64_t part) { return whole.first + whole.count() * part / shard.count; };
    return FrameRange{begin(shard.index - 1), begin(shard.index) - 1};
}

std::string rateText(film::FrameRate rate) {
    return std::to_string(rate.numerator) +
           (rate.denominator == 1 ? "" : "/" + std::to_string(rate.denominator));
}

Json settingsOf(const ExportOptions& options, Content content) {
    const picture::Options& p = options.picture;
    Json settings = options.provenance;
    settings["size"] = std::to_string(p.size.w) + "x" + std::to_string(p.size.h);
    settings["fps"] = rateText(options.rate);
    settings["language"] = p.language;
    settings["theme"] = p.theme.name;
    settings["panels"] = p.panels;
    if (content == Content::WithoutMap) settings["alpha"] = "straight, without the map";
    if (const std::string_view pass = nameOf(content); !pass.empty()) settings["pass"] = pass;
    if (options.paint.supersample > 1) settings["supersample"] = options.paint.supersample;
    if (options.paint.largestTile > 0) settings["tile"] = options.paint.largestTile;
    if (options.shutter.subframes > 1) {
        settings["motion_blur"] = options.shutter.subframes;
        settings["shutter"] = options.shutter.angle;
    }
    if (options.overlay) settings["overlay"] = true;
    settings["color"] = "sRGB, 8 bits a channel";
    return settings;
}

// As the options call them; what is left out is what the encoder takes then.
Json encodingOf(const VideoSettings& video) {
    const EncoderRow& row = *encoderRow(video);
    Json encoding{{"encoder", std::string(row.name)}};
    const double quality = video.quality.value_or(row.quality);
    if (row.qualityOption && quality == std::floor(quality))
        encoding["crf"] = static_cast<int>(quality);
    else if (row.qualityOption)
        encoding["crf"] = quality;
    if (row.presetOption) encoding["speed"] = video.preset.empty() ? std::string(row.preset) : video.preset;
    encoding["encoder threads"] = video.threads;
    return encoding;
}

// Where a pass goes: a folder of its own, or a video of its own: "film.map.mov".
std::string pathOfPass(const std::string& out, std::string_view pass, bool isVideo) {
    if (pass.empty()) return out;
    const std::size_t slash = out.rfind('/');
    const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
    if (isVideo) {
        const std::size_t dot = out.rfind('.');
        return out.substr(0, dot) + "." + std::string(pass) + out.substr(dot);
    }
    const bool isPattern = out.find_first_of("#%{", name) != std::string::npos;
    if (isPattern) return out.substr(0, name) + std::string(pass) + "/" + out.substr(name);
    return out + (out.ends_with('/') ? "" : "/") + std::string(pass);
}

// The graphics card converts where that is all the sink needs, and where there is one.
bool convertsOnCard(const ExportOptions& options, const VideoSettings& video) {
    const EncoderRow* encoder = encoderRow(video);
    const bool can = encoder && encoder->halvesColor() && video.alpha == VideoAlpha::Opaque &&
                     video.size.w % 2 == 0 && video.size.h % 2 == 0 &&
                     options.contents == std::vector{Content::Picture} && options.shutter.subframes == 1 &&
                     options.paint.largestTile == 0;
    const std::string driver = options.provenance.value("driver", "");
    const bool isBest = !driver.empty() && !render::isSoftware(driver);
    return can && (options.video.conversion == Conversion::GraphicsCard ||
                   (options.video.conversion == Conversion::Best && isBest));
}

base::Result<Output> outputOf(const ExportOptions& options, Content content, std::int64_t frameCount) {
    const std::optional<VideoContainer> container = videoFormatOf(options.out);
    Output output;
    output.content = content;
    output.settings = settingsOf(options, content);
    output.path = pathOfPass(options.out, nameOf(content), container.has_value());
    if (!container) {
        // A pass has a folder below what was asked for.
        if (const auto asked = parsePattern(options.out, frameCount); !asked) return asked.problems();
        auto pattern = parsePattern(output.path, frameCount);
        if (!pattern) return pattern.problems();
        output.pattern = std::move(*pattern);
        output.path = output.pattern.folder();
        return output;
    }
    VideoSettings video;
    video.container = *container;
    video.size = options.picture.size;
    video.rate = options.rate;
    const bool isOpaque = content == Content::Picture || content == Content::MapPass;
    video.alpha = isOpaque ? VideoAlpha::Opaque : VideoAlpha::Straight;
    video.encoder = options.video.encoder;
    video.quality = options.video.quality;
    video.preset = options.video.preset;
    video.threads = options.video.threads.value_or(encoderThreads(video.size));
    if (auto problems = checkVideo(video); base::hasErrors(problems)) return problems;
    output.settings[kEncoding] = encodingOf(video);
    output.settings["video"] = fingerprintOf(video);
    if (convertsOnCard(options, video)) output.settings["conversion"] = "on the graphics card";
    video.content = contentOf(output.settings);
    output.video = std::move(video);
    return output;
}

}  // namespace

std::string_view nameOf(Content content) {
    switch (content) {
        case Content::MapPass:
            return "map";
        case Content::ArrowsPass:
            return "arrows";
        case Content::LabelsPass:
            return "labels";
        case Content::PanelsPass:
            return "panels";
        case Content::Picture:
        case Content::WithoutMap:
            return "";
    }
    return "";
}

std::string contentOf(nlohmann::ordered_json settings) {
    // Words for what "video" fingerprints already.
    settings.erase(kEncoding);
    return byteHash(settings.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string Output::manifestPath() const {
    return path + (video ? ".manifest.json" : "/manifest.json");
}

base::Result<ExportPlan> planExport(const film::Film& film, const ExportOptions& options) {
    const double seconds = options.performance ? options.performance->seconds : film::duration(film);
    const std::int64_t count = film::frameCount(seconds, options.rate);
    const bool isVideo = videoFormatOf(options.out).has_value();
    if (!isVideo && !options.video.audio.empty())
        return usage("--audio: frames have no sound", "write a video: .mp4, .mov, .webm or .mkv");
    ExportPlan plan;
    for (const Content content : options.contents) {
        auto output = outputOf(options, content, count);
        if (!output) return output.problems();
        if (const auto possible = checkName(*output); !possible) return possible.problems();
        plan.outputs.push_back(std::move(*output));
    }
    const auto whole = wholeOf(options, count);
    if (!whole) return whole.problems();
    plan.whole = plan.range = *whole;
    if (options.shard) {
        const auto part = partOf(*whole, *options.shard, options.rate, isVideo);
        if (!part) return part.problems();
        plan.range = *part;
    }
    if (!options.video.audio.empty()) {
        std::error_code ignored;
        for (const Output& output : plan.outputs) {
            if (std::filesystem::equivalent(options.video.audio, output.path, ignored))
                return usage("--audio " + options.video.audio + " is the output", "choose another output");
        }
        const auto sound = AudioTrack::open(options.video.audio, *plan.outputs.front().video, plan.whole,
                                            options.performance ? options.performance->soundAt : 0);
        if (!sound) return sound.problems();
        for (Output& output : plan.outputs) output.audioHash = fileHash(options.video.audio);
    }
    plan.out = options.out;
    plan.convertsOnCard = plan.outputs.front().settings.contains("conversion");
    plan.rate = options.rate;
    plan.picture = options.picture;
    plan.paint = options.paint;
    plan.shutter = options.shutter;
    plan.overlay = options.overlay;
    plan.existing = options.existing;
    plan.audio = options.video.audio;
    plan.jobs = options.jobs;
    plan.texts = options.texts;
    plan.performance = options.performance;
    return plan;
}

}  // namespace video
