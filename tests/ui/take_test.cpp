// Takes as text, and carried out again: what was recorded gives the same session.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <thread>

#include "temporary_path.h"
#include "ui/read_take.h"
#include "ui/small_film.h"
#include "ui/take_desk.h"
#include "ui/take_player.h"
#include "ui/take_recorder.h"
#include "ui/take_replay.h"
#include "ui/take_text.h"

namespace {

const std::string kHead = R"({"take":1,"size":[1280,720]})"
                          "\n";

ui::Take takeOf(const std::string& lines) {
    auto read = ui::takeOf("x.take", kHead + lines);
    EXPECT_TRUE(read.ok()) << base::toString(read.problems().front());
    return read ? std::move(read->take) : ui::Take{};
}

std::string wrongWith(const std::string& text) {
    const auto read = ui::takeOf("x.take", text);
    return read ? "" : base::toString(read.problems().front());
}

std::string readAll(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

/// The path of a file that goes away with the object.
struct PassingFile {
    std::string path;
    explicit PassingFile(const std::string& name) : path(temporaryPath(name)) {}
    ~PassingFile() { std::remove(path.c_str()); }
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;
};

const std::vector<std::string> kThemes = {"night", "paper", "plain"};

/// The small film's take, carried out again.
struct Again {
    small::Desk desk;
    ui::Take take;
    ui::TakeReplay replay;

    explicit Again(ui::Take t)
        : take(std::move(t)),
          replay(take, desk.film, desk.projection, kThemes,
                 [this](const ui::Session& session, base::Size size) { return sightOf(session, size); }) {}

    ui::Sight sightOf(const ui::Session& session, base::Size size) const {
        const auto camera =
            ui::cameraFor(session, desk.filmCamera, desk.projection, size).value_or(desk.filmCamera);
        return {desk.projection, geo::makeView(desk.projection, camera, size)};
    }
    ui::Session at(double seconds) { return replay.at(seconds).session; }
    std::string cueAt(double seconds) { return desk.film.cues[at(seconds).playhead.cue].id; }
};

// Everything of a session that a frame shows.
void expectSame(const ui::Session& a, const ui::Session& b) {
    EXPECT_EQ(a.playhead.cue, b.playhead.cue);
    EXPECT_NEAR(a.playhead.seconds, b.playhead.seconds, 1e-6);
    EXPECT_EQ(a.paused, b.paused);
    EXPECT_EQ(a.blank, b.blank);
    EXPECT_EQ(a.detour, b.detour);
    ASSERT_EQ(a.home.has_value(), b.home.has_value());
    if (a.home) {
        EXPECT_NEAR(a.home->seconds, b.home->seconds, 1e-6);
    }
    ASSERT_EQ(a.flight.has_value(), b.flight.has_value());
    if (a.flight) {
        EXPECT_EQ(a.flight->from, b.flight->from);
        EXPECT_NEAR(a.flight->elapsed, b.flight->elapsed, 1e-6);
        EXPECT_EQ(a.flight->timeStands, b.flight->timeStands);
    }
    EXPECT_EQ(a.language, b.language);
    EXPECT_EQ(a.theme, b.theme);
    EXPECT_EQ(a.panels, b.panels);
}

ui::Command look(double lon, double lat, double widthKm, double pitch = 0) {
    return {ui::CommandId::Look, 0, {}, geo::Camera{{lon, lat}, widthKm, 0, pitch}};
}

}  // namespace

TEST(TakeText, LinesReadBackAsTheyWereWritten) {
    ui::TakeLine line;
    line.at = 12.3456;
    line.number = 2;
    line.command = look(1.234567, -13.5, 843.21, 12.5);
    line.from = geo::Camera{{179.999999, 89}, 19876.5, -170.25, 0};
    line.cue = "b";
    line.column = 167;
    line.seconds = 2.5;
    const ui::Take take = takeOf(ui::textOf(line) + "\n");
    ASSERT_EQ(take.lines.size(), 1U);
    EXPECT_EQ(take.lines.front(), line);
}

TEST(TakeText, TheFilmThatShipsIsNotNamed) {
    ui::TakeHeader header;
    EXPECT_EQ(ui::textOf(header).find("\"film\""), std::string::npos);
    header.film = "talk.toml";
    EXPECT_NE(ui::textOf(header).find("\"film\":\"talk.toml\""), std::string::npos);
}

TEST(TakeText, CamerasAreOffByLessThanATenthOfAPixel) {
    const auto projection = geo::Projection::make("+proj=laea +lat_0=24 +lon_0=9");
    const base::Size size{7680, 4320};
    for (const double width : {50.0, 123.456789, 1234.56789, 19999.9999}) {
        const geo::Camera camera{{2.123456789, 13.987654321}, width, 33.333333, 44.444444};
        const geo::MapView exact = geo::makeView(*projection, camera, size),
                           written = geo::makeView(*projection, ui::rounded(camera), size);
        for (const base::Vec2 corner :
             {base::Vec2{0, 4320}, base::Vec2{7680, 4320}, base::Vec2{3840, 2160}}) {
            const auto ground = exact.toPlane(corner);
            ASSERT_TRUE(ground);
            const auto pixel = written.toPixels(*ground);
            ASSERT_TRUE(pixel);
            EXPECT_LT(base::length(*pixel - corner), 0.1) << width;
        }
    }
}

TEST(TakeText, SaysWhereItIsWrongAndWhatToDo) {
    EXPECT_EQ(wrongWith(""), "x.take:1:1: this is no take; record one with --record");
    EXPECT_EQ(wrongWith("{\"a\":1}\n"),
              "x.take:1:1: this is no take: its first line has no \"take\"; record one with --record");
    EXPECT_EQ(wrongWith("{\"take\":2}\n"),
              "x.take:1:2: this take is of a later format; use a newer harmattan");
    EXPECT_EQ(wrongWith(kHead + "{\"t\":1,\"do\":\"nxet\"}\n"),
              "x.take:2:8: \"nxet\" is nothing that a take can do; did you mean \"next\"?");
    EXPECT_EQ(wrongWith(kHead + "{\"t\":1,\"do\":\"quit\"}\n"),
              "x.take:2:8: \"quit\" is no part of a film; take the line out");
    EXPECT_EQ(wrongWith(kHead + "{\"t\":1,\"do\":\"next\",\"ceu\":\"b\"}\n"),
              "x.take:2:20: \"ceu\" is no key of this line; did you mean \"cue\"?");
    EXPECT_EQ(wrongWith(kHead + "{\"t\":2,\"do\":\"next\"}\n{\"t\":1,\"do\":\"next\"}\n"),
              "x.take:3:2: the time is before that of the line above; times never decrease");
    EXPECT_EQ(wrongWith(kHead + "{\"t\":-1,\"do\":\"next\"}\n").find("x.take:2:2: \"t\" is not in range"),
              0U);
    for (const char* line : {R"({"t":1,"do":"scrub","text":"x"})", R"({"t":1,"do":"jump","text":"x"})",
                             R"({"t":1,"do":"event","number":3})", R"({"t":1,"do":"scrub"})"})
        EXPECT_EQ(wrongWith(kHead + line + "\n").find("x.take:2:1: \"cue\" is missing"), 0U) << line;
    EXPECT_EQ(wrongWith(kHead + "{\"t\":1,\"do\":\"look\"}\n").find("x.take:2:1: \"camera\" is missing"), 0U);
    EXPECT_EQ(wrongWith(kHead + R"({"t":1,"do":"look","camera":{"center":[2,95],"width_km":9}})"
                                "\n")
                  .find("x.take:2:20: \"camera\" is no camera"),
              0U);
    EXPECT_EQ(wrongWith(kHead + "nonsense\n{\"t\":1,\"do\":\"next\"}\n").find("x.take:2:2: this is not JSON"),
              0U)
        << wrongWith(kHead + "nonsense\n{\"t\":1,\"do\":\"next\"}\n");
    EXPECT_EQ(
        wrongWith(kHead + "{\"t\":1e999,\"do\":\"next\"}\n{\"t\":1,\"do\":\"end\"}\n").find("x.take:2:"), 0U);
    EXPECT_EQ(wrongWith(kHead + "[]\n{\"t\":1,\"do\":\"end\"}\n"),
              "x.take:2:1: this line is no {...}; see docs/takes.md");
    EXPECT_EQ(wrongWith(kHead + "{\"t\":1,\"do\":\"end\"}\n{\"t\":2,\"do\":\"next\"}\n")
                  .find("x.take:3:1: nothing follows"),
              0U);
}

TEST(TakeText, OfMillionsOfWrongKeysTheFirstOfALineAreTold) {
    std::string keys;
    for (int i = 0; i < 300'000; ++i) keys += ",\"k" + std::to_string(i) + "\":1";
    const auto one =
        ui::takeOf("x", kHead + "{\"t\":1,\"do\":\"next\"" + keys + "}\n{\"t\":2,\"do\":\"end\"}\n");
    ASSERT_FALSE(one.ok());
    EXPECT_EQ(one.problems().size(), 20U);
    std::string lines;
    for (int i = 0; i < 5'000; ++i) lines += "{\"t\":1,\"do\":\"next\",\"x\":1,\"y\":1}\n";
    const auto many = ui::takeOf("x", kHead + lines);
    ASSERT_FALSE(many.ok());
    EXPECT_EQ(many.problems().size(), 1001U);
}

TEST(TakeText, APartOutsideTheTakeIsRefused) {
    EXPECT_EQ(wrongWith("{\"take\":1,\"from\":3}\n{\"t\":2,\"do\":\"end\"}\n"),
              "x.take:1:1: \"from\" is not before the take's end; give an earlier time");
    EXPECT_EQ(wrongWith("{\"take\":1,\"from\":3,\"to\":2}\n{\"t\":9,\"do\":\"end\"}\n"),
              "x.take:1:20: \"to\" is not after \"from\"; give a later time");
}

TEST(TakeText, WhatWasHeldMakesNoTakeWithoutEnd) {
    const std::string hold = "{\"t\":1,\"do\":\"hold\",\"seconds\":172000}\n",
                      sound = "{\"t\":1,\"do\":\"sound\",\"file\":\"x.wav\"}\n",
                      end = "{\"t\":500,\"do\":\"end\"}\n";
    EXPECT_EQ(wrongWith(kHead + hold + sound + end), "");
    EXPECT_EQ(wrongWith(kHead + hold + hold + end), "");  // held without sound, it does not count
    const std::string why =
        "with what was held the take is longer than 48 hours; take \"hold\" lines out, or the \"sound\" line";
    EXPECT_EQ(wrongWith(kHead + hold + hold + sound + end), "x.take:3:1: " + why);
    EXPECT_EQ(wrongWith(kHead + sound + hold + "{\"t\":900,\"do\":\"next\"}\n"), "x.take:4:1: " + why);
}

TEST(TakeText, ALastLineThatIsCutOffIsLeftOut) {
    const auto read = ui::takeOf("x.take", kHead + "{\"t\":1,\"do\":\"next\"}\n{\"t\":2,\"do\":\"pre");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->take.lines.size(), 1U);
    EXPECT_EQ(read->take.end, 1);
    ASSERT_EQ(read->warnings.size(), 1U);
    EXPECT_EQ(read->warnings.front().line, 3);
}

TEST(TakeText, NothingMakesTheReaderFall) {
    const std::string whole = kHead + R"({"t":1,"do":"look","camera":{"center":[2,15],"width_km":900}})" +
                              "\n{\"t\":2,\"do\":\"end\"}\n";
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string text = whole;
        text.resize(i);
        static_cast<void>(ui::takeOf("x", text));
        for (const char odd : {'\0', '{', '"', '\xff', '9'}) {
            text = whole;
            text[i] = odd;
            static_cast<void>(ui::takeOf("x", text));
        }
    }
    constexpr std::size_t kDeep = 200'000;
    const std::string nest = std::string(kDeep, '[') + std::string(kDeep, ']');
    static_cast<void>(ui::takeOf("x", kHead + std::string(kDeep, '[') + "\n{}\n"));
    static_cast<void>(ui::takeOf("x", kHead + nest + "\n{}\n"));
    for (const char* key : {"t", "do", "text", "on", "at", "share", "camera", "from"})
        EXPECT_NE(wrongWith(kHead + "{\"" + key + "\":" + nest + "}\n"), "") << key;
    for (const char* key : {"size", "skip", "theme", "camera"})
        EXPECT_NE(wrongWith("{\"take\":1,\"" + std::string(key) + "\":" + nest + "}\n"), "") << key;
    for (const char* key : {"center", "width_km", "bearing", "pitch", "odd"})
        EXPECT_NE(wrongWith(kHead + R"({"t":1,"do":"look","camera":{"center":[2,15],"width_km":9,")" + key +
                            "\":" + nest + "}}\n"),
                  "")
            << key;
}

