// A take: what a presenter did, as a list of lines with times. docs/takes.md says how its file looks.
// Reading it is read_take.h's, carrying it out take_replay.h's, recording it take_recorder.h's.
//
//   stage time   0      from         hold               to
//   (line.at)    |--------|------------|----------------|------ end
//   film time             0            |   + held   |   seconds
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/commands.h"

namespace ui {

/// The number that a take's first line carries.
inline constexpr int kTakeFormat = 1;

/// How a take begins: everything that decides what is seen before the first line is carried out.
struct TakeHeader {
    std::string program;                ///< version that wrote it
    std::string film;                   ///< path of the film file; empty: the one that ships
    std::string filmHash;               ///< of the film's files when it was recorded; may be empty
    std::vector<std::string> skip;      ///< chapters that were left out ...
    std::vector<std::string> with;      ///< ... and optional ones that were shown
    base::Size size{1280, 720};         ///< of the picture on stage, pixels
    std::string cue;                    ///< id; empty: the first
    double seconds = 0;                 ///< since the cue began
    std::string language, theme;        ///< empty: the film's own
    bool paused = false;                ///< time stands
    bool panels = true;                 ///< caption, legend and timeline are shown
    std::optional<geo::Camera> camera;  ///< of a detour
    std::optional<double> from,
        to;  ///< the part to show, stage seconds; none: from the beginning, to the end
    int cueColumn = 0, languageColumn = 0, themeColumn = 0;  ///< in its file, from 1; 0: not there
};

/// What a line of a take is.
enum class TakeKind : std::uint8_t {
    Command,
    Size,   ///< the window has another size
    Hold,   ///< the program was busy: the show stood still while sound went on
    Sound,  ///< sound begins: its file
    End,
};

/// One thing that happened. What a command led to is told beside it, so that a line means the same after
/// others before it have been taken out.
struct TakeLine {
    double at = 0;  ///< stage seconds since the recording began, without what was held
    TakeKind kind = TakeKind::Command;
    Command command;
    std::optional<geo::Camera> from;  ///< what was seen when the command was given, where that matters
    std::string cue;                  ///< id of the cue that it led to; empty: as the command itself says
    std::optional<double> seconds;    ///< Command: the moment in that cue; Hold: for how long
    std::optional<bool> on;           ///< what was switched is on now
    std::optional<bool> paused;       ///< time stands, or runs again, since then
    std::string to;                   ///< the language or theme that was chosen
    base::Size size;                  ///< Size alone
    std::string file;                 ///< Sound alone: path
    int number = 0;                   ///< of the line in its file, from 1; 0: in none
    int column = 0;                   ///< of its `cue` or `to` there
    bool operator==(const TakeLine&) const = default;
};

struct Take {
    std::string path;  ///< of its file; messages name it
    TakeHeader header;
    std::vector<TakeLine> lines;  ///< times never decrease
    double end = 0;               ///< stage seconds at which it ends
};

/// Whether the command changes what the room sees of the film; those of the tool itself are no part of a
/// take.
bool isOfFilm(CommandId id);

/// Switches that a line names by what they are now.
bool isSwitch(CommandId id);

/// Whether what the command does depends on what is seen when it is given.
bool needsSight(const Session& session, CommandId id);

/// The camera as a line writes it: six decimals of a degree, six digits of the width, four decimals of an
/// angle. Off by less than a tenth of a pixel on a frame 8K wide.
geo::Camera rounded(const geo::Camera& camera);

/// The point as a line writes it: six decimals of a degree, five of a share of the frame.
picture::InkPoint rounded(const picture::InkPoint& point);

/// Stage seconds in steps of a ten-thousandth, as a line writes them.
double roundedSeconds(double seconds);

/// The film that a take makes has a time of its own: it begins at `from`, and what was held counts when there
/// is sound to keep step with.
class TakeTime {
  public:
    explicit TakeTime(const Take& take);

    /// How long that film lasts.
    double filmSeconds() const;
    /// The stage's time at `seconds` of it.
    double stageSeconds(double seconds) const;

  private:
    struct Hold {
        double at, seconds;  // on stage
        double before;       // what was held before it, seconds
    };
    double m_begin, m_end;      // on stage
    std::vector<Hold> m_holds;  // those between them, in order
};

/// Where the sound's file begins on that film, seconds (below 0: before it), and its path. None: no sound.
struct TakeSound {
    std::string path;  ///< relative ones stand beside the take's own file
    double at = 0;
};
std::optional<TakeSound> soundOf(const Take& take);

}  // namespace ui
