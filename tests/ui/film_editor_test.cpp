#include "ui/film_editor.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "clean_film.h"
#include "temporary_path.h"
#include "ui/save_file.h"

using namespace ui;
namespace fs = std::filesystem;

namespace {

/// A film of two files in a folder of its own, as a session shows it.
class FilmEditorTest : public ::testing::Test {
  protected:
    FilmEditorTest() {
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
        const std::size_t cut = kCleanFilm.find("[[cues]]"), events = kCleanFilm.find("[actors.russia]");
        const std::size_t chapters = kCleanFilm.find("[chapters.whole]"),
                          first = kCleanFilm.find("[[events]]");
        put(m_events, "format = 1\n" + kCleanFilm.substr(events, chapters - events) +
                          kCleanFilm.substr(first, cut - first));
        std::string film = kCleanFilm.substr(0, events) + kCleanFilm.substr(chapters, first - chapters) +
                           kCleanFilm.substr(cut);
        film.insert(film.find("map ="), "include = [\"events.toml\"]\n");
        put(m_film, film);
        m_show = *read({});
    }
    ~FilmEditorTest() override { fs::remove_all(m_folder); }

    static void put(const std::string& path, const std::string& text) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
    }
    static std::string textOf(const std::string& path) { return *base::readFile(path, 1 << 20); }

    base::Result<Show> read(const film::Draft& draft) const {
        auto file = film::readFilm(m_film, {}, {}, draft);
        if (!file) return file.problems();
        return Show{std::move(file->film),
                    {},
                    {m_film, m_events},
                    std::move(file->locations),
                    std::move(file->texts)};
    }

    /// "" when it has been done; "nothing"; or what is wrong.
    std::string carryOut(const WriteWish& wish) {
        auto show = m_editor.carryOut(wish, m_show, [this](const film::Draft& draft) { return read(draft); });
        if (!show) return base::toString(show.problems().front());
        if (!*show) return "nothing";
        m_show = std::move(**show);
        return {};
    }
    std::string edit(const film::EditTarget& target, const std::string& value) {
        return carryOut({WriteAsk::Edit, target, value});
    }
    std::string undo() { return carryOut({WriteAsk::Undo, {}, {}}); }
    std::string redo() { return carryOut({WriteAsk::Redo, {}, {}}); }

    std::string m_folder = temporaryPath("editor"), m_film = m_folder + "/film.toml",
                m_events = m_folder + "/events.toml";
    Show m_show;
    FilmEditor m_editor;
};

const film::EditTarget kTitle{"events", "E2", "title", "en"};

}  // namespace

TEST_F(FilmEditorTest, AnEventIsChangedInItsOwnFileAndTheFilmIsTheNewOne) {
    const std::string film = textOf(m_film), events = textOf(m_events);
    EXPECT_EQ(edit(kTitle, "They leave"), "");
    EXPECT_EQ(textOf(m_film), film);
    std::string expected = events;
    const std::string old = "en = \"Troops leave Niger\"";
    expected.replace(expected.find(old), old.size(), "en = \"They leave\"");
    EXPECT_EQ(textOf(m_events), expected);
    EXPECT_EQ(film::findEvent(m_show.film, "E2")->title.in("en"), "They leave");
    EXPECT_EQ(textOf(m_events + ".bak-1"), events);
    EXPECT_FALSE(fs::exists(m_film + ".bak-1"));
    EXPECT_FALSE(fs::exists(m_events + ".part"));
}