TEST(Take, EveryCommandIsOfTheFilmOrOfTheTool) {
    // A new row belongs into one of these lists: here, or in take.cpp.
    const std::set<std::string_view> tool = {
        "auto-play",    "overview",  "chapters",    "full-screen",  "leave",         "quit",        "notes",
        "swap-screens", "talk-stop", "talk-reset",  "notes-larger", "notes-smaller", "search",      "card",
        "link",         "ruler",     "ruler-here",  "list",         "help",          "panel-keys",  "export",
        "export-run",   "copy-view", "copy-place",  "inspector",    "inspect",       "draft",       "keep",
        "edit",         "take-view", "export-stop", "export-set",   "digit",         "search-text", "mark",
        "choose",       "open-card", "ruler-point", "filter-text",  "filter-actor"};
    for (const ui::CommandRow& row : ui::commandTable())
        EXPECT_NE(ui::isOfFilm(row.id), tool.contains(row.name)) << row.name;
}

TEST(Take, NamesWhatTheFilmHasNoMore) {
    const ui::Take take =
        takeOf("{\"t\":1,\"do\":\"next\",\"cue\":\"gone\"}\n{\"t\":2,\"do\":\"theme\",\"to\":\"nigth\"}\n");
    const auto problems = ui::mismatches(take, small::film(), kThemes);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(base::toString(problems[0]),
              "x.take:2:20: the film has no cue \"gone\"; name another one, or take the line out");
    EXPECT_EQ(base::toString(problems[1]),
              "x.take:3:21: the film has no theme \"nigth\"; did you mean \"night\"?");
}

