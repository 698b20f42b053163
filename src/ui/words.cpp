#include "ui/words.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "base/language.h"
#include "base/text.h"

namespace ui {

namespace {

struct Entry {
    Word which;
    std::string_view fr, en;
};

// clang-format off
constexpr Entry kWords[] = {
    {Word::NoMicrophone, "Aucun micro : la prise est enregistrée sans le son.", "No microphone: the take is recorded without sound."},
    {Word::Recording, "Enregistrement", "Recording"},
    {Word::TakeNotWritten, "La prise ne peut pas être écrite pour l’instant :", "The take cannot be written at the moment:"},
    {Word::SoundFull, "Douze heures de son\u00a0: le fichier est plein. La prise continue sans le son.", "Twelve hours of sound: the file is full. The take goes on without sound."},
    {Word::Events, "Événements", "Events"},
    {Word::Search, "Chercher : titre, lieu, date, source…", "Search: title, place, date, source…"},
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
    {Word::Ink, "Encre", "Ink"},
    {Word::InkKept, "gardé à l’étape suivante", "kept at the next step"},
    {Word::Mouse, "Souris", "Mouse"},
    {Word::Drag, "glisser", "drag"},
    {Word::DragDoes, "Déplacer la carte", "Move the map"},
    {Word::Wheel, "molette", "wheel"},
    {Word::WheelDoes, "Zoom sous le pointeur", "Zoom at the pointer"},
    {Word::DoubleClick, "double clic", "double click"},
    {Word::DoubleClickDoes, "Aller à ce point", "Fly to that point"},
    {Word::RightDrag, "glisser à droite", "right-drag"},
    {Word::RightDragDoes, "Tourner et incliner", "Turn and tilt"},
    {Word::SaveNotShown, "Fichier enregistré, mais pas montré", "Saved, but not shown"},
    {Word::SettingsBroken, "Réglages illisibles, mis de côté", "Settings not readable, set aside"},
    {Word::HintNext, "Étape suivante, comme avec une télécommande", "Next step, as with any clicker"},
    {Word::HintDetour, "Un détour sur la carte ; R revient au récit", "A detour on the map; R returns to the story"},
    {Word::HintKeys, "Toutes les touches", "All keys"},
    {Word::HintDrag, "Glisser", "Drag"},
    {Word::Country, "pays", "country"},
    {Word::Capital, "capitale", "capital"},
    {Word::City, "ville", "town"},
    {Word::Base, "base", "base"},
    {Word::Region, "repère", "landmark"},
    {Word::Water, "mer", "sea"},
    {Word::HowSure, "Certitude", "How sure"},
    {Word::WhoSaysSo, "Qui le dit", "Who says so"},
    {Word::NoEventsHere, "Aucun événement du film ici.", "No event of the film here."},
    {Word::EventsHere, "Dans le film", "In the film"},
    {Word::ReadOnline, "Ouvrir dans le navigateur", "Open in the browser"},
    {Word::Places, "Lieux", "Places"},
    {Word::FindHint, "Un lieu, un pays, un événement, une date…", "A place, a country, an event, a date…"},
    {Word::FoundNothing, "Rien ne correspond.", "Nothing matches."},
    {Word::Overview, "Toutes les étapes", "All steps"},
    {Word::Chapters, "Chapitres", "Chapters"},
    {Word::NoChapters, "Ce film n’a pas de chapitres.", "This film has no chapters."},
    {Word::BrowseKeys, "Flèches, Entrée\u00a0; Échap ferme", "Arrows, Enter; Esc closes"},
    {Word::AutoPlayOn, "Lecture automatique", "Playing by itself"},
    {Word::AutoPlayOff, "Pas à pas", "Step by step"},
    {Word::RulerHint, "Règle\u00a0: cliquez un point, puis un autre", "Ruler: click one point, then another"},
    {Word::Click, "clic", "click"},
    {Word::ClickDoes, "Fiche d’un lieu, d’un pays, d’un événement", "Card of a place, a country, an event"},
    {Word::Pinch, "deux doigts", "two fingers"},
    {Word::PinchDoes, "Déplacer, agrandir, tourner", "Move, zoom, turn"},
    {Word::Export, "Exporter", "Export"},
    {Word::ExportTo, "Vers", "To"},
    {Word::ExportInFolder, "dans", "in"},
    {Word::ExportForeign, "ce type de fichier n’est pas produit\u00a0; choisissez un format",
     "files of this kind are not made; choose a format"},
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
    {Word::ExportDone, "Export terminé", "The export is done"},
    {Word::ExportStopped, "Export arrêté. Lancer continue là où l’export s’est arrêté.", "The export is stopped. Run goes on where it stopped."},
    {Word::ExportFailed, "L’export n’a pas abouti", "The export has failed"},
    {Word::ExportSilent, "Il s’est arrêté sans rien dire.", "It ended without a word."},
    {Word::ExportOf, "sur", "of"},
    {Word::ExportPace, "images/s", "frames/s"},
    {Word::MovingMap, "Sans carte graphique\u00a0: carte en mouvement à", "No graphics card: moving map at"},
    {Word::ExportCount, "images", "frames"},
    {Word::ExportLeft, "reste %", "% left"},
    {Word::ExportMegabytes, "Mo", "MB"},
    {Word::Close, "Fermer", "Close"},
    {Word::NoNotes, "Pas de notes pour cette étape.", "No notes for this step."},
    {Word::NextStep, "Ensuite", "Next"},
    {Word::LastStep, "C’est la dernière étape.", "This is the last step."},
    {Word::OnScreen, "À l’écran", "On screen"},
    {Word::BlackScreen, "Écran noir", "Black screen"},
    {Word::WhiteScreen, "Écran blanc", "White screen"},
    {Word::Elapsed, "Écoulé", "Elapsed"},
    {Word::Remaining, "Reste", "Left"},
    {Word::Clock, "Heure", "Time"},
    {Word::Ahead, "% d’avance", "% ahead"},
    {Word::Behind, "% de retard", "% behind"},
    {Word::OnTime, "Dans les temps", "On time"},
    {Word::TalkWaits, "Part à la première étape suivante", "Starts at the first next step"},
    {Word::TalkStopped, "Chronomètre arrêté", "Clock stopped"},
    {Word::TalkStop, "Arrêter##talk", "Stop##talk"},
    {Word::TalkGoOn, "Reprendre##talk", "Go on##talk"},
    {Word::TalkReset, "Zéro", "Zero"},
    {Word::NotesOf, "Notes", "Notes"},
    {Word::OneDisplay, "Il n’y a qu’un écran.", "There is only one display."},
    {Word::DisplayGone, "L’écran % n’est plus là.", "The display % is gone."},
    {Word::Inspector, "Inspecteur", "Inspector"},
    {Word::Undo, "Annuler", "Undo"},
    {Word::Redo, "Rétablir", "Redo"},
    {Word::Event, "Événement", "Event"},
    {Word::PlaceFrom, "De", "From"},
    {Word::PlaceTo, "À", "To"},
    {Word::PlaceVia, "Par", "Via"},
    {Word::TextTitle, "Titre", "Title"},
    {Word::TextBody, "Texte", "Text"},
    {Word::TextNotes, "Notes", "Notes"},
    {Word::Camera, "Caméra", "Camera"},
    {Word::CameraFit, "Montre", "Shows"},
    {Word::CameraCenter, "Centre", "Centre"},
    {Word::CameraWidth, "Largeur", "Width"},
    {Word::CameraAngles, "km, cap, pente", "km, turn, tilt"},
    {Word::TakeView, "Prendre la vue à l’écran", "Take the view on screen"},
    {Word::Seconds, "Secondes", "Seconds"},
    {Word::CopiedView, "Vue copiée", "View copied"},
    {Word::CopiedPlace, "Lieu copié", "Place copied"},
    {Word::CopiedAddress, "Adresse copiée", "Address copied"},
    {Word::NoSuchStep, "Cette étape n’existe pas\u00a0: il y en a %.", "There is no such step: there are %."},
    {Word::FileNotRead, "Un fichier du film ne peut plus être lu", "A file of the film can no longer be read"},
    {Word::MoreProblems, "et % de plus", "and % more"},
    {Word::DistanceFrom, "de", "from"},
    {Word::UnknownPlace, "Lieu inconnu", "Unknown place"},
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

std::string speedText(double speed, std::string_view language) {
    std::string text = std::to_string(speed);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    if (language == "fr") std::replace(text.begin(), text.end(), '.', ',');
    return text + "\u00a0×";
}

std::string wordWith(Word pattern, const std::string& filling, std::string_view language) {
    std::string words(word(pattern, language));
    return words.replace(words.find('%'), 1, filling);
}

std::string fromPlace(const std::string& name, const std::string& language) {
    const std::string letters = base::folded(name);
    const bool beginsWithVowel =
        !letters.empty() && std::string_view("aeiou").find(letters[0]) != std::string_view::npos;
    if (language == "fr" && beginsWithVowel) return "d’" + name;
    return std::string(word(Word::DistanceFrom, language)) + " " + name;
}

}  // namespace ui
