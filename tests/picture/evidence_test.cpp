#include "picture/evidence.h"

#include <gtest/gtest.h>

using film::ClaimStatus;
using film::Count;
using film::CountStatus;
using film::Event;
using film::EventKind;
using picture::ArrowFill;
using picture::ArrowStyle;
using picture::lookOf;

namespace {

Event movement(EventKind kind, CountStatus countStatus, std::optional<Count> count,
               ClaimStatus status = ClaimStatus::Confirmed) {
    Event event;
    event.kind = kind;
    event.countStatus = countStatus;
    event.count = count;
    event.status = status;
    return event;
}

}  // namespace

TEST(EvidenceTest, OnlyAnExactOrApproximateCountSetsAWidth) {
    const ArrowStyle style;
    for (const CountStatus status : {CountStatus::Exact, CountStatus::Approx}) {
        const auto look = lookOf(movement(EventKind::Arrival, status, Count{1500, 1500}), style);
        EXPECT_EQ(look.width, style.classWidths[3]);
        EXPECT_EQ(look.fill, ArrowFill::Solid);
        EXPECT_TRUE(look.counted);
    }
    for (const CountStatus status : {CountStatus::None, CountStatus::Range, CountStatus::Presence,
                                     CountStatus::Cumulative, CountStatus::Disputed, CountStatus::Unknown}) {
        const auto look = lookOf(movement(EventKind::Arrival, status, Count{1500, 1500}), style);
        EXPECT_EQ(look.width, style.neutralWidth);
        EXPECT_NE(look.fill, ArrowFill::Solid);
        EXPECT_FALSE(look.counted);
    }
}

TEST(EvidenceTest, NeitherARangeNorADisputedClaimSetsAWidth) {
    const ArrowStyle style;
    const auto range = lookOf(movement(EventKind::Departure, CountStatus::Approx, Count{60, 1500}), style);
    EXPECT_EQ(range.width, style.neutralWidth);
    EXPECT_EQ(range.fill, ArrowFill::Chevrons);
    EXPECT_FALSE(range.counted);
    const Count count{1500, 1500};
    const auto disputed =
        lookOf(movement(EventKind::Arrival, CountStatus::Exact, count, ClaimStatus::Disputed), style);
    EXPECT_EQ(disputed.width, style.neutralWidth);
    EXPECT_EQ(disputed.fill, ArrowFill::Hatched);
    const auto announced =
        lookOf(movement(EventKind::Arrival, CountStatus::Exact, count, ClaimStatus::Announced), style);
    EXPECT_EQ(announced.width, style.classWidths[3]);
    EXPECT_EQ(announced.fill, ArrowFill::Hollow);
}

TEST(EvidenceTest, TheClassesEndAtAHundredFiveHundredAndTwelveHundred) {
    const int expected[][2] = {{1, 0},   {100, 0},  {101, 1},  {500, 1},
                               {501, 2}, {1200, 2}, {1201, 3}, {2400, 3}};
    for (const auto& [count, widthClass] : expected)
        EXPECT_EQ(picture::widthClass(count), widthClass) << count;
}

TEST(EvidenceTest, WhatIsAnnouncedIsHollowAndWhatIsDisputedHatched) {
    const ArrowStyle style;
    const Count count{100, 100};
    EXPECT_EQ(
        lookOf(movement(EventKind::Delivery, CountStatus::Approx, count, ClaimStatus::Announced), style).fill,
        ArrowFill::Hollow);
    EXPECT_EQ(
        lookOf(movement(EventKind::Arrival, CountStatus::Approx, count, ClaimStatus::Disputed), style).fill,
        ArrowFill::Hatched);
    EXPECT_EQ(lookOf(movement(EventKind::Arrival, CountStatus::Disputed, count), style).fill,
              ArrowFill::Chevrons);
}

TEST(EvidenceTest, VisitsAndCallsAreThinLinksWhateverTheirCount) {
    const ArrowStyle style;
    for (const EventKind kind : {EventKind::Visit, EventKind::Call}) {
        const auto look = lookOf(movement(kind, CountStatus::Exact, Count{2000, 2000}), style);
        EXPECT_EQ(look.fill, ArrowFill::Dashed);
        EXPECT_LT(look.width, style.classWidths[0]);
    }
}
