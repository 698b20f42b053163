// What the window knows of exports, as plain data: what is wished for, from which film, and how the one under
// way stands. No process and no window.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "film/film.h"
#include "ui/toasts.h"

namespace ui {

/// What the output's ending asks for.
enum class ExportKind : std::uint8_t { Frames, H264, ProRes, WebM, Ffv1 };
inline constexpr ExportKind kExportKinds[] = {ExportKind::Frames, ExportKind::H264, ExportKind::ProRes,
                                              ExportKind::WebM, ExportKind::Ffv1};

enum class ExportPart : std::uint8_t { Film, Cue, Frames };

/// What to do with frames that an earlier export has left.
enum class ExportThere : std::uint8_t { Refuse, Resume, Replace };

/// What somebody wishes for, as typed; whether it can be done is for the program to say.
struct ExportSettings {
    std::string out;  ///< a folder, or a file whose ending says the kind
    std::string size = "1080p", rate = "30";
    std::string preset;  ///< name; empty: none
    ExportPart part = ExportPart::Film;
    std::string frames = "1-";  ///< for ExportPart::Frames
    bool list = false;          ///< the event list over the picture
    bool alpha = false;         ///< without the map
    bool panels = true;         ///< caption, legend, timeline, cards
    ExportThere there = ExportThere::Refuse;
    bool operator==(const ExportSettings&) const = default;
};

/// A preset of the program: what it settles by itself.
struct PresetOffer {
    std::string name, size, rate;
    std::string ending;  ///< of the output, ".mp4"
};

/// What this session is made from, as the command line has to say it again.
struct ExportOrigin {
    std::vector<std::string> film;  ///< the film's file and its options --skip, --with, --data
    std::string ownTheme;           ///< a theme that only the film knows how to find; empty: none
    std::string folder;             ///< where outputs without a folder of their own go
    std::string home;               ///< what "~" stands for
    std::vector<PresetOffer> presets;
};

enum class ExportPhase : std::uint8_t { Idle, Running, Stopping, Done, Stopped, Failed };

/// How the last export stands.
struct ExportState {
    ExportPhase phase = ExportPhase::Idle;
    std::int64_t done = 0, total = 0;  ///< frames
    double framesPerSecond = 0, secondsLeft = 0;
    std::uint64_t bytes = 0;
    std::vector<std::string> words;  ///< its command line
    std::string message;             ///< what the program has said beside its progress
    bool operator==(const ExportState&) const = default;
};

enum class ExportAsk : std::uint8_t { Nothing, Run, Stop };

struct ExportDesk {
    bool open = false;  ///< the panel is on screen
    ExportSettings settings;
    ExportOrigin origin;
    ExportState state;
    ExportAsk ask = ExportAsk::Nothing;  ///< what has been asked for since it was last looked at
};

inline bool isUnderWay(const ExportState& state) {
    return state.phase == ExportPhase::Running || state.phase == ExportPhase::Stopping;
}

/// ".mp4"; "" for frames.
std::string_view endingOf(ExportKind kind);

/// The kind that an output is of; Frames for every ending that is not one of a video made here.
ExportKind kindOf(std::string_view out);

bool canHaveAlpha(ExportKind kind);

/// The settings for another kind of output: its ending, and without a preset that makes others.
ExportSettings withKind(ExportSettings settings, ExportKind kind, const std::vector<PresetOffer>& presets);

/// The settings with all that the preset settles; an empty name leaves the preset out.
ExportSettings withPreset(ExportSettings settings, const std::string& name,
                          const std::vector<PresetOffer>& presets);

/// The settings that stand in the panel once an export has come to `state`. One that was stopped will be gone
/// on with, with the same frames also when another step is on screen by then; one that is done will not.
ExportSettings settingsAfter(ExportSettings settings, const ExportState& state);

/// What tells a presenter whose panel is closed that the export has ended by itself since `before`; nothing
/// while it has not.
std::optional<Toast> endOfExport(const ExportState& before, const ExportState& now);

/// A file beside the film's name, in the folder the program was started in: "sahel.mp4".
std::string suggestedOutput(const film::Film& film);

}  // namespace ui