TEST(TakeReplay, CarriesLinesOutInTheirTime) {
    Again again(
        takeOf("{\"t\":1,\"do\":\"next\"}\n{\"t\":2,\"do\":\"black\",\"on\":true}\n"
               "{\"t\":3,\"do\":\"black\",\"on\":false}\n{\"t\":5,\"do\":\"end\"}\n"));
    EXPECT_EQ(again.cueAt(0.5), "a");
    EXPECT_EQ(again.cueAt(1), "b");
    EXPECT_NEAR(again.at(1.75).playhead.seconds, 0.75, 1e-12);
    EXPECT_EQ(again.at(2.5).blank, ui::Blank::Black);
    EXPECT_NEAR(again.at(2.9).playhead.seconds, 1, 1e-12);
    EXPECT_NEAR(again.at(4).playhead.seconds, 2, 1e-12);
}

TEST(TakeReplay, AnyOrderGivesTheSame) {
    std::string lines;
    for (int i = 1; i < 1200; ++i)
        lines += "{\"t\":" + std::to_string(i * 0.01) + ",\"do\":\"" +
                 (i % 97 == 0   ? "next"
                  : i % 41 == 0 ? "return"
                  : i % 3       ? "zoom-in"
                                : "pan-left") +
                 "\"}\n";
    Again forwards(takeOf(lines)), random(takeOf(lines));
    std::vector<ui::Session> expected;
    for (int i = 0; i < 80; ++i) expected.push_back(forwards.at(i * 0.15));
    for (int i = 0; i < 80; ++i) {
        const int k = i * 29 % 80;
        const ui::Session session = random.at(k * 0.15);
        EXPECT_EQ(session.playhead, expected[static_cast<std::size_t>(k)].playhead);
        EXPECT_EQ(session.detour, expected[static_cast<std::size_t>(k)].detour);
    }
}

