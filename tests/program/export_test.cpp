// What `export` can be asked for, as a video maker would: videos, parts, passes, files beside the frames.
#include <gtest/gtest.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "base/image.h"
#include "program/run_program.h"
#include "program/small_film.h"

namespace {

namespace fs = std::filesystem;

class Export : public testing::Test {
  protected:
    void SetUp() override {
        // Long enough for several segments of ten seconds.
        std::string film = kSmallFilm;
        film.replace(film.find("play = 1\n"), 9, "play = 40\n");
        writeFile(folder.path("film.toml"), film);
    }

    Outcome run(const std::string& out, const std::vector<std::string>& more = {}) const {
        return runProgram(words(out, more));
    }
    std::vector<std::string> words(const std::string& out, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> all{
            "export", folder.path("film.toml"), "-o", folder.path(out), "--size", "96x54", "--fps", "2"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    std::string file(const std::string& name) const { return readFile(folder.path(name)); }

    TemporaryFolder folder;
};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_F(Export, VideosOfEveryKindAreTheSameTwice) {
    for (const std::string ending : {".mp4", ".mov", ".webm", ".mkv"}) {
        ASSERT_EQ(run("one" + ending).code, 0) << ending;
        ASSERT_EQ(run("two" + ending).code, 0) << ending;
        EXPECT_GT(file("one" + ending).size(), 1000u) << ending;
        EXPECT_EQ(file("one" + ending), file("two" + ending)) << ending;
        EXPECT_EQ(file("one" + ending + ".manifest.json"), file("two" + ending + ".manifest.json"));
        EXPECT_FALSE(fs::exists(folder.path("one" + ending + ".parts"))) << ending;
    }
}

TEST_F(Export, ShardsOfAVideoAreJoinedToTheBytesOfOneRun) {
    ASSERT_EQ(run("one.mp4").code, 0);
    ASSERT_EQ(run("two.mp4", {"--shard", "2/3"}).code, 0);
    EXPECT_FALSE(fs::exists(folder.path("two.mp4")));
    const Outcome early = run("two.mp4", {"--assemble"});
    EXPECT_EQ(early.code, 1);
    EXPECT_TRUE(contains(early.error, "frames 1-") && contains(early.error, "missing")) << early.error;
    for (const char* shard : {"3/3", "1/3"}) ASSERT_EQ(run("two.mp4", {"--shard", shard}).code, 0);
    const Outcome joined = run("two.mp4", {"--assemble"});
    ASSERT_EQ(joined.code, 0) << joined.error;
    EXPECT_EQ(file("one.mp4"), file("two.mp4"));
    EXPECT_EQ(file("one.mp4.manifest.json"), file("two.mp4.manifest.json"));
    EXPECT_EQ(run("two.mp4", {"--assemble"}).code, 0) << "assembling twice does no harm";
}

TEST_F(Export, AVideoThatIsKilledGoesOnWhereItsSegmentsEnd) {
    ASSERT_EQ(run("one.mp4").code, 0);
    for (int segment = 1; segment <= 3; ++segment) {
        const std::string path =
            folder.path("two.mp4.parts/segment-00000" + std::to_string(segment) + ".packets");
        const Outcome killed =
            signalProgram(words("two.mp4", {"--resume"}), SIGKILL, [&] { return fs::exists(path); });
        EXPECT_EQ(killed.code, 128 + SIGKILL) << "segment " << segment << ": " << killed.error;
    }
    ASSERT_EQ(run("two.mp4", {"--resume"}).code, 0);
    EXPECT_EQ(file("one.mp4"), file("two.mp4"));
}

TEST_F(Export, FramesBecomeTheVideoThatAnExportGives) {
    ASSERT_EQ(run("frames").code, 0);
    ASSERT_EQ(run("one.mkv").code, 0);
    const Outcome made = run("two.mkv", {"--assemble", "--from", folder.path("frames")});
    ASSERT_EQ(made.code, 0) << made.error;
    EXPECT_EQ(file("one.mkv"), file("two.mkv"));
    EXPECT_EQ(run("two.mkv", {"--verify"}).code, 0) << "its record is that of the frames";
    const Outcome both =
        run("two.mkv", {"--assemble", "--from", folder.path("frames"), "--verify", "--resume"});
    EXPECT_EQ(both.code, 0) << both.error;
    EXPECT_TRUE(contains(both.out, "1 file as recorded, 24 frames drawn again: the same")) << both.out;
    writeFile(folder.path("frames/0040.png"), file("frames/0001.png"));
    const Outcome wrong = run("three.mkv", {"--assemble", "--from", folder.path("frames")});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_TRUE(contains(wrong.error, "0040.png")) << wrong.error;
    EXPECT_FALSE(fs::exists(folder.path("three.mkv.parts"))) << "nothing is left of it";
}

TEST_F(Export, PassesStackToThePicture) {
    const std::vector<std::string> some{"--frames", "60-62"};
    ASSERT_EQ(run("whole", some).code, 0);
    ASSERT_EQ(run("parts", {"--frames", "60-62", "--passes", "map,arrows,labels,panels"}).code, 0);
    for (const char* name : {"/0060.png", "/0062.png"}) {
        const auto whole = base::readImage(folder.path("whole") + name);
        auto stack = base::readImage(folder.path("parts/map") + name);
        ASSERT_TRUE(whole.ok() && stack.ok());
        for (const char* pass : {"arrows", "labels", "panels"}) {
            const auto layer = base::readImage(folder.path(std::string("parts/") + pass) + name);
            ASSERT_TRUE(layer.ok()) << pass;
            for (std::size_t i = 0; i < layer->bytes.size(); ++i) {
                const int alpha = layer->bytes[i / 4 * 4 + 3];
                if (i % 4 < 3)
                    stack->bytes[i] = static_cast<std::uint8_t>(
                        (layer->bytes[i] * alpha + stack->bytes[i] * (255 - alpha) + 127) / 255);
            }
        }
        EXPECT_LE(base::compare(*whole, *stack).worst, 1) << name;
    }
}

TEST_F(Export, AlphaLeavesOutTheMapAndNothingElse) {
    ASSERT_EQ(run("alpha", {"--frames", "60-60", "--alpha"}).code, 0);
    const auto image = base::readImage(folder.path("alpha/0060.png"));
    ASSERT_TRUE(image.ok());
    int clear = 0, solid = 0;
    for (std::size_t i = 3; i < image->bytes.size(); i += 4) {
        clear += image->bytes[i] == 0;
        solid += image->bytes[i] > 200;
    }
    EXPECT_GT(clear, 96 * 54 / 4);
    EXPECT_GT(solid, 20);
}

TEST_F(Export, VerifyFindsWhatIsNotTheFilmAnyMore) {
    ASSERT_EQ(run("one", {"--verify"}).code, 0);
    const Outcome again = run("one", {"--verify"});
    ASSERT_EQ(again.code, 0) << again.error;
    EXPECT_TRUE(contains(again.out, "the same"));
    writeFile(folder.path("one/0001.png"), "something else");
    const Outcome damaged = run("one", {"--verify"});
    EXPECT_EQ(damaged.code, 4);
    EXPECT_TRUE(contains(damaged.error, "0001.png")) << damaged.error;
    std::string manifest = file("one/manifest.json");
    const std::size_t pixels = manifest.find("\"pixels\":\"") + 10;
    manifest[pixels] = manifest[pixels] == '0' ? '1' : '0';
    writeFile(folder.path("one/manifest.json"), manifest);
    EXPECT_TRUE(contains(run("one", {"--verify"}).error, "other pixels"))
        << "a frame that the film does not show";
}

TEST_F(Export, VerifyLooksAtEveryFile) {
    ASSERT_EQ(run("one").code, 0);
    std::string damaged = file("one/0030.png");
    damaged[damaged.size() / 2] ^= 1;
    for (const char* name : {"one/0030.png", "one/0050.png"}) {
        // Frames may be second names of one file.
        fs::remove(folder.path(name));
    }
    writeFile(folder.path("one/0030.png"), damaged);
    const Outcome found = run("one", {"--verify"});
    EXPECT_EQ(found.code, 4);
    EXPECT_TRUE(contains(found.error, "1 of 87 files is missing: " + folder.path("one/0050.png")))
        << found.error;
    EXPECT_TRUE(
        contains(found.error, "1 of 87 files is not as it was written: " + folder.path("one/0030.png")))
        << found.error;
    EXPECT_TRUE(contains(found.error, "--resume")) << found.error;
    const Outcome mended = run("one", {"--verify", "--resume"});
    EXPECT_EQ(mended.code, 0) << mended.error;
    EXPECT_TRUE(contains(mended.out, "87 files as recorded")) << mended.out;
}

TEST_F(Export, PartsAreJoinedAndVerified) {
    for (const char* shard : {"1/2", "2/2"}) ASSERT_EQ(run("one.mkv", {"--shard", shard}).code, 0);
    const Outcome joined = run("one.mkv", {"--assemble", "--verify"});
    ASSERT_EQ(joined.code, 0) << joined.error;
    EXPECT_TRUE(contains(joined.out, "drawn again: the same")) << joined.out;
}

TEST_F(Export, FilesBesideTheFrames) {
    const Outcome run =
        runProgram({"export", folder.path("film.toml"), "--srt", folder.path("a.srt"), "--vtt",
                    folder.path("a.vtt"), "--tracks", folder.path("a.json"), "--tracks",
                    folder.path("a.chan"), "--size", "96x54", "--fps", "2", "--lang", "en"});
    ASSERT_EQ(run.code, 0) << run.error;
    for (const char* name : {"a.srt", "a.vtt", "a.json", "a.chan"})
        EXPECT_TRUE(contains(run.out, " in " + folder.path(name))) << run.out;
    EXPECT_TRUE(contains(file("a.srt"), "00:00:00,000 --> ")) << file("a.srt");
    EXPECT_TRUE(contains(file("a.srt"), "Arrival")) << file("a.srt");
    EXPECT_EQ(file("a.vtt").substr(0, 6), "WEBVTT");
    EXPECT_TRUE(nlohmann::json::parse(file("a.json"), nullptr, false).is_object());
    EXPECT_FALSE(file("a.chan").empty());
    const Outcome again = runProgram({"export", folder.path("film.toml"), "--srt", folder.path("a.srt")});
    EXPECT_EQ(again.code, 2);
    EXPECT_TRUE(contains(again.error, "a.srt is there already")) << again.error;
}

TEST_F(Export, FilesBesideTheFramesStayWhenAnExportGoesOn) {
    const auto again = [&](const char* option) {
        return runProgram({"export", folder.path("film.toml"), "--srt", folder.path("a.srt"), "--tracks",
                           folder.path("a.json"), "--size", "96x54", "--fps", "2", option});
    };
    ASSERT_EQ(again("--resume").code, 0);
    const std::string srt = file("a.srt");
    EXPECT_EQ(again("--resume").code, 0) << "they are as they would be written";
    writeFile(folder.path("a.srt"), "worked on");
    const Outcome refused = again("--resume");
    EXPECT_EQ(refused.code, 2);
    EXPECT_TRUE(contains(refused.error, "a.srt is there already, and differs")) << refused.error;
    EXPECT_EQ(file("a.srt"), "worked on");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path("")), {}), 3) << "the film and these two";
    EXPECT_EQ(again("--force").code, 0);
    EXPECT_EQ(file("a.srt"), srt);
}

