// Strokes drawn by hand: on the ground, whatever the camera does, and never across what the map does not
// show.
#include <gtest/gtest.h>

#include <cmath>

#include "picture/ink_line.h"
#include "picture/scaled_picture.h"
#include "picture/scene.h"
#include "stage.h"

namespace {

using base::LonLat;
using base::Vec2;
using picture::Ink;
using picture::InkPiece;
using picture::inkPieces;
using picture::InkTool;
using picture::Picture;
using picture::Stroke;

constexpr base::Size kSize{640, 360};
constexpr geo::Camera kSahel{{2, 15}, 3000, 0, 0};

const picture::Scene& scene() {
    static const film::Film film = smallFilm();
    static const picture::Scene scene(film, world(), fonts(), optionsFor(kSize));
    return scene;
}

Picture shown(const Ink& ink, const geo::Camera& camera = kSahel) {
    return scene().at({2, 9}, {camera, ink});
}

Ink inkOf(Stroke stroke) {
    Ink ink;
    ink.strokes = {std::move(stroke)};
    return ink;
}

Stroke wave(InkTool tool = InkTool::Pen) {
    Stroke stroke{tool, 1, {}};
    for (int i = 0; i <= 40; ++i) stroke.points.push_back({-4 + i * 0.3, 15 + 2 * std::sin(i * 0.3)});
    return stroke;
}

Vec2 pixelOf(const Picture& picture, LonLat at) {
    return *picture.ground.view.toPixels(*world().projection.forward(at));
}

double distanceTo(const std::vector<Vec2>& line, Vec2 p) {
    double nearest = 1e9;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Vec2 along = line[i] - line[i - 1];
        const double t =
            base::clamp01(base::dot(p - line[i - 1], along) / std::max(base::dot(along, along), 1e-9));
        nearest = std::min(nearest, base::length(p - line[i - 1] - along * t));
    }
    return nearest;
}

double longestStep(const std::vector<InkPiece>& pieces) {
    double longest = 0;
    for (const InkPiece& piece : pieces) {
        for (std::size_t i = 1; i < piece.points.size(); ++i)
            longest = std::max(longest, base::length(piece.points[i] - piece.points[i - 1]));
    }
    return longest;
}

}  // namespace

TEST(InkTest, APictureWithoutInkHasNone) {
    EXPECT_EQ(scene().at({2, 9}).ink, picture::DrawnInk{});
}

TEST(InkTest, StaysOnTheGroundWhenTheCameraMovesZoomsTurnsAndTilts) {
    const Stroke stroke = wave();
    for (const geo::Camera& camera :
         {kSahel, geo::Camera{{4, 16}, 3000, 0, 0}, geo::Camera{{2, 15}, 1800, 0, 0},
          geo::Camera{{2, 15}, 3000, 70, 0}, geo::Camera{{2, 15}, 2500, 20, 50}}) {
        const Picture picture = shown(inkOf(stroke), camera);
        ASSERT_EQ(picture.ink.lines.size(), 1u);
        const auto& pieces = picture.ink.lines[0].pieces;
        // Smoothing cuts a hand's corners, by less than the line is wide here.
        for (const LonLat at : stroke.points) {
            const Vec2 pixel = pixelOf(picture, at);
            if (!base::Box{0, 0, 640, 360}.contains(pixel)) continue;
            double nearest = 1e9;
            for (const auto& piece : pieces) nearest = std::min(nearest, distanceTo(piece, pixel));
            EXPECT_LT(nearest, 1.5) << camera.pitch;
        }
    }
}

TEST(InkTest, TheSameStrokeHasTheSameLineOnThePlaneWhateverTheCamera) {
    const auto near = inkPieces(wave().points, world().projection,
                                geo::makeView(world().projection, {{2, 15}, 1500, 30, 40}, kSize));
    const geo::MapView view = geo::makeView(world().projection, kSahel, kSize);
    const auto far = inkPieces(wave().points, world().projection, view);
    const geo::MapView nearView = geo::makeView(world().projection, {{2, 15}, 1500, 30, 40}, kSize);
    for (const Vec2 p : near[0].points)
        EXPECT_LT(distanceTo(far[0].points, *view.toPixels(*nearView.toPlane(p))), 0.5);
}

TEST(InkTest, GrowingAStrokeMovesNothingOfItsBeginning) {
    Stroke stroke = wave();
    const geo::MapView view = geo::makeView(world().projection, kSahel, kSize);
    const auto longer = inkPieces(stroke.points, world().projection, view);
    stroke.points.resize(20);
    const auto shorter = inkPieces(stroke.points, world().projection, view);
    const auto& all = shorter[0].points;
    ASSERT_GT(all.size(), 15u);
    for (std::size_t i = 0; i + 2 < all.size(); ++i) EXPECT_EQ(all[i], longer[0].points[i]);
}

