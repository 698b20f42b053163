#include "video/estimate.h"

#include <gtest/gtest.h>

TEST(Estimate, ADiskThatIsTooSmallIsWarnedOf) {
    video::ExportPlan plan;
    plan.out = "out";
    plan.outputs.resize(1);
    EXPECT_TRUE(video::roomWarnings(plan, 5'000'000, 5'000'000).empty());
    const auto few = video::roomWarnings(plan, 5'000'000, 4'000'000);
    ASSERT_EQ(few.size(), 1u);
    EXPECT_EQ(few[0].severity, base::Severity::Warning);
    EXPECT_EQ(few[0].what, "needs about 5 MB on the disk, which has 4 MB");
}

TEST(Estimate, AVideoNeedsItsRoomTwice) {
    video::ExportPlan plan;
    plan.outputs.resize(1);
    plan.outputs[0].video.emplace();
    EXPECT_TRUE(video::roomWarnings(plan, 5'000'000, 10'000'000).empty());
    EXPECT_EQ(video::roomWarnings(plan, 5'000'000, 9'000'000).size(), 1u);
}