TEST_F(Export, SegmentsOfTheWholeFilmAreNotTakenForAPart) {
    ASSERT_EQ(run("one.mp4").code, 0);
    const std::string first = folder.path("two.mp4.parts/segment-000001.packets");
    ASSERT_NE(signalProgram(words("two.mp4"), SIGKILL, [&] { return fs::exists(first); }).code, 0);
    for (const bool goesOn : {false, true}) {
        std::vector<std::string> part{"--frames", "1-4"};
        if (goesOn) part.emplace_back("--resume");
        const Outcome other = run("two.mp4", part);
        EXPECT_EQ(other.code, 2) << other.error;
        EXPECT_TRUE(contains(other.error, "frames was 1-")) << other.error;
        EXPECT_TRUE(fs::exists(first)) << "what is finished stays";
    }
    ASSERT_EQ(run("two.mp4", {"--resume"}).code, 0);
    EXPECT_EQ(file("one.mp4"), file("two.mp4"));
}

TEST_F(Export, TwoRunsThatJoinAVideoAtOnceGiveOne) {
    ASSERT_EQ(run("one.mkv").code, 0);
    for (const char* shard : {"1/2", "2/2"}) ASSERT_EQ(run("two.mkv", {"--shard", shard}).code, 0);
    std::string join = std::string(HARMATTAN_BINARY_DIR) + "/harmattan";
    for (const std::string& word : words("two.mkv", {"--assemble"})) join += " '" + word + "'";
    const Outcome both = runShell(join + " & one=$!; " + join + " & two=$!; wait $one && wait $two");
    ASSERT_EQ(both.code, 0) << both.error;
    EXPECT_EQ(file("one.mkv"), file("two.mkv"));
    EXPECT_EQ(file("one.mkv.manifest.json"), file("two.mkv.manifest.json"));
    EXPECT_FALSE(fs::exists(folder.path("two.mkv.lock")));
}