TEST_F(FilmEditorTest, EveryStepIsTakenBackAndMadeAgain) {
    const std::string events = textOf(m_events), film = textOf(m_film);
    EXPECT_EQ(undo(), "nothing");
    EXPECT_EQ(edit(kTitle, "One"), "");
    EXPECT_EQ(edit({"events", "E2", "date", ""}, "2023-11"), "");
    EXPECT_EQ(edit({"cues", "leaving", "camera", ""}, "{ center = [2, 15], width_km = 900 }"), "");
    const std::string last = textOf(m_film);
    EXPECT_EQ(m_show.film.cues[2].camera.widthKm, 900);
    EXPECT_EQ(undo(), "");
    EXPECT_EQ(textOf(m_film), film);
    EXPECT_EQ(undo(), "");
    EXPECT_EQ(undo(), "");
    EXPECT_EQ(textOf(m_events), events);
    EXPECT_EQ(undo(), "nothing");
    EXPECT_EQ(redo(), "");
    EXPECT_EQ(redo(), "");
    EXPECT_EQ(redo(), "");
    EXPECT_EQ(textOf(m_film), last);
    EXPECT_EQ(redo(), "nothing");
    EXPECT_EQ(undo(), "");
    EXPECT_EQ(edit(kTitle, "Two"), "");
    EXPECT_FALSE(m_editor.canRedo());
    // The backup is of the state before the first change.
    EXPECT_EQ(textOf(m_events + ".bak-1"), events);
    EXPECT_FALSE(fs::exists(m_events + ".bak-2"));
}

TEST_F(FilmEditorTest, WhatTheFilmWouldNotAllowIsNotWritten) {
    const std::string events = textOf(m_events);
    EXPECT_NE(edit({"events", "E2", "date", ""}, "2023-13").find("events.toml:"), std::string::npos);
    EXPECT_NE(edit({"events", "E2", "from", ""}, "nowhere").find("unknown place"), std::string::npos);
    EXPECT_NE(edit({"events", "E2", "date", ""}, "").find("date is missing"), std::string::npos);
    EXPECT_NE(edit(kTitle, "a\x1b").find("control character"), std::string::npos);
    EXPECT_NE(edit({"cues", "leaving", "camera", ""}, "{ fit = [] }, x = 1").find("cannot be changed"),
              std::string::npos);
    EXPECT_NE(edit({"cues", "leaving", "hold", ""}, "long").find("is not a number"), std::string::npos);
    EXPECT_EQ(textOf(m_events), events);
    EXPECT_FALSE(fs::exists(m_events + ".bak-1"));
    EXPECT_FALSE(m_editor.canUndo());
    EXPECT_EQ(edit(kTitle, "Troops leave Niger"), "nothing");
}

TEST_F(FilmEditorTest, AFileThatSomebodyElseHasChangedIsNotWrittenOver) {
    const std::string theirs = textOf(m_events) + "# mine\n";
    put(m_events, theirs);
    EXPECT_NE(edit(kTitle, "One").find("another program has changed the file"), std::string::npos);
    EXPECT_EQ(textOf(m_events), theirs);
    m_show = *read({});
    EXPECT_EQ(edit(kTitle, "One"), "");
    EXPECT_TRUE(textOf(m_events).ends_with("# mine\n"));
    put(m_events, textOf(m_events) + "# more\n");
    m_show = *read({});
    EXPECT_EQ(undo(), "");
    EXPECT_EQ(textOf(m_events), theirs + "# more\n");
}

TEST_F(FilmEditorTest, AStepThatCanNoLongerBeTakenBackIsNotInTheWayOfThoseBefore) {
    EXPECT_EQ(edit({"events", "E2", "date", ""}, "2023-11"), "");
    EXPECT_EQ(edit(kTitle, "One"), "");
    // Somebody else writes another text over ours.
    std::string theirs = textOf(m_events);
    theirs.replace(theirs.find("\"One\""), 5, "\"Theirs\"");
    put(m_events, theirs);
    m_show = *read({});
    EXPECT_NE(undo(), "");
    EXPECT_EQ(textOf(m_events), theirs);
    EXPECT_TRUE(m_editor.canUndo());
    EXPECT_EQ(undo(), "");
    EXPECT_EQ(textOf(m_events).find("2023-11"), std::string::npos);
    EXPECT_NE(textOf(m_events).find("\"Theirs\""), std::string::npos);
    EXPECT_FALSE(m_editor.canUndo());
}