TEST(InkTest, OnePointIsADot) {
    const Picture picture = shown(inkOf({InkTool::Pen, 0, {{2, 15}}}));
    ASSERT_EQ(picture.ink.lines.size(), 1u);
    ASSERT_EQ(picture.ink.lines[0].pieces.size(), 1u);
    ASSERT_EQ(picture.ink.lines[0].pieces[0].size(), 1u);
    EXPECT_NEAR(base::length(picture.ink.lines[0].pieces[0][0] - Vec2{320, 180}), 0, 1e-6);
}

TEST(InkTest, BehindTheHorizonThereIsNoLineAndNoneAcrossTheMap) {
    const auto globe = std::move(*geo::Projection::make("+proj=ortho +lat_0=15 +lon_0=0"));
    const geo::MapView view = geo::makeView(globe, {{0, 15}, 14000, 0, 0}, kSize);
    std::vector<LonLat> around;
    for (int lon = -180; lon <= 180; lon += 2) around.push_back({double(lon), 10});
    const auto pieces = inkPieces(around, globe, view);
    ASSERT_FALSE(pieces.empty());
    EXPECT_LT(longestStep(pieces), 120) << "the globe is 580 pixels wide";
    EXPECT_FALSE(pieces.back().endsStroke);
    EXPECT_TRUE(inkPieces(std::vector<LonLat>{{180, -15}, {178, -14}}, globe, view).empty());
}

TEST(InkTest, AcrossTheCutOfAMapThereIsNoLine) {
    const auto flat = std::move(*geo::Projection::make("+proj=eqc +lon_0=0"));
    const geo::MapView view = geo::makeView(flat, {{0, 0}, 39000, 0, 0}, kSize);
    std::vector<LonLat> across;
    for (int i = 0; i <= 20; ++i) {
        const double lon = 170 + i;
        across.push_back({lon > 180 ? lon - 360 : lon, 10});
    }
    const auto pieces = inkPieces(across, flat, view);
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_LT(longestStep(pieces), 160) << "the map is 640 pixels wide";
    EXPECT_TRUE(pieces[1].endsStroke);
}

TEST(InkTest, FarFromTheMapsMiddleAStretchedStrokeIsStillOne) {
    const geo::MapView view = geo::makeView(world().projection, {{9, 24}, 20000, 0, 0}, kSize);
    std::vector<LonLat> far;
    for (int i = 0; i <= 30; ++i) far.push_back({140.0 + i, -40});
    EXPECT_EQ(inkPieces(far, world().projection, view).size(), 1u);
}

TEST(InkTest, BehindATiltedCameraThereIsNoLine) {
    Stroke under{InkTool::Pen, 0, {}};
    for (double lat = 20; lat > -30; lat -= 0.1) under.points.push_back({2, lat});
    const Picture picture = shown(inkOf(under), {{2, 15}, 600, 0, 60});
    ASSERT_EQ(picture.ink.lines.size(), 1u);
    ASSERT_EQ(picture.ink.lines[0].pieces.size(), 1u);
    for (const Vec2 p : picture.ink.lines[0].pieces[0]) EXPECT_LT(std::abs(p.x - 320), 40);
    EXPECT_GT(picture.ink.lines[0].pieces[0].back().y, 370) << "it goes on below the frame, and ends there";
}

TEST(InkTest, NothingFarOutsideOfTheFrameIsListed) {
    const Picture picture = shown(inkOf(wave()), {{2, 15}, 60, 0, 0});
    for (const auto& line : picture.ink.lines) {
        for (const auto& piece : line.pieces) {
            for (const Vec2 p : piece) EXPECT_TRUE(base::Box({0, 0, 640, 360}).grown(40).contains(p));
        }
    }
    EXPECT_TRUE(shown(inkOf(wave()), {{60, 50}, 600, 0, 0}).ink.lines.empty());
}

TEST(InkTest, SeenFromAfarAStrokeIsFewPoints) {
    Stroke stroke;
    for (int i = 0; i < 3000; ++i)
        stroke.points.push_back({2 + 0.2 * std::sin(i * 0.11), 15 + 0.2 * std::cos(i * 0.07)});
    const Picture picture = shown(inkOf(stroke), {{2, 15}, 20000, 0, 0});
    std::size_t points = 0;
    for (const auto& piece : picture.ink.lines.at(0).pieces) points += piece.size();
    EXPECT_LT(points, 600u);
}

