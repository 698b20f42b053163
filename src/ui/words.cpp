#include "ui/words.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "base/language.h"

namespace ui {

namespace {

struct Entry {
    Word which;
    std::string_view fr, en;
};

// clang-format off
constexpr Entry kWords[] = {
    {Word::Events, "Événements", "Events"},
    {Word::Search, "Chercher : titre, lieu, date, source…", "Search: title, place, date, source…"},
    {Word::Date, "Date", "Date"},
    {Word::Actor, "Acteur", "Actor"},
    {Word::EventAndPlace, "Événement, lieu", "Event, place"},
    {Word::Sources, "Sources", "Sources"},
    {Word::NotGiven, "non précisé", "not given"},
    {Word::NothingFound, "Aucun événement ne correspond.", "No event matches."},
    {Word::NotShown, "Aucune étape ne montre cet événement.", "No step shows this event."},
    {Word::Step, "Étape", "Step"},
    {Word::Detour, "Détour, R pour revenir", "Detour, R to return"},
    {Word::Stopped, "Arrêté", "Stopped"},
    {Word::NumberThenEnter, "numéro, Entrée", "number, Enter"},
    {Word::Keys, "Touches", "Keys"},
    {Word::Story, "Récit", "Story"},
    {Word::Screen, "Écran", "Screen"},
    {Word::Map, "Carte", "Map"},
    {Word::Tools, "Outils", "Tools"},
    {Word::Mouse, "Souris", "Mouse"},
    {Word::Drag, "glisser", "drag"},
    {Word::DragDoes, "Déplacer la carte", "Move the map"},
    {Word::Wheel, "molette", "wheel"},
    {Word::WheelDoes, "Zoom sous le pointeur", "Zoom at the pointer"},
    {Word::DoubleClick, "double clic", "double click"},
    {Word::DoubleClickDoes, "Aller à ce point", "Fly to that point"},
    {Word::RightDrag, "glisser à droite", "right-drag"},
    {Word::RightDragDoes, "Tourner et incliner", "Turn and tilt"},
};
// clang-format on

}  // namespace

std::string_view word(Word which, std::string_view language) {
    const auto* entry =
        std::find_if(std::begin(kWords), std::end(kWords), [&](const Entry& e) { return e.which == which; });
    assert(entry != std::end(kWords));
    return language == "fr" ? entry->fr : entry->en;
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