TEST_F(FilmEditorTest, WhatHasBeenTakenOutComesBackByteForByte) {
    const std::string plain = textOf(m_film), id = "id = \"leaving\"\n";
    const film::EditTarget french{"cues", "leaving", "title", "fr"};
    for (const std::string title : {"title = { fr = \"Un\", en = \"One\" }",
                                    "title = { fr = \"Un\" } # said so", "title.fr = \"Un\" # said so"}) {
        std::string before = plain;
        before.insert(before.find(id) + id.size(), title + "\n");
        put(m_film, before);
        auto show = read({});
        ASSERT_TRUE(show) << base::toString(show.problems().front());
        m_show = std::move(*show);
        EXPECT_EQ(edit(french, ""), "") << title;
        const std::string without = textOf(m_film);
        EXPECT_EQ(without.find("\"Un\""), std::string::npos);
        EXPECT_EQ(undo(), "");
        EXPECT_EQ(textOf(m_film), before);
        EXPECT_EQ(redo(), "");
        EXPECT_EQ(textOf(m_film), without);
        // Beside what somebody else has written meanwhile the value at least comes back.
        put(m_film, without + "# mine\n");
        m_show = *read({});
        EXPECT_EQ(undo(), "");
        EXPECT_NE(textOf(m_film).find("\"Un\""), std::string::npos);
        EXPECT_TRUE(textOf(m_film).ends_with("# mine\n"));
        EXPECT_EQ(redo(), "");
        EXPECT_EQ(textOf(m_film).find("\"Un\""), std::string::npos);
    }
}

TEST_F(FilmEditorTest, AReadOnlyFileIsSaidToBeOneAndStaysAsItIs) {
    const std::string events = textOf(m_events);
    fs::permissions(m_events, fs::perms::owner_read);
    EXPECT_NE(edit(kTitle, "One").find("the file is read-only"), std::string::npos);
    EXPECT_EQ(textOf(m_events), events);
    EXPECT_FALSE(m_editor.canUndo());
    fs::remove(m_events);
    EXPECT_NE(edit(kTitle, "One"), "");
}

TEST_F(FilmEditorTest, ALinkStaysOneAndRightsStay) {
    const std::string real = m_folder + "/real.toml";
    fs::rename(m_events, real);
    fs::create_symlink("real.toml", m_events);
    fs::permissions(real, fs::perms::owner_read | fs::perms::owner_write | fs::perms::others_read);
    EXPECT_EQ(edit(kTitle, "One"), "");
    EXPECT_TRUE(fs::is_symlink(m_events));
    EXPECT_NE(textOf(real).find("\"One\""), std::string::npos);
    EXPECT_EQ(fs::status(real).permissions(),
              fs::perms::owner_read | fs::perms::owner_write | fs::perms::others_read);
}

TEST_F(FilmEditorTest, ABackupHasTheRightsOfTheFilm) {
    using fs::perms;
    fs::permissions(m_film, perms::owner_read | perms::owner_write);
    EXPECT_EQ(fs::status(*backUp(m_film, "a")).permissions(), perms::owner_read | perms::owner_write);
    const perms shared = perms::owner_read | perms::owner_write | perms::group_read | perms::others_read;
    fs::permissions(m_film, shared);
    EXPECT_EQ(fs::status(*backUp(m_film, "b")).permissions(), shared);
}

TEST_F(FilmEditorTest, ABackupThatIsThereAlreadyIsNotMadeTwice) {
    EXPECT_EQ(*backUp(m_film, "a"), m_film + ".bak-1");
    EXPECT_EQ(*backUp(m_film, "a"), m_film + ".bak-1");
    EXPECT_EQ(*backUp(m_film, "b"), m_film + ".bak-2");
    EXPECT_EQ(textOf(m_film + ".bak-1"), "a");
    std::filesystem::create_symlink(m_folder + "/elsewhere", m_film + ".bak-3");
    EXPECT_EQ(*backUp(m_film, "c"), m_film + ".bak-4") << "a link is not followed";
    EXPECT_FALSE(std::filesystem::exists(m_folder + "/elsewhere"));
    EXPECT_FALSE(backUp(m_folder + "/none/film.toml", "a"));
    EXPECT_FALSE(saveFile(m_folder + "/none.toml", "a"));
}
