#include "picture/shown_arrows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "picture/scene.h"
#include "picture/stage.h"

using base::Vec2;
using picture::Arrow;
using picture::Picture;

namespace {

film::Film pacificFilm(film::EventKind kind) {
    film::Film film = smallFilm();
    film.places.push_back(film.places.front());
    film.places.back().id = "hawaii";
    film.places.back().at = {-157.86, 21.31};
    film::Event& event = *std::find_if(film.events.begin(), film.events.end(), [](const film::Event& e) {
        return e.kind == film::EventKind::Arrival;
    });
    event.kind = kind;
    event.from = "moscow";
    event.to = "hawaii";
    return film;
}

/// The arrows of the cue that shows the film's arrival, seen from far above.
Picture seen(const film::Film& film, double seconds, double widthKm = 39000, double pitch = 0) {
    const picture::Scene scene(film, world(), fonts(), optionsFor({1280, 720}));
    return scene.at({1, seconds}, {geo::Camera{{9, 24}, widthKm, 0, pitch}});
}

}  // namespace

TEST(ShownArrows, AShadowPartsFromItsArrowInTheMiddleAndMeetsItAtBothEnds) {
    const Picture p = seen(smallFilm(), 60, 9000);
    ASSERT_FALSE(p.arrows.empty());
    for (const Arrow& arrow : p.arrows) {
        ASSERT_EQ(arrow.shadow.size(), arrow.points.size());
        const auto off = [&](std::size_t i) { return base::length(arrow.shadow[i] - arrow.points[i]); };
        const double middle = off(arrow.points.size() / 2);
        EXPECT_GT(middle, 1.5) << arrow.event;
        EXPECT_LT(off(0), middle * 0.5) << arrow.event;
        EXPECT_LT(off(arrow.points.size() - 1), middle * 0.5) << arrow.event;
    }
}

TEST(ShownArrows, AnArrowThatSetsOutIsNoWiderThanItHasLengthForItsHead) {
    const film::Film film = smallFilm();
    const double begin = film.cues[1].flySeconds;
    double last = 0;
    for (double seconds = begin + 0.02; seconds < begin + 1; seconds += 0.02) {
        const Picture p = seen(film, seconds, 9000);
        ASSERT_FALSE(p.arrows.empty());
        const Arrow& arrow = p.arrows.front();
        EXPECT_LT(arrow.width, std::max(picture::drawnOf(arrow), 40.0) / 2) << seconds;
        EXPECT_LE(arrow.width * 2.5, picture::wholeOf(arrow) * arrow.progress + 1e-6) << seconds;
        EXPECT_GE(arrow.width, last) << seconds;
        if (picture::drawnOf(arrow) > 60) break;
        last = arrow.width;
    }
    EXPECT_GT(last, 3);
}

TEST(ShownArrows, PiecesOfOneArrowShareItsProgressAndGrowOneAfterTheOther) {
    const film::Film film = pacificFilm(film::EventKind::Arrival);
    for (double seconds = film.cues[1].flySeconds; seconds < film.cues[1].seconds(); seconds += 0.25) {
        const Picture p = seen(film, seconds);
        for (std::size_t i = 1; i < p.arrows.size(); ++i) {
            const Arrow &a = p.arrows[i - 1], &b = p.arrows[i];
            if (a.event != b.event) continue;
            EXPECT_EQ(a.progress, b.progress);
            EXPECT_EQ(a.whole, b.whole);
            EXPECT_GT(b.before, a.before);
            EXPECT_GT(drawnOf(a), drawnOf(b));
        }
    }
}

TEST(ShownArrows, JsonSaysWhatAnArrowCarriesAndWhichPartOfItIsListed) {
    for (const auto kind : {film::EventKind::Arrival, film::EventKind::Delivery}) {
        const auto json = nlohmann::json::parse(toJson(seen(pacificFilm(kind), 60, 9000)));
        ASSERT_FALSE(json["arrows"].empty());
        bool isMaterial = false;
        for (const auto& arrow : json["arrows"]) {
            isMaterial = isMaterial || arrow["carries"] == "material";
            EXPECT_LE(0, arrow["part"][0]);
            EXPECT_LT(arrow["part"][0], arrow["part"][1]);
            EXPECT_LE(arrow["part"][1], 1);
        }
        EXPECT_EQ(isMaterial, kind == film::EventKind::Delivery);
    }
}