TEST_F(Export, AVideoWithSoundIsVerified) {
    // RIFF, one channel, 8000 samples a second, 8 bits, half a second of silence.
    std::string wav = "RIFF";
    const auto number = [&](std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) wav += static_cast<char>(value >> (8 * i) & 255);
    };
    number(36 + 4000, 4);
    wav += "WAVEfmt ";
    for (const auto& [value, bytes] :
         {std::pair(16, 4), {1, 2}, {1, 2}, {8000, 4}, {8000, 4}, {1, 2}, {8, 2}})
        number(static_cast<std::uint32_t>(value), bytes);
    wav += "data";
    number(4000, 4);
    wav += std::string(4000, '\x80');
    writeFile(folder.path("a.wav"), wav);
    const Outcome made = run("one.mp4", {"--audio", folder.path("a.wav"), "--verify"});
    EXPECT_EQ(made.code, 0) << made.error;
    EXPECT_NE(made.error.find("a.wav: its sound ends after 0.5 s of"), std::string::npos) << made.error;
    EXPECT_EQ(run("one.mp4", {"--audio", folder.path("a.wav"), "--verify"}).code, 0);
}

TEST_F(Export, ForceWaitsForAnotherExportOfTheSameFrames) {
    Outcome second;
    const Outcome first = signalProgram(words("one"), 0, [&] {
        if (!fs::exists(folder.path("one/0001.png"))) return false;
        second = run("one", {"--force", "--theme", "paper"});
        return true;
    });
    ASSERT_EQ(first.code, 0) << first.error;
    // It found the first one either still at work or done.
    EXPECT_TRUE(second.code == 0 || contains(second.error, "another export is writing")) << second.error;
    if (second.code == 0) return;
    EXPECT_EQ(run("one", {"--verify"}).code, 0) << "the first one's frames are whole";
}

