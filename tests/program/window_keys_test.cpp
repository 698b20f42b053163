// Every row of the table of commands, in a real window: each of its keys does what the row says.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "program/small_film.h"
#include "program/window_stage.h"
#include "ui/commands.h"
#include "ui/key_input.h"

namespace {

using Json = WindowStage::Json;
using ui::CommandId;
using ui::key;
using ui::KeyName;

/// A key, and the `what` of the line that tells that it has been heard.
struct Step {
    ui::Key key;
    std::string what;
    bool draws = false;  ///< with the tool then in hand, which is put away again
};

/// What each key of a row must do. The stage stands at the first cue's beginning, with nothing open; then
/// come `before`, the key itself, and `after`, which puts things back.
struct Expectation {
    CommandId id;
    std::vector<Step> before;
    std::string what;                                            ///< of the line that must come ...
    std::function<bool(const Json& was, const Json& is)> holds;  ///< ... and what it must say
    std::vector<Step> after = {};
};

using Holds = decltype(Expectation::holds);

Holds turns(const char* fact) {
    return [fact](const Json& was, const Json& is) { return is[fact] != was[fact]; };
}
template <class Value>
Holds says(const char* fact, Value value) {
    return [=](const Json&, const Json& is) { return is[fact] == value; };
}
// The centre of the view goes up or down an axis.
Holds moved(std::size_t axis, int sign) {
    return [=](const Json& was, const Json& is) {
        if (is["view"].is_null() || was["view"].is_null()) return false;
        const double by =
            is["view"]["center"][axis].get<double>() - was["view"]["center"][axis].get<double>();
        return by * sign > 0;
    };
}
Holds widened(int sign) {
    return [=](const Json& was, const Json& is) {
        if (is["view"].is_null() || was["view"].is_null()) return false;
        return (is["view"]["width_km"].get<double>() - was["view"]["width_km"].get<double>()) * sign > 0;
    };
}
Holds tells(const char* words) {
    return [=](const Json&, const Json& is) {
        return is["notice"].get<std::string>().find(words) != std::string::npos;
    };
}
Holds angled(const char* angle, double by) {
    return [=](const Json& was, const Json& is) {
        const double before = was["view"].is_null() ? 0 : was["view"][angle].get<double>();
        return std::abs(is["view"][angle].get<double>() - before - by) < 0.5;
    };
}
bool atFilm(const Json&, const Json& is) {
    return is["view"].is_null();
}
bool atCuesEnd(const Json&, const Json& is) {
    return std::abs(is["seconds"].get<double>() - 2) < 1e-9;
}

Holds strokes(int count) {
    return [count](const Json&, const Json& is) { return is["strokes"] == count; };
}

// One for every row of the table that has keys. Quit has no line of its own here: it comes last.
std::vector<Expectation> expectations() {
    const Step end{key(KeyName::End), "cue"}, detour{key('+'), "view"}, window{key('f'), "full_screen"},
        help{key(KeyName::F1), "help"}, card{key('d'), "card"}, closeCard{key(KeyName::Escape), "card"},
        close{key(KeyName::Escape), "export"}, list{key(KeyName::Tab), "list"},
        inspector{key('i'), "inspector"}, tilted{key(KeyName::Up, ui::kControl), "view"};
    const Step pen{key('p', ui::kControl), "ink"}, away{key(KeyName::Escape), "ink"},
        undo{key('z', ui::kControl), "ink"}, stroke{pen.key, "ink", true};
    return {
        {CommandId::Next, {}, "cue", says("cue", "second")},
        {CommandId::Previous, {end}, "cue", says("cue", "second")},
        {CommandId::Skip, {}, "seek", atCuesEnd},
        {CommandId::First, {end}, "cue", says("cue", "first")},
        {CommandId::Last, {}, "cue", says("cue", "third")},
        {CommandId::Pause, {}, "pause", turns("paused"), {{key('k'), "pause"}}},
        {CommandId::Slower, {}, "speed", says("speed", 0.5), {{key('>'), "speed"}}},
        {CommandId::Faster, {}, "speed", says("speed", 1.5), {{key('<'), "speed"}}},
        {CommandId::AutoPlay, {}, "auto_play", turns("auto_play"), {{key('a'), "auto_play"}}},
        {CommandId::Overview, {}, "mode", says("mode", "overview"), {{key('o'), "mode"}}},
        {CommandId::Chapters, {}, "open", says("open", "chapters"), {{key('g'), "open"}}},
        {CommandId::NextChapter, {}, "cue", says("cue", "third")},
        {CommandId::PreviousChapter, {end}, "cue", says("cue", "first")},
        {CommandId::Black, {}, "mode", says("mode", "black"), {{key('b'), "mode"}}},
        {CommandId::White, {}, "mode", says("mode", "white"), {{key('w'), "mode"}}},
        {CommandId::Start, {end}, "full_screen", says("cue", "first"), {window}},
        {CommandId::StartHere, {end}, "full_screen", says("cue", "third"), {window}},
        {CommandId::FullScreen, {}, "full_screen", turns("full_screen"), {window}},
        {CommandId::Notes, {}, "notes", turns("notes"), {{key('s'), "notes"}}},
        {CommandId::SwapScreens, {}, "notice", turns("notice")},  // that there is one display
        {CommandId::TalkStop, {}, "talk", turns("talk")},
        {CommandId::TalkReset, {}, "talk", says("talk", "waits")},
        {CommandId::Leave, {help}, "help", turns("help")},
        {CommandId::ZoomIn, {detour}, "view", widened(-1)},
        {CommandId::ZoomOut, {detour}, "view", widened(1)},
        {CommandId::PanLeft, {detour}, "view", moved(0, -1)},
        {CommandId::PanRight, {detour}, "view", moved(0, 1)},
        {CommandId::PanUp, {detour}, "view", moved(1, 1)},
        {CommandId::PanDown, {detour}, "view", moved(1, -1)},
        {CommandId::TurnLeft, {detour}, "view", angled("bearing", 5)},
        {CommandId::TurnRight, {detour}, "view", angled("bearing", -5)},
        {CommandId::TiltFlatter, {detour}, "view", angled("pitch", 5)},
        {CommandId::TiltSteeper, {tilted}, "view", angled("pitch", -5)},
        {CommandId::Return, {detour}, "view", atFilm},
        {CommandId::Search, {}, "open", says("open", "search"), {{key(KeyName::Escape), "open"}}},
        {CommandId::Card, {}, "card", says("card", "event:A"), {closeCard}},
        {CommandId::OpenLink, {card}, "link", says("link", 1), {closeCard}},
        {CommandId::Ruler, {}, "ruler", turns("ruler"), {{key('m'), "ruler"}}},
        {CommandId::RulerHere, {}, "ruler", turns("ruler"), {{key('m'), "ruler"}}},
        {CommandId::List, {}, "list", turns("list"), {{key(KeyName::Tab), "list"}}},
        {CommandId::Pen, {}, "ink", says("tool", "pen"), {away}},
        {CommandId::Highlighter, {}, "ink", says("tool", "highlighter"), {away}},
        {CommandId::InkArrow, {}, "ink", says("tool", "arrow"), {away}},
        {CommandId::InkColor, {pen}, "ink", turns("ink_color"), {away}},
        {CommandId::Laser, {}, "ink", says("tool", "laser"), {away}},
        {CommandId::Spotlight, {}, "ink", says("tool", "spotlight"), {away}},
        {CommandId::Eraser, {}, "ink", says("tool", "eraser"), {away}},
        {CommandId::Erase, {stroke}, "ink", strokes(0)},
        {CommandId::Undo, {stroke}, "ink", strokes(0)},
        {CommandId::Redo, {stroke, undo}, "ink", strokes(1), {undo}},
        {CommandId::InkKeep, {}, "ink", turns("ink_kept"), {{key('k', ui::kControlShift), "ink"}}},
        {CommandId::Language, {}, "language", turns("language")},
        {CommandId::Theme, {}, "theme", turns("theme")},
        {CommandId::Panels, {}, "panels", turns("panels"), {{key('h'), "panels"}}},
        {CommandId::Help, {}, "help", turns("help"), {help}},
        {CommandId::PanelKeys,
         {list},
         "panel_keys",
         says("panel_keys", "list"),
         {{key(KeyName::F6), "panel_keys"}, list}},
        {CommandId::Export, {}, "export", turns("export"), {close}},
        {CommandId::ExportRun, {}, "export", turns("export"), {close}},
        {CommandId::CopyView, {}, "notice", tells("camera = { center = [")},
        {CommandId::CopyPlace, {}, "notice", tells("[places.new-place]")},
        {CommandId::Inspector, {}, "inspector", turns("inspector"), {inspector}},
    };
}

const Expectation* find(const std::vector<Expectation>& list, CommandId id) {
    const auto at = std::find_if(list.begin(), list.end(), [&](const auto& e) { return e.id == id; });
    return at == list.end() ? nullptr : &*at;
}

const std::string kChapters = R"(
[chapters.early]
title = "Early"

[chapters.late]
title = "Late"
)";

