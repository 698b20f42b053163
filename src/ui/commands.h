// Everything a presenter can do, as rows of one table: keys, the overlay's buttons, the mouse, the help page
// and tests use the same rows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/keys.h"
#include "ui/session.h"

namespace ui {

enum class CommandId : std::uint8_t {
    Next,
    Previous,
    Skip,
    First,
    Last,
    JumpToCue,
    JumpToEvent,
    Scrub,
    Pause,
    TypeDigit,
    Black,
    White,
    Start,
    StartHere,
    FullScreen,
    Leave,
    Quit,
    ZoomIn,
    ZoomOut,
    PanLeft,
    PanRight,
    PanUp,
    PanDown,
    TurnLeft,
    TurnRight,
    TiltFlatter,
    TiltSteeper,
    Look,
    Fly,
    Return,
    Language,
    Theme,
    Panels,
    List,
    Help,
    PanelKeys,
    Export,
    ExportRun,
    ExportStop,
    ExportSet,
    Notes,
    SwapScreens,
    TalkStop,
    TalkReset,
    NotesLarger,
    NotesSmaller,
    CopyView,
    CopyPlace,
    Inspector,
    Inspect,
    DraftText,
    KeepText,
    EditText,
    TakeView,
    Undo,
    Redo,
    Slower,
    Faster,
    AutoPlay,
    Overview,
    Chapters,
    NextChapter,
    PreviousChapter,
    Search,
    SearchText,
    BrowseMark,
    BrowseChoose,
    Card,
    OpenCard,
    OpenLink,
    Ruler,
    RulerHere,
    RulerPoint,
    Pen,
    Highlighter,
    InkArrow,
    Laser,
    Spotlight,
    Eraser,
    InkColor,
    InkKeep,
    Erase,
    StrokeBegin,
    StrokePoint,
    StrokeEnd,
    EraseAt,
    PointAt,
    FilterText,
    FilterActor,
};

/// A wish, with what it needs.
struct Command {
    CommandId id = CommandId::Next;
    double number = 0;  ///< JumpToCue: from 1; Scrub: film seconds; TypeDigit: 0..9
                        ///< BrowseMark without text: which; RulerPoint: a RulerStep
    std::string text;   ///< JumpToEvent: event id; FilterText: what was typed; FilterActor: actor id
                        ///< Inspect: event id; SearchText: what was typed; BrowseMark: a direction;
                        ///< OpenCard: a Subject, or nothing to close it; OpenLink: the address
    std::optional<geo::Camera> camera;                       ///< Look, Fly: where to
    std::optional<ExportSettings> exporting = std::nullopt;  ///< ExportSet: as they shall be
    std::optional<base::LonLat> ground = std::nullopt;       ///< CopyPlace, OpenCard, RulerPoint: where
    std::optional<film::EditTarget> target = std::nullopt;   ///< DraftText, EditText: what; text: its value
    /// StrokeBegin, StrokePoint, EraseAt: where, on the ground; PointAt: where, or nowhere.
    std::optional<picture::InkPoint> ink = std::nullopt;
    bool operator==(const Command&) const = default;
};

/// What a key does when it is held, or pressed twice by a bad contact.
enum class Press : std::uint8_t {
    Once,     ///< key repeat is ignored
    Clicker,  ///< that, and presses closer than kBounceSeconds count once
    Repeat,   ///< goes on while the key is held
};

/// Where on the help page a command stands.
enum class Section : std::uint8_t { Story, Screen, Map, Ink, Tools, Hidden };

struct CommandRow {
    CommandId id;
    std::string_view name;            ///< for traces and recordings
    std::span<const Key> keys;        ///< may be empty
    std::span<const Key> detourKeys;  ///< mean this only during a detour, whatever they mean otherwise
    Section section;
    Press press;
    bool actsWhileBlank;  ///< under a black or white screen all others sleep
    std::string_view fr, en;
    void (*act)(Session&, const Command&, const Sight&);
};

std::span<const CommandRow> commandTable();
const CommandRow& rowOf(CommandId id);

/// The row that a key means now, or nullptr.
const CommandRow* rowFor(const Key& key, const Session& session);

/// The row's keys as they are printed: "B / .", "Alt+→ / ↓" when all are held with the same.
std::string keysText(const CommandRow& row, std::string_view language);

/// Carries a command out, unless the screen is blank and the command sleeps then. `sight`: what is seen now.
void apply(Session& session, const Command& command, const Sight& sight);

/// The first cue that shows the event, if any does.
std::optional<std::size_t> cueOfEvent(const film::Film& film, std::string_view event);

}  // namespace ui