TEST(TakeReplay, ALongTakeKeepsFewStatesAndGoesBackAllTheSame) {
    constexpr int kLines = 100'000;
    std::string lines = "{\"t\":0,\"do\":\"pen\"}\n{\"t\":0,\"do\":\"ink-keep\"}\n";
    for (int i = 1; i < kLines; ++i) {
        const char* does = i % 300 == 1   ? "stroke-begin"
                           : i % 300 == 0 ? "stroke-end"
                           : i % 997 == 2 ? "pan-left"
                                          : "stroke-point";
        lines += "{\"t\":" + std::to_string(i * 0.01) + ",\"do\":\"" + does + "\",\"at\":[" +
                 std::to_string(i % 90) + ",12]}\n";
    }
    Again forwards(takeOf(lines)), random(takeOf(lines));
    const auto timeOf = [](int i) { return i * kLines * 0.01 / 20; };
    std::vector<ui::Session> expected;
    for (int i = 0; i <= 20; ++i) expected.push_back(forwards.at(timeOf(i)));
    EXPECT_GT(forwards.replay.keptStates(), 2U);
    EXPECT_LE(forwards.replay.keptStates(), 64U);
    for (const int i : {20, 3, 19, 1, 0, 11, 10, 9}) {
        const ui::Session session = random.at(timeOf(i));
        const ui::Session& same = expected[static_cast<std::size_t>(i)];
        EXPECT_EQ(session.detour, same.detour) << i;
        EXPECT_EQ(session.ink.shown.strokes, same.ink.shown.strokes) << i;
    }
    EXPECT_LE(random.replay.keptStates(), 64U);
}

TEST(TakeReplay, ALineMeansTheSameWhenOthersAreTakenOut) {
    Again again(
        takeOf("{\"t\":1,\"do\":\"next\",\"cue\":\"c\"}\n{\"t\":2,\"do\":\"pause\",\"on\":true}\n"
               "{\"t\":3,\"do\":\"pause\",\"on\":true}\n{\"t\":4,\"do\":\"language\",\"to\":\"fr\"}\n"));
    EXPECT_EQ(again.cueAt(1.5), "c");
    EXPECT_TRUE(again.at(3.5).paused);
    EXPECT_EQ(again.at(5).language, "fr");
}

TEST(Take, FromAndToTrimItAndHoldsCountWithSound) {
    const std::string lines =
        "{\"t\":0,\"do\":\"sound\",\"file\":\"x.wav\"}\n{\"t\":2,\"do\":\"hold\",\"seconds\":0.5}\n"
        "{\"t\":4,\"do\":\"hold\",\"seconds\":1}\n{\"t\":10,\"do\":\"end\"}\n";
    ui::Take take = takeOf(lines);
    EXPECT_DOUBLE_EQ(ui::TakeTime(take).filmSeconds(), 11.5);
    EXPECT_DOUBLE_EQ(ui::TakeTime(take).stageSeconds(1), 1);
    EXPECT_DOUBLE_EQ(ui::TakeTime(take).stageSeconds(2.25), 2);
    EXPECT_DOUBLE_EQ(ui::TakeTime(take).stageSeconds(3), 2.5);
    EXPECT_DOUBLE_EQ(ui::TakeTime(take).stageSeconds(11.5), 10);
    EXPECT_DOUBLE_EQ(ui::soundOf(take)->at, 0);
    take.header.from = 3;
    take.header.to = 8;
    EXPECT_DOUBLE_EQ(ui::TakeTime(take).filmSeconds(), 6);
    EXPECT_DOUBLE_EQ(ui::TakeTime(take).stageSeconds(0), 3);
    EXPECT_DOUBLE_EQ(ui::TakeTime(take).stageSeconds(3), 5);
    EXPECT_DOUBLE_EQ(ui::soundOf(take)->at, -3.5);
    take.lines.erase(take.lines.begin());
    EXPECT_DOUBLE_EQ(ui::TakeTime(take).filmSeconds(), 5);
}

/// A presentation that is recorded, with odd times and steps.
class RecordedShow {
  public:
    RecordedShow() {
        auto made = ui::TakeDesk::make({path(), "", true, {}, {}});
        EXPECT_TRUE(made.ok());
        take = std::move(*made);
        take->begin(desk.session, desk.size);
    }
    void step(double seconds) {
        take->pass(desk.session, seconds, 0, desk.sight(),
                   [this](const ui::Session&, base::Size) { return desk.sight(); });
        if (desk.session.browse.open != ui::Browser::Overview) time = ui::roundedSeconds(time + seconds);
        kept.emplace_back(time, desk.session);
    }
    void pass(double seconds) {
        while (seconds > 0) {
            const double next = ui::roundedSeconds(std::min(seconds, 0.0061 + 0.0173 * (m_steps++ % 5)));
            step(next);
            seconds -= std::max(next, 1e-4);
        }
    }
    void act(const ui::Command& command) { take->carryOut(desk.session, command, desk.sight()); }
    void act(ui::CommandId id) { act(ui::Command{id, 0, {}, {}}); }
    const std::string& path() const { return m_file.path; }
    void end() { take.reset(); }

    small::Desk desk;
    std::optional<ui::TakeDesk> take;
    double time = 0;
    std::vector<std::pair<double, ui::Session>> kept;

  private:
    PassingFile m_file{"recorded.take"};
    int m_steps = 0;
};

