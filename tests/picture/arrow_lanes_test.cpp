// Arrows that meet, judged by geometry: lanes, fans and crossings, over shipped films and made-up hard cases.
#include "picture/arrow_lanes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "film/cue_summary.h"
#include "film/timeline.h"
#include "geo/great_circle.h"
#include "picture/arrow_crossings.h"
#include "picture/arrow_track.h"
#include "picture/shipped_films.h"
#include "picture/stage.h"

using base::LonLat;
using picture::ArrowCurve;
using picture::kMeetingKm;
using picture::Lifts;
using picture::Route;

namespace {

constexpr LonLat kMoscow{37.6, 55.75}, kNiamey{2.11, 13.51}, kBamako{-8, 12.65}, kParis{2.35, 48.86};

std::vector<LonLat> pointsOf(const Route& route, Lifts lifts, int count = 120) {
    const ArrowCurve curve(route.stops, lifts);
    std::vector<LonLat> points;
    for (int i = 0; i <= count; ++i) points.push_back(curve.at(double(i) / count));
    return points;
}

std::vector<LonLat> sharedEnds(const Route& a, const Route& b) {
    std::vector<LonLat> shared;
    for (const LonLat end : {a.stops.front(), a.stops.back()}) {
        for (const LonLat other : {b.stops.front(), b.stops.back()}) {
            if (geo::distanceKm(end, other) <= kMeetingKm) shared.push_back(end);
        }
    }
    return shared;
}

/// Pairs that share an end and cross each other away from it.
std::vector<std::string> needlessCrossings(const std::vector<Route>& routes) {
    const std::vector<Lifts> lifts = picture::layLanes(routes);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const picture::SphereLine line(pointsOf(routes[i], lifts[i]));
        for (std::size_t k = i + 1; k < routes.size(); ++k) {
            const std::vector<LonLat> shared = sharedEnds(routes[i], routes[k]);
            if (shared.empty()) continue;
            const picture::SphereLine other(pointsOf(routes[k], lifts[k]));
            if (line.crossings(other, shared, kMeetingKm) > 0)
                found.push_back(routes[i].event + " x " + routes[k].event);
        }
    }
    return found;
}

void expectNoCrossing(const std::vector<Route>& routes, const std::string& what) {
    const std::vector<std::string> found = needlessCrossings(routes);
    EXPECT_TRUE(found.empty()) << what << ": " << testing::PrintToString(found);
}

std::vector<Route> star(LonLat middle, int count, double km, bool isAlternating) {
    std::vector<Route> routes;
    for (int i = 0; i < count; ++i) {
        const LonLat tip =
            geo::destination(middle, i * 360.0 / count + 7 * (i % 3), km * (1 + 0.3 * (i % 4)));
        const bool comesIn = !isAlternating || i % 2 == 0;
        routes.push_back({"s" + std::to_string(i),
                          comesIn ? std::vector<LonLat>{tip, middle} : std::vector<LonLat>{middle, tip}});
    }
    return routes;
}

double kmToLine(LonLat at, const std::vector<LonLat>& line) {
    double nearest = 1e9;
    for (const LonLat p : line) nearest = std::min(nearest, geo::distanceKm(at, p));
    return nearest;
}

}  // namespace

TEST(ArrowLanes, AnArrivalAndADepartureThatShareACityDoNotCross) {
    expectNoCrossing({{"a", {kMoscow, kNiamey}}, {"b", {kBamako, kMoscow}}}, "Moscow");
    expectNoCrossing({{"a", {kMoscow, kBamako}}, {"b", {kNiamey, kMoscow}}}, "Moscow, the other way");
    expectNoCrossing({{"a", {kMoscow, kNiamey}},
                      {"b", {kBamako, kMoscow}},
                      {"c", {kNiamey, kParis}},
                      {"d", {kParis, kBamako}}},
                     "a quadrangle");
}

TEST(ArrowLanes, ThereAndBackAndThereAgainKeepToTheirSides) {
    const std::vector<Route> routes = {
        {"a", {kMoscow, kNiamey}}, {"b", {kNiamey, kMoscow}}, {"c", {kMoscow, kNiamey}}};
    expectNoCrossing(routes, "there and back");
    const std::vector<Lifts> lifts = picture::layLanes(routes);
    // Traffic keeps to its right: what comes back is on the left of what goes.
    EXPECT_GT(-lifts[1].start, -40);
    EXPECT_LT(-lifts[1].start, std::min(lifts[0].end, lifts[2].end));
    EXPECT_NE(lifts[0], lifts[2]);
}

