#include "video/frame_ledger.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <thread>

#include "temporary_path.h"

namespace video {

namespace {

namespace fs = std::filesystem;

nlohmann::ordered_json settings(const std::string& size = "4x4") {
    return {{"size", size}, {"fps", "30"}};
}

FrameRecord record(std::int64_t frame) {
    const std::string number = std::to_string(frame);
    return {frame, std::string(32 - number.size(), 'a') + number, static_cast<std::uint64_t>(frame) * 10,
            static_cast<std::uint32_t>(frame)};
}

std::string contentOf(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

class Ledger : public testing::Test {
  protected:
    Ledger() : folder(temporaryPath("ledger")) { fs::create_directories(folder); }
    ~Ledger() override { fs::remove_all(folder); }

    // Records frames and closes.
    std::string run(FrameRange range, FrameRange whole, std::vector<std::int64_t> frames) {
        FrameLedger ledger(folder, range, whole, settings());
        EXPECT_TRUE(ledger.lock().ok());
        EXPECT_TRUE(ledger.readEarlier().ok());
        EXPECT_TRUE(ledger.begin().ok());
        for (const std::int64_t frame : frames) ledger.add(record(frame));
        EXPECT_TRUE(ledger.close().ok());
        return contentOf(ledger.manifestPath());
    }
    std::string journal(const std::string& range) const { return folder + "/export-" + range + ".journal"; }

    std::string folder;
};

}  // namespace

TEST_F(Ledger, AWholeRunLeavesAManifestAlone) {
    const std::string manifest = run({1, 3}, {1, 3}, {1, 2, 3});
    EXPECT_NE(
        manifest.find(R"({"frame":2,"pixels":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2","bytes":20,"crc32":2})"),
        std::string::npos)
        << manifest;
    EXPECT_FALSE(fs::exists(journal("000001-000003")));
}

TEST_F(Ledger, ARunThatEndedEarlyIsGoneOnWith) {
    EXPECT_EQ(run({1, 3}, {1, 3}, {1, 2}), "");
    FrameLedger ledger(folder, {1, 3}, {1, 3}, settings());
    ASSERT_TRUE(ledger.lock().ok());
    ASSERT_TRUE(ledger.readEarlier().ok());
    EXPECT_TRUE(ledger.has(1) && ledger.has(2) && !ledger.has(3));
    ASSERT_TRUE(ledger.begin().ok());
    ledger.add(record(3));
    ASSERT_TRUE(ledger.close().ok());
    const std::string resumed = contentOf(ledger.manifestPath());
    fs::remove_all(folder);
    fs::create_directories(folder);
    EXPECT_EQ(resumed, run({1, 3}, {1, 3}, {1, 2, 3}));
}

TEST_F(Ledger, ATornLineCostsNoMoreThanItself) {
    run({1, 9}, {1, 9}, {1, 2});
    const std::string whole = contentOf(journal("000001-000009"));
    for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
        std::ofstream(journal("000001-000009"), std::ios::binary) << whole.substr(0, cut);
        FrameLedger ledger(folder, {1, 9}, {1, 9}, settings());
        ASSERT_TRUE(ledger.lock().ok()) << cut;
        ASSERT_TRUE(ledger.readEarlier().ok()) << cut;
        ASSERT_TRUE(ledger.begin().ok()) << cut;
        ledger.add(record(5));
        ASSERT_TRUE(ledger.close().ok()) << cut;
        FrameLedger again(folder, {1, 9}, {1, 9}, settings());
        ASSERT_TRUE(again.readEarlier().ok()) << cut;
        EXPECT_TRUE(again.has(5)) << cut;
        EXPECT_EQ(again.has(2), cut == whole.size()) << cut;
    }
}

TEST_F(Ledger, PartsFromSeveralMachinesMakeTheSameManifest) {
    const std::string one = run({1, 4}, {1, 4}, {1, 2, 3, 4});
    fs::remove_all(folder);
    fs::create_directories(folder);
    EXPECT_EQ(run({3, 4}, {1, 4}, {3, 4}), "");
    EXPECT_EQ(run({1, 2}, {1, 4}, {1, 2}), one);
    EXPECT_FALSE(fs::exists(journal("000003-000004")));
}

TEST_F(Ledger, OtherSettingsAreRefusedAndNamed) {
    run({1, 3}, {1, 3}, {1});
    FrameLedger other(folder, {1, 3}, {1, 3}, settings("8x8"));
    const auto read = other.readEarlier();
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.problems()[0].trouble, base::Trouble::Usage);
    EXPECT_NE(read.problems()[0].what.find("size was 4x4 and is 8x8"), std::string::npos);
    other.forgetEarlier();
    EXPECT_FALSE(other.has(1));
    EXPECT_FALSE(fs::exists(journal("000001-000003")));
}

TEST_F(Ledger, TwoRunsOfTheSameFramesDoNotMix) {
    FrameLedger one(folder, {1, 3}, {1, 3}, settings()), two(folder, {1, 3}, {1, 3}, settings());
    ASSERT_TRUE(one.lock().ok());
    const auto second = two.lock(0);
    ASSERT_FALSE(second.ok());
    EXPECT_NE(second.problems()[0].what.find("another export"), std::string::npos);
}