TEST_F(Export, ProgressAsJsonIsALineEach) {
    const Outcome run = this->run("one", {"--progress", "json"});
    ASSERT_EQ(run.code, 0);
    std::istringstream lines(run.error);
    nlohmann::json last;
    for (std::string line; std::getline(lines, line);) {
        last = nlohmann::json::parse(line, nullptr, false);
        ASSERT_TRUE(last.is_object()) << line;
        for (const char* key : {"frame", "done", "total", "fps", "seconds_left", "bytes"})
            EXPECT_TRUE(last.contains(key)) << key;
    }
    EXPECT_EQ(last["done"], last["total"]);
    EXPECT_GT(last["bytes"], 0);
}

TEST_F(Export, ADryRunLeavesNothingBehind) {
    for (const char* out : {"one", "one.mp4"}) {
        const Outcome run = this->run(out, {"--dry-run"});
        ASSERT_EQ(run.code, 0) << run.error;
        EXPECT_TRUE(contains(run.out, " frames, about ") && contains(run.out, " MB")) << run.out;
        EXPECT_FALSE(fs::exists(folder.path(out)));
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1) << "the film alone";
}

TEST_F(Export, ADryRunAnswersAlsoWhereAnExportIsThere) {
    for (const char* out : {"one", "one.mkv"}) {
        const Outcome made = run(out, {"--frames", "1-1"});
        ASSERT_EQ(made.code, 0) << made.error;
        EXPECT_TRUE(contains(made.out, "1 frame in ")) << made.out;
        const Outcome dry = run(out, {"--frames", "1-1", "--dry-run"});
        EXPECT_EQ(dry.code, 0) << dry.error;
        EXPECT_TRUE(contains(dry.out, "1 frame, about ")) << dry.out;
        EXPECT_TRUE(contains(dry.error, "warning: ") && contains(dry.error, "is there already")) << dry.error;
    }
    EXPECT_EQ(run("one", {"--frames", "1-1", "--size", "64x36", "--resume", "--dry-run"}).code, 2)
        << "going on would be refused";
}

