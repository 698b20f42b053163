#include "ui/notes_window.h"

#include <algorithm>
#include <cmath>

#include "picture/scaled_picture.h"

namespace ui {

namespace {

// Not more often than this while the show moves, seconds between two.
constexpr double kSeldom = 0.24;
// What a hand does in the window is to be seen at once.
constexpr double kSoon = 0.03;
constexpr int kSettlingFrames = 3;
// Widths of the two pictures, pixels of the window's width.
constexpr double kNextShare = 0.42, kNowShare = 0.18;
constexpr int kSmallestPicture = 320, kLargestPicture = 1280;

int pictureWidth(base::Size window, double share) {
    return std::clamp(static_cast<int>(window.w * share), kSmallestPicture, kLargestPicture);
}

// The characters that the film's notes and titles are written with, beside those of every Western language.
ImVector<ImWchar> lettersOf(const film::Film& film) {
    constexpr ImWchar kAlways[] = {0x20,   0xFF,   0x152,  0x153,  0x2010, 0x2026,
                                   0x2190, 0x2193, 0x2212, 0x2212, 0};
    ImFontGlyphRangesBuilder builder;
    builder.AddRanges(kAlways);
    const auto add = [&](const base::LocalText& text) {
        for (const auto& [language, words] : text.byLanguage) builder.AddText(words.c_str());
    };
    for (const film::Cue& cue : film.cues) {
        add(cue.notes);
        add(cue.title);
    }
    for (const film::Event& event : film.events) add(event.title);
    ImVector<ImWchar> ranges;
    builder.BuildRanges(&ranges);
    return ranges;
}

ImFont* add(ImFontAtlas& atlas, const std::string& file, float pixels, const ImVector<ImWchar>& letters) {
    ImFontConfig config;
    config.OversampleH = 2;
    return atlas.AddFontFromFileTTF(file.c_str(), std::round(pixels), &config, letters.Data);
}

}  // namespace

NotesWindow::NotesWindow(std::unique_ptr<Window> window, Gui&& gui, const Window& show)
    : m_show(show), m_window(std::move(window)), m_gui(std::move(gui)) {}

base::Result<std::unique_ptr<NotesWindow>> NotesWindow::open(Window& show, const std::string& title,
                                                             const NotesLook& look) {
    auto window = show.openBeside(title, {1280, 720});
    if (!window) return window.problems();
    auto kept = std::make_unique<Window>(std::move(*window));
    auto gui = Gui::make(*kept, look.fontsDirectory, look.scale);
    if (!gui) return gui.problems();
    gui->leavePointer();
    return std::unique_ptr<NotesWindow>(new NotesWindow(std::move(kept), std::move(*gui), show));
}

void NotesWindow::touch() {
    m_settling = kSettlingFrames;
}

NotesWindow::Shown NotesWindow::shownFor(const Session& session, const Projector& projector) const {
    const Talk& talk = session.notes.talk;
    const auto& target = projector.target();
    return {stepOfNotes(session),
            session.language,
            session.theme,
            session.typedNumber,
            session.reloads,
            session.blank,
            modeOf(session) == Mode::Play ? Mode::Hold : modeOf(session),
            session.paused,
            session.panels,
            talk.started,
            talk.stopped,
            static_cast<long long>(talk.elapsed),
            timeOfDay(),
            session.notes.letters,
            m_window->pixels(),
            target ? target->size() : base::Size{}};
}

bool NotesWindow::sameButTime(Shown a, const Shown& b) {
    a.elapsed = b.elapsed;
    a.time = b.time;
    return a == b;
}

Commands NotesWindow::draw(const Session& session, Projector& projector, bool isNew, double seconds) {
    m_nowIsOld = m_nowIsOld || isNew;
    if (!m_window->isVisible()) return {};
    const Shown shown = shownFor(session, projector);
    const bool changed = !m_shown || *m_shown != shown;
    if (!changed && !m_nowIsOld && m_settling == 0) return {};
    const double since = seconds - m_drawn;
    if (m_shown && since < (changed || m_settling > 0 ? kSoon : kSeldom)) return {};
    const bool another = !m_shown || shown.cue != m_shown->cue || shown.reloads != m_shown->reloads ||
                         shown.language != m_shown->language;
    if (another) m_facts = factsOf(*session.film, shown.cue, session.language);
    const bool looksOther = another || shown.theme != m_shown->theme || shown.panels != m_shown->panels ||
                            shown.picture != m_shown->picture || shown.size != m_shown->size;
    if (looksOther) {
        drawNext(session, projector);
        m_nowIsOld = true;  // copying leaves the window as what is drawn into
    }
    if (std::exchange(m_nowIsOld, false)) copyNow(projector);
    if (!m_shown || !sameButTime(*m_shown, shown)) m_settling = kSettlingFrames;
    m_shown = shown;
    m_drawn = seconds;
    m_settling = std::max(m_settling - 1, 0);
    return drawPanel(session, projector);
}

void NotesWindow::copyNow(const Projector& projector) {
    if (!projector.target()) return;
    m_now.copy(*projector.target(), pictureWidth(m_window->pixels(), kNowShare));
}

// The next step as it will stand once it has played.
void NotesWindow::drawNext(const Session& session, Projector& projector) {
    m_hasNext = false;
    const std::size_t next = stepOfNotes(session) + 1;
    if (!projector.target() || next >= session.film->cues.size()) return;
    const base::Size whole = projector.target()->size();
    const double factor =
        std::min(1.0, static_cast<double>(pictureWidth(m_window->pixels(), kNextShare)) / whole.w);
    const base::Size size = picture::scaled(whole, factor);
    if (!m_next || m_next->size() != size) {
        auto target = render::Target::make(size);
        if (!target) return;
        m_next = std::move(*target);
    }
    m_hasNext = projector.drawSmall(film::endOfCue(*session.film, next), *m_next);
}

void NotesWindow::wantLetters(const Session& session) {
    if (m_written == session.notes.letters && m_writtenReloads == session.reloads) return;
    m_written = session.notes.letters;
    m_writtenReloads = session.reloads;
    // They may be loaded again when the film is gone.
    m_gui.want([this, letters = lettersOf(*session.film)](ImFontAtlas& atlas, const Typefaces& faces,
                                                          float pixels) {
        m_letters.title = add(atlas, faces.strongFile, pixels * kTitleLetters, letters);
        m_letters.figures = add(atlas, faces.strongFile, pixels * kFigureLetters, letters);
        m_letters.reading = add(atlas, faces.regularFile, pixels * static_cast<float>(m_written), letters);
        atlas.Build();  // while the list of letters is there
    });
}

Commands NotesWindow::drawPanel(const Session& session, const Projector& projector) {
    const picture::Theme& theme = projector.theme(session);
    const base::Size size = m_window->size();
    m_window->makeCurrent();
    wantLetters(session);
    m_gui.fit(theme);
    m_gui.begin();
    const auto image = [](unsigned texture) {
        return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture));
    };
    SmallPicture now{image(m_now.texture()), m_now.size()}, next;
    if (m_hasNext) next = {image(m_next->canvas().texture.name()), m_next->size()};
    const Commands commands = drawNotes({*session.film,
                                         session,
                                         theme,
                                         {static_cast<float>(size.w), static_cast<float>(size.h)},
                                         m_gui.unit(),
                                         m_gui.strong(),
                                         m_letters,
                                         m_shown->time,
                                         m_facts,
                                         now,
                                         next});
    m_gui.end();
    m_window->swap();
    m_show.makeCurrent();
    if (!commands.empty()) touch();
    return commands;
}

}  // namespace ui
