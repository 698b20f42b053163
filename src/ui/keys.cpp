#include "ui/keys.h"

#include <cctype>

namespace ui {

namespace {

struct Caption {
    std::string_view fr, en;
};

Caption caption(KeyName name) {
    switch (name) {
        case KeyName::Character:
            return {};
        case KeyName::Right:
            return {"→", "→"};
        case KeyName::Left:
            return {"←", "←"};
        case KeyName::Up:
            return {"↑", "↑"};
        case KeyName::Down:
            return {"↓", "↓"};
        case KeyName::Space:
            return {"Espace", "Space"};
        case KeyName::Enter:
            return {"Entrée", "Enter"};
        case KeyName::Backspace:
            return {"Retour arrière", "Backspace"};
        case KeyName::PageUp:
            return {"Page préc.", "Page Up"};
        case KeyName::PageDown:
            return {"Page suiv.", "Page Down"};
        case KeyName::Home:
            return {"Début", "Home"};
        case KeyName::End:
            return {"Fin", "End"};
        case KeyName::Tab:
            return {"Tab", "Tab"};
        case KeyName::Escape:
            return {"Échap", "Esc"};
        case KeyName::F1:
            return {"F1", "F1"};
        case KeyName::F5:
            return {"F5", "F5"};
        case KeyName::F6:
            return {"F6", "F6"};
        case KeyName::F11:
            return {"F11", "F11"};
    }
    return {};
}

}  // namespace

bool editsText(const Key& key) {
    switch (key.name) {
        case KeyName::Character:
            return !(key.with.control &&
                     (key.character == 'q' || key.character == 'e' || key.character == 'f'));
        case KeyName::Enter:
            return !key.with.control;
        case KeyName::PageUp:
        case KeyName::PageDown:
        case KeyName::Escape:
        case KeyName::F1:
        case KeyName::F5:
        case KeyName::F6:
        case KeyName::F11:
            return false;
        default:
            return true;
    }
}

bool movesInPanel(const Key& key, bool typing) {
    switch (key.name) {
        case KeyName::Left:
        case KeyName::Right:
        case KeyName::Up:
        case KeyName::Down:
        case KeyName::Space:
        case KeyName::Tab:
            return key.with == kNone;
        case KeyName::Enter:
            return key.with == kNone || typing;
        default:
            return false;
    }
}

int digitOf(const Key& key) {
    const bool digit =
        key.name == KeyName::Character && key.with == kNone && key.character >= '0' && key.character <= '9';
    return digit ? key.character - '0' : -1;
}

std::string label(const Key& key, std::string_view language) {
    const bool french = language == "fr";
    std::string text;
    if (key.with.control) text += "Ctrl+";
    if (key.with.alt) text += "Alt+";
    if (key.with.shift) text += french ? "Maj+" : "Shift+";
    if (key.name == KeyName::Character) {
        text += static_cast<char>(std::toupper(static_cast<unsigned char>(key.character)));
        return text;
    }
    const Caption names = caption(key.name);
    return text.append(french ? names.fr : names.en);
}

}  // namespace ui
