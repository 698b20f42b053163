// Which of the two windows belongs on which display. Decided from names alone, so that it can be tested: no
// SDL, no windows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace ui {

/// The displays that were chosen, by name; empty: never chosen. Remembered from one start to the next.
struct DisplayChoice {
    std::string show, notes;
    bool operator==(const DisplayChoice&) const = default;
};

/// The names so that each is there once: a second "DELL" becomes "DELL (2)".
std::vector<std::string> distinctNames(std::vector<std::string> names);

/// The display with this number from 1, or the first whose name holds `wanted`, accents and case aside.
std::optional<std::size_t> findDisplay(const std::vector<std::string>& names, const std::string& wanted);

/// Says that there is none, and which there are; of kind Usage.
base::Problem noSuchDisplay(const std::string& wanted, const std::vector<std::string>& names);

enum class NotesPlace : std::uint8_t {
    Closed,
    Window,   ///< an ordinary window on the display of the show
    Display,  ///< they have a display of their own
};

/// Where the two windows belong.
struct Placement {
    std::size_t show = 0;   ///< index of its display
    std::size_t notes = 0;  ///< the same, unless they are closed
    NotesPlace place = NotesPlace::Closed;
    bool operator==(const Placement&) const = default;
};

struct PlacementWish {
    std::vector<std::string> names;  ///< of the displays that are there, distinct, at least one
    DisplayChoice choice;
    std::string showNow;     ///< the display that the show is on, or was on until now
    bool notesOpen = false;  ///< the presenter wants the notes
    bool fullScreen = false;
    /// The notes had a display of their own until now. When none is left they do not cover a show in full
    /// screen.
    bool notesWereApart = false;
};

/// The show goes to the display chosen for it; while that is missing it stays where it is; when that is gone
/// too it goes to one that is left, first to one that the notes do not want. The notes go to the display
/// chosen for them unless the show is there, else to any other than the show's, else beside it as a window.
Placement place(const PlacementWish& wish);

/// The choice with the two displays swapped; without notes on a display of their own the show goes on to the
/// next display. The same choice when there is but one display.
DisplayChoice swapped(const DisplayChoice& choice, const Placement& now,
                      const std::vector<std::string>& names);

/// What is worth remembering of a placement: where there is but one display nothing has been chosen; what was
/// chosen before and is not here now stays the choice.
DisplayChoice remembered(const DisplayChoice& choice, const Placement& now,
                         const std::vector<std::string>& names);

}  // namespace ui
