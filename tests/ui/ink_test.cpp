#include "ui/ink.h"

#include <gtest/gtest.h>

#include "small_film.h"
#include "ui/ink_hand.h"

using namespace ui;
using base::LonLat;
using base::Vec2;
using small::Desk;

namespace {

const Key kPenKey = key('p', kControl), kUndoKey = key('z', kControl), kRedoKey = key('z', kControlShift);

Command inkAt(CommandId id, std::optional<LonLat> at) {
    Command command{id, 0, {}, {}};
    if (at) command.ink = picture::InkPoint{at, {}};
    return command;
}

void draw(Desk& desk, LonLat from, LonLat to) {
    desk.apply(inkAt(CommandId::StrokeBegin, from));
    desk.apply(inkAt(CommandId::StrokePoint, to));
    desk.apply(CommandId::StrokeEnd);
}

const std::vector<picture::Stroke>& strokes(const Desk& desk) {
    return desk.session.ink.shown.strokes;
}

/// A hand at work over a desk, as the window moves it.
struct Hand {
    Desk& desk;
    InkHand hand = {};

    void carryOut(const std::optional<Command>& command) {
        if (command) desk.apply(*command);
    }
    void press(Vec2 at) { carryOut(hand.press(at, desk.session, desk.sight())); }
    void move(Vec2 to) { carryOut(hand.move(to, desk.session, desk.sight())); }
    void release() { carryOut(hand.release(Button::Left)); }
};

}  // namespace

TEST(Ink, AToolIsTakenInHandAndPutAwayWithTheSameKeyOrEscape) {
    Desk desk;
    desk.press(kPenKey);
    EXPECT_EQ(desk.session.ink.hold, InkHold::Pen);
    desk.press(key('h', kControl));
    EXPECT_EQ(desk.session.ink.hold, InkHold::Highlighter);
    desk.press(key('h', kControl));
    EXPECT_EQ(desk.session.ink.hold, InkHold::Nothing);
    const std::pair<Key, InkHold> tools[] = {{key('a', kControl), InkHold::Arrow},
                                             {key('l', kControl), InkHold::Laser},
                                             {key('k', kControl), InkHold::Spotlight},
                                             {key('e', kControlShift), InkHold::Eraser}};
    for (const auto& [tool, hold] : tools) {
        desk.press(tool);
        EXPECT_EQ(desk.session.ink.hold, hold);
    }
    desk.press(key(KeyName::Escape));
    EXPECT_EQ(desk.session.ink.hold, InkHold::Nothing);
    EXPECT_FALSE(desk.session.quit);
}

TEST(Ink, AStrokeIsWhatTheHandDrewWithToolAndColour) {
    Desk desk;
    desk.press(key('a', kControl));
    desk.press(key('x'));
    draw(desk, {1, 2}, {3, 4});
    ASSERT_EQ(strokes(desk).size(), 1u);
    EXPECT_EQ(strokes(desk)[0], (picture::Stroke{picture::InkTool::Arrow, 1, {{1, 2}, {3, 4}}}));
    for (int i = 0; i < 3; ++i) desk.press(key('x'));
    EXPECT_EQ(desk.session.ink.color, 0) << "the colours go round";
}

TEST(Ink, WithoutAToolThatDrawsThereIsNoStroke) {
    Desk desk;
    draw(desk, {1, 2}, {3, 4});
    desk.press(key('l', kControl));
    draw(desk, {1, 2}, {3, 4});
    EXPECT_TRUE(strokes(desk).empty());
    desk.press(kPenKey);
    desk.apply(inkAt(CommandId::StrokeBegin, std::nullopt));
    desk.apply(inkAt(CommandId::StrokePoint, LonLat{1, 1}));
    EXPECT_TRUE(strokes(desk).empty()) << "nor one that began nowhere";
}

