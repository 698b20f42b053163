// The one rule: the same film and moment give the same pixels, whichever way they are asked for.
#include <gtest/gtest.h>

#include "base/image.h"
#include "program/run_program.h"
#include "program/small_film.h"

namespace {

class Pictures : public testing::Test {
  protected:
    void SetUp() override { writeFile(film(), kSmallFilm); }
    std::string film() const { return folder.path("film.toml"); }
    TemporaryFolder folder;
};

constexpr const char* kSize = "320x180";

}  // namespace

TEST_F(Pictures, TwoExportsAreByteIdentical) {
    for (const char* out : {"one", "two"}) {
        const Outcome run =
            runProgram({"export", film(), "-o", folder.path(out), "--size", kSize, "--fps", "4"});
        ASSERT_EQ(run.code, 0) << run.error;
        EXPECT_NE(run.out.find("18 frames"), std::string::npos) << run.out;
    }
    for (int frame = 1; frame <= 18; ++frame) {
        char name[32];
        std::snprintf(name, sizeof name, "/%04d.png", frame);
        const std::string one = readFile(folder.path("one") + name);
        ASSERT_FALSE(one.empty()) << name;
        EXPECT_EQ(one, readFile(folder.path("two") + name)) << name;
    }
}

TEST_F(Pictures, FramesInAnyOrderAreTheSameAndSoIsAStillAtTheirTime) {
    ASSERT_EQ(runProgram({"export", film(), "-o", folder.path("all"), "--size", kSize, "--fps", "4"}).code,
              0);
    for (const char* frame : {"13", "2", "7"}) {
        const std::string name = std::string("00") + (frame[1] ? "" : "0") + frame + ".png";
        ASSERT_EQ(runProgram({"export", film(), "-o", folder.path("some"), "--size", kSize, "--fps", "4",
                              "--frames", frame})
                      .code,
                  0);
        const std::string whole = readFile(folder.path("all/" + name));
        EXPECT_EQ(whole, readFile(folder.path("some/" + name))) << name;
        ASSERT_EQ(runProgram({"still", film(), "-o", folder.path("still.png"), "--size", kSize, "--fps", "4",
                              "--at", std::string(frame) + "f"})
                      .code,
                  0);
        EXPECT_EQ(whole, readFile(folder.path("still.png"))) << name;
    }
}

TEST_F(Pictures, TheDisplayListIsTheSameEveryTime) {
    const Outcome once = runProgram({"picture", film(), "--at", "1.25s", "--size", kSize, "--json"});
    const Outcome again = runProgram({"picture", film(), "--at", "1.25s", "--size", kSize, "--json"});
    ASSERT_EQ(once.code, 0) << once.error;
    EXPECT_EQ(once.out, again.out);
}

TEST_F(Pictures, AWindowShowsThePixelsOfAStill) {
    const std::string still = folder.path("still.png"), shot = folder.path("window.xwd");
    ASSERT_EQ(runProgram({"still", film(), "-o", still, "--size", kSize, "--at", "2.9s"}).code, 0);
    // The window covers the whole screen, so the screen's pixels are the window's.
    writeFile(folder.path("show"), "#!/bin/sh\n" + std::string(HARMATTAN_BINARY_DIR) + "/harmattan present " +
                                       film() + " --size " + kSize +
                                       " --at 2.9s --paused --fullscreen --exit-after 60 &\n"
                                       "pid=$!\nfor i in $(seq 1 120); do sleep 0.5\n"
                                       "xwd -root -silent -out " +
                                       shot + ".part && mv " + shot + ".part " + shot +
                                       "\n"
                                       "[ $i -ge 6 ] && [ \"$(tail -c 1000 " +
                                       shot +
                                       " | tr -d '\\0' | wc -c)\" -gt 300 ] && break\n"
                                       "done\nkill $pid\nwait $pid 2>/dev/null\nexit 0\n");
    const Outcome run =
        runShell("SDL_VIDEODRIVER=x11 xvfb-run -a -s '-screen 0 320x180x24' sh " + folder.path("show"));
    ASSERT_EQ(run.code, 0) << run.error;
    const std::string xwd = readFile(shot);
    ASSERT_GT(xwd.size(), 320u * 180u * 4u) << run.error;
    const auto reference = base::readImage(still);
    ASSERT_TRUE(reference.ok());
    // XWD: big-endian header, then a colour map, then rows of B, G, R, unused.
    const auto word = [&](std::size_t i) {
        std::uint32_t v = 0;
        for (std::size_t k = 0; k < 4; ++k) v = v << 8 | static_cast<unsigned char>(xwd[i * 4 + k]);
        return v;
    };
    const std::size_t start = word(0) + word(19) * 12, stride = word(12);
    ASSERT_EQ(word(4), 320u);
    ASSERT_EQ(word(5), 180u);
    base::Image window{320, 180, 4, {}};
    for (std::size_t y = 0; y < 180; ++y) {
        for (std::size_t x = 0; x < 320; ++x) {
            const char* p = xwd.data() + start + y * stride + x * 4;
            for (const int c : {2, 1, 0}) window.bytes.push_back(static_cast<std::uint8_t>(p[c]));
            window.bytes.push_back(255);
        }
    }
    const base::ImageDifference difference = base::compare(window, *reference);
    EXPECT_EQ(difference.worst, 0) << "mean " << difference.mean << "\n" << run.error;
}

TEST_F(Pictures, TheReferenceDecidesTheExitCode) {
    const std::string a = folder.path("a.png");
    ASSERT_EQ(runProgram({"still", film(), "-o", a, "--size", kSize, "--at", "1s"}).code, 0);
    EXPECT_EQ(runProgram({"still", film(), "-o", folder.path("b.png"), "--size", kSize, "--at", "1s",
                          "--reference", a, "--worst", "0", "--mean", "0"})
                  .code,
              0);
    const Outcome other = runProgram(
        {"still", film(), "-o", folder.path("b.png"), "--size", kSize, "--at", "4.4s", "--reference", a});
    EXPECT_EQ(other.code, 4);
    EXPECT_NE(other.error.find("differs"), std::string::npos);
}
