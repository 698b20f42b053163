#include "ui/sdl_keys.h"

namespace ui {

namespace {

std::optional<KeyName> nameOf(SDL_Keycode code) {
    switch (code) {
        case SDLK_RIGHT:
            return KeyName::Right;
        case SDLK_LEFT:
            return KeyName::Left;
        case SDLK_UP:
            return KeyName::Up;
        case SDLK_DOWN:
            return KeyName::Down;
        case SDLK_SPACE:
            return KeyName::Space;
        case SDLK_RETURN:
        case SDLK_RETURN2:
        case SDLK_KP_ENTER:
            return KeyName::Enter;
        case SDLK_BACKSPACE:
            return KeyName::Backspace;
        case SDLK_PAGEUP:
            return KeyName::PageUp;
        case SDLK_PAGEDOWN:
            return KeyName::PageDown;
        case SDLK_HOME:
            return KeyName::Home;
        case SDLK_END:
            return KeyName::End;
        case SDLK_TAB:
            return KeyName::Tab;
        case SDLK_ESCAPE:
            return KeyName::Escape;
        case SDLK_F1:
            return KeyName::F1;
        case SDLK_F5:
            return KeyName::F5;
        case SDLK_F6:
            return KeyName::F6;
        case SDLK_F11:
            return KeyName::F11;
        default:
            return std::nullopt;
    }
}

// On layouts whose digits need Shift (French), the bare keys of the digit row type other characters; a cue's
// number is typed with them all the same.
std::optional<char> digitOfRow(SDL_Scancode code) {
    if (code == SDL_SCANCODE_0) return '0';
    if (code >= SDL_SCANCODE_1 && code <= SDL_SCANCODE_9)
        return static_cast<char>('1' + (code - SDL_SCANCODE_1));
    return std::nullopt;
}

std::optional<Key> keyOf(const SDL_Keysym& sym) {
    const unsigned mod = sym.mod;
    const bool altGr = (mod & (KMOD_MODE | KMOD_RALT)) != 0;
    const Modifiers with{(mod & KMOD_SHIFT) != 0, (mod & KMOD_CTRL) != 0, (mod & KMOD_LALT) != 0};
    if (const auto name = nameOf(sym.sym)) return key(*name, with);
    if (altGr) return std::nullopt;
    if (sym.sym >= 'a' && sym.sym <= 'z') return key(static_cast<char>(sym.sym), with);
    if (with == kNone) {
        if (const auto digit = digitOfRow(sym.scancode)) return key(*digit);
    }
    return std::nullopt;
}

}  // namespace

std::optional<SdlKeys::Pressed> SdlKeys::pressed(const SDL_Event& event) {
    if (event.type == SDL_KEYDOWN) return pressed(event.key);
    if (event.type == SDL_TEXTINPUT) return typed(event.text);
    return std::nullopt;
}

std::optional<SdlKeys::Pressed> SdlKeys::pressed(const SDL_KeyboardEvent& event) {
    const auto key = keyOf(event.keysym);
    m_told = key.has_value();
    m_repeat = event.repeat != 0;
    if (!key) return std::nullopt;
    return Pressed{*key, m_repeat};
}

std::optional<SdlKeys::Pressed> SdlKeys::typed(const SDL_TextInputEvent& event) const {
    const char c = event.text[0];
    const bool single = c > ' ' && c <= '~' && event.text[1] == '\0';
    if (m_told || !single) return std::nullopt;
    return Pressed{key(c), m_repeat};
}

}  // namespace ui
