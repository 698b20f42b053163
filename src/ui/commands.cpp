#include "ui/commands.h"

#include <algorithm>
#include <cassert>

namespace ui {

namespace {

constexpr double kZoomStep = 1.25;      // of one press of + or -
constexpr double kPanShare = 0.08;      // of the frame's shorter side, for one press of Shift and an arrow
constexpr std::size_t kMostDigits = 4;  // of a cue's number

// ---- the story

void jump(Session& session, film::Moment to, const Sight& sight) {
    if (session.film->cues.empty()) return;
    if (session.detour)
        session.flight = CameraFlight{geo::cameraOf(sight.projection, sight.view), 0, false};
    else if (session.flight)
        session.flight->timeStands = false;
    session.detour.reset();
    session.home.reset();
    session.playhead = to;
    ++session.jumps;
}

void play(Session& session, std::size_t cue, const Sight& sight) {
    session.paused = false;
    jump(session, {cue, 0}, sight);
}

// Where the story stands, also while a detour has left it.
film::Moment storyMoment(const Session& session) {
    return session.home.value_or(session.playhead);
}

std::size_t lastCue(const Session& session) {
    return session.film->cues.empty() ? 0 : session.film->cues.size() - 1;
}

void next(Session& session, const Command&, const Sight& sight) {
    const std::size_t cue = storyMoment(session).cue;
    if (cue < lastCue(session)) play(session, cue + 1, sight);
}

void previous(Session& session, const Command&, const Sight& sight) {
    const std::size_t cue = storyMoment(session).cue;
    play(session, cue > 0 ? cue - 1 : 0, sight);
}

void skip(Session& session, const Command&, const Sight& sight) {
    const film::Moment now = storyMoment(session);
    if (session.film->cues.empty()) return;
    const film::Cue& cue = session.film->cues[now.cue];
    const bool shown = now.seconds >= cue.flySeconds + cue.playSeconds;
    jump(session, film::endOfCue(*session.film, shown ? std::min(now.cue + 1, lastCue(session)) : now.cue),
         sight);
}

void first(Session& session, const Command&, const Sight& sight) {
    play(session, 0, sight);
}

void last(Session& session, const Command&, const Sight& sight) {
    play(session, lastCue(session), sight);
}

void jumpToCue(Session& session, const Command& command, const Sight& sight) {
    session.typedNumber.clear();
    if (command.number < 1 || command.number > static_cast<double>(session.film->cues.size())) return;
    play(session, static_cast<std::size_t>(command.number) - 1, sight);
}

void jumpToEvent(Session& session, const Command& command, const Sight& sight) {
    if (const auto cue = cueOfEvent(*session.film, command.text)) play(session, *cue, sight);
}

void scrub(Session& session, const Command& command, const Sight& sight) {
    jump(session, film::momentAt(*session.film, command.number), sight);
}

void pause(Session& session, const Command&, const Sight&) {
    session.paused = !session.paused;
}

void typeDigit(Session& session, const Command& command, const Sight&) {
    if (session.typedNumber.size() >= kMostDigits) session.typedNumber.clear();
    session.typedNumber += static_cast<char>('0' + static_cast<int>(command.number));
    session.typedAge = 0;
}

// ---- the screen

void toggleBlank(Session& session, Blank blank) {
    session.blank = session.blank == blank ? Blank::None : blank;
}

void black(Session& session, const Command&, const Sight&) {
    toggleBlank(session, Blank::Black);
}

void white(Session& session, const Command&, const Sight&) {
    toggleBlank(session, Blank::White);
}

void showFrom(Session& session, std::size_t cue, const Sight& sight) {
    session.fullScreen = true;
    session.list = session.help = session.exporting.open = false;
    play(session, cue, sight);
}

void start(Session& session, const Command&, const Sight& sight) {
    showFrom(session, 0, sight);
}

void startHere(Session& session, const Command&, const Sight& sight) {
    showFrom(session, storyMoment(session).cue, sight);
}

void fullScreen(Session& session, const Command&, const Sight&) {
    session.fullScreen = !session.fullScreen;
}

void quit(Session& session, const Command&, const Sight&) {
    session.quit = true;
}

// ---- the map

void startDetour(Session& session, const geo::Camera& camera) {
    if (!session.home) session.home = session.playhead;
    session.detour = camera;
    session.flight.reset();
}

void zoom(Session& session, const Sight& sight, double factor) {
    startDetour(session, zoomed(sight, {sight.view.size.w / 2.0, sight.view.size.h / 2.0}, factor));
}

void zoomIn(Session& session, const Command&, const Sight& sight) {
    zoom(session, sight, kZoomStep);
}

void zoomOut(Session& session, const Command&, const Sight& sight) {
    zoom(session, sight, 1 / kZoomStep);
}

void pan(Session& session, const Sight& sight, base::Vec2 direction) {
    const double step = kPanShare * std::min(sight.view.size.w, sight.view.size.h);
    startDetour(session, panned(sight, direction * step));
}

// The camera goes the way of the arrow, so the picture moves against it.
void panLeft(Session& session, const Command&, const Sight& sight) {
    pan(session, sight, {1, 0});
}

void panRight(Session& session, const Command&, const Sight& sight) {
    pan(session, sight, {-1, 0});
}

void panUp(Session& session, const Command&, const Sight& sight) {
    pan(session, sight, {0, 1});
}

void panDown(Session& session, const Command&, const Sight& sight) {
    pan(session, sight, {0, -1});
}

void look(Session& session, const Command& command, const Sight&) {
    if (command.camera) startDetour(session, *command.camera);
}

void fly(Session& session, const Command& command, const Sight& sight) {
    if (!command.camera) return;
    startDetour(session, *command.camera);
    session.flight = CameraFlight{geo::cameraOf(sight.projection, sight.view), 0, false};
}

void comeBack(Session& session, const Command&, const Sight& sight) {
    if (!session.detour) return;
    session.flight = CameraFlight{geo::cameraOf(sight.projection, sight.view), 0, true};
    session.detour.reset();
    session.playhead = session.home.value_or(session.playhead);
    session.home.reset();
}

// ---- tools

std::string following(const std::vector<std::string>& values, const std::string& now) {
    if (values.empty()) return now;
    const auto at = std::find(values.begin(), values.end(), now);
    return at == values.end() || at + 1 == values.end() ? values.front() : *(at + 1);
}

void language(Session& session, const Command&, const Sight&) {
    session.language = following(session.film->languages, session.language);
}

void theme(Session& session, const Command&, const Sight&) {
    session.theme = following(session.themes, session.theme);
}

void panels(Session& session, const Command&, const Sight&) {
    session.panels = !session.panels;
    session.list = false;
}

void list(Session& session, const Command&, const Sight&) {
    session.list = !session.list;
}

void help(Session& session, const Command&, const Sight&) {
    session.help = !session.help;
}

void exportPanel(Session& session, const Command&, const Sight&) {
    session.exporting.open = !session.exporting.open;
    session.help = false;
}

// From a key too: what will be run is on screen first.
void exportRun(Session& session, const Command&, const Sight&) {
    ExportDesk& desk = session.exporting;
    if (desk.open && !isUnderWay(desk.state)) desk.ask = ExportAsk::Run;
    desk.open = true;
}

void exportStop(Session& session, const Command&, const Sight&) {
    session.exporting.ask = ExportAsk::Stop;
}

void exportSet(Session& session, const Command& command, const Sight&) {
    if (command.exporting) session.exporting.settings = *command.exporting;
}

void filterText(Session& session, const Command& command, const Sight&) {
    session.filter.text = command.text;
}

void filterActor(Session& session, const Command& command, const Sight&) {
    auto& hidden = session.filter.hiddenActors;
    const auto at = std::lower_bound(hidden.begin(), hidden.end(), command.text);
    if (at != hidden.end() && *at == command.text)
        hidden.erase(at);
    else
        hidden.insert(at, command.text);
}

// One level up: what covers most goes first.
void leave(Session& session, const Command& command, const Sight& sight) {
    if (session.blank != Blank::None)
        session.blank = Blank::None;
    else if (!session.typedNumber.empty())
        session.typedNumber.clear();
    else if (session.help)
        session.help = false;
    else if (session.typing)
        session.typing = false;
    else if (session.exporting.open)
        session.exporting.open = false;
    else if (session.list)
        session.list = false;
    else if (session.detour)
        comeBack(session, command, sight);
    else if (session.fullScreen)
        session.fullScreen = false;
    else if (isUnderWay(session.exporting.state))
        session.exporting.open = true;  // one key too many must not end an export
    else
        session.quit = true;
}

// ---- the table

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
constexpr Key kReturn[] = {key('r')};
constexpr Key kReturnInDetour[] = {key(K::Backspace)};
constexpr Key kLanguage[] = {key('l')};
constexpr Key kTheme[] = {key('t')};
constexpr Key kPanels[] = {key('h')};
constexpr Key kList[] = {key('e'), key(K::Tab)};
constexpr Key kHelp[] = {key('?'), key(K::F1)};
constexpr Key kExport[] = {key('e', kControl)};
constexpr Key kExportRun[] = {key(K::Enter, kControl)};

using enum Press;
using enum Section;
using Id = CommandId;

// clang-format off
constexpr CommandRow kTable[] = {
    {Id::Next, "next", kNext, {}, Story, Clicker, false, "Étape suivante", "Next step", next},
    {Id::Previous, "previous", kPrevious, {}, Story, Clicker, false, "Étape précédente", "Previous step", previous},
    {Id::Skip, "skip", kSkip, {}, Story, Clicker, false, "Passer l’animation", "Jump over the animation", skip},
    {Id::First, "first", kFirst, {}, Story, Once, false, "Première étape", "First step", first},
    {Id::Last, "last", kLast, {}, Story, Once, false, "Dernière étape", "Last step", last},
    {Id::JumpToCue, "jump", {}, {}, Story, Once, false, "Aller à l’étape de ce numéro", "Go to the step with this number", jumpToCue},
    {Id::Pause, "pause", kPause, {}, Story, Once, false, "Arrêter ou reprendre le temps", "Stop time or let it run", pause},

    {Id::Black, "black", kBlack, {}, Screen, Once, true, "Écran noir, et retour", "Black screen, and back", black},
    {Id::White, "white", kWhite, {}, Screen, Once, true, "Écran blanc, et retour", "White screen, and back", white},
    {Id::Start, "start", kStart, {}, Screen, Once, false, "Présenter depuis le début", "Present from the beginning", start},
    {Id::StartHere, "start-here", kStartHere, {}, Screen, Once, false, "Présenter depuis cette étape", "Present from this step", startHere},
    {Id::FullScreen, "full-screen", kFullScreen, {}, Screen, Once, true, "Plein écran, ou fenêtre", "Full screen, or window", fullScreen},
    {Id::Leave, "leave", kLeave, {}, Screen, Once, true, "Quitter un niveau, puis le programme", "Leave one level, then the program", leave},
    {Id::Quit, "quit", kQuit, {}, Screen, Once, true, "Quitter le programme", "Quit", quit},

    {Id::ZoomIn, "zoom-in", kZoomIn, {}, Map, Repeat, false, "Zoom avant", "Zoom in", zoomIn},
    {Id::ZoomOut, "zoom-out", kZoomOut, {}, Map, Repeat, false, "Zoom arrière", "Zoom out", zoomOut},
    {Id::PanLeft, "pan-left", kPanLeft, {}, Map, Repeat, false, "Aller à gauche", "Go left", panLeft},
    {Id::PanRight, "pan-right", kPanRight, {}, Map, Repeat, false, "Aller à droite", "Go right", panRight},
    {Id::PanUp, "pan-up", kPanUp, {}, Map, Repeat, false, "Aller vers le haut", "Go up", panUp},
    {Id::PanDown, "pan-down", kPanDown, {}, Map, Repeat, false, "Aller vers le bas", "Go down", panDown},
    {Id::Return, "return", kReturn, kReturnInDetour, Map, Once, false, "Finir le détour, revenir au récit", "End the detour, return to the story", comeBack},

    {Id::List, "list", kList, {}, Tools, Once, false, "Événements et défilement", "Events and scrubber", list},
    {Id::Language, "language", kLanguage, {}, Tools, Once, false, "Langue", "Language", language},
    {Id::Theme, "theme", kTheme, {}, Tools, Once, false, "Thème", "Theme", theme},
    {Id::Panels, "panels", kPanels, {}, Tools, Once, false, "La carte seule, ou tous les textes", "The map alone, or all panels", panels},
    {Id::Help, "help", kHelp, {}, Tools, Once, false, "Toutes les touches", "All keys", help},

    {Id::Export, "export", kExport, {}, Tools, Once, false, "Exporter", "Export", exportPanel},
    {Id::ExportRun, "export-run", kExportRun, {}, Tools, Once, false, "Lancer l’export préparé", "Run the export as set up", exportRun},

    {Id::ExportStop, "export-stop", {}, {}, Hidden, Once, false, {}, {}, exportStop},
    {Id::ExportSet, "export-set", {}, {}, Hidden, Once, false, {}, {}, exportSet},
    {Id::JumpToEvent, "event", {}, {}, Hidden, Once, false, {}, {}, jumpToEvent},
    {Id::Scrub, "scrub", {}, {}, Hidden, Once, false, {}, {}, scrub},
    {Id::TypeDigit, "digit", {}, {}, Hidden, Once, false, {}, {}, typeDigit},
    {Id::Look, "look", {}, {}, Hidden, Once, false, {}, {}, look},
    {Id::Fly, "fly", {}, {}, Hidden, Once, false, {}, {}, fly},
    {Id::FilterText, "filter-text", {}, {}, Hidden, Once, false, {}, {}, filterText},
    {Id::FilterActor, "filter-actor", {}, {}, Hidden, Once, false, {}, {}, filterActor},
};
// clang-format on

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
    row.act(session, command, sight);
}

std::optional<std::size_t> cueOfEvent(const film::Film& film, std::string_view event) {
    for (std::size_t i = 0; i < film.cues.size(); ++i) {
        const auto& events = film.cues[i].events;
        if (std::find(events.begin(), events.end(), event) != events.end()) return i;
    }
    return std::nullopt;
}

}  // namespace ui