TEST(TakeRecorder, WhatWasRecordedGivesTheSameSession) {
    using Id = ui::CommandId;
    RecordedShow show;
    show.pass(1.2);
    show.act(Id::Next);
    show.pass(0.7);
    show.act(look(3.14159265, 14.2, 1234.5678));
    show.pass(0.3);
    show.act(Id::ZoomIn);
    show.act(Id::PanLeft);
    show.pass(0.2);
    show.act({Id::Fly, 0, {}, geo::Camera{{2, 13}, 800, 0, 20}});
    show.pass(0.35);
    show.act(Id::ZoomOut);  // while it flies
    show.pass(0.35);
    show.act(Id::Return);
    show.pass(0.4);
    show.act(Id::Pause);
    show.pass(1);
    show.act(Id::Pause);
    show.act(Id::Language);
    show.act(Id::Theme);
    show.pass(0.5);
    show.act(Id::Black);
    show.pass(0.5);
    show.act(Id::Next);  // sleeps
    show.act(Id::Leave);
    show.act(Id::Help);
    show.act(Id::Leave);  // of the help page
    show.pass(0.5);
    show.act(look(5, 12, 700));
    show.pass(0.1);
    show.act(Id::Leave);  // of the detour
    show.pass(0.3);
    show.act({Id::Scrub, 20.123456, {}, {}});
    show.act(Id::Panels);
    show.pass(0.9);
    show.act({Id::JumpToCue, 0, {}, {}});  // there is none
    show.act({Id::JumpToEvent, 0, "E4", {}});
    show.act({Id::JumpToCue, 4, {}, {}});
    show.pass(1);
    show.end();
    auto read = ui::readTake(show.path());
    ASSERT_TRUE(read.ok()) << base::toString(read.problems().front());
    EXPECT_TRUE(read->warnings.empty());
    EXPECT_NEAR(read->take.end, show.time, 1e-9);
    Again again(std::move(read->take));
    for (const auto& [time, session] : show.kept) {
        SCOPED_TRACE(time);
        // Before what happened next, at the same time.
        expectSame(again.at(time - 1e-7), session);
    }
}

TEST(TakeRecorder, ChoosingAStepLetsTimeRunAgainWithoutAWord) {
    using Id = ui::CommandId;
    for (const Id browser : {Id::Overview, Id::Chapters, Id::Search}) {
        SCOPED_TRACE(ui::rowOf(browser).name);
        RecordedShow show;
        for (film::Cue& cue : show.desk.film.cues) cue.chapter = "only";
        show.pass(1);
        show.act(Id::Pause);
        show.pass(0.5);
        show.act(browser);
        show.act({Id::SearchText, 0, "Trajet", {}});
        show.act({Id::BrowseChoose, 0, {}, {}});
        show.pass(1);
        EXPECT_FALSE(show.desk.session.paused);
        EXPECT_GT(show.desk.session.jumps, 0);
        show.end();
        auto read = ui::readTake(show.path());
        ASSERT_TRUE(read.ok()) << base::toString(read.problems().front());
        Again again(std::move(read->take));
        for (const auto& [time, session] : show.kept) {
            SCOPED_TRACE(time);
            expectSame(again.at(time - 1e-7), session);
        }
        EXPECT_EQ(again.at(show.time).told, 0);
    }
}

TEST(TakeRecorder, ALoopGoesOnFromItsLastStepAlsoWhenPaused) {
    using Id = ui::CommandId;
    RecordedShow show;
    show.desk.session.pace.autoPlay = true;
    show.act(Id::Last);
    show.pass(10);  // to the first by itself
    EXPECT_EQ(show.desk.cue(), "a");
    show.act(Id::Last);
    show.act(Id::Pause);
    show.pass(0.5);
    show.act(Id::Next);
    show.pass(1);
    EXPECT_EQ(show.desk.cue(), "a");
    show.end();
    const auto read = ui::readTake(show.path());
    ASSERT_TRUE(read.ok()) << base::toString(read.problems().front());
    const ui::Session last = Again(read->take).at(show.time);
    expectSame(last, show.desk.session);
    EXPECT_EQ(last.told, 0);
}

TEST(TakeReplay, AJumpThatSaysWhereNeedsNoNumber) {
    Again again(
        takeOf("{\"t\":1,\"do\":\"pause\",\"on\":true}\n{\"t\":2,\"do\":\"jump\",\"cue\":\"c\"}\n"
               "{\"t\":3,\"do\":\"jump\",\"cue\":\"b\",\"number\":99}\n"
               "{\"t\":4,\"do\":\"jump\",\"cue\":\"d\",\"paused\":true}\n{\"t\":6,\"do\":\"end\"}\n"));
    EXPECT_EQ(again.cueAt(2), "c");
    EXPECT_NEAR(again.at(2.5).playhead.seconds, 0.5, 1e-9);
    EXPECT_EQ(again.cueAt(3), "b");
    EXPECT_TRUE(again.at(5).paused);
    EXPECT_EQ(again.cueAt(5), "d");
    EXPECT_EQ(again.at(5).told, 0);
}

