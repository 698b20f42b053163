// The event list over frames: the same in any order, and nowhere but where it stands.
#include <gtest/gtest.h>

#include "base/image.h"
#include "program/run_program.h"
#include "program/small_film.h"

namespace {

class EventListOverFrames : public testing::TestWithParam<const char*> {
  protected:
    void SetUp() override { writeFile(folder.path("film.toml"), kSmallFilm); }

    Outcome run(const std::string& out, const std::vector<std::string>& more) const {
        std::vector<std::string> all{"export",  folder.path("film.toml"),
                                     "-o",      folder.path(out),
                                     "--size",  "320x180",
                                     "--fps",   "4",
                                     "--theme", GetParam()};
        all.insert(all.end(), more.begin(), more.end());
        return runProgram(all);
    }
    std::string frame(const std::string& name) const { return readFile(folder.path(name)); }
    base::Image image(const std::string& name) const {
        return std::move(*base::readImage(folder.path(name)));
    }

    TemporaryFolder folder;
};

// Letters are 4 pixels high: the list is 38 of them wide and ends above the timeline; its corners are round.
constexpr int kLeft = 4, kTop = 4, kRight = 156, kBottom = 160, kCorner = 2;

bool isInList(int x, int y, int inset) {
    return x >= kLeft + inset && x < kRight - inset && y >= kTop + inset && y < kBottom - inset;
}

struct Differences {
    int inList = 0, elsewhere = 0;  // pixels
};

Differences between(const base::Image& a, const base::Image& b) {
    Differences found;
    for (int i = 0; i < a.width * a.height; ++i) {
        const auto pixel = a.bytes.begin() + i * a.channels;
        const bool same = std::equal(pixel, pixel + a.channels, b.bytes.begin() + i * a.channels);
        const int x = i % a.width, y = i / a.width;
        found.inList += !same && isInList(x, y, kCorner);
        found.elsewhere += !same && !isInList(x, y, 0);
    }
    return found;
}

}  // namespace

TEST_P(EventListOverFrames, IsTheSameWhateverWasDrawnBefore) {
    ASSERT_EQ(run("all", {"--overlay"}).code, 0);
    for (const char* number : {"13", "2", "7", "18"}) {
        const std::string name = std::string("/00") + (number[1] ? "" : "0") + number + ".png";
        ASSERT_EQ(run("alone" + std::string(number), {"--overlay", "--frames", number}).code, 0);
        EXPECT_EQ(frame("all" + name), frame("alone" + std::string(number) + name)) << name;
    }
    for (const char* shard : {"2/3", "1/3", "3/3"})
        ASSERT_EQ(run("parts", {"--overlay", "--shard", shard}).code, 0);
    for (const char* name : {"/0001.png", "/0008.png", "/0009.png", "/0018.png"})
        EXPECT_EQ(frame("all" + std::string(name)), frame("parts" + std::string(name))) << name;
    const Outcome verified = run("all", {"--overlay", "--verify", "--resume"});
    EXPECT_EQ(verified.code, 0) << verified.error;
}

TEST_P(EventListOverFrames, ChangesNothingButItsOwnPlace) {
    ASSERT_EQ(run("plain", {"--frames", "6-14"}).code, 0);
    ASSERT_EQ(run("listed", {"--overlay", "--frames", "6-14"}).code, 0);
    for (const std::string name : {"/0006.png", "/0010.png", "/0014.png"}) {
        const Differences found = between(image("plain" + name), image("listed" + name));
        EXPECT_GT(found.inList, (kRight - kLeft) * (kBottom - kTop) / 2) << name;
        EXPECT_EQ(found.elsewhere, 0) << name;
    }
}

TEST_P(EventListOverFrames, MarksTheEventsOfItsCue) {
    ASSERT_EQ(run("listed", {"--overlay", "--frames", "8-18"}).code, 0);
    // The cues begin with frames 1 and 9; the lists of one cue are the same, those of two are not.
    const base::Image first = image("listed/0008.png"), second = image("listed/0010.png"),
                      later = image("listed/0018.png");
    EXPECT_GT(between(first, second).inList, 100);
    EXPECT_EQ(between(second, later).inList, 0);
}

TEST_P(EventListOverFrames, IsThatOfAStill) {
    ASSERT_EQ(run("all", {"--overlay", "--frames", "13"}).code, 0);
    ASSERT_EQ(runProgram({"still", folder.path("film.toml"), "-o", folder.path("still.png"), "--size",
                          "320x180", "--fps", "4", "--at", "13f", "--theme", GetParam(), "--overlay"})
                  .code,
              0);
    EXPECT_EQ(frame("all/0013.png"), frame("still.png"));
}

INSTANTIATE_TEST_SUITE_P(Themes, EventListOverFrames, testing::Values("night", "paper"));