TEST_F(Export, WishesThatCannotBeAreSaidBeforeTheFirstFrame) {
    const std::vector<std::pair<std::vector<std::string>, std::string>> wishes = {
        {{"a.mp4", "--size", "97x54"}, "96x54"},
        {{"a.mp4", "--alpha"}, "no transparency"},
        {{"a.mp4", "--encoder", "nosuch"}, "libx264"},
        {{"a.mp4", "--speed", "nosuch"}, "veryfast"},
        {{"a.mp4", "--audio", "nosuch.wav"}, "nosuch.wav"},
        {{"a.mp4", "--shard", "1/90"}, "segments"},
        {{"a.mp4", "--preset", "edit-prores"}, ".mov"},
        {{"a.mp4", "--preset", "nosuch"}, "youtube-4k"},
        {{"a", "--passes", "map,sky"}, "sky"},
        {{"a", "--audio", "a.wav"}, "no sound"},
        {{"a", "--crf", "20"}, "--crf: frames have no encoder"},
        {{"a", "--speed", "slow"}, "--speed: frames have no encoder"},
        {{"a", "--shutter", "90"}, "--motion-blur"},
        {{"a", "--fps", "29.97"}, "29.97 is 30000/1001"},
        {{"a", "--fps", "23.976"}, "23.976 is 24000/1001"},
        {{"a", "--fps", "59.94"}, "59.94 is 60000/1001"},
        {{"a", "--fps", "2000"}, "from 1 to 1000"},
        {{"a", "--frames", "80-900"}, "the film has 87 frames; use --frames 80-87"},
        {{"a", "--frames", "900-"}, "--frames 900-: the film has 87 frames; choose from 1-87"},
        {{"a.m4v"}, ".mp4, .mov, .webm or .mkv"},
        {{"a.gif", "--passes", "map"}, ".gif"},
        {{"a", "--shard", "1/9000"}, "frames"},
        {{"a", "--shard", "3/2"}, "1/4"},
        {{"a", "--alpha", "--passes", "map"}, "do not go together"},
        {{"a", "--overlay", "--alpha"}, "--overlay"},
        {{"a", "--force", "--resume"}, "--resume"},
        {{"a", "--shard", "1/2", "--verify"}, "--verify"},
        {{"a", "--from", "b"}, "--assemble"},
        {{"a", "--tracks", "a.txt"}, ".json"},
    };
    for (const auto& [wish, word] : wishes) {
        const Outcome run = this->run(wish.front(), {wish.begin() + 1, wish.end()});
        EXPECT_EQ(run.code, 2) << word;
        EXPECT_TRUE(contains(run.error, word)) << word << ": " << run.error;
        EXPECT_FALSE(fs::exists(folder.path(wish.front()))) << word;
    }
}

TEST_F(Export, NamesThatCannotBeAreSaidBeforeTheFirstFrame) {
    fs::create_directories(folder.path("a.mp4"));
    for (const char* how : {"--force", "--resume"}) {
        const Outcome taken = run("a.mp4", {how});
        EXPECT_EQ(taken.code, 2);
        EXPECT_TRUE(contains(taken.error, "a.mp4 is a folder")) << taken.error;
    }
    const Outcome tooLong = run(std::string(236, 'x') + ".mp4");
    EXPECT_EQ(tooLong.code, 2);
    EXPECT_TRUE(contains(tooLong.error, "240 bytes; use at most 236")) << tooLong.error;
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 2) << "the film and the folder";
}

TEST_F(Export, SupersamplingAndBlurShowTheSameMoment) {
    // The camera flies: frames around 167 differ from each other.
    const auto pictureOf = [&](const std::string& frame, const std::vector<std::string>& look) {
        std::vector<std::string> more{"--fps", "4", "--frames", frame + "-" + frame, "--force"};
        more.insert(more.end(), look.begin(), look.end());
        EXPECT_EQ(run("look", more).code, 0);
        const auto image = base::readImage(folder.path("look/0" + frame + ".png"));
        EXPECT_TRUE(image.ok());
        return image.ok() ? *image : base::Image{};
    };
    for (const std::vector<std::string>& look :
         {std::vector<std::string>{"--supersample", "3"}, {"--motion-blur", "4", "--shutter", "40"}}) {
        const base::Image changed = pictureOf("167", look);
        const double same = base::compare(pictureOf("167", {}), changed).mean;
        for (const char* other : {"166", "168"})
            EXPECT_LT(same, base::compare(pictureOf(other, {}), changed).mean) << look.front() << other;
    }
}