TEST(Ink, StrokesComeAndGoWithUndoAndRedo) {
    Desk desk;
    desk.press(kPenKey);
    draw(desk, {1, 1}, {2, 2});
    draw(desk, {3, 3}, {4, 4});
    const auto both = strokes(desk);
    desk.press(kUndoKey);
    EXPECT_EQ(strokes(desk).size(), 1u);
    desk.press(kUndoKey);
    desk.press(kUndoKey);
    EXPECT_TRUE(strokes(desk).empty());
    desk.press(kRedoKey);
    desk.press(key('y', kControl));
    desk.press(kRedoKey);
    EXPECT_EQ(strokes(desk), both);
    desk.press(kUndoKey);
    draw(desk, {5, 5}, {6, 6});
    desk.press(kRedoKey);
    ASSERT_EQ(strokes(desk).size(), 2u) << "what is drawn anew ends the way forward";
    EXPECT_EQ(strokes(desk)[1].points[0], (LonLat{5, 5}));
}

TEST(Ink, EraseTakesAllAndUndoGivesAllBackInOrder) {
    Desk desk;
    desk.press(kPenKey);
    for (int i = 0; i < 4; ++i) draw(desk, {double(i), 1}, {double(i), 2});
    const auto all = strokes(desk);
    desk.press(key('e'));
    EXPECT_TRUE(strokes(desk).empty());
    desk.press(kUndoKey);
    EXPECT_EQ(strokes(desk), all);
    desk.press(kRedoKey);
    EXPECT_TRUE(strokes(desk).empty());
}

TEST(Ink, UndoWhileAStrokeGrowsTakesThatStroke) {
    Desk desk;
    desk.press(kPenKey);
    desk.apply(inkAt(CommandId::StrokeBegin, LonLat{1, 1}));
    desk.press(kUndoKey);
    desk.apply(inkAt(CommandId::StrokePoint, LonLat{2, 2}));
    EXPECT_TRUE(strokes(desk).empty());
    desk.press(kRedoKey);
    EXPECT_EQ(strokes(desk).size(), 1u);
}

TEST(Ink, TheEraserTakesTheUppermostStrokeUnderThePointer) {
    Desk desk;
    desk.press(kPenKey);
    draw(desk, {0, 15}, {10, 15});
    draw(desk, {5, 10}, {5, 20});
    draw(desk, {0, 5}, {10, 5});
    desk.press(key('e', kControlShift));
    desk.apply(inkAt(CommandId::EraseAt, LonLat{5, 15}));
    ASSERT_EQ(strokes(desk).size(), 2u);
    EXPECT_EQ(strokes(desk)[0].points[0], (LonLat{0, 15}));
    desk.apply(inkAt(CommandId::EraseAt, LonLat{5, 18}));
    EXPECT_EQ(strokes(desk).size(), 2u) << "nothing is there any more";
    desk.press(kUndoKey);
    ASSERT_EQ(strokes(desk).size(), 3u);
    EXPECT_EQ(strokes(desk)[1].points[0], (LonLat{5, 10})) << "back in its place";
}

TEST(Ink, AnotherCueClearsItUnlessItIsKept) {
    Desk desk;
    desk.press(kPenKey);
    draw(desk, {1, 1}, {2, 2});
    desk.press(key(KeyName::PageDown));
    EXPECT_TRUE(strokes(desk).empty());
    EXPECT_EQ(desk.session.ink.hold, InkHold::Pen) << "the tool stays in hand";
    desk.press(kUndoKey);
    EXPECT_EQ(strokes(desk).size(), 1u) << "one press of the clicker too many loses nothing";
    desk.press(key('k', kControlShift));
    for (const Key& key : {key(KeyName::PageDown), key(KeyName::PageUp), key(KeyName::End)}) desk.press(key);
    desk.apply({CommandId::Scrub, 10, {}, {}});
    EXPECT_EQ(strokes(desk).size(), 1u);
    desk.press(key('k', kControlShift));
    desk.press(key(KeyName::Home));
    EXPECT_TRUE(strokes(desk).empty());
}

