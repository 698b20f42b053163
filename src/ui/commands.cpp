#include "ui/commands.h"

#include <algorithm>
#include <cassert>

#include "ui/command_acts.h"
#include "ui/panel_memory.h"

namespace ui {

namespace {

using K = KeyName;

constexpr Key kNext[] = {key(K::Right), key(K::Down), key(K::Space),
                         key(K::Enter), key('n'),     key(K::PageDown)};
constexpr Key kPrevious[] = {key(K::Left), key(K::Up), key(K::Backspace), key('p'), key(K::PageUp)};
constexpr Key kSkip[] = {key(K::Right, kAlt), key(K::Down, kAlt), key(K::Space, kAlt),
                         key(K::Enter, kAlt), key('n', kAlt),     key(K::PageDown, kAlt)};
constexpr Key kFirst[] = {key(K::Home)};
constexpr Key kLast[] = {key(K::End)};
constexpr Key kPause[] = {key('k')};
constexpr Key kBlack[] = {key('b'), key('.')};
constexpr Key kWhite[] = {key('w'), key(',')};
constexpr Key kStart[] = {key(K::F5)};
constexpr Key kStartHere[] = {key(K::F5, kShift)};
constexpr Key kFullScreen[] = {key('f'), key(K::F11)};
constexpr Key kLeave[] = {key(K::Escape)};
constexpr Key kQuit[] = {key('q', kControl)};
constexpr Key kZoomIn[] = {key('+')};
constexpr Key kZoomOut[] = {key('-')};
constexpr Key kPanLeft[] = {key(K::Left, kShift)};
constexpr Key kPanRight[] = {key(K::Right, kShift)};
constexpr Key kPanUp[] = {key(K::Up, kShift)};
constexpr Key kPanDown[] = {key(K::Down, kShift)};
constexpr Key kTurnLeft[] = {key(K::Left, kControl)};
constexpr Key kTurnRight[] = {key(K::Right, kControl)};
constexpr Key kTiltFlatter[] = {key(K::Up, kControl)};
constexpr Key kTiltSteeper[] = {key(K::Down, kControl)};
constexpr Key kReturn[] = {key('r')};
constexpr Key kReturnInDetour[] = {key(K::Backspace)};
constexpr Key kLanguage[] = {key('l')};
constexpr Key kTheme[] = {key('t')};
constexpr Key kPanels[] = {key('h')};
constexpr Key kList[] = {key(K::Tab)};
constexpr Key kHelp[] = {key('?'), key(K::F1)};
constexpr Key kPanelKeys[] = {key(K::F6)};
constexpr Key kExport[] = {key('e', kControl)};
constexpr Key kExportRun[] = {key(K::Enter, kControl)};
constexpr Key kCopyView[] = {key('c')};
constexpr Key kCopyPlace[] = {key('c', kShift)};
constexpr Key kInspector[] = {key('i')};
constexpr Key kUndo[] = {key('z', kControl)};
constexpr Key kRedo[] = {key('z', kControlShift), key('y', kControl)};

constexpr Key kNotes[] = {key('s')};
constexpr Key kSwapScreens[] = {key('s', kControl)};
constexpr Key kTalkStop[] = {key('t', kControl)};
constexpr Key kTalkReset[] = {key('r', kControl)};
constexpr Key kSlower[] = {key('<')};
constexpr Key kFaster[] = {key('>')};
constexpr Key kAutoPlay[] = {key('a')};
constexpr Key kOverview[] = {key('o')};
constexpr Key kChapters[] = {key('g')};
constexpr Key kNextChapter[] = {key(K::PageDown, kControl)};
constexpr Key kPreviousChapter[] = {key(K::PageUp, kControl)};
constexpr Key kSearch[] = {key('f', kControl)};
constexpr Key kCard[] = {key('d')};
constexpr Key kOpenLink[] = {key('u')};
constexpr Key kRuler[] = {key('m')};
constexpr Key kRulerHere[] = {key('m', kControl)};

constexpr Key kPen[] = {key('p', kControl)};
constexpr Key kHighlighter[] = {key('h', kControl)};
constexpr Key kInkArrow[] = {key('a', kControl)};
constexpr Key kLaser[] = {key('l', kControl)};
constexpr Key kSpotlight[] = {key('k', kControl)};
constexpr Key kEraser[] = {key('e', kControlShift)};
constexpr Key kInkColor[] = {key('x')};
constexpr Key kInkKeep[] = {key('k', kControlShift)};
constexpr Key kErase[] = {key('e')};

using enum Press;
using enum Section;
using Id = CommandId;

// clang-format off
constexpr CommandRow kTable[] = {
    {Id::Next, "next", kNext, {}, Story, Clicker, false, "Étape suivante", "Next step", act::next},
    {Id::Previous, "previous", kPrevious, {}, Story, Clicker, false, "Étape précédente", "Previous step", act::previous},
    {Id::Skip, "skip", kSkip, {}, Story, Clicker, false, "Passer l’animation", "Jump over the animation", act::skip},
    {Id::First, "first", kFirst, {}, Story, Once, false, "Première étape", "First step", act::first},
    {Id::Last, "last", kLast, {}, Story, Once, false, "Dernière étape", "Last step", act::last},
    {Id::JumpToCue, "jump", {}, {}, Story, Once, false, "Aller à l’étape de ce numéro", "Go to the step with this number", act::jumpToCue},
    {Id::Pause, "pause", kPause, {}, Story, Once, false, "Arrêter ou reprendre le temps", "Stop time or let it run", act::pause},
    {Id::Slower, "slower", kSlower, {}, Story, Repeat, false, "Plus lent", "Slower", act::slower},
    {Id::Faster, "faster", kFaster, {}, Story, Repeat, false, "Plus vite", "Faster", act::faster},
    {Id::AutoPlay, "auto-play", kAutoPlay, {}, Story, Once, false, "Lecture automatique, en boucle", "Play by itself, in a loop", act::autoPlay},
    {Id::Overview, "overview", kOverview, {}, Story, Once, false, "Toutes les étapes en images", "All steps as pictures", act::overview},
    {Id::Chapters, "chapters", kChapters, {}, Story, Once, false, "Chapitres", "Chapters", act::chapters},
    {Id::NextChapter, "next-chapter", kNextChapter, {}, Story, Once, false, "Chapitre suivant", "Next chapter", act::nextChapter},
    {Id::PreviousChapter, "previous-chapter", kPreviousChapter, {}, Story, Once, false, "Chapitre précédent", "Previous chapter", act::previousChapter},

    {Id::Black, "black", kBlack, {}, Screen, Once, true, "Écran noir, et retour", "Black screen, and back", act::black},
    {Id::White, "white", kWhite, {}, Screen, Once, true, "Écran blanc, et retour", "White screen, and back", act::white},
    {Id::Start, "start", kStart, {}, Screen, Once, false, "Présenter depuis le début", "Present from the beginning", act::start},
    {Id::StartHere, "start-here", kStartHere, {}, Screen, Once, false, "Présenter depuis cette étape", "Present from this step", act::startHere},
    {Id::FullScreen, "full-screen", kFullScreen, {}, Screen, Once, true, "Plein écran, ou fenêtre", "Full screen, or window", act::fullScreen},
    {Id::Leave, "leave", kLeave, {}, Screen, Once, true, "Quitter un niveau, puis le programme", "Leave one level, then the program", act::leave},
    {Id::Quit, "quit", kQuit, {}, Screen, Once, true, "Quitter le programme", "Quit", act::quit},

    {Id::Notes, "notes", kNotes, {}, Screen, Once, true, "Notes sur un second écran", "Notes on a second screen", act::notes},
    {Id::SwapScreens, "swap-screens", kSwapScreens, {}, Screen, Once, true, "Échanger les deux écrans", "Swap the two screens", act::swapScreens},
    {Id::TalkStop, "talk-stop", kTalkStop, {}, Screen, Once, true, "Arrêter ou reprendre le chronomètre", "Stop the talk’s clock or let it run", act::talkStop},
    {Id::TalkReset, "talk-reset", kTalkReset, {}, Screen, Once, true, "Remettre le chronomètre à zéro", "Set the talk’s clock to zero", act::talkReset},
    {Id::NotesLarger, "notes-larger", {}, {}, Hidden, Once, true, {}, {}, act::notesLarger},
    {Id::NotesSmaller, "notes-smaller", {}, {}, Hidden, Once, true, {}, {}, act::notesSmaller},

    {Id::ZoomIn, "zoom-in", kZoomIn, {}, Map, Repeat, false, "Zoom avant", "Zoom in", act::zoomIn},
    {Id::ZoomOut, "zoom-out", kZoomOut, {}, Map, Repeat, false, "Zoom arrière", "Zoom out", act::zoomOut},
    {Id::PanLeft, "pan-left", kPanLeft, {}, Map, Repeat, false, "Aller à gauche", "Go left", act::panLeft},
    {Id::PanRight, "pan-right", kPanRight, {}, Map, Repeat, false, "Aller à droite", "Go right", act::panRight},
    {Id::PanUp, "pan-up", kPanUp, {}, Map, Repeat, false, "Aller vers le haut", "Go up", act::panUp},
    {Id::PanDown, "pan-down", kPanDown, {}, Map, Repeat, false, "Aller vers le bas", "Go down", act::panDown},
    {Id::TurnLeft, "turn-left", kTurnLeft, {}, Map, Repeat, false, "Tourner la carte à gauche", "Turn the map left", act::turnLeft},
    {Id::TurnRight, "turn-right", kTurnRight, {}, Map, Repeat, false, "Tourner la carte à droite", "Turn the map right", act::turnRight},
    {Id::TiltFlatter, "tilt-flatter", kTiltFlatter, {}, Map, Repeat, false, "Incliner la carte", "Tilt the map", act::tiltFlatter},
    {Id::TiltSteeper, "tilt-steeper", kTiltSteeper, {}, Map, Repeat, false, "Redresser la carte", "Tilt the map back", act::tiltSteeper},
    {Id::Return, "return", kReturn, kReturnInDetour, Map, Once, false, "Finir le détour, revenir au récit", "End the detour, return to the story", act::comeBack},
    {Id::Search, "search", kSearch, {}, Map, Once, false, "Chercher un lieu, un événement", "Search for a place, an event", act::search},
    {Id::Card, "card", kCard, {}, Map, Once, false, "Fiche de ce que montre l’étape", "Card of what the step shows", act::card},
    {Id::OpenLink, "link", kOpenLink, {}, Map, Once, false, "Ouvrir une source de la fiche", "Open a source of the card", act::openLink},
    {Id::Ruler, "ruler", kRuler, {}, Map, Once, false, "Règle\u00a0: distance entre deux points", "Ruler: distance between two points", act::ruler},
    {Id::RulerHere, "ruler-here", kRulerHere, {}, Map, Once, false, "Point de la règle au centre", "Ruler’s point at the centre", act::rulerHere},

    {Id::Pen, "pen", kPen, {}, Section::Ink, Once, false, "Stylo", "Pen", act::pen},
    {Id::Highlighter, "highlighter", kHighlighter, {}, Section::Ink, Once, false, "Surligneur", "Highlighter", act::highlighter},
    {Id::InkArrow, "ink-arrow", kInkArrow, {}, Section::Ink, Once, false, "Flèche à main levée", "Arrow drawn by hand", act::inkArrow},
    {Id::InkColor, "ink-color", kInkColor, {}, Section::Ink, Once, false, "Couleur suivante", "Next colour", act::inkColor},
    {Id::Laser, "laser", kLaser, {}, Section::Ink, Once, false, "Pointeur laser", "Laser pointer", act::laser},
    {Id::Spotlight, "spotlight", kSpotlight, {}, Section::Ink, Once, false, "Projecteur", "Spotlight", act::spotlight},
    {Id::Eraser, "eraser", kEraser, {}, Section::Ink, Once, false, "Gomme", "Eraser", act::eraser},
    {Id::Erase, "erase", kErase, {}, Section::Ink, Once, false, "Tout effacer", "Erase all", act::erase},
    {Id::InkKeep, "ink-keep", kInkKeep, {}, Section::Ink, Once, false, "Garder l’encre à l’étape suivante, ou non", "Keep ink at the next step, or not", act::inkKeep},

    {Id::List, "list", kList, {}, Tools, Once, false, "Événements et défilement", "Events and scrubber", act::list},
    {Id::Language, "language", kLanguage, {}, Tools, Once, false, "Langue", "Language", act::language},
    {Id::Theme, "theme", kTheme, {}, Tools, Once, false, "Thème", "Theme", act::theme},
    {Id::Panels, "panels", kPanels, {}, Tools, Once, false, "La carte seule, ou tous les textes", "The map alone, or all panels", act::panels},
    {Id::Help, "help", kHelp, {}, Tools, Once, false, "Toutes les touches", "All keys", act::help},

    {Id::PanelKeys, "panel-keys", kPanelKeys, {}, Tools, Once, false, "Clavier au panneau, et retour", "Keyboard to the panel, and back", act::panelKeys},

    {Id::Export, "export", kExport, {}, Tools, Once, false, "Exporter", "Export", act::exportPanel},
    {Id::ExportRun, "export-run", kExportRun, {}, Tools, Once, false, "Lancer l’export préparé", "Run the export as set up", act::exportRun},

    {Id::CopyView, "copy-view", kCopyView, {}, Tools, Once, false, "Copier la vue", "Copy the view", act::copyView},
    {Id::CopyPlace, "copy-place", kCopyPlace, {}, Tools, Once, false, "Copier le lieu pointé", "Copy the place under the pointer", act::copyPlace},
    {Id::Inspector, "inspector", kInspector, {}, Tools, Once, false, "Inspecteur", "Inspector", act::inspector},
    {Id::Undo, "undo", kUndo, {}, Tools, Repeat, false, "Annuler", "Undo", act::undo},
    {Id::Redo, "redo", kRedo, {}, Tools, Repeat, false, "Rétablir", "Redo", act::redo},
    {Id::Inspect, "inspect", {}, {}, Hidden, Once, false, {}, {}, act::inspect},
    {Id::DraftText, "draft", {}, {}, Hidden, Once, false, {}, {}, act::draftText},
    {Id::KeepText, "keep", {}, {}, Hidden, Once, true, {}, {}, act::keepText},
    {Id::EditText, "edit", {}, {}, Hidden, Once, false, {}, {}, act::editText},
    {Id::TakeView, "take-view", {}, {}, Hidden, Once, false, {}, {}, act::takeView},

    {Id::ExportStop, "export-stop", {}, {}, Hidden, Once, false, {}, {}, act::exportStop},
    {Id::ExportSet, "export-set", {}, {}, Hidden, Once, false, {}, {}, act::exportSet},
    {Id::StrokeBegin, "stroke-begin", {}, {}, Hidden, Once, false, {}, {}, act::strokeBegin},
    {Id::StrokePoint, "stroke-point", {}, {}, Hidden, Once, false, {}, {}, act::strokePoint},
    {Id::StrokeEnd, "stroke-end", {}, {}, Hidden, Once, false, {}, {}, act::strokeEnd},
    {Id::EraseAt, "erase-at", {}, {}, Hidden, Once, false, {}, {}, act::eraseAt},
    {Id::PointAt, "point-at", {}, {}, Hidden, Once, false, {}, {}, act::pointAt},
    {Id::JumpToEvent, "event", {}, {}, Hidden, Once, false, {}, {}, act::jumpToEvent},
    {Id::Scrub, "scrub", {}, {}, Hidden, Once, false, {}, {}, act::scrub},
    {Id::TypeDigit, "digit", {}, {}, Hidden, Once, false, {}, {}, act::typeDigit},
    {Id::Look, "look", {}, {}, Hidden, Once, false, {}, {}, act::look},
    {Id::Fly, "fly", {}, {}, Hidden, Once, false, {}, {}, act::fly},
    {Id::SearchText, "search-text", {}, {}, Hidden, Once, false, {}, {}, act::searchText},
    {Id::BrowseMark, "mark", {}, {}, Hidden, Once, false, {}, {}, act::browseMark},
    {Id::BrowseChoose, "choose", {}, {}, Hidden, Once, false, {}, {}, act::browseChoose},
    {Id::OpenCard, "open-card", {}, {}, Hidden, Once, false, {}, {}, act::openCard},
    {Id::RulerPoint, "ruler-point", {}, {}, Hidden, Once, false, {}, {}, act::rulerPoint},
    {Id::FilterText, "filter-text", {}, {}, Hidden, Once, false, {}, {}, act::filterText},
    {Id::FilterActor, "filter-actor", {}, {}, Hidden, Once, false, {}, {}, act::filterActor},
};
// clang-format on

// Who drags the map, or looks for their language first, may go on reading.
bool endsHints(const CommandRow& row) {
    return row.section != Section::Hidden && row.id != Id::Language && row.id != Id::Theme;
}

bool has(std::span<const Key> keys, const Key& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

std::span<const CommandRow> commandTable() {
    return kTable;
}

const CommandRow& rowOf(CommandId id) {
    const auto* row =
        std::find_if(std::begin(kTable), std::end(kTable), [&](const CommandRow& r) { return r.id == id; });
    assert(row != std::end(kTable));
    return *row;
}

const CommandRow* rowFor(const Key& key, const Session& session) {
    for (const CommandRow& row : kTable) {
        if (session.detour && has(row.detourKeys, key)) return &row;
    }
    for (const CommandRow& row : kTable) {
        if (has(row.keys, key)) return &row;
    }
    // A letter with Shift is the letter unless it means something of its own.
    const bool isLetter = key.character >= 'a' && key.character <= 'z';
    if (isLetter && key.with == kShift) return rowFor({key.name, key.character, kNone}, session);
    return nullptr;
}

std::string keysText(const CommandRow& row, std::string_view language) {
    const bool shared = row.keys.size() > 1 && row.keys.front().with != kNone &&
                        std::all_of(row.keys.begin(), row.keys.end(),
                                    [&](const Key& key) { return key.with == row.keys.front().with; });
    std::string all;
    for (Key key : row.keys) {
        if (!all.empty()) {
            all += " / ";
            if (shared) key.with = kNone;
        }
        all += label(key, language);
    }
    return all;
}

void apply(Session& session, const Command& command, const Sight& sight) {
    const CommandRow& row = rowOf(command.id);
    if (session.blank != Blank::None && !row.actsWhileBlank) return;
    session.pace.untouched = 0;
    row.act(session, command, sight);
    if (endsHints(row)) session.hints.open = false;
    rememberPanels(session);
    followCue(session.ink, act::storyMoment(session).cue);
}

std::optional<std::size_t> cueOfEvent(const film::Film& film, std::string_view event) {
    for (std::size_t i = 0; i < film.cues.size(); ++i) {
        const auto& events = film.cues[i].events;
        if (std::find(events.begin(), events.end(), event) != events.end()) return i;
    }
    return std::nullopt;
}

}  // namespace ui
