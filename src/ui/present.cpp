#include "ui/present.h"

#include <cstdio>

#include "ui/stage.h"

namespace ui {

namespace {

Session sessionFor(const Show& show, const PresentOptions& options) {
    Session session = makeSession(show.film, namesOf(show.themes));
    if (!options.language.empty()) session.language = options.language;
    if (!options.theme.empty()) session.theme = options.theme;
    if (options.at) session.playhead = film::momentAt(show.film, *options.at);
    session.paused = options.paused;
    session.list = options.overlay;
    session.fullScreen = options.fullscreen;
    session.exporting.origin = options.exporting;
    return session;
}

WindowOptions windowFor(const Session& session, const PresentOptions& options) {
    const std::string title(session.film->title.in(session.language));
    const ScreenMode mode = options.fullscreen ? ScreenMode::Full : ScreenMode::Window;
    return {title.empty() ? "Harmattan" : title + " – Harmattan", options.size, options.display, mode};
}

}  // namespace

base::Result<int> present(Show first, const geo::World& world, const picture::Fonts& fonts,
                          const PresentOptions& options) {
    auto show = std::make_unique<Show>(std::move(first));
    auto trace = Trace::open(options.traceFile);
    if (!trace) return trace.problems();
    Session session = sessionFor(*show, options);
    auto window = Window::open(windowFor(session, options));
    if (!window) return window.problems();
    auto gui = Gui::make(*window, options.fontsDirectory);
    if (!gui) return gui.problems();
    Projector projector(show->film, world, fonts, show->themes);
    Stage stage({*window, *gui, projector, *trace, show, options.again}, std::move(session));
    const auto done = stage.run(options.exitAfterSeconds);
    if (!done) return done.problems();
    // Who closes the window on an export finds here how to go on with it.
    if (stage.exported().phase == ExportPhase::Stopped)
        std::fprintf(stderr, "%s\n", stage.exported().message.c_str());
    return 0;
}

}  // namespace ui