TEST(Ink, TheSameCueKeepsIt) {
    Desk desk;
    desk.session.playhead = {1, 1};
    advance(desk.session, 0.1);
    desk.press(kPenKey);
    draw(desk, {1, 1}, {2, 2});
    desk.apply({CommandId::Scrub, 12, {}, {}});
    desk.press(key('+'));
    desk.press(key('r'));
    advance(desk.session, 500);
    EXPECT_EQ(strokes(desk).size(), 1u) << "also after a detour, which returns to the cue it left";
    desk.press(key('+'));
    desk.press(key(KeyName::PageDown));
    EXPECT_TRUE(strokes(desk).empty());
}

TEST(Ink, FilesThatAreSavedKeepIt) {
    Desk desk;
    desk.session.playhead = {1, 1};
    advance(desk.session, 0.1);
    desk.press(kPenKey);
    draw(desk, {1, 1}, {2, 2});
    film::Film longer = desk.film;
    longer.cues.insert(longer.cues.begin(), small::cue("new", {}));
    adopt(desk.session, longer, {"night"});
    advance(desk.session, 0.1);
    EXPECT_EQ(strokes(desk).size(), 1u);
}

TEST(Ink, UnderABlackScreenNothingIsDrawn) {
    Desk desk;
    desk.press(kPenKey);
    desk.press(key('b'));
    EXPECT_FALSE(InkHand::takes(Button::Left, desk.session));
    draw(desk, {1, 1}, {2, 2});
    EXPECT_TRUE(strokes(desk).empty());
}

TEST(Ink, CountsAreBounded) {
    Desk desk;
    desk.press(kPenKey);
    for (std::size_t i = 0; i < picture::kMostStrokes + 5; ++i) draw(desk, {1, 1}, {2, 2});
    EXPECT_EQ(strokes(desk).size(), picture::kMostStrokes);
    EXPECT_LE(desk.session.ink.done.size(), kMostInkChanges);
    desk.press(key('e'));
    desk.apply(inkAt(CommandId::StrokeBegin, LonLat{1, 1}));
    for (std::size_t i = 0; i < picture::kMostStrokePoints + 5; ++i)
        desk.apply(inkAt(CommandId::StrokePoint, LonLat{1, 1}));
    EXPECT_EQ(strokes(desk)[0].points.size(), picture::kMostStrokePoints);
}

TEST(Ink, ALasersTrailFadesAndItsDotStays) {
    Desk desk;
    desk.press(key('k'));
    desk.press(key('l', kControl));
    advance(desk.session, kInkSignSeconds);
    EXPECT_TRUE(isIdle(desk.session));
    desk.apply(inkAt(CommandId::PointAt, LonLat{1, 1}));
    advance(desk.session, 0.1);
    desk.apply(inkAt(CommandId::PointAt, LonLat{2, 2}));
    EXPECT_EQ(desk.session.ink.shown.trail.size(), 2u);
    EXPECT_FALSE(isIdle(desk.session)) << "the trail is to be seen fading";
    advance(desk.session, picture::kTrailSeconds);
    ASSERT_EQ(desk.session.ink.shown.trail.size(), 1u);
    EXPECT_EQ(desk.session.ink.shown.trail[0].at.ground, (LonLat{2, 2}));
    EXPECT_TRUE(isIdle(desk.session));
    desk.apply(inkAt(CommandId::PointAt, std::nullopt));
    EXPECT_TRUE(desk.session.ink.shown.trail.empty());
}

TEST(InkHand, DrawsOnTheGroundUnderThePointerWithoutMovingTheMap) {
    Desk desk;
    desk.press(kPenKey);
    EXPECT_TRUE(InkHand::takes(Button::Left, desk.session));
    EXPECT_FALSE(InkHand::takes(Button::Right, desk.session));
    Hand hand{desk};
    hand.move({300, 300});
    EXPECT_TRUE(strokes(desk).empty());
    hand.press({400, 300});
    hand.move({400.5, 300});
    hand.move({420, 310});
    hand.release();
    hand.move({600, 300});
    ASSERT_EQ(strokes(desk).size(), 1u);
    ASSERT_EQ(strokes(desk)[0].points.size(), 2u) << "a step that is hardly one gives no point";
    const Sight sight = desk.sight();
    const Vec2 end = *sight.view.toPixels(*desk.projection.forward(strokes(desk)[0].points[1]));
    EXPECT_NEAR(base::length(end - Vec2{420, 310}), 0, 0.01);
    EXPECT_FALSE(desk.session.detour);
    EXPECT_FALSE(desk.session.ink.drawing);
}