TEST_F(Ledger, WhoWaitedForALockFindsTheSequenceThatWasFinishedMeanwhile) {
    FrameLedger late(folder, {1, 3}, {1, 3}, settings());
    ASSERT_TRUE(late.readEarlier().ok());
    auto early = std::make_unique<FrameLedger>(folder, FrameRange{1, 3}, FrameRange{1, 3}, settings());
    ASSERT_TRUE(early->lock().ok());
    ASSERT_TRUE(early->begin().ok());
    std::thread finishing([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        for (const std::int64_t frame : {1, 2, 3}) early->add(record(frame));
        EXPECT_TRUE(early->close().ok());
        early.reset();
    });
    const auto locked = late.lock(60);
    finishing.join();
    ASSERT_TRUE(locked.ok()) << locked.problems()[0].what;
    EXPECT_TRUE(fs::exists(journal("000001-000003"))) << "its own: the other one's was removed";
    ASSERT_TRUE(late.readEarlier().ok());
    EXPECT_TRUE(late.has(1) && late.has(2) && late.has(3));
}

TEST_F(Ledger, WhatWasReadBeforeTheLockIsForgotten) {
    run({1, 3}, {1, 3}, {1, 2});
    FrameLedger ledger(folder, {1, 3}, {1, 3}, settings());
    ASSERT_TRUE(ledger.readEarlier().ok());
    fs::remove(journal("000001-000003"));
    ASSERT_TRUE(ledger.lock().ok());
    ASSERT_TRUE(ledger.readEarlier().ok());
    EXPECT_FALSE(ledger.hasEarlier() || ledger.has(1)) << "somebody has begun anew";
}

TEST_F(Ledger, AJournalThatIsBeingWrittenStays) {
    run({1, 3}, {1, 3}, {1, 2, 3});
    FrameLedger anew(folder, {1, 2}, {1, 2}, settings());
    ASSERT_TRUE(anew.lock().ok());
    ASSERT_TRUE(anew.begin().ok());
    run({3, 3}, {1, 3}, {3});
    EXPECT_TRUE(fs::exists(journal("000001-000002"))) << "it is what keeps others out";
    EXPECT_FALSE(fs::exists(journal("000003-000003")));
    FrameLedger other(folder, {1, 3}, {1, 3}, settings("8x8"));
    EXPECT_FALSE(other.forgetEarlier().ok());
    EXPECT_TRUE(fs::exists(journal("000001-000002")));
}

TEST_F(Ledger, PartsOfASequenceKeepOutWhoWouldWriteTheSameFrames) {
    FrameLedger shard(folder, {4, 6}, {1, 9}, settings()), next(folder, {7, 9}, {1, 9}, settings()),
        whole(folder, {1, 9}, {1, 9}, settings());
    ASSERT_TRUE(shard.lock().ok());
    ASSERT_TRUE(next.lock().ok());
    const auto refused = whole.lock();
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.problems()[0].file.find("export-000004-000006.journal"), std::string::npos);
    EXPECT_FALSE(fs::exists(journal("000001-000009")));
}

TEST_F(Ledger, FilesThatAreNamedLikeJournalsAreNone) {
    for (const char* name : {"000003-000001", "1-", "-1-2-3", "a-b", "99999999999999999999-1", ""})
        std::ofstream(journal(name)) << "x";
    EXPECT_NE(run({1, 3}, {1, 3}, {1, 2, 3}), "");
    EXPECT_TRUE(fs::exists(journal("000003-000001")));
}

TEST_F(Ledger, ALockThatLedToNothingLeavesNoJournal) {
    {
        FrameLedger ledger(folder, {1, 3}, {1, 3}, settings());
        ASSERT_TRUE(ledger.lock().ok());
        EXPECT_TRUE(fs::exists(journal("000001-000003")));
    }
    EXPECT_FALSE(fs::exists(journal("000001-000003")));
}

TEST_F(Ledger, ForgettingKeepsTheLock) {
    run({1, 3}, {1, 3}, {1});
    FrameLedger ledger(folder, {1, 3}, {1, 3}, settings("8x8")), other(folder, {1, 3}, {1, 3}, settings());
    ASSERT_TRUE(ledger.lock().ok());
    ASSERT_TRUE(ledger.forgetEarlier().ok());
    ASSERT_TRUE(ledger.begin().ok());
    EXPECT_FALSE(other.lock(0).ok());
    EXPECT_NE(contentOf(journal("000001-000003")).find("8x8"), std::string::npos);
}

TEST_F(Ledger, WhatIsNoManifestIsSaid) {
    for (const char* text : {"", "{}", "[1]", R"({"format":"x","settings":{},"frames":[]})",
                             R"({"format":1,"settings":{},"frames":[{"frame":-1,"pixels":"a"}]})",
                             R"({"format":1,"settings":{},"frames":[{"frame":1e99,"pixels":"a"}]})"}) {
        std::ofstream(folder + "/manifest.json") << text;
        FrameLedger ledger(folder, {1, 3}, {1, 3}, settings());
        const auto read = ledger.readEarlier();
        ASSERT_FALSE(read.ok()) << text;
        EXPECT_NE(read.problems()[0].what.find("manifest"), std::string::npos);
    }
}

}  // namespace video