TEST(ArrowLanes, LanesHaveEvenGaps) {
    for (const int count : {2, 3, 5, 8}) {
        std::vector<Route> routes;
        for (int i = 0; i < count; ++i) routes.push_back({"r" + std::to_string(i), {kMoscow, kNiamey}});
        expectNoCrossing(routes, std::to_string(count) + " lanes");
        const std::vector<Lifts> lifts = picture::layLanes(routes);
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t i = 0; i < lifts.size(); ++i) order.emplace_back(lifts[i].start, i);
        std::sort(order.begin(), order.end());
        std::vector<double> gaps;
        for (std::size_t k = 1; k < order.size(); ++k) {
            const std::vector<LonLat> one = pointsOf(routes[0], lifts[order[k - 1].second]);
            const std::vector<LonLat> next = pointsOf(routes[0], lifts[order[k].second]);
            gaps.push_back(kmToLine(one[60], next));
        }
        EXPECT_LT(*std::max_element(gaps.begin(), gaps.end()),
                  1.15 * *std::min_element(gaps.begin(), gaps.end()))
            << count;
        EXPECT_GT(gaps.front(), 100) << count;
    }
}

TEST(ArrowLanes, StarsAndFansDoNotCross) {
    for (const int count : {3, 8, 12}) {
        expectNoCrossing(star(kNiamey, count, 1500, false), "in");
        expectNoCrossing(star(kNiamey, count, 1500, true), "in and out");
        expectNoCrossing(star({37, 80}, count, 900, true), "in and out near the pole");
        expectNoCrossing(star({179, 5}, count, 2000, true), "in and out at the date line");
    }
    std::vector<Route> sameSide;
    for (int i = 0; i < 8; ++i)
        sameSide.push_back({"f" + std::to_string(i),
                            {geo::destination(kNiamey, 20 + 4 * i, 900 + 500 * ((i * 3) % 5)), kNiamey}});
    expectNoCrossing(sameSide, "eight from one side");
    for (std::size_t i = 0; i < sameSide.size(); i += 2)
        std::swap(sameSide[i].stops.front(), sameSide[i].stops.back());
    expectNoCrossing(sameSide, "eight to one side and from it");
}

TEST(ArrowLanes, NearlyTheSameEndsAreLanesToo) {
    for (const double km : {0.5, 5.0, 40.0}) {
        for (const double bearing : {0.0, 70.0, 160.0, 250.0}) {
            const LonLat near = geo::destination(kNiamey, bearing, km);
            expectNoCrossing({{"a", {kMoscow, kNiamey}},
                              {"b", {kMoscow, near}},
                              {"c", {near, kMoscow}},
                              {"d", {kNiamey, kMoscow}}},
                             std::to_string(km) + " km at " + std::to_string(bearing));
        }
    }
    expectNoCrossing({{"a", {kNiamey, geo::destination(kNiamey, 40, 5)}},
                      {"b", {geo::destination(kNiamey, 40, 5), kNiamey}}},
                     "five kilometres");
}

TEST(ArrowLanes, RelaysKeepClearToo) {
    const LonLat ouagadougou{-1.52, 12.37};
    expectNoCrossing(
        {{"a", {kBamako, ouagadougou, kNiamey}}, {"b", {kMoscow, kNiamey}}, {"c", {kBamako, kMoscow}}},
        "a tour");
}

TEST(ArrowLanes, DoNotDependOnTheOrderOfEvents) {
    std::vector<Route> routes = star(kNiamey, 6, 1500, true);
    routes.push_back({"z1", {kMoscow, kNiamey}});
    routes.push_back({"z2", {kMoscow, kNiamey}});
    const std::vector<Lifts> lifts = picture::layLanes(routes);
    std::vector<Route> reversed(routes.rbegin(), routes.rend());
    std::vector<Lifts> other = picture::layLanes(reversed);
    std::reverse(other.begin(), other.end());
    EXPECT_EQ(lifts, other);
}

TEST(ArrowLanes, NoTwoArrowsOfAShippedCueCrossNearTheirCommonEnd) {
    for (const std::string& path : kShippedFilms) {
        const film::Film& film = shippedFilm(path);
        std::vector<Route> all;
        for (const film::Cue& cue : film.cues) {
            std::vector<Route> routes;
            for (const film::Event* event : film::eventsShown(film, cue)) {
                const film::Place *from = film::findPlace(film, event->from),
                                  *to = film::findPlace(film, event->to);
                if (!event->isMovement() || !from || !to || geo::distanceKm(from->at, to->at) < 1) continue;
                routes.push_back({event->id, {from->at, to->at}});
            }
            expectNoCrossing(routes, path + " " + cue.id);
            all.insert(all.end(), routes.begin(), routes.end());
        }
        std::sort(all.begin(), all.end(), [](const Route& a, const Route& b) { return a.event < b.event; });
        all.erase(std::unique(all.begin(), all.end(),
                              [](const Route& a, const Route& b) { return a.event == b.event; }),
                  all.end());
        EXPECT_GE(all.size(), 4u);
        expectNoCrossing(all, path + ", all at once");
    }
}