TEST(InkHand, TakesBackWhatTheFirstFingerOfAPinchHasDrawn) {
    Desk desk;
    desk.press(kPenKey);
    Hand hand{desk};
    const auto giveUp = [&] { hand.carryOut(hand.hand.giveUp(desk.session)); };
    hand.press({300, 300});
    hand.move({400, 300});
    hand.release();
    giveUp();
    ASSERT_EQ(strokes(desk).size(), 1u) << "a stroke that was finished stays";
    hand.press({400, 300});
    hand.move({420, 310});
    giveUp();
    hand.move({600, 300});
    hand.release();
    EXPECT_EQ(strokes(desk).size(), 1u);
    EXPECT_FALSE(desk.session.ink.drawing);
    desk.press(kRedoKey);
    EXPECT_EQ(strokes(desk).size(), 2u);
    // An undo would be the inspector's while that is open.
    desk.session.writing.open = true;
    hand.press({500, 300});
    giveUp();
    EXPECT_EQ(strokes(desk).size(), 3u);
    EXPECT_FALSE(desk.session.ink.drawing);
    EXPECT_TRUE(desk.session.writing.wishes.empty());
}

TEST(InkHand, EndsAStrokeWhereTheGroundEndsAndBeginsAnother) {
    Desk desk;
    desk.projection = std::move(*geo::Projection::make("+proj=ortho +lat_0=15 +lon_0=5"));
    desk.filmCamera.widthKm = 20000;
    desk.press(kPenKey);
    Hand hand{desk};
    hand.press({640, 360});
    hand.move({700, 360});
    for (const double x : {1250.0, 1270.0, 1250.0}) hand.move({x, 20});
    hand.move({640, 300});
    hand.move({600, 300});
    hand.release();
    ASSERT_EQ(strokes(desk).size(), 2u);
    EXPECT_EQ(strokes(desk)[0].points.size(), 2u);
    EXPECT_EQ(strokes(desk)[1].points.size(), 2u);
}

TEST(InkHand, ErasesUnderThePointerWhileTheButtonIsHeld) {
    Desk desk;
    desk.press(kPenKey);
    Hand hand{desk};
    for (const double x : {300.0, 500.0, 700.0}) {
        hand.press({x, 200});
        hand.move({x, 400});
        hand.release();
    }
    desk.press(key('e', kControlShift));
    hand.move({300, 300});
    EXPECT_EQ(strokes(desk).size(), 3u);
    hand.press({100, 300});
    for (double x = 110; x <= 520; x += 10) hand.move({x, 300});
    hand.release();
    EXPECT_EQ(strokes(desk).size(), 1u);
}

TEST(InkHand, PointsWithoutAButtonAndFollowsTheMapThatMovesUnderIt) {
    Desk desk;
    Hand hand{desk};
    hand.move({400, 300});
    desk.press(key('k', kControl));
    EXPECT_FALSE(InkHand::takes(Button::Left, desk.session)) << "a drag still moves the map";
    hand.carryOut(hand.hand.follow(desk.session, desk.sight()));
    ASSERT_EQ(desk.session.ink.shown.trail.size(), 1u);
    const auto before = desk.session.ink.shown.trail.back().at.ground;
    EXPECT_FALSE(hand.hand.follow(desk.session, desk.sight())) << "nothing has moved";
    desk.press(key(KeyName::Left, kShift));
    hand.carryOut(hand.hand.follow(desk.session, desk.sight()));
    EXPECT_NE(desk.session.ink.shown.trail.back().at.ground, before);
    hand.carryOut(hand.hand.leave(desk.session));
    EXPECT_TRUE(desk.session.ink.shown.trail.empty());
}