// The small film with a cue more, in two chapters, and with an address to open.
std::string filmOfKeys() {
    std::string film = kSmallFilm + kThirdCue;
    const auto addAfter = [&](const std::string& line, const std::string& added) {
        film.insert(film.find(line) + line.size(), "\n" + added);
    };
    addAfter("id = \"first\"", "chapter = \"early\"");
    addAfter("id = \"second\"", "chapter = \"early\"");
    addAfter("id = \"third\"", "chapter = \"late\"");
    addAfter("publisher = \"Journal\"", "url = \"https://journal.example/\"");
    return film + kChapters;
}

class WindowKeys : public testing::Test {
  protected:
    void SetUp() override {
        writeFile(folder.path("film.toml"), filmOfKeys());
        // Where nothing can be found that would open an address.
        stage = std::make_unique<WindowStage>(WindowStage::Setup{
            {folder.path("film.toml"), "--size", "480x270"}, {640, 360}, {"PATH=" + folder.path()}, {}, 500});
        ASSERT_TRUE(stage->isUp());
    }

    void step(const Step& step) {
        stage->forgetLines();
        stage->press(step.key);
        stage->await(step.what);
        if (!step.draws) return;
        stage->movePointer(300, 120);
        stage->drag(1, 360, 150);
        stage->await("ink", [](const Json& line) { return line["strokes"] == 1; });
        stage->press(step.key);
        stage->await("ink", [](const Json& line) { return line["tool"] == ""; });
    }
    /// To the first cue's beginning, with the film's own camera.
    void goHome() {
        stage->forgetLines();
        stage->press(key(KeyName::Home));
        stage->await("", [](const Json& line) { return line["what"] == "cue" || line["what"] == "seek"; });
        if (!stage->now()["view"].is_null())
            stage->await("view", [](const Json& line) { return line["view"].is_null(); });
    }
    /// A press right after another of the same would count as a bad contact.
    static void letContactsRest() {
        std::this_thread::sleep_for(std::chrono::duration<double>(ui::kBounceSeconds + 0.02));
    }
    void meet(const Expectation& expected, const ui::Key& pressed, ui::Press kind) {
        if (kind == ui::Press::Clicker) letContactsRest();
        goHome();
        for (const Step& before : expected.before) step(before);
        stage->forgetLines();
        const Json was = stage->now();
        stage->press(pressed);
        stage->await(expected.what, [&](const Json& is) { return expected.holds(was, is); });
        for (const Step& after : expected.after) step(after);
    }

    TemporaryFolder folder;
    std::unique_ptr<WindowStage> stage;
};

}  // namespace

TEST_F(WindowKeys, EveryKeyOfEveryRowDoesWhatTheRowSays) {
    const std::vector<Expectation> expected = expectations();
    for (const ui::CommandRow& row : ui::commandTable()) {
        if (row.id == CommandId::Quit || (row.keys.empty() && row.detourKeys.empty())) continue;
        SCOPED_TRACE(std::string(row.name));
        const Expectation* expectation = find(expected, row.id);
        ASSERT_TRUE(expectation) << "a command with keys and nothing here that says what they do";
        for (const auto& keys : {row.keys, row.detourKeys}) {
            for (const ui::Key& pressed : keys) {
                SCOPED_TRACE(ui::label(pressed, "en"));
                meet(*expectation, pressed, row.press);
                if (HasFailure()) return;
            }
        }
    }
    stage->press(ui::rowOf(CommandId::Quit).keys.front());
    EXPECT_EQ(stage->end().code, 0);
}
