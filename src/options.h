// The command line: from words to plain values. What they do is commands.h's job.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/units.h"
#include "export_options.h"
#include "film/timeline.h"

/// What the program is asked to do; every field a command does not know keeps its default.
struct CommandLine {
    std::string command = "present";
    std::string film;        ///< path; empty: the Sahel film that ships
    std::string dataFolder;  ///< folder holding geodata/ and assets/; empty: searched
    std::string out;         ///< -o
    base::Size size{1920, 1080};
    bool sizeGiven = false;
    film::FrameRate rate;
    std::string language;  ///< empty: the film's first
    std::string theme;     ///< empty: the film's
    std::optional<std::pair<std::int64_t, std::int64_t>> frames;
    ExportLine exporting;
    std::vector<std::string> words;  ///< the command line as it was given
    std::string at, cue, date;       ///< which moment, as written; at most one is given
    std::string reference;           ///< picture to compare with
    std::string simulate;            ///< still: a colour vision to show the picture in; empty: as it is
    int worst = 48;                  ///< limits of that comparison, per channel of 255
    double mean = 0.5;
    std::vector<std::string> skip, with;  ///< chapters to leave out, and optional ones to show
    bool force = false, json = false, stats = false, noPanels = false;
    bool audit = false;  ///< check: the facts too, and the chapters that the film leaves out
    bool fullscreen = false, paused = false, overlay = false;
    bool loop = false;  ///< present: play by itself, again and again
    std::string display, trace;
    std::optional<std::string> notes;  ///< present: the display of the presenter's notes
    std::string talk;                  ///< present: how long the talk shall take, as written
    std::string take;    ///< of a performance: export: to show; present: to play back
    std::string record;  ///< present: file that the performance is written to
    std::string sound;   ///< present: file that sound is recorded to; "" without
    bool noNotes = false;  ///< storyboard: without the presenter's notes
    /// storyboard: cues on a page, at most
    std::optional<int> perPage;
    bool sources = false;  ///< info: the sources alone ...
    std::string format;    ///< ... as "text" or "csl-json"
    double exitAfterSeconds = 0;
    bool noSettings = false;  ///< present: as at the first start, and nothing is remembered
    double uiScale = 1;       ///< present: size of what is not the picture
};

/// The command line, or the text to print and the exit code to end with (help, version, wrong usage).
struct EarlyExit {
    int code = 0;
    std::string text;
};
std::variant<CommandLine, EarlyExit> parseCommandLine(int count, const char* const* words);

/// "WxH" or a name: 720p 1080p 1440p 4k 8k square vertical portrait; sides 1..32768.
std::optional<base::Size> parseSize(const std::string& text);

/// "12.5s", "12.5", "1:02.5" or "375f" (frame number from 1 at `rate`) as film seconds; nothing when it is
/// none of these.
std::optional<double> parseTime(const std::string& text, film::FrameRate rate);
