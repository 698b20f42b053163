// The command line that the export panel shows and runs, without window or process.
#include "ui/export_words.h"

#include <gtest/gtest.h>

#include "base/shell.h"
#include "small_film.h"
#include "ui/export_desk.h"

using namespace ui;
using small::Desk;

namespace {

const std::vector<PresetOffer> kPresets = {{"web-4k", "4k", "30", ".mp4"}, {"edit", "1080p", "25", ".mov"}};

std::string lineOf(const Session& session) {
    return base::shellLine(exportWords(session));
}

bool has(const Session& session, const std::string& part) {
    return lineOf(session).find(part) != std::string::npos;
}

}  // namespace

TEST(ExportWords, SayFilmChaptersLanguageAndThemeOfTheSession) {
    Desk desk;
    desk.session.language = "en";
    desk.session.theme = "paper";
    desk.session.exporting.origin.film = {"my film.toml", "--skip", "also"};
    desk.session.exporting.settings.out = "out/a'b.mp4";
    EXPECT_EQ(
        lineOf(desk.session),
        "harmattan export 'my film.toml' --skip also -o 'out/a'\\''b.mp4' --size 1080p --fps 30 --lang en "
        "--theme paper");
}

TEST(ExportWords, LeaveOutAThemeThatOnlyTheFilmFinds) {
    Desk desk;
    desk.session.theme = "dusk.toml";
    EXPECT_TRUE(has(desk.session, "--theme dusk.toml"));
    desk.session.exporting.origin.ownTheme = "dusk.toml";
    EXPECT_FALSE(has(desk.session, "--theme"));
}

TEST(ExportWords, ACueHasTheFramesUpToTheNextOne) {
    const film::Film film = small::film();
    EXPECT_EQ(framesOfCue(film, 0, {30, 1}), std::pair(std::int64_t{1}, std::int64_t{270}));
    EXPECT_EQ(framesOfCue(film, 1, {30, 1}), std::pair(std::int64_t{271}, std::int64_t{540}));
    EXPECT_EQ(framesOfCue(film, 3, {30, 1}).second, film::frameCount(film::duration(film), {30, 1}));
    // 30000/1001: frame 270 is shown at 8.976 s, 271 at 9.009 s.
    EXPECT_EQ(framesOfCue(film, 0, {30000, 1001}).second, 270);
    EXPECT_EQ(framesOfCue(film, 1, {30000, 1001}).first, 271);
    for (std::size_t i = 0; i + 1 < film.cues.size(); ++i)
        EXPECT_EQ(framesOfCue(film, i, {24, 1}).second + 1, framesOfCue(film, i + 1, {24, 1}).first);
}

TEST(ExportWords, AskForThePartThatIsChosen) {
    Desk desk;
    ExportSettings& settings = desk.session.exporting.settings;
    EXPECT_FALSE(has(desk.session, "--frames"));
    EXPECT_EQ(framesAskedFor(desk.session), 36 * 30);
    desk.session.playhead.cue = 1;
    settings.part = ExportPart::Cue;
    EXPECT_TRUE(has(desk.session, "--frames 271-540"));
    EXPECT_EQ(framesAskedFor(desk.session), 270);
    settings.part = ExportPart::Frames;
    settings.frames = "1000-";
    EXPECT_TRUE(has(desk.session, "--frames 1000-"));
    EXPECT_EQ(framesAskedFor(desk.session), 81);
    settings.frames = "9-3";
    EXPECT_EQ(framesAskedFor(desk.session), std::nullopt);
}

TEST(ExportWords, ADetourExportsTheStepOfTheStory) {
    Desk desk;
    desk.session.exporting.settings.part = ExportPart::Cue;
    desk.session.playhead.cue = 2;
    desk.session.home = film::Moment{1, 0};
    EXPECT_TRUE(has(desk.session, "--frames 271-540"));
}

TEST(ExportWords, AskForNothingThatTheOutputCannotHave) {
    Desk desk;
    ExportSettings& settings = desk.session.exporting.settings;
    settings.alpha = settings.list = true;
    settings.out = "a.mp4";
    EXPECT_FALSE(has(desk.session, "--alpha")) << "H.264 has none";
    EXPECT_TRUE(has(desk.session, "--overlay"));
    settings.out = "a.mov";
    EXPECT_TRUE(has(desk.session, "--alpha"));
    EXPECT_FALSE(has(desk.session, "--overlay")) << "the list goes with the whole picture alone";
}

TEST(ExportWords, APresetSettlesSizeAndRateUntilTheyAreChanged) {
    Desk desk;
    desk.session.exporting.origin.presets = kPresets;
    ExportSettings& settings = desk.session.exporting.settings;
    settings.out = "a.mov";
    settings = withPreset(settings, "web-4k", kPresets);
    EXPECT_EQ(settings.out, "a.mp4");
    EXPECT_EQ(settings.size, "4k");
    EXPECT_TRUE(has(desk.session, "--preset web-4k --lang"));
    settings.size = "1440p";
    EXPECT_TRUE(has(desk.session, "--preset web-4k --size 1440p --lang"));
    settings = withKind(settings, ExportKind::WebM, kPresets);
    EXPECT_EQ(settings.preset, "") << "it makes .mp4";
    EXPECT_TRUE(has(desk.session, "-o a.webm --size 1440p --fps 30"));
}

