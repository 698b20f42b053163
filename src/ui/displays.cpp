#include "ui/displays.h"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "base/text.h"

namespace ui {

namespace {

std::optional<std::size_t> indexOf(const std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (name.empty() || found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::size_t showDisplay(const PlacementWish& wish) {
    if (const auto chosen = indexOf(wish.names, wish.choice.show)) return *chosen;
    if (const auto stays = indexOf(wish.names, wish.showNow)) return *stays;
    const auto free = std::find_if(wish.names.begin(), wish.names.end(),
                                   [&](const std::string& name) { return name != wish.choice.notes; });
    return free == wish.names.end() ? 0 : static_cast<std::size_t>(free - wish.names.begin());
}

std::optional<std::size_t> notesDisplay(const PlacementWish& wish, std::size_t show) {
    const auto chosen = indexOf(wish.names, wish.choice.notes);
    if (chosen && *chosen != show) return chosen;
    if (wish.names.size() < 2) return std::nullopt;
    return show == 0 ? 1 : 0;
}

}  // namespace

std::vector<std::string> distinctNames(std::vector<std::string> names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = names[i];
        for (int copy = 2; std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i),
                                     names[i]) != names.begin() + static_cast<std::ptrdiff_t>(i);
             ++copy)
            names[i] = name + " (" + std::to_string(copy) + ")";
    }
    return names;
}

std::optional<std::size_t> findDisplay(const std::vector<std::string>& names, const std::string& wanted) {
    std::size_t number = 0;
    const char* end = wanted.data() + wanted.size();
    const auto read = std::from_chars(wanted.data(), end, number);
    const bool isNumber = read.ec == std::errc() && read.ptr == end;
    if (isNumber && number >= 1 && number <= names.size()) return number - 1;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (base::folded(names[i]).find(base::folded(wanted)) != std::string::npos) return i;
    }
    return std::nullopt;
}

base::Problem noSuchDisplay(const std::string& wanted, const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        list += (i > 0 ? ", " : "") + std::to_string(i + 1) + " \"" + names[i] + "\"";
    }
    return {
        base::Severity::Error,     base::Trouble::Usage, "", 0, 0, "there is no display \"" + wanted + "\"",
        "the displays are " + list};
}

Placement place(const PlacementWish& wish) {
    assert(!wish.names.empty());
    Placement result;
    result.show = showDisplay(wish);
    if (!wish.notesOpen) return result;
    if (const auto apart = notesDisplay(wish, result.show)) {
        result.notes = *apart;
        result.place = NotesPlace::Display;
    } else if (!(wish.notesWereApart && wish.fullScreen)) {
        result.notes = result.show;
        result.place = NotesPlace::Window;
    }
    return result;
}

DisplayChoice swapped(const DisplayChoice& choice, const Placement& now,
                      const std::vector<std::string>& names) {
    if (names.size() < 2) return choice;
    const bool apart = now.place == NotesPlace::Display;
    const std::size_t next = apart ? now.notes : (now.show + 1) % names.size();
    return {names[next], names[now.show]};
}

DisplayChoice remembered(const DisplayChoice& choice, const Placement& now,
                         const std::vector<std::string>& names) {
    if (names.size() < 2) return choice;
    // What has been chosen and is not here now is still the choice.
    const auto isAway = [&](const std::string& name) { return !name.empty() && !indexOf(names, name); };
    const bool keepsNotes = now.place != NotesPlace::Display || isAway(choice.notes);
    return {isAway(choice.show) ? choice.show : names[now.show],
            keepsNotes ? choice.notes : names[now.notes]};
}

}  // namespace ui
