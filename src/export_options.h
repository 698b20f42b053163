// What `harmattan export` can be asked beside what all commands know, as plain values.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

struct ExportLine {
    std::optional<std::pair<int, int>> shard;  ///< part I of N
    bool resume = false, verify = false, dryRun = false, assemble = false;
    std::string progress;  ///< "" as fits standard error, "text", "json" or "none"
    std::string preset;
    int jobs = 2;
    std::vector<std::string> passes;  ///< map, arrows, labels, panels
    bool alpha = false;
    std::optional<int> supersample, tile;
    std::optional<int> motionBlur;  ///< pictures a frame
    double shutterDegrees = 180;
    std::string encoder, speed;
    std::optional<double> crf;
    std::optional<int> encoderThreads;
    std::string conversion;  ///< "auto", "gpu" or "cpu"
    std::string audio, srt, vtt;
    std::string from;                 ///< folder of frames to make a video of
    std::vector<std::string> tracks;  ///< files for editors
};

/// Makes the command know them. `force` is its option --force.
void addExportOptions(CLI::App& command, CLI::Option& force, ExportLine& line);

/// Settings that belong together; what the command line gives itself goes before.
struct ExportPreset {
    const char* name;
    const char* what;
    const char* size;    ///< "" leaves the default
    const char* rate;    ///< the same
    const char* ending;  ///< of the output
    std::optional<double> crf;
    const char* speed;
    std::optional<int> supersample;
};

std::span<const ExportPreset> exportPresets();

/// The preset of this name; nullptr when there is none.
const ExportPreset* findPreset(const std::string& name);

/// Fills in what `line` leaves open.
void applyPreset(const ExportPreset& preset, ExportLine& line);

/// "I/N": part I of N, 1 <= I <= N <= 100000.
std::optional<std::pair<int, int>> parseShard(const std::string& text);