TEST(TakeRecorder, InkIsPartOfIt) {
    using Id = ui::CommandId;
    const auto at = [](Id id, double lon, double lat) {
        ui::Command command{id, 0, {}, {}};
        command.ink = picture::InkPoint{base::LonLat{lon, lat}, {}};
        return command;
    };
    RecordedShow show;
    show.act(Id::Pen);
    show.act(at(Id::StrokeBegin, 2.123456789, 13.5));
    for (int i = 0; i < 20; ++i) {
        show.act(at(Id::StrokePoint, 2 + 0.1 * i, 13.5 + 0.01 * i * i));
        show.pass(0.02);
    }
    show.act(Id::StrokeEnd);
    show.act(Id::Highlighter);
    show.act(Id::InkColor);
    show.act(at(Id::StrokeBegin, 0, 12));
    show.act(at(Id::StrokePoint, 1, 12));
    show.act(Id::StrokeEnd);
    show.pass(0.3);
    show.act(Id::Undo);
    show.pass(0.2);
    show.act(Id::Redo);
    show.act(Id::Eraser);
    show.act(at(Id::EraseAt, 0.5, 12));
    show.pass(0.2);
    show.act(Id::InkKeep);
    show.act(Id::Next);
    show.pass(0.2);
    EXPECT_EQ(show.desk.session.ink.shown.strokes.size(), 1U);
    show.act(Id::InkKeep);
    show.act(Id::Next);
    show.act(Id::Laser);
    show.act(at(Id::PointAt, 3, 14));
    show.pass(0.1);
    show.act({Id::PointAt, 0, {}, {}});
    show.pass(0.2);
    show.end();
    const auto read = ui::readTake(show.path());
    ASSERT_TRUE(read.ok()) << base::toString(read.problems().front());
    Again again(read->take);
    for (const auto& [time, session] : show.kept) {
        SCOPED_TRACE(time);
        const ui::Session now = again.at(time - 1e-7);
        expectSame(now, session);
        EXPECT_EQ(now.ink.shown.strokes, session.ink.shown.strokes);
        EXPECT_EQ(now.ink.hold, session.ink.hold);
        EXPECT_EQ(now.ink.color, session.ink.color);
    }
}

TEST(TakeRecorder, AStoryThatPlaysAloneGoesTheSameWayAgain) {
    using Id = ui::CommandId;
    RecordedShow show;
    show.act(Id::AutoPlay);
    show.act(Id::Faster);
    show.pass(20);
    show.act(Id::Slower);
    show.act(Id::AutoPlay);
    show.pass(12);
    EXPECT_GT(show.desk.session.playhead.cue, 1U);
    show.end();
    const auto read = ui::readTake(show.path());
    ASSERT_TRUE(read.ok()) << base::toString(read.problems().front());
    Again again(read->take);
    for (const auto& [time, session] : show.kept) {
        EXPECT_EQ(again.at(time + 1e-9).playhead.cue, session.playhead.cue) << time;
        EXPECT_NEAR(again.at(time + 1e-9).playhead.seconds, session.playhead.seconds, 1e-3) << time;
    }
}

TEST(TakeRecorder, TheKiosksWayHomeIsPartOfIt) {
    RecordedShow show;
    show.act(ui::CommandId::AutoPlay);
    show.pass(3);
    show.act(look(3.123456789, 14, 1234.5678));
    const double left = show.time;
    show.pass(ui::kKioskPatience + 12);
    EXPECT_FALSE(show.desk.session.detour);
    EXPECT_GT(show.desk.session.playhead.cue, 0U);
    show.end();
    const auto read = ui::readTake(show.path());
    ASSERT_TRUE(read.ok()) << base::toString(read.problems().front());
    Again again(read->take);
    for (const auto& [time, session] : show.kept) {
        SCOPED_TRACE(time);
        // After what happened by itself at the same time.
        if (time > left) expectSame(again.at(time + 1e-9), session);
    }
}

ui::Command pointAt(double lon) {
    ui::Command command{ui::CommandId::PointAt, 0, {}, {}};
    command.ink = picture::InkPoint{base::LonLat{lon, 14}, {}};
    return command;
}

namespace {

// The laser's trail is as it was at every moment that was kept.
void expectTrails(const RecordedShow& show, const ui::Take& take) {
    Again again(take);
    for (const auto& [time, session] : show.kept) {
        SCOPED_TRACE(time);
        const auto now = again.at(time - 1e-7).ink.shown.trail;
        const auto& then = session.ink.shown.trail;
        ASSERT_EQ(now.size(), then.size());
        for (std::size_t i = 0; i < now.size(); ++i) {
            EXPECT_EQ(now[i].at, then[i].at);
            EXPECT_NEAR(now[i].age, then[i].age, 1e-6);
        }
    }
}

}  // namespace

TEST(TakeRecorder, ALasersTrailIsTheSameAgain) {
    RecordedShow show;
    show.act(ui::CommandId::Laser);
    double lon = 0;
    // A mouse of 1000 Hz at 60 frames a second, that rests in between.
    for (int frame = 0; frame < 90; ++frame) {
        for (int i = 0; i < 16 && frame / 30 != 1; ++i) show.act(pointAt(lon += 0.001));
        show.step(frame % 2 == 0 ? 0.0166 : 0.0167);
    }
    const auto& trail = show.desk.session.ink.shown.trail;
    EXPECT_GT(trail.front().age, picture::kTrailSeconds - 0.04);
    show.end();
    const auto read = ui::readTake(show.path());
    ASSERT_TRUE(read.ok()) << base::toString(read.problems().front());
    expectTrails(show, read->take);
}

TEST(TakeRecorder, ALaserThatRestsWritesNothing) {
    RecordedShow show;
    show.act(ui::CommandId::Laser);
    double lon = 0;
    for (int frame = 0; frame < 180; ++frame) {
        const bool moves = frame < 10 || frame == 100 || frame > 170;
        if (moves) lon += 0.01;
        show.act(pointAt(lon));
        show.step(0.0167);
    }
    for (int i = 0; i < 30; ++i) {
        show.act({ui::CommandId::PointAt, 0, {}, {}});
        show.step(0.0167);
    }
    show.end();
    const auto read = ui::readTake(show.path());
    ASSERT_TRUE(read.ok()) << base::toString(read.problems().front());
    EXPECT_LE(read->take.lines.size(), 24U);
    EXPECT_GE(read->take.lines.size(), 20U);
    expectTrails(show, read->take);
}