TEST_F(Export, AVideoThatIsNotAsRecordedIsNotTakenForIt) {
    ASSERT_EQ(run("one.mkv").code, 0);
    ASSERT_EQ(run("one.mkv", {"--resume"}).code, 0);
    EXPECT_EQ(run("one.mkv", {"--resume", "--frames", "1-10"}).code, 2) << "it has other frames";
    const Outcome faster = run("one.mkv", {"--resume", "--encoder-threads", "2"});
    EXPECT_EQ(faster.code, 2);
    EXPECT_TRUE(contains(faster.error, "encoder threads was 4 and is 2")) << faster.error;
    const std::string whole = file("one.mkv");
    writeFile(folder.path("one.mkv"), whole.substr(0, whole.size() / 2));
    EXPECT_EQ(run("one.mkv", {"--verify"}).code, 4);
    const Outcome resumed = run("one.mkv", {"--resume"});
    EXPECT_EQ(resumed.code, 0);
    EXPECT_TRUE(contains(resumed.error, "one.mkv: is damaged")) << resumed.error;
    EXPECT_EQ(file("one.mkv"), whole) << "it is made again";
}

TEST_F(Export, ShardsOfAVideoThatBeginTogetherDoNotDisturbEachOther) {
    ASSERT_EQ(run("one.mkv").code, 0);
    std::string all;
    for (const char* shard : {"1/4", "2/4", "3/4", "4/4"}) {
        for (const std::string& word : words("two.mkv", {"--shard", shard, "--resume"}))
            all += (word == "export" ? std::string(HARMATTAN_BINARY_DIR) + "/harmattan export"
                                     : " '" + word + "'");
        all += " & pids=\"$pids $!\"; ";
    }
    const Outcome shards = runShell(all + "for p in $pids; do wait $p || exit 1; done");
    ASSERT_EQ(shards.code, 0) << shards.error;
    ASSERT_EQ(run("two.mkv", {"--assemble"}).code, 0);
    EXPECT_EQ(file("one.mkv"), file("two.mkv"));
    EXPECT_FALSE(fs::exists(folder.path("two.mkv.parts")));
}

TEST_F(Export, TwoRunsOfTheSameVideoDoNotMix) {
    Outcome second;
    const std::string settings = folder.path("one.mkv.parts/settings.json");
    const Outcome first = signalProgram(words("one.mkv"), 0, [&] {
        if (!fs::exists(settings)) return false;
        second = run("one.mkv", {"--resume"});
        return true;
    });
    ASSERT_EQ(first.code, 0) << first.error;
    // It had to wait, and found the first one either still at work or done.
    EXPECT_TRUE(second.code == 0 || contains(second.error, "another export is writing")) << second.error;
    EXPECT_EQ(run("one.mkv", {"--verify"}).code, 0);
    EXPECT_FALSE(fs::exists(folder.path("one.mkv.parts")));
}

TEST_F(Export, NobodyTakesTheSegmentsOfAVideoThatIsBeingJoined) {
    ASSERT_EQ(run("one.mkv").code, 0);
    for (const bool assembles : {false, true}) {
        Held held;
        std::vector<Outcome> others;
        // The video is written within milliseconds: it may slip through.
        for (int i = 0; i < 20 && !held.wasHeld; ++i) {
            fs::remove(folder.path("two.mkv"));
            fs::remove(folder.path("two.mkv.manifest.json"));
            if (assembles) {
                for (const char* shard : {"1/2", "2/2"})
                    ASSERT_EQ(run("two.mkv", {"--shard", shard}).code, 0);
            }
            const auto joining = assembles ? words("two.mkv", {"--assemble"}) : words("two.mkv");
            held = holdProgram(
                joining, [&] { return fs::exists(folder.path("two.mkv.part")); },
                [&] {
                    for (const std::vector<std::string>& how : {std::vector<std::string>{"--force"},
                                                                {"--resume"},
                                                                {"--shard", "2/3", "--resume"},
                                                                {"--frames", "80-", "--force"}})
                        others.push_back(run("two.mkv", how));
                });
        }
        ASSERT_TRUE(held.wasHeld);
        EXPECT_EQ(held.outcome.code, 0) << held.outcome.error;
        for (const Outcome& other : others) {
            EXPECT_EQ(other.code, 1);
            EXPECT_TRUE(contains(other.error, "another export is writing these frames")) << other.error;
        }
        EXPECT_EQ(file("one.mkv"), file("two.mkv"));
        EXPECT_EQ(file("one.mkv.manifest.json"), file("two.mkv.manifest.json"));
        EXPECT_FALSE(fs::exists(folder.path("two.mkv.parts")));
    }
}

