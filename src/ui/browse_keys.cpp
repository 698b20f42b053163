#include "ui/browse_keys.h"

#include <array>
#include <string_view>

namespace ui {

namespace {

struct Direction {
    KeyName name;
    std::string_view text;
};
constexpr std::array<Direction, 6> kDirections{{{KeyName::Left, "left"},
                                                {KeyName::Right, "right"},
                                                {KeyName::Up, "up"},
                                                {KeyName::Down, "down"},
                                                {KeyName::Home, "first"},
                                                {KeyName::End, "last"}}};

bool chooses(const Key& key, Browser open) {
    return key.name == KeyName::Enter || (key.name == KeyName::Space && open != Browser::Search);
}

// In the field of the search box these move the cursor.
bool isForField(KeyName name) {
    return name != KeyName::Up && name != KeyName::Down;
}

}  // namespace

std::optional<Command> browseCommand(const Key& key, const Session& session) {
    const Browser open = session.browse.open;
    const bool isCovered = session.blank != Blank::None || session.help;
    if (open == Browser::None || isCovered || key.with != kNone) return std::nullopt;
    if (chooses(key, open) && session.typedNumber.empty()) return Command{CommandId::BrowseChoose, 0, {}, {}};
    for (const Direction& direction : kDirections) {
        if (direction.name != key.name) continue;
        if (open == Browser::Search && isForField(key.name)) return std::nullopt;
        return Command{CommandId::BrowseMark, 0, std::string(direction.text), {}};
    }
    return std::nullopt;
}

}  // namespace ui
