// Arrows on screen over a grid of zooms, pitches, bearings and lengths: no kink, no loop, always a head.
#include "picture/arrow_way.h"

#include <gtest/gtest.h>

#include "geo/great_circle.h"
#include "picture/stage.h"

using base::LonLat;
using base::Vec2;
using picture::ArrowWay;
using picture::Track;
using picture::WayPiece;

namespace {

constexpr LonLat kNiamey{2.11, 13.51}, kMoscow{37.6, 55.75};
constexpr base::Size kFrame{1280, 720};

film::Film filmWith(LonLat from, LonLat to, std::vector<LonLat> relays = {}) {
    film::Film film;
    film::Event event;
    event.id = "A";
    event.kind = film::EventKind::Arrival;
    event.from = "from";
    event.to = "to";
    const auto addPlace = [&](const std::string& id, LonLat at) {
        film::Place place;
        place.id = id;
        place.at = at;
        film.places.push_back(place);
    };
    addPlace("from", from);
    addPlace("to", to);
    for (std::size_t i = 0; i < relays.size(); ++i) {
        event.via.push_back("via" + std::to_string(i));
        addPlace(event.via.back(), relays[i]);
    }
    film.events = {event};
    return film;
}

Track trackOf(const film::Film& film, const geo::Projection& projection) {
    const auto tracks = picture::layTracks(film, {&film.events[0]}, projection);
    return tracks.empty() ? Track{} : tracks[0];
}

geo::MapView viewOn(LonLat center, double widthKm, double bearing, double pitch) {
    return geo::makeView(world().projection, {center, widthKm, bearing, pitch}, kFrame);
}

/// Degrees, between neighbouring pieces about six pixels long.
double sharpestTurn(const WayPiece& piece) {
    const base::Box near = base::Box{0, 0, double(kFrame.w), double(kFrame.h)}.grown(60);
    std::vector<Vec2> even{piece.points.front().at};
    for (const picture::WayPoint& p : piece.points) {
        if (base::length(p.at - even.back()) >= 5) even.push_back(p.at);
    }
    double sharpest = 0;
    for (std::size_t i = 2; i < even.size(); ++i) {
        const Vec2 a = even[i - 1] - even[i - 2], b = even[i] - even[i - 1];
        const double cosine = base::dot(a, b) / (base::length(a) * base::length(b));
        if (!near.contains(even[i - 1])) continue;
        sharpest = std::max(sharpest, base::degrees(std::acos(std::clamp(cosine, -1.0, 1.0))));
    }
    return sharpest;
}

bool crosses(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    const auto side = [](Vec2 p, Vec2 q, Vec2 r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

bool crossesItself(const ArrowWay& way) {
    std::vector<std::pair<Vec2, Vec2>> steps;
    for (const WayPiece& piece : way.pieces) {
        for (std::size_t i = 1; i < piece.points.size(); ++i)
            steps.emplace_back(piece.points[i - 1].at, piece.points[i].at);
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        for (std::size_t k = i + 2; k < steps.size(); ++k) {
            if (crosses(steps[i].first, steps[i].second, steps[k].first, steps[k].second)) return true;
        }
    }
    return false;
}

void expectSound(const ArrowWay& way, const std::string& what, double turn = 6) {
    std::size_t count = 0;
    for (const WayPiece& piece : way.pieces) {
        count += piece.points.size();
        ASSERT_GE(piece.points.size(), 2u) << what;
        // A few pieces of a short arc turn more each than the many of a long one.
        constexpr double kShort = 150;
        EXPECT_LT(sharpestTurn(piece), way.length < kShort ? std::max(turn, 12.0) : turn) << what;
        for (std::size_t i = 1; i < piece.points.size(); ++i)
            ASSERT_LE(base::length(piece.points[i].at - piece.points[i - 1].at), 8) << what;
        EXPECT_LE(piece.before + piece.length, way.length + 1e-6) << what;
    }
    EXPECT_LT(count, 4000u) << what;
    EXPECT_FALSE(crossesItself(way)) << what;
}

const picture::WayEnds kEnds{11, 18, 34};

}  // namespace

TEST(ArrowWay, IsSmoothAtAnyZoomPitchBearingAndLength) {
    for (const double km : {3.0, 40.0, 800.0, 6000.0, 10000.0}) {
        const LonLat from = geo::destination(kNiamey, 35, km);
        const Track track = trackOf(filmWith(from, kNiamey), world().projection);
        ASSERT_FALSE(track.points.empty());
        const LonLat middle = geo::alongGreatCircle(from, kNiamey, 0.5);
        for (const double width : {2.0, 15.0, 300.0, 4300.0, 15000.0}) {
            for (const double pitch : {0.0, 35.0, 60.0}) {
                for (const double bearing : {0.0, 77.0, 200.0}) {
                    for (const LonLat center : {kNiamey, middle}) {
                        const ArrowWay way =
                            picture::wayOf(track, viewOn(center, width, bearing, pitch), kEnds);
                        // A quarter of the way round the globe the ground itself bends more.
                        expectSound(way,
                                    std::to_string(km) + " km in " + std::to_string(width) + " km, " +
                                        std::to_string(pitch) + ", " + std::to_string(bearing),
                                    km > 6000 ? 15 : 6);
                    }
                }
            }
        }
    }
}

TEST(ArrowWay, AlwaysHasRoomForItsHead) {
    for (double km = 2; km < 3000; km *= 1.3) {
        const Track track = trackOf(filmWith(geo::destination(kNiamey, 35, km), kNiamey), world().projection);
        for (const double pitch : {0.0, 60.0}) {
            const ArrowWay way = picture::wayOf(track, viewOn(kNiamey, 4300, 20, pitch), kEnds);
            ASSERT_EQ(way.pieces.size(), 1u) << km;
            EXPECT_GE(way.length, kEnds.shortest * 0.93) << km << " km at " << pitch;
        }
    }
}

TEST(ArrowWay, GrowsSteadilyWithTheZoom) {
    const Track track = trackOf(filmWith(geo::destination(kNiamey, 35, 120), kNiamey), world().projection);
    double last = 0;
    for (double width = 16000; width > 900; width *= 0.99) {
        const double length = picture::wayOf(track, viewOn(kNiamey, width, 0, 0), kEnds).length;
        if (last > 0) {
            EXPECT_NEAR(length, last, 0.02 * last + 1) << width;
        }
        last = length;
    }
    EXPECT_GT(last, 100);
}

TEST(ArrowWay, KeepsItsLengthWhenTheFrameCutsIt) {
    const Track track = trackOf(filmWith(kMoscow, kNiamey), world().projection);
    const geo::MapView whole = viewOn({20, 35}, 7000, 0, 0);
    geo::MapView closer = viewOn(kNiamey, 70, 0, 0);
    const double zoom = whole.metresPerPixel / closer.metresPerPixel;
    const ArrowWay cut = picture::wayOf(track, closer, kEnds);
    ASSERT_EQ(cut.pieces.size(), 1u);
    EXPECT_NEAR(cut.length, picture::wayOf(track, whole, {}).length * zoom, 0.005 * cut.length);
    EXPECT_GT(cut.pieces[0].before, 0.9 * cut.length);
    EXPECT_NEAR(cut.pieces[0].before + cut.pieces[0].length, cut.length, 1e-6);
}

TEST(ArrowWay, AcrossTheMapsCutComesInPiecesThatFollowEachOther) {
    for (const std::string definition : {"EPSG:3857", "+proj=eqearth"}) {
        const auto projection = geo::Projection::make(definition);
        const Track track = trackOf(filmWith({139.7, 35.7}, {-77.04, 38.9}), *projection);
        const geo::MapView view = geo::makeView(*projection, {{0, 20}, 42000, 0, 0}, kFrame);
        const ArrowWay way = picture::wayOf(track, view, kEnds);
        ASSERT_EQ(way.pieces.size(), 2u) << definition;
        expectSound(way, definition, 9);
        EXPECT_NEAR(way.pieces[0].before + way.pieces[0].length, way.pieces[1].before, 0.5) << definition;
        EXPECT_NEAR(way.pieces[1].before + way.pieces[1].length, way.length, 1e-6) << definition;
        EXPECT_GT(way.pieces[0].points.back().at.x, way.pieces[1].points.front().at.x + 800) << definition;
    }
}

TEST(ArrowWay, PassesSmoothlyThroughItsRelays) {
    const LonLat ouagadougou{-1.52, 12.37}, bamako{-8, 12.65};
    const Track track = trackOf(filmWith(bamako, kNiamey, {ouagadougou}), world().projection);
    for (const double pitch : {0.0, 60.0})
        expectSound(picture::wayOf(track, viewOn(ouagadougou, 2000, 0, pitch), kEnds), "relay", 12);
    const Vec2 relay = *world().projection.forward(ouagadougou);
    double nearest = 1e9;
    for (const Vec2 p : track.points) nearest = std::min(nearest, base::length(p - relay));
    EXPECT_LT(nearest, 5000);
}

TEST(ArrowWay, LiesOnTheGroundAtItsEndsAndRisesBetween) {
    const Track track = trackOf(filmWith(kMoscow, kNiamey), world().projection);
    const ArrowWay way = picture::wayOf(track, viewOn({20, 35}, 9000, 0, 50), {});
    ASSERT_EQ(way.pieces.size(), 1u);
    const auto& points = way.pieces[0].points;
    EXPECT_LT(base::length(points.front().at - points.front().ground), 0.01);
    EXPECT_LT(base::length(points.back().at - points.back().ground), 0.01);
    const auto& middle = points[points.size() / 2];
    EXPECT_GT(middle.ground.y - middle.at.y, 20);
    EXPECT_GT(middle.rise, 0.9);
}

TEST(ArrowWay, ThereAndBackBetweenNearPlacesRunSideBySideAtAnyScale) {
    film::Film film = filmWith(kNiamey, geo::destination(kNiamey, 70, 120));
    film.events.push_back(film.events[0]);
    film.events[1].id = "B";
    std::swap(film.events[1].from, film.events[1].to);
    const auto tracks = picture::layTracks(film, {&film.events[0], &film.events[1]}, world().projection);
    ASSERT_EQ(tracks.size(), 2u);
    constexpr double kWidth = 14, kHead = 2.5 * kWidth;
    for (double km = 300; km < 9000; km *= 1.2) {
        std::vector<ArrowWay> ways;
        for (const Track& track : tracks) {
            picture::WayEnds ends = kEnds;
            ends.aside = track.lane * (picture::kHeadWidth * kWidth + 4);
            ways.push_back(picture::wayOf(track, viewOn(kNiamey, km, 0, 0), ends));
        }
        for (std::size_t i = 0; i < 2; ++i) {
            ASSERT_EQ(ways[i].pieces.size(), 1u);
            const auto barbs = ways[i].at(std::max(ways[i].length - kHead, 0.0));
            ASSERT_TRUE(barbs);
            double nearest = 1e9;
            for (const picture::WayPoint& p : ways[1 - i].pieces[0].points)
                nearest = std::min(nearest, base::length(p.at - barbs->at));
            const double tail = 0.36 / 2 * kWidth;
            EXPECT_GT(nearest, picture::kHeadWidth / 2 * kWidth + tail) << km << " km wide";
        }
    }
}