TEST(TakeRecorder, ATrailIsAsLongAtAnyRate) {
    RecordedShow show;
    show.act(ui::CommandId::Laser);
    for (int i = 0; i < 1000; ++i) {
        show.act(pointAt(i * 0.001));
        show.step(0.001);
    }
    const auto live = show.desk.session.ink.shown.trail;
    show.end();
    const auto read = ui::readTake(show.path());
    ASSERT_TRUE(read.ok());
    const auto again = Again(read->take).at(show.time).ink.shown.trail;
    EXPECT_LE(live.size(), 25U);
    EXPECT_NEAR(live.front().age, again.front().age, 1 / 60.0);
    EXPECT_GT(live.front().age, picture::kTrailSeconds - 0.02);
}

TEST(TakeRecorder, AnOverviewIsOneHold) {
    RecordedShow show;
    show.pass(1);
    show.act(ui::CommandId::Overview);
    for (int i = 0; i < 480; ++i) show.step(0.0042);  // a screen of 240 Hz
    std::string text;
    // The thread that writes may be a moment behind.
    for (int i = 0; i < 100'000 && text.find("\"seconds\":1.") == std::string::npos; ++i) {
        text = readAll(show.path());
        std::this_thread::yield();
    }
    const auto cut = ui::takeOf("x", text);
    ASSERT_TRUE(cut.ok()) << text;
    EXPECT_EQ(cut->take.lines.back().kind, ui::TakeKind::End);
    show.act(ui::CommandId::Leave);
    show.pass(1);
    show.act(ui::CommandId::Next);
    show.end();
    const auto read = ui::readTake(show.path());
    ASSERT_TRUE(read.ok()) << base::toString(read.problems().front());
    EXPECT_TRUE(read->warnings.empty());
    ASSERT_EQ(read->take.lines.size(), 3U);
    EXPECT_EQ(read->take.lines[0].kind, ui::TakeKind::Hold);
    EXPECT_NEAR(read->take.lines[0].at, 1, 1e-9);
    EXPECT_NEAR(*read->take.lines[0].seconds, 480 * 0.0042, 1e-3);
    EXPECT_NEAR(read->take.end, 2, 1e-9);
}

TEST(TakeRecorder, SixtyLooksASecondAreEnoughAndTheLastOneCounts) {
    RecordedShow show;
    for (int i = 0; i < 1000; ++i) {
        show.act(look(2 + i * 0.001, 14, 900));
        show.pass(0.001);
    }
    show.pass(0.1);
    show.end();
    const auto read = ui::readTake(show.path());
    ASSERT_TRUE(read.ok());
    EXPECT_LE(read->take.lines.size(), 70U);
    EXPECT_GE(read->take.lines.size(), 50U);
    Again again(read->take);
    EXPECT_EQ(again.at(5).detour, show.desk.session.detour);
    EXPECT_NEAR(again.at(5).home->seconds, show.desk.session.home->seconds, 1e-9);
}

TEST(TakeRecorder, TheFileIsWholeAtAnyTime) {
    RecordedShow show;
    show.act(ui::CommandId::Next);
    show.pass(2);
    // The thread that writes may be a moment behind.
    std::string text;
    for (int i = 0; i < 100'000 && text.find("\"t\":1.") == std::string::npos; ++i) {
        text = readAll(show.path());
        std::this_thread::yield();
    }
    const auto read = ui::takeOf("x", text);
    ASSERT_TRUE(read.ok()) << text;
    EXPECT_EQ(read->take.lines.front().cue, "b");
    EXPECT_EQ(read->take.lines.back().kind, ui::TakeKind::End);
}

TEST(TakeRecorder, TellsThePresenterWhatToDoWithATake) {
    EXPECT_EQ(ui::recordedText("talk.take", 34.6),
              "talk.take: 35 s recorded; play it with harmattan present --take talk.take, export it with "
              "harmattan export --take talk.take -o talk.mp4");
    EXPECT_NE(ui::recordedText("my talk.take", 1).find("--take 'my talk.take' -o 'my talk.mp4'"),
              std::string::npos);
}

TEST(TakeDesk, TheSessionKnowsThatItIsRecorded) {
    const RecordedShow show;
    EXPECT_TRUE(show.desk.session.recording);
    small::Desk desk;
    ui::TakeDesk().begin(desk.session, desk.size);
    EXPECT_FALSE(desk.session.recording);
}

TEST(TakeRecorder, WritesOverNothingUnlessTold) {
    const PassingFile there("there.take");
    std::ofstream(there.path) << "mine";
    const auto refused = ui::TakeRecorder::make(there.path, false, {});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.problems().front().trouble, base::Trouble::Usage);
    EXPECT_EQ(readAll(there.path), "mine");
    ASSERT_TRUE(ui::TakeRecorder::make(there.path, true, {}).ok());
    EXPECT_EQ(readAll(there.path), "mine");  // it has not begun
    small::Desk desk;
    (*ui::TakeRecorder::make(there.path, true, {}))->begin(desk.session, desk.size);
    EXPECT_TRUE(readAll(there.path).starts_with("{\"take\":1"));
    EXPECT_FALSE(readAll(there.path).ends_with("mine"));
}

