// Keys as the program speaks of them: names and typed characters, whatever the keyboard's layout. Not SDL's
// key codes; sdl_events.h makes these from them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ui {

enum class KeyName : std::uint8_t {
    Character,
    Right,
    Left,
    Up,
    Down,
    Space,
    Enter,
    Backspace,
    PageUp,
    PageDown,
    Home,
    End,
    Tab,
    Escape,
    F1,
    F5,
    F6,
    F11
};

struct Modifiers {
    bool shift = false;
    bool control = false;
    bool alt = false;
    bool operator==(const Modifiers&) const = default;
};

inline constexpr Modifiers kNone{};
inline constexpr Modifiers kShift{true, false, false};
inline constexpr Modifiers kControl{false, true, false};
inline constexpr Modifiers kControlShift{true, true, false};
inline constexpr Modifiers kAlt{false, false, true};

/// A key with what is held beside it. A character already carries its Shift ("?"); letters are lower case.
struct Key {
    KeyName name = KeyName::Character;
    char character = 0;  ///< ASCII; 0 unless the name is Character
    Modifiers with;
    bool operator==(const Key&) const = default;
};

constexpr Key key(KeyName name, Modifiers with = kNone) {
    return {name, 0, with};
}
constexpr Key key(char character, Modifiers with = kNone) {
    return {KeyName::Character, character, with};
}

/// True for keys that a field of text needs for itself while somebody types in it. Page keys and function
/// keys, which clickers send, are none of them.
bool editsText(const Key& key);

/// True for keys that go from field to field of a panel, and begin or end typing in one.
bool movesInPanel(const Key& key, bool typing);

/// The digit 0..9 that the key types, or -1.
int digitOf(const Key& key);

/// The key as it is printed: "Maj+F5", "Espace" in French, "Shift+F5", "Space" otherwise.
std::string label(const Key& key, std::string_view language);

}  // namespace ui
