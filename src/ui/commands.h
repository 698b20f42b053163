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
    Look,
    Fly,
    Return,
    Language,
    Theme,
    Panels,
    List,
    Help,
    Export,
    ExportRun,
    ExportStop,
    ExportSet,
    FilterText,
    FilterActor,
};

/// A wish, with what it needs.
struct Command {
    CommandId id = CommandId::Next;
    double number = 0;  ///< JumpToCue: from 1; Scrub: film seconds; TypeDigit: 0..9
    std::string text;   ///< JumpToEvent: event id; FilterText: what was typed; FilterActor: actor id
    std::optional<geo::Camera> camera;                       ///< Look, Fly: where to
    std::optional<ExportSettings> exporting = std::nullopt;  ///< ExportSet: as they shall be
    bool operator==(const Command&) const = default;
};

/// What a key does when it is held, or pressed twice by a bad contact.
enum class Press : std::uint8_t {
    Once,     ///< key repeat is ignored
    Clicker,  ///< that, and presses closer than kBounceSeconds count once
    Repeat,   ///< goes on while the key is held
};

/// Where on the help page a command stands.
enum class Section : std::uint8_t { Story, Screen, Map, Tools, Hidden };

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
