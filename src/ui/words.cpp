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
    {Word::Export, "Exporter", "Export"},
    {Word::ExportTo, "Vers", "To"},
    {Word::ExportInFolder, "dans", "in"},
    {Word::ExportFormat, "Format", "Format"},
    {Word::ExportFrames, "Images PNG", "PNG frames"},
    {Word::ExportPreset, "Préréglage", "Preset"},
    {Word::ExportNoPreset, "aucun", "none"},
    {Word::ExportSize, "Taille", "Size"},
    {Word::ExportRate, "Images/s", "Frames/s"},
    {Word::ExportPart, "Partie", "Part"},
    {Word::ExportFilm, "Film entier", "Whole film"},
    {Word::ExportCue, "Cette étape", "This step"},
    {Word::ExportSomeFrames, "Images", "Frames"},
    {Word::ExportWith, "Avec", "With"},
    {Word::ExportPanels, "Textes et frise", "Texts and timeline"},
    {Word::ExportAlpha, "Fond transparent, sans la carte", "Transparent, without the map"},
    {Word::ExportThere, "Si déjà là", "If there already"},
    {Word::ExportRefuse, "ne rien faire", "do nothing"},
    {Word::ExportResume, "reprendre", "go on with it"},
    {Word::ExportReplace, "remplacer", "replace it"},
    {Word::ExportCommand, "La même chose dans un terminal", "The same in a terminal"},
    {Word::ExportCopy, "Copier", "Copy"},
    {Word::ExportRun, "Lancer", "Run"},
    {Word::ExportStop, "Arrêter", "Stop"},
    {Word::ExportStarting, "Préparation…", "Getting ready…"},
    {Word::ExportStopping, "L’image en cours se termine…", "Finishing the frame at hand…"},
    {Word::ExportDone, "Terminé", "Done"},
    {Word::ExportStopped, "Arrêté. Lancer continue là où l’export s’est arrêté.", "Stopped. Run goes on where it stopped."},
    {Word::ExportFailed, "L’export n’a pas abouti", "The export has failed"},
    {Word::ExportSilent, "Il s’est arrêté sans rien dire.", "It ended without a word."},
    {Word::ExportOf, "sur", "of"},
    {Word::ExportPace, "images/s", "frames/s"},
    {Word::ExportCount, "images", "frames"},
    {Word::ExportLeft, "reste %", "% left"},
    {Word::ExportMegabytes, "Mo", "MB"},
    {Word::Close, "Fermer", "Close"},
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