TEST(TakeRecorder, LeavesNothingWhenItHasNotBegun) {
    const PassingFile take("none.take"), sound("none.wav");
    ASSERT_TRUE(ui::TakeDesk::make({take.path, sound.path, false, {}, {}}).ok());
    EXPECT_FALSE(std::filesystem::exists(take.path));
    EXPECT_FALSE(std::filesystem::exists(sound.path));
}

TEST(TakeRecorder, ADiskThatIsFullIsToldAndDoesNotStopTheShow) {
    auto file = ui::BackgroundFile::make("/dev/full", true);
    if (!file) GTEST_SKIP() << "no /dev/full here";
    (*file)->put(0, "words");
    for (int i = 0; i < 100'000 && (*file)->trouble().empty(); ++i) std::this_thread::yield();
    EXPECT_FALSE((*file)->trouble().empty());
}

TEST(TakePlayer, PlaysInAnyStepsAndHandsOver) {
    const std::string lines =
        "{\"t\":1,\"do\":\"next\"}\n{\"t\":1.5,\"do\":\"start\"}\n{\"t\":2,\"do\":\"last\"}\n"
        "{\"t\":4,\"do\":\"end\"}\n";
    small::Desk desk;
    ui::TakePlayer player(takeOf(lines));
    const auto sightOf = [&](const ui::Session&, base::Size) { return desk.sight(); };
    EXPECT_FALSE(player.pass(desk.session, 0.3, desk.sight(), sightOf));
    EXPECT_NEAR(*player.untilNext(), 0.7, 1e-9);
    EXPECT_TRUE(player.pass(desk.session, 2.2, desk.sight(), sightOf));
    EXPECT_EQ(desk.cue(), "d");
    EXPECT_NEAR(desk.session.playhead.seconds, 0.5, 1e-9);
    EXPECT_FALSE(desk.session.fullScreen);
    EXPECT_TRUE(player.pass(desk.session, 2, desk.sight(), sightOf));
    EXPECT_FALSE(player.isPlaying());
    EXPECT_NEAR(desk.session.playhead.seconds, 2.5, 1e-9);
}

TEST(TakePlayer, UndoesInkAlsoWhileTheInspectorIsOpen) {
    small::Desk desk;
    ui::TakePlayer player(
        takeOf("{\"t\":1,\"do\":\"pen\"}\n{\"t\":1,\"do\":\"stroke-begin\",\"at\":[2,12]}\n"
               "{\"t\":1,\"do\":\"stroke-point\",\"at\":[3,12]}\n{\"t\":1,\"do\":\"stroke-end\"}\n"
               "{\"t\":2,\"do\":\"undo\"}\n{\"t\":3,\"do\":\"redo\"}\n{\"t\":4,\"do\":\"end\"}\n"));
    const auto sightOf = [&](const ui::Session&, base::Size) { return desk.sight(); };
    desk.apply(ui::CommandId::Inspector);
    const ui::Settings settings = desk.session.settings;
    player.pass(desk.session, 1.5, desk.sight(), sightOf);
    EXPECT_EQ(desk.session.ink.shown.strokes.size(), 1U);
    player.pass(desk.session, 1, desk.sight(), sightOf);
    EXPECT_TRUE(desk.session.ink.shown.strokes.empty());
    player.pass(desk.session, 1, desk.sight(), sightOf);
    EXPECT_EQ(desk.session.ink.shown.strokes.size(), 1U);
    EXPECT_TRUE(desk.session.writing.open);
    EXPECT_TRUE(desk.session.writing.wishes.empty());
    EXPECT_EQ(desk.session.settings, settings);
}

namespace {

/// A stage that plays a take back: nothing until 1 s.
struct Playback {
    small::Desk desk;
    ui::TakeDesk take;

    Playback() {
        ui::TakeOptions options;
        options.play = takeOf("{\"t\":1,\"do\":\"next\"}\n{\"t\":4,\"do\":\"end\"}\n");
        take = std::move(*ui::TakeDesk::make(options));
    }
    void act(ui::CommandId id) { take.carryOut(desk.session, {id, 0, {}, {}}, desk.sight()); }
    bool goesOn() const { return take.longestRest() < 10; }
};

}  // namespace

TEST(TakeDesk, WhatIsTheToolsOwnLetsATakeGoOn) {
    const std::set<std::string_view> letPlay = {
        "full-screen",  "quit", "notes",       "notes-larger", "notes-smaller", "talk-stop",   "talk-reset",
        "swap-screens", "list", "filter-text", "filter-actor", "help",          "panel-keys",  "copy-view",
        "copy-place",   "keep", "export",      "export-set",   "export-run",    "export-stop", "point-at"};
    for (const ui::CommandRow& row : ui::commandTable()) {
        Playback playback;
        playback.act(row.id);
        EXPECT_EQ(playback.goesOn(), letPlay.contains(row.name)) << row.name;
    }
}

TEST(TakeDesk, EscClosesWhatLiesOverTheTakeBeforeIt) {
    Playback playback;
    ui::Session& session = playback.desk.session;
    session.blank = ui::Blank::Black;  // by the take
    session.help = session.list = session.fullScreen = true;
    playback.act(ui::CommandId::Leave);
    EXPECT_EQ(session.blank, ui::Blank::None);
    playback.act(ui::CommandId::Leave);
    EXPECT_FALSE(session.help);
    playback.act(ui::CommandId::Leave);
    EXPECT_FALSE(session.list);
    EXPECT_TRUE(playback.goesOn());
    playback.act(ui::CommandId::Leave);
    EXPECT_FALSE(playback.goesOn());
    EXPECT_TRUE(session.fullScreen);
    EXPECT_FALSE(session.quit);
}
