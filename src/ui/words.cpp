#include "ui/words.h"

#include <algorithm>

#include "base/language.h"

namespace ui {

namespace {

struct Entry {
    std::string_view fr, en;
};

Entry entry(Word which) {
    switch (which) {
        case Word::Events:
            return {"Événements", "Events"};
        case Word::Search:
            return {"Chercher : titre, lieu, date, source…", "Search: title, place, date, source…"};
        case Word::Date:
            return {"Date", "Date"};
        case Word::Actor:
            return {"Acteur", "Actor"};
        case Word::EventAndPlace:
            return {"Événement, lieu", "Event, place"};
        case Word::Sources:
            return {"Sources", "Sources"};
        case Word::NotGiven:
            return {"non précisé", "not given"};
        case Word::NothingFound:
            return {"Aucun événement ne correspond.", "No event matches."};
        case Word::NotShown:
            return {"Aucune étape ne montre cet événement.", "No step shows this event."};
        case Word::Step:
            return {"Étape", "Step"};
        case Word::Detour:
            return {"Détour, R pour revenir", "Detour, R to return"};
        case Word::Stopped:
            return {"Arrêté", "Stopped"};
        case Word::NumberThenEnter:
            return {"numéro, Entrée", "number, Enter"};
        case Word::Keys:
            return {"Touches", "Keys"};
        case Word::Story:
            return {"Récit", "Story"};
        case Word::Screen:
            return {"Écran", "Screen"};
        case Word::Map:
            return {"Carte", "Map"};
        case Word::Tools:
            return {"Outils", "Tools"};
        case Word::Mouse:
            return {"Souris", "Mouse"};
        case Word::Drag:
            return {"glisser", "drag"};
        case Word::DragDoes:
            return {"Déplacer la carte", "Move the map"};
        case Word::Wheel:
            return {"molette", "wheel"};
        case Word::WheelDoes:
            return {"Zoom sous le pointeur", "Zoom at the pointer"};
        case Word::DoubleClick:
            return {"double clic", "double click"};
        case Word::DoubleClickDoes:
            return {"Aller à ce point", "Fly to that point"};
        case Word::RightDrag:
            return {"glisser à droite", "right-drag"};
        case Word::RightDragDoes:
            return {"Tourner et incliner", "Turn and tilt"};
    }
    return {};
}

}  // namespace

std::string_view word(Word which, std::string_view language) {
    const Entry e = entry(which);
    return language == "fr" ? e.fr : e.en;
}

std::string themeName(std::string_view theme, std::string_view language) {
    const bool french = language == "fr";
    if (theme == "night") return french ? "Nuit" : "Night";
    if (theme == "paper") return french ? "Papier" : "Paper";
    if (theme == "plain") return french ? "Sobre" : "Plain";
    return std::string(theme);
}

std::string languageName(std::string_view language) {
    if (language == "fr") return "Français";
    if (language == "en") return "English";
    return base::upperCase(language, language);
}

std::string clockText(double seconds) {
    const auto whole = static_cast<long long>(std::max(seconds, 0.0) + 1e-9);
    const long long rest = whole % 60;
    return std::to_string(whole / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

}  // namespace ui
