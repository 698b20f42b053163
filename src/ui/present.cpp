#include "ui/present.h"

#include <cstdio>

#include "ui/countries.h"
#include "ui/notes_memory.h"
#include "ui/panel_memory.h"
#include "ui/stage.h"

namespace ui {

namespace {

// What the command line gives itself goes before the take.
Session playbackFor(const Show& show, const PresentOptions& options) {
    Session session = sessionAtStart(*options.take.play, show.film, namesOf(show.themes));
    session.list = options.overlay;
    session.fullScreen = options.fullscreen;
    session.exporting.origin = options.exporting;
    session.notes.talk.length = options.talkSeconds;
    return session;
}

Session sessionFor(const Show& show, const PresentOptions& options) {
    if (options.take.play) return playbackFor(show, options);
    Session session = makeSession(show.film, namesOf(show.themes));
    if (!options.language.empty()) session.language = options.language;
    if (!options.theme.empty()) session.theme = options.theme;
    if (options.at) session.playhead = film::momentAt(show.film, *options.at);
    session.paused = options.paused;
    session.pace.autoPlay = options.loop;
    session.list = options.overlay;
    session.fullScreen = options.fullscreen;
    session.exporting.origin = options.exporting;
    session.notes.talk.length = options.talkSeconds;
    return session;
}

// What was remembered; the hints of the first start, if it can be remembered that they were shown, but never
// in front of a room.
void remember(Session& session, SettingsFile& file) {
    session.settings = file.read();
    if (!file.problem().empty())
        tell(session, {file.problem(), "", Tone::Warning, false, "", Word::SettingsBroken});
    recall(session.notes, session.settings);
    if (session.fullScreen) return;
    // It shows the presenter's notes, and takes the keys.
    setOpen(session.settings, "inspector", false);
    openRemembered(session);
    if (session.settings.hintsSeen) return;
    session.settings.hintsSeen = true;
    session.hints.open = file.keep(session.settings);
}

// Whether and where the notes begin; the displays that were asked for count as chosen.
base::Result<base::Done> chooseDisplays(Session& session, const PresentOptions& options) {
    const std::vector<std::string> names = Window::displays();
    NotesDesk& notes = session.notes;
    if (const auto show = findDisplay(names, options.display); show && !options.display.empty())
        notes.choice.show = names[*show];
    if (!options.notes) return base::Done{};
    const auto display = findDisplay(names, *options.notes);
    if (!display) return noSuchDisplay(*options.notes, names);
    notes.choice.notes = names[*display];
    notes.open = true;
    return base::Done{};
}

WindowOptions windowFor(const Session& session, const PresentOptions& options) {
    const ScreenMode mode = options.fullscreen ? ScreenMode::Full : ScreenMode::Window;
    WindowOptions window{titleOf(session), options.size, options.display, mode};
    window.preferred = session.notes.choice.show;
    const bool isChosen = options.sizeGiven || !options.display.empty() || options.fullscreen;
    if (!isChosen) window.place = session.settings.window;
    return window;
}

// On standard error, as what an export says of itself.
void tellOfRecording(const std::string& path, const TakeDesk& take) {
    const std::string trouble = take.trouble();
    if (trouble.empty())
        std::fprintf(stderr, "%s\n", recordedText(path, take.recordedSeconds()).c_str());
    else
        std::fprintf(stderr, "harmattan: %s: not written to its end: %s\n", path.c_str(), trouble.c_str());
}

}  // namespace

base::Result<int> present(Show first, const geo::World& world, const picture::Fonts& fonts,
                          const PresentOptions& options) {
    auto show = std::make_unique<Show>(std::move(first));
    auto trace = Trace::open(options.traceFile);
    if (!trace) return trace.problems();
    if (const auto free = TakeDesk::check(options.take); !free) return free.problems();
    const std::vector<CountryEntry> countries = countryEntries(world);
    Session session = sessionFor(*show, options);
    SettingsFile settings(options.settingsFile);
    remember(session, settings);
    session.browse.countries = &countries;
    auto window = Window::open(windowFor(session, options));
    if (!window) return window.problems();
    const auto chosen = chooseDisplays(session, options);
    if (!chosen) return chosen.problems();
    auto gui = Gui::make(*window, options.fontsDirectory, options.uiScale);
    if (!gui) return gui.problems();
    // Only now: a take that cannot begin must not lie in the way of the next.
    auto take = TakeDesk::make(options.take);
    if (!take) return take.problems();
    Projector projector(show->film, world, fonts, show->themes);
    Stage stage({*window,
                 *gui,
                 projector,
                 *trace,
                 settings,
                 show,
                 options.again,
                 {options.fontsDirectory, options.uiScale},
                 std::move(*take)},
                std::move(session));
    const std::string& recorded = options.take.record;
    if (!recorded.empty()) std::fprintf(stderr, "recording to %s\n", recorded.c_str());
    const auto done = stage.run(options.exitAfterSeconds);
    if (!done) return done.problems();
    if (!options.sizeGiven) {
        Settings last = stage.session().settings;
        last.window = window->place();
        settings.keep(last);
    }
    if (!recorded.empty()) tellOfRecording(recorded, stage.take());
    if (options.stats) std::printf("%s\n", stage.times().text().c_str());
    // Who closes the window on an export finds here how to go on with it.
    if (stage.exported().phase == ExportPhase::Stopped)
        std::fprintf(stderr, "%s\n", stage.exported().message.c_str());
    return 0;
}

}  // namespace ui