TEST(ExportWords, TheHomeFolderIsWrittenOut) {
    Desk desk;
    desk.session.exporting.origin.home = "/home/ada";
    desk.session.exporting.settings.out = "~/films/a.mp4";
    EXPECT_TRUE(has(desk.session, "-o /home/ada/films/a.mp4"));
    desk.session.exporting.settings.out = "~ada.mp4";
    EXPECT_TRUE(has(desk.session, "-o '~ada.mp4'"));
}

TEST(ExportDesk, TheOutputsEndingIsItsKind) {
    EXPECT_EQ(kindOf("a/b.mp4"), ExportKind::H264);
    EXPECT_EQ(kindOf("a/b"), ExportKind::Frames);
    EXPECT_EQ(kindOf("out/####.png"), ExportKind::Frames);
    EXPECT_EQ(kindOf(""), ExportKind::Frames);
    EXPECT_EQ(kindOf("a.MP4"), ExportKind::H264);
    ExportSettings settings;
    settings.out = "out/film.mkv";
    EXPECT_EQ(withKind(settings, ExportKind::Frames, {}).out, "out/film");
    settings.out = "frames/";
    EXPECT_EQ(withKind(settings, ExportKind::ProRes, {}).out, "frames.mov");
    settings.out = "film.gif";
    EXPECT_EQ(withKind(settings, ExportKind::ProRes, {}).out, "film.mov")
        << "a kind that is not made gives way";
    EXPECT_EQ(withKind(settings, ExportKind::Frames, {}).out, "film");
    settings.out.clear();
    EXPECT_EQ(withKind(settings, ExportKind::Frames, {}).out, "");
}

TEST(ExportDesk, GoingOnKeepsTheFramesOfTheStepThatWasStopped) {
    ExportSettings settings;
    settings.part = ExportPart::Cue;
    ExportState state;
    state.words = {"harmattan", "export", "--frames", "271-540"};
    state.phase = ExportPhase::Running;
    EXPECT_EQ(settingsAfter(settings, state), settings);
    state.phase = ExportPhase::Stopped;
    const ExportSettings on = settingsAfter(settings, state);
    EXPECT_EQ(on.there, ExportThere::Resume);
    EXPECT_EQ(on.part, ExportPart::Frames);
    EXPECT_EQ(on.frames, "271-540");
    state.phase = ExportPhase::Done;
    EXPECT_EQ(settingsAfter(on, state).there, ExportThere::Refuse);
}

TEST(ExportDesk, ThePanelHasTheKeyboardButForTheClicker) {
    Desk desk;
    desk.press(key('e', kControl));
    EXPECT_TRUE(desk.session.exporting.open);
    desk.press(key(KeyName::Right));
    desk.press(key('b'));
    EXPECT_EQ(desk.session.playhead.cue, 0u);
    EXPECT_EQ(desk.session.blank, Blank::None);
    desk.press(key(KeyName::PageDown));
    EXPECT_EQ(desk.session.playhead.cue, 1u);
    desk.press(key(KeyName::Escape));
    EXPECT_FALSE(desk.session.exporting.open);
    EXPECT_FALSE(desk.session.quit);
}

TEST(ExportDesk, RunningFromTheKeyboardShowsThePanelFirst) {
    Desk desk;
    desk.press(key(KeyName::Enter, kControl));
    EXPECT_TRUE(desk.session.exporting.open);
    EXPECT_EQ(desk.session.exporting.ask, ExportAsk::Nothing);
    desk.press(key(KeyName::Enter, kControl));
    EXPECT_EQ(desk.session.exporting.ask, ExportAsk::Run);
}

TEST(ExportDesk, EscapeDoesNotEndAnExport) {
    Desk desk;
    desk.session.exporting.state.phase = ExportPhase::Running;
    desk.press(key(KeyName::Escape));
    EXPECT_FALSE(desk.session.quit);
    EXPECT_TRUE(desk.session.exporting.open);
    desk.press(key('q', kControl));
    EXPECT_TRUE(desk.session.quit);
}

TEST(ExportDesk, AnEndBehindAClosedPanelIsTold) {
    ExportState before, now;
    before.phase = now.phase = ExportPhase::Running;
    EXPECT_FALSE(endOfExport(before, now));
    now.phase = ExportPhase::Stopping;
    EXPECT_FALSE(endOfExport(before, now));
    EXPECT_FALSE(endOfExport({}, {}));
    now.message = "300 frames in out";
    now.phase = ExportPhase::Done;
    const auto done = endOfExport(before, now);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->text, "300 frames in out");
    EXPECT_EQ(done->tone, Tone::Note);
    EXPECT_FALSE(endOfExport(now, now)) << "it is told once";
    before.phase = ExportPhase::Stopping;
    now.phase = ExportPhase::Stopped;
    EXPECT_EQ(endOfExport(before, now)->title, Word::ExportStopped);
    now.phase = ExportPhase::Failed;
    EXPECT_EQ(endOfExport(before, now)->tone, Tone::Error);
}