TEST_F(Export, NobodyBeginsAVideoAnewWhileAnotherOneMakesPartOfIt) {
    for (const std::vector<std::string>& part :
         {std::vector<std::string>{"--frames", "1-60"}, {"--shard", "1/2"}}) {
        Outcome other;
        const Held held = holdProgram(
            words("one.mkv", part),
            [&] { return fs::exists(folder.path("one.mkv.parts/segment-000001.packets")); },
            [&] {
                other = run("one.mkv", {"--frames", "70-80", "--force"});
            });
        ASSERT_TRUE(held.wasHeld);
        EXPECT_EQ(held.outcome.code, 0) << held.outcome.error;
        EXPECT_EQ(other.code, 1);
        EXPECT_TRUE(contains(other.error, "another export is writing these frames")) << other.error;
        EXPECT_EQ(run("one.mkv", {"--force"}).code, 0) << "a part that was finished is in nobody's way";
        EXPECT_FALSE(fs::exists(folder.path("one.mkv.parts")));
        fs::remove(folder.path("one.mkv"));
        fs::remove(folder.path("one.mkv.manifest.json"));
    }
}

TEST_F(Export, SegmentsMayLieOnAnotherDisk) {
    fs::create_directories(folder.path("elsewhere"));
    fs::create_directory_symlink(folder.path("elsewhere"), folder.path("one.mkv.parts"));
    for (const char* shard : {"1/2", "2/2"}) ASSERT_EQ(run("one.mkv", {"--shard", shard}).code, 0);
    EXPECT_TRUE(fs::exists(folder.path("elsewhere/segment-000001.packets")));
    ASSERT_EQ(run("one.mkv", {"--assemble"}).code, 0);
    EXPECT_TRUE(fs::is_empty(folder.path("elsewhere")));
    EXPECT_EQ(run("one.mkv", {"--verify"}).code, 0);
}

TEST_F(Export, AFailedExportLeavesTheOldVideo) {
    ASSERT_EQ(run("one.mkv").code, 0);
    const std::string old = file("one.mkv");
    const Outcome killed = signalProgram(words("one.mkv", {"--force", "--theme", "paper"}), SIGKILL, [&] {
        return fs::exists(folder.path("one.mkv.parts/settings.json"));
    });
    ASSERT_EQ(killed.code, 128 + SIGKILL);
    EXPECT_EQ(file("one.mkv"), old);
}

TEST_F(Export, TilesStitchWithoutASeam) {
    // Here a border's corner lies on the edge of a tile.
    for (const char* theme : {"night", "plain"}) {
        base::Image images[2];
        for (const bool tiled : {false, true}) {
            std::vector<std::string> more{"--size", "640x360", "--fps",   "24", "--frames",
                                          "40-40",  "--force", "--theme", theme};
            if (tiled) more.insert(more.end(), {"--tile", "192"});
            ASSERT_EQ(run("tiles", more).code, 0);
            const auto image = base::readImage(folder.path("tiles/0040.png"));
            ASSERT_TRUE(image.ok());
            images[tiled ? 1 : 0] = *image;
        }
        EXPECT_LE(base::compare(images[0], images[1]).worst, 1) << theme;
    }
}

TEST_F(Export, TheGraphicsCardConvertsLikeTheProcessor) {
    const std::vector<std::string> some{"--frames", "1-20", "--crf", "0"};
    for (const char* where : {"gpu", "cpu"}) {
        std::vector<std::string> more = some;
        more.insert(more.end(), {"--convert", where, "--verify"});
        const Outcome made = run(std::string(where) + ".mp4", more);
        ASSERT_EQ(made.code, 0) << made.error;
    }
    EXPECT_TRUE(contains(file("gpu.mp4.manifest.json"), "on the graphics card"));
    EXPECT_FALSE(contains(file("cpu.mp4.manifest.json"), "on the graphics card"));
    const Outcome mixed = run("gpu.mp4", {"--frames", "1-20", "--crf", "0", "--convert", "cpu", "--resume"});
    EXPECT_EQ(mixed.code, 2);
    EXPECT_TRUE(contains(mixed.error, "conversion was on the graphics card")) << mixed.error;
}
