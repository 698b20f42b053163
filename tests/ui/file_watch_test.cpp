#include "ui/file_watch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

#include "small_film.h"
#include "temporary_path.h"

using ui::FileWatch;

namespace {

using namespace std::chrono_literals;

void save(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

/// True once it has changed; a machine that is busy may take its time to say so.
bool becomesChanged(FileWatch& watch) {
    for (int i = 0; i < 1000; ++i) {
        if (watch.changed()) return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

/// A file that is watched on its own in the same folder. What happened before its save has been told by the
/// time its own is.
class Sentinel {
  public:
    void wait() {
        save(m_path, "x");
        EXPECT_TRUE(becomesChanged(m_watch));
        std::this_thread::sleep_for(50ms);
    }

  private:
    std::string m_path = temporaryPath("sentinel");
    FileWatch m_watch{{m_path}};
};

constexpr double kNever = 3600;  // seconds that a file may be gone

/// What the watch says about everything that has happened until now.
bool hasChanged(FileWatch& watch) {
    Sentinel().wait();
    return watch.changed();
}

}  // namespace

TEST(FileWatchTest, WhatALinkLeadsToIsWatched) {
    const std::string path = temporaryPath("target.toml"), link = temporaryPath("folder") + "/link.toml";
    save(path, "a");
    std::filesystem::create_directories(std::filesystem::path(link).parent_path());
    std::filesystem::create_symlink(path, link);
    FileWatch watch({link});
    save(path, "b");
    EXPECT_TRUE(becomesChanged(watch));
}

TEST(FileWatchTest, SavingAFileIsSeenOnce) {
    const std::string path = temporaryPath("watched.toml");
    save(path, "a");
    FileWatch watch({path});
    EXPECT_FALSE(hasChanged(watch));
    save(path, "b");
    EXPECT_TRUE(becomesChanged(watch));
    EXPECT_FALSE(hasChanged(watch));
}

TEST(FileWatchTest, ASaveByRenamingIsSeen) {
    const std::string path = temporaryPath("watched.toml");
    save(path, "a");
    FileWatch watch({path});
    save(path + ".new", "b");
    EXPECT_FALSE(hasChanged(watch));
    std::filesystem::rename(path + ".new", path);
    EXPECT_TRUE(becomesChanged(watch));
}

TEST(FileWatchTest, ASaveThatMovesTheOldFileOutOfTheWayIsSeen) {
    const std::string path = temporaryPath("watched.toml");
    save(path, "a");
    FileWatch watch({path}, {}, kNever);
    std::filesystem::rename(path, path + "~");  // as vim does
    EXPECT_FALSE(hasChanged(watch)) << "it is gone";
    save(path, "b");
    EXPECT_TRUE(hasChanged(watch));
    std::filesystem::remove(path + "~");
    EXPECT_FALSE(hasChanged(watch));
}

TEST(FileWatchTest, AFileThatIsDeletedAndMadeAgainIsSeen) {
    const std::string path = temporaryPath("watched.toml");
    save(path, "a");
    FileWatch watch({path}, {}, kNever);
    std::filesystem::remove(path);
    EXPECT_FALSE(hasChanged(watch));
    save(path, "b");
    EXPECT_TRUE(becomesChanged(watch));
}

TEST(FileWatchTest, AFileThatIsGoneForGoodIsSeenOnce) {
    const std::string path = temporaryPath("watched.toml");
    for (const bool isMoved : {false, true}) {
        save(path, "a");
        FileWatch watch({path}, {}, 0.1);
        if (isMoved)
            std::filesystem::rename(path, path + ".old");
        else
            std::filesystem::remove(path);
        EXPECT_TRUE(becomesChanged(watch));
        EXPECT_FALSE(hasChanged(watch));
        save(path, "b");
        EXPECT_TRUE(becomesChanged(watch));
    }
}

TEST(FileWatchTest, AnotherFileOfTheFolderIsNotSeen) {
    const std::string path = temporaryPath("watched.toml");
    save(path, "a");
    FileWatch watch({path});
    save(path + ".other", "b");
    EXPECT_FALSE(hasChanged(watch));
}

TEST(FileWatchTest, AFolderThatIsNotThereNeverChanges) {
    FileWatch watch({"/nonexistent/film.toml"});
    EXPECT_FALSE(hasChanged(watch));
}

TEST(FileWatchTest, WakesItsOwnerForEverySave) {
    const std::string path = temporaryPath("watched.toml");
    save(path, "a");
    std::promise<void> woken;
    std::atomic<int> wakes = 0;
    FileWatch watch({path}, [&] {
        if (wakes++ == 0) woken.set_value();
    });
    save(path, "b");
    EXPECT_EQ(woken.get_future().wait_for(10s), std::future_status::ready);
    EXPECT_TRUE(watch.changed());
}

TEST(FileWatchTest, ASaveThatFallsIntoAReloadIsSeenAfterIt) {
    const std::string path = temporaryPath("watched.toml");
    save(path, "a");
    FileWatch watch({path});
    save(path, "b");
    EXPECT_TRUE(becomesChanged(watch));
    save(path, "c");  // while "b" is read
    watch.follow({path});
    EXPECT_TRUE(becomesChanged(watch));
    EXPECT_FALSE(hasChanged(watch));
}

TEST(FileWatchTest, FilesThatNobodyWatchedWhileTheyWereReadAreReadOnceMore) {
    const std::string path = temporaryPath("watched.toml"), included = temporaryPath("included.toml");
    save(path, "a");
    FileWatch watch({path});
    save(included, "b");
    EXPECT_FALSE(hasChanged(watch));
    watch.follow({path, included});
    EXPECT_TRUE(watch.changed());
    EXPECT_FALSE(hasChanged(watch));
    save(included, "c");
    EXPECT_TRUE(becomesChanged(watch));
}

TEST(FileWatchTest, ManyWatchesComeAndGoAtOnce) {
    const std::string path = temporaryPath("watched.toml");
    for (int i = 0; i < 50; ++i) {
        FileWatch watch({path});
        save(path, "a");
    }
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

TEST(Adopt, WhatIsWrongWithAFileStaysUntilAGoodSave) {
    small::Desk desk;
    ui::Toast toast{"film.toml:3:1: wrong"};
    toast.sticky = true;
    toast.topic = ui::kFilesTopic;
    ui::tell(desk.session, toast);
    for (int i = 0; i < 100; ++i) ui::advance(desk.session, 10);
    EXPECT_EQ(desk.session.toasts.size(), 1u);
    ui::adopt(desk.session, *desk.session.film, desk.session.themes);
    EXPECT_TRUE(desk.session.toasts.empty());
}
