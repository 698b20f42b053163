#include "export_options.h"

#include <CLI/CLI.hpp>

#include <array>
#include <charconv>

#include "render/window.h"

namespace {

// Broadcasters carry 25 whole pictures as 50 fields; finer vertical detail than two lines would flicker, so
// edges are drawn softer.
constexpr std::array<ExportPreset, 4> kPresets = {{
    {"youtube-4k", "3840x2160 at 30, H.264, better quality", "4k", "30", ".mp4", 16, "medium", {}},
    {"broadcast-1080i50-safe", "1920x1080 at 25, H.264, calm edges", "1080p", "25", ".mp4", 12, "medium", 2},
    {"vertical-story", "1080x1920 at 30, H.264", "vertical", "30", ".mp4", 18, "fast", {}},
    {"edit-prores", "1920x1080 at 25, ProRes 4444", "1080p", "25", ".mov", {}, "", {}},
}};

std::string presetNames() {
    std::string names;
    for (const ExportPreset& preset : kPresets) names += std::string(names.empty() ? "" : ", ") + preset.name;
    return names;
}

// Reads "map,labels"; a message when a pass is unknown or there twice.
std::string readPasses(const std::string& text, std::vector<std::string>& passes) {
    passes.clear();
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string pass = text.substr(begin, end - begin);
        if (pass != "map" && pass != "arrows" && pass != "labels" && pass != "panels")
            return "\"" + pass + "\" is no pass; choose from map,arrows,labels,panels";
        if (std::find(passes.begin(), passes.end(), pass) != passes.end()) return pass + " is named twice";
        passes.push_back(pass);
        begin = end + 1;
    }
    return "";
}

// At any size of the frame: smaller tiles would not meet without a seam.
std::string checkTile(const std::string& text) {
    constexpr int kMost = 32768;
    const std::string wrong = CLI::Range(render::kTileStep, kMost)(text);
    if (wrong.empty()) return "";
    return "\"" + text + "\" is not a side of tiles; the least is " + std::to_string(render::kTileStep) +
           " pixels at any --size, the most " + std::to_string(kMost);
}

void addLook(CLI::App& command, ExportLine& line) {
    command
        .add_option_function<std::string>(
            "--passes",
            [&line](const std::string& text) {
                const std::string wrong = readPasses(text, line.passes);
                if (!wrong.empty()) throw CLI::ValidationError("--passes", wrong);
            },
            "layers by themselves, with alpha, to be stacked: map,arrows,labels,panels")
        ->excludes(command.get_option("--overlay"));
    command.add_flag("--alpha", line.alpha,
                     "leave out the map: transparent behind arrows, labels and panels");
    command.add_option("--supersample", line.supersample, "draw N times as large and reduce")
        ->check(CLI::Range(1, 4));
    command.add_option("--motion-blur", line.motionBlur, "average N pictures a frame")
        ->check(CLI::Range(1, 64));
    command.add_option("--shutter", line.shutterDegrees, "shutter angle of motion blur (default 180)")
        ->check(CLI::Range(1.0, 360.0))
        ->needs(command.get_option("--motion-blur"));
    command.add_option("--tile", line.tile, "draw in tiles of at most N pixels a side")
        ->check(CLI::Validator(checkTile, ""));
}

void addVideo(CLI::App& command, ExportLine& line) {
    command.add_option("--encoder", line.encoder, "libavcodec encoder, e.g. h264_nvenc (default: software)");
    command.add_option("--crf", line.crf, "quality of the encoder; smaller is better (H.264: default 18)")
        ->check(CLI::Range(0.0, 63.0));
    command.add_option("--speed", line.speed, "the encoder's preset (H.264: default veryfast)");
    command
        .add_option("--encoder-threads", line.encoderThreads,
                    "threads of the encoder (default 4, above 1440p 2)")
        ->check(CLI::Range(1, 64));
    command
        .add_option("--convert", line.conversion,
                    "colours to those of video on the graphics card: auto (default), gpu, cpu")
        ->check(CLI::IsMember({"auto", "gpu", "cpu"}));
    command.add_option("--audio", line.audio, "sound from the film's beginning on");
    command.add_option("--srt", line.srt, "write the captions as SubRip subtitles");
    command.add_option("--vtt", line.vtt, "write the captions as WebVTT subtitles");
    command
        .add_option("--tracks", line.tracks,
                    "camera and anchors for an editor: FILE.json, .jsx, .py or .chan; may be given often")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false);
}

}  // namespace

void addExportOptions(CLI::App& command, CLI::Option& force, ExportLine& line) {
    command.add_option_function<std::string>(
        "--shard",
        [&line](const std::string& text) {
            line.shard = parseShard(text);
            if (!line.shard) throw CLI::ValidationError("--shard", "write 1/4 for the first of four parts");
        },
        "only part I of N; the parts together are the whole");
    command.add_flag("--resume", line.resume, "go on with an export that was interrupted")->excludes(&force);
    auto* assemble = command.add_flag("--assemble", line.assemble, "join the parts of all shards");
    command.add_option("--from", line.from, "with --assemble: make the video of this folder of frames")
        ->needs(assemble);
    assemble->excludes(command.get_option("--shard"));
    command.add_flag("--verify", line.verify,
                     "draw a sample of the frames again, in another order, and compare");
    command.add_flag("--dry-run", line.dryRun, "say how many frames, how large and how long it will take");
    command.add_option("--preset", line.preset, presetNames())->check([](const std::string& name) {
        return findPreset(name) ? "" : "\"" + name + "\" is no preset; choose from " + presetNames();
    });
    command.add_option("--progress", line.progress, "text, json (a line each half second) or none")
        ->check(CLI::IsMember({"text", "json", "none"}));
    command.add_option("--jobs", line.jobs, "threads that pack PNG files (default 2)")
        ->check(CLI::Range(1, 64));
    addLook(command, line);
    addVideo(command, line);
}

std::span<const ExportPreset> exportPresets() {
    return kPresets;
}

const ExportPreset* findPreset(const std::string& name) {
    for (const ExportPreset& preset : kPresets) {
        if (name == preset.name) return &preset;
    }
    return nullptr;
}

void applyPreset(const ExportPreset& preset, ExportLine& line) {
    if (!line.crf) line.crf = preset.crf;
    if (line.speed.empty()) line.speed = preset.speed;
    if (!line.supersample) line.supersample = preset.supersample;
}

std::optional<std::pair<int, int>> parseShard(const std::string& text) {
    constexpr int kMostParts = 100'000;
    int index = 0, count = 0;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, index);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != '/') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, count);
    if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
    if (index < 1 || count < index || count > kMostParts) return std::nullopt;
    return std::make_pair(index, count);
}