TEST(InkTest, AnArrowPointsAsItsLastStretchGoes) {
    const Picture picture = shown(inkOf({InkTool::Arrow, 0, {{-2, 15}, {0, 15}, {4, 15}}}));
    const auto& pieces = picture.ink.lines.at(0).pieces;
    ASSERT_EQ(pieces.size(), 2u);
    const auto& head = pieces.back();
    ASSERT_EQ(head.size(), 3u);
    EXPECT_EQ(head[1], pieces.front().back());
    EXPECT_LT(head[0].x, head[1].x);
    EXPECT_LT(head[2].x, head[1].x);
    EXPECT_GT(std::abs(head[0].y - head[2].y), picture.ink.lines[0].width * 3);
}

TEST(InkTest, LengthsFollowTheFramesShorterSideAndColoursTheTheme) {
    const picture::InkStyle style = theme("night").ink;
    const picture::InkLine pen = shown(inkOf(wave())).ink.lines.at(0);
    EXPECT_NEAR(pen.width, style.penWidth * 360 / 1080, 1e-9);
    EXPECT_EQ(pen.color, style.colors[1]);
    const picture::InkLine wide = shown(inkOf(wave(InkTool::Highlighter))).ink.lines.at(0);
    EXPECT_NEAR(wide.width, style.highlighterWidth * 360 / 1080, 1e-9);
    EXPECT_NEAR(wide.color.a, style.highlighterStrength, 1e-6);
    Stroke unknown = wave();
    unknown.color = 99;
    EXPECT_EQ(shown(inkOf(unknown)).ink.lines.at(0).color, style.colors[picture::kInkColors - 1]);
}

TEST(InkTest, CountsAreBounded) {
    Ink ink;
    ink.strokes.assign(picture::kMostStrokes + 50, {InkTool::Pen, 0, {{2, 15}, {3, 15}}});
    EXPECT_EQ(shown(ink).ink.lines.size(), picture::kMostStrokes);
    Stroke endless{InkTool::Pen, 0, {}};
    endless.points.assign(picture::kMostStrokePoints, {2, 15});
    endless.points.push_back({8, 15});
    EXPECT_LT(shown(inkOf(endless)).ink.lines.at(0).pieces.at(0).back().x, 330);
}

TEST(InkTest, APointerIsOnTheGroundOrWhereThereIsNoneInTheFrame) {
    Ink ink;
    ink.pointer = picture::InkPointer::Spotlight;
    ink.trail = {{{LonLat{2, 15}, {0.9, 0.9}}, 0}};
    EXPECT_NEAR(shown(ink).ink.spotlight.value().at.x, 320, 1e-6);
    ink.trail = {{{std::nullopt, {0.25, 0.5}}, 0}};
    EXPECT_EQ(shown(ink).ink.spotlight.value().at, (Vec2{160, 180}));
    ink.trail.clear();
    EXPECT_EQ(shown(ink).ink, picture::DrawnInk{});
}

TEST(InkTest, ALasersTrailFades) {
    Ink ink;
    ink.pointer = picture::InkPointer::Laser;
    ink.trail = {{{LonLat{0, 15}, {}}, 1},
                 {{LonLat{1, 15}, {}}, 0.2},
                 {{LonLat{1.5, 15}, {}}, 0.1},
                 {{LonLat{2, 15}, {}}, 0}};
    const picture::Laser laser = shown(ink).ink.laser.value();
    ASSERT_EQ(laser.trail.size(), 3u) << "what is older than the trail is gone";
    EXPECT_LT(laser.strengths[0], laser.strengths[1]);
    EXPECT_EQ(laser.strengths[2], 1);
    EXPECT_EQ(laser.trail.back(), laser.at);
}

TEST(InkTest, AScaledPictureHasItsInkScaled) {
    Ink ink = inkOf(wave(InkTool::Arrow));
    ink.pointer = picture::InkPointer::Laser;
    ink.trail = {{{LonLat{0, 15}, {}}, 0.1}, {{LonLat{2, 15}, {}}, 0}};
    const Picture once = shown(ink), twice = picture::scaled(once, 2);
    const picture::InkLine &a = once.ink.lines.at(0), &b = twice.ink.lines.at(0);
    EXPECT_EQ(b.width, 2 * a.width);
    EXPECT_EQ(b.casingWidth, 2 * a.casingWidth);
    for (std::size_t i = 0; i < a.pieces[0].size(); ++i) EXPECT_EQ(b.pieces[0][i], a.pieces[0][i] * 2);
    EXPECT_EQ(twice.ink.laser->at, once.ink.laser->at * 2);
    EXPECT_EQ(twice.ink.laser->radius, once.ink.laser->radius * 2);
    EXPECT_EQ(twice.ink.laser->trail[0], once.ink.laser->trail[0] * 2);
    EXPECT_EQ(picture::scaled(twice, 0.5), once);
}
