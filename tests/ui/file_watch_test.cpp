#include "ui/file_watch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "small_film.h"
#include "temporary_path.h"

using ui::FileWatch;

namespace {

void save(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

}  // namespace

TEST(FileWatchTest, SavingAFileIsSeenOnce) {
    const std::string path = temporaryPath("watched.toml");
    save(path, "a");
    FileWatch watch({path});
    EXPECT_FALSE(watch.changed());
    save(path, "b");
    EXPECT_TRUE(watch.changed());
    EXPECT_FALSE(watch.changed());
}

TEST(FileWatchTest, ASaveByRenamingIsSeen) {
    const std::string path = temporaryPath("watched.toml");
    save(path, "a");
    FileWatch watch({path});
    save(path + ".new", "b");
    EXPECT_FALSE(watch.changed());
    std::filesystem::rename(path + ".new", path);
    EXPECT_TRUE(watch.changed());
}

TEST(FileWatchTest, AnotherFileOfTheFolderIsNotSeen) {
    const std::string path = temporaryPath("watched.toml");
    save(path, "a");
    FileWatch watch({path});
    save(path + ".other", "b");
    EXPECT_FALSE(watch.changed());
}

TEST(FileWatchTest, AFolderThatIsNotThereNeverChanges) {
    FileWatch watch({"/nonexistent/film.toml"});
    EXPECT_FALSE(watch.changed());
}

TEST(FileWatchTest, ASaveThatFallsIntoAReloadIsSeenAfterIt) {
    const std::string path = temporaryPath("watched.toml");
    save(path, "a");
    FileWatch watch({path});
    save(path, "b");
    EXPECT_TRUE(watch.changed());
    save(path, "c");  // while "b" is read
    watch.follow({path});
    EXPECT_TRUE(watch.changed());
    EXPECT_FALSE(watch.changed());
}

TEST(FileWatchTest, FilesThatNobodyWatchedWhileTheyWereReadAreReadOnceMore) {
    const std::string path = temporaryPath("watched.toml"), included = temporaryPath("included.toml");
    save(path, "a");
    FileWatch watch({path});
    save(included, "b");
    EXPECT_FALSE(watch.changed());
    watch.follow({path, included});
    EXPECT_TRUE(watch.changed());
    EXPECT_FALSE(watch.changed());
    save(included, "c");
    EXPECT_TRUE(watch.changed());
}

TEST(Adopt, TheShowGoesOnInTheSameCueLanguageAndTheme) {
    small::Desk desk;
    ui::Session& session = desk.session;
    session.playhead = {2, 1.5};
    session.language = "en";
    film::Film other = *session.film;
    other.cues.erase(other.cues.begin());
    const std::vector<std::string> themes = session.themes;
    ui::adopt(session, other, themes);
    EXPECT_EQ(session.playhead, (film::Moment{1, 1.5}));
    EXPECT_EQ(session.language, "en");
    EXPECT_EQ(session.film, &other);
    EXPECT_EQ(session.reloads, 1);
}

TEST(Adopt, WhatIsGoneGivesWayToWhatIsThere) {
    small::Desk desk;
    ui::Session& session = desk.session;
    session.playhead = {3, 1};
    session.language = "en";
    film::Film other = *session.film;
    other.cues.resize(1);
    other.languages = {"ar"};
    ui::adopt(session, other, {"mine"});
    EXPECT_EQ(session.playhead.cue, 0u);
    EXPECT_EQ(session.language, "ar");
    EXPECT_EQ(session.theme, "mine");
}

TEST(Adopt, ANoticeGoesAfterAWhileAndWithAGoodSave) {
    small::Desk desk;
    ui::warn(desk.session, "film.toml:3:1: wrong");
    ui::advance(desk.session, 1);
    EXPECT_FALSE(desk.session.notice.empty());
    ui::advance(desk.session, ui::kNoticeSeconds);
    EXPECT_TRUE(desk.session.notice.empty());
    ui::warn(desk.session, "again");
    ui::adopt(desk.session, *desk.session.film, desk.session.themes);
    EXPECT_TRUE(desk.session.notice.empty());
}
