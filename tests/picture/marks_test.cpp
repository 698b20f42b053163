// Events that are no arrows, and what captions, legend and credits say of how sure things are.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "geo/great_circle.h"
#include "picture/evidence.h"
#include "picture/scene.h"
#include "picture/stage.h"

using film::ClaimStatus;
using film::EventKind;
using picture::Mark;
using picture::MarkKind;
using picture::markOf;
using picture::Picture;
using picture::Scene;

namespace {

std::vector<Mark> marksOf(const Picture& picture, MarkKind kind) {
    std::vector<Mark> found;
    for (const auto* marks : {&picture.marksBelow, &picture.marks})
        std::copy_if(marks->begin(), marks->end(), std::back_inserter(found),
                     [&](const Mark& mark) { return mark.kind == kind; });
    return found;
}

picture::Panel panelOf(const Picture& picture, const std::string& id) {
    for (const auto& panel : picture.panels) {
        if (panel.id == id) return panel;
    }
    ADD_FAILURE() << "no panel " << id;
    return picture.panels.front();
}

bool hasPanel(const Picture& picture, const std::string& id) {
    return std::any_of(picture.panels.begin(), picture.panels.end(),
                       [&](const picture::Panel& panel) { return panel.id == id; });
}

bool says(const picture::Panel& panel, const std::string& words) {
    return std::any_of(panel.texts.begin(), panel.texts.end(),
                       [&](const std::string& text) { return text.find(words) != std::string::npos; });
}

film::Event eventAt(const std::string& id, EventKind kind, const std::string& place) {
    film::Event event;
    event.id = id;
    event.kind = kind;
    event.date = *base::parseEdtf("2024-01-01").date;
    event.actor = "one";
    event.to = place;
    event.sources = {"paper"};
    event.title = base::LocalText("Titre " + id);
    return event;
}

}  // namespace

TEST(MarksTest, EveryKindOfEventHasAShapeOfItsOwn) {
    std::set<std::pair<MarkKind, bool>> shapes;
    const std::vector<EventKind> kinds = {EventKind::Coup,     EventKind::Agreement, EventKind::Denunciation,
                                          EventKind::Alliance, EventKind::Exit,      EventKind::Announcement,
                                          EventKind::Presence, EventKind::Departure, EventKind::Arrival};
    for (const EventKind kind : kinds) {
        const picture::EventMark mark = markOf(eventAt("X", kind, "niamey"));
        EXPECT_TRUE(shapes.insert({mark.kind, mark.cut}).second) << film::toString(kind);
        EXPECT_FALSE(mark.hollow || mark.hatched);
    }
}

TEST(MarksTest, AnAnnouncementIsHollowAndADisputedEventHatched) {
    film::Event event = eventAt("X", EventKind::Presence, "niamey");
    event.countStatus = film::CountStatus::Disputed;
    EXPECT_FALSE(markOf(event).hatched) << "the number is disputed, not the presence";
    event.status = ClaimStatus::Announced;
    EXPECT_TRUE(markOf(event).hollow);
    event.status = ClaimStatus::Disputed;
    EXPECT_TRUE(markOf(event).hatched);
}

TEST(MarksTest, MarksOfOnePlaceStandSideBySideAndInTheLegend) {
    film::Film film = smallFilm();
    film.events.push_back(eventAt("coup", EventKind::Coup, "niamey"));
    film.events.push_back(eventAt("end", EventKind::Denunciation, "niamey"));
    film.cues[2].events = {"coup", "end"};
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    const Picture picture = scene.at({2, 9});
    const auto coup = marksOf(picture, MarkKind::Diamond), end = marksOf(picture, MarkKind::Square);
    ASSERT_EQ(coup.size(), 1u);
    ASSERT_EQ(end.size(), 1u);
    EXPECT_TRUE(end[0].cut);
    EXPECT_EQ(coup[0].at.y, end[0].at.y);
    EXPECT_GT(end[0].at.x - coup[0].at.x, coup[0].radius * 2);
    const auto legend = panelOf(picture, "legend");
    EXPECT_EQ(legend.texts, (std::vector<std::string>{"One: coup", "One: accord denounced"}));
    EXPECT_EQ(legend.marks.size(), 2u);
}

TEST(MarksTest, APartOfAMovementIsAMarkBesideTheWholesArrow) {
    film::Film film = smallFilm();
    film.events.push_back(film.events[1]);
    film.events.back().id = "convoy";
    film.events.back().partOf = "B";
    film.cues[1].events = {"B", "convoy"};
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    const Picture picture = scene.at({1, 9});
    ASSERT_EQ(picture.arrows.size(), 1u);
    EXPECT_EQ(picture.arrows[0].event, "B");
    const auto marks = marksOf(picture, MarkKind::TriangleUp);
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_EQ(marks[0].id, "convoy");
    for (const base::Vec2 p : picture.arrows[0].points)
        EXPECT_GT(base::length(p - marks[0].at), marks[0].radius) << "the arrow does not run over its mark";
    EXPECT_TRUE(says(panelOf(picture, "legend"), "One: step of a departure"));
}

TEST(MarksTest, APlaceKnownRoughlyHasARingOnceItCanBeSeen) {
    film::Film film = smallFilm();
    for (film::Place& place : film.places) {
        if (place.id == "niamey") place.precisionKm = 5;
    }
    film.cues[2].events = {"D"};
    const Scene far(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    EXPECT_TRUE(marksOf(far.at({2, 9}), MarkKind::PrecisionRing).empty());
    EXPECT_FALSE(says(panelOf(far.at({2, 9}), "legend"), "Ring"));
    film.cues[2].camera = {{}, base::LonLat{2.1, 13.5}, 96.0, 0, 0};
    const Scene close(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    const auto rings = marksOf(close.at({2, 9}), MarkKind::PrecisionRing);
    ASSERT_EQ(rings.size(), 1u);
    EXPECT_NEAR(rings[0].radius, 5 * 1920 / 96.0, 2) << "kilometres at the frame's scale";
    EXPECT_TRUE(says(panelOf(close.at({2, 9}), "legend"), "Ring: the exact place lies within"));
}

TEST(MarksTest, ARingLiesOnTheGroundAndTheCameraHoldsIt) {
    film::Film film = smallFilm();
    for (film::Place& place : film.places) {
        if (place.id == "niamey") place.precisionKm = 900;
    }
    film.cues[2].events = {"D"};
    film.cues[2].camera.fit = {"niamey"};
    for (const double pitch : {0.0, 50.0}) {
        film.cues[2].camera.pitch = pitch;
        const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
        const Picture picture = scene.at({2, 9});
        const auto rings = marksOf(picture, MarkKind::PrecisionRing);
        ASSERT_EQ(rings.size(), 1u);
        EXPECT_NEAR(rings[0].flatness, std::cos(base::radians(pitch)), pitch > 0 ? 0.1 : 1e-6);
        const geo::MapView& view = picture.ground.view;
        const double metres = 900'000 * world().projection.scaleAt(film::findPlace(film, "niamey")->at);
        const base::Vec2 middle = *world().projection.forward(film::findPlace(film, "niamey")->at);
        for (int angle = 0; angle < 360; angle += 10) {
            const double turn = base::radians(angle);
            const base::Vec2 at =
                *view.toPixels(middle + base::Vec2{std::cos(turn), std::sin(turn)} * metres);
            EXPECT_TRUE((base::Box{96, 54, 1728, 972}.contains(at))) << "in the safe area at " << angle;
            // On the ellipse: its equation in its own axes.
            const base::Vec2 out = at - rings[0].at;
            const double lean = base::radians(rings[0].angle);
            const double u = out.x * std::cos(lean) + out.y * std::sin(lean),
                         v = out.y * std::cos(lean) - out.x * std::sin(lean);
            EXPECT_NEAR(std::hypot(u, v / rings[0].flatness), rings[0].radius, 0.5) << angle;
        }
    }
}

TEST(MarksTest, TheLegendHasAScaleOfWidthsWhereOneIsUsed) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    EXPECT_TRUE(says(panelOf(scene.at({1, 9}), "legend"), "over 1,200"));
    EXPECT_FALSE(says(panelOf(scene.at({2, 9}), "legend"), "over 1,200"));
}

TEST(MarksTest, CaptionsGiveTheNumbersThatTheCreditsResolve) {
    film::Film film = smallFilm();
    film.sources.resize(3);
    film.sources[1].id = "agency";
    film.sources[1].publisher = "Agency";
    film.sources[2].id = "gazette";
    film.sources[2].publisher = "Gazette";
    film.sources[2].title = "A headline";
    film.sources[2].article = true;
    film.events[0].sources = {"paper", "agency", "gazette"};
    film.cues[1].events = {"A"};
    film.cues[2].card = film::CueCard::Credits;
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    EXPECT_TRUE(
        says(panelOf(scene.at({1, 9}), "caption"), "Source: [3]\u00a0Gazette; [1]\u00a0Journal; [2]"));
    const auto credits = panelOf(scene.at({2, 9}), "credits");
    for (const char* entry : {"[1]\u00a0Journal", "[2]\u00a0Agency", "[3]\u00a0Gazette, “A headline”"})
        EXPECT_TRUE(says(credits, entry)) << entry;
}

TEST(MarksTest, SourcesThatAreOnlyNumbersStandInTheOrderOfTheCredits) {
    film::Film film = smallFilm();
    film.sources.resize(6);
    for (std::size_t i = 1; i < film.sources.size(); ++i) {
        film.sources[i].id = "s" + std::to_string(i + 1);
        film.sources[i].publisher = "P" + std::to_string(i + 1);
    }
    film.events[0].sources = {"s4", "s6", "s5", "s2", "s3"};
    film.cues[1].events = {"A"};
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    EXPECT_TRUE(says(panelOf(scene.at({1, 9}), "caption"),
                     "Source: [4]\u00a0P4; [6]\u00a0P6; [2]\u00a0[3]\u00a0[5]"));
}

TEST(MarksTest, TheBadgeSaysWhetherAllOrSomeOfACueIsOutsideTheArticles) {
    film::Film film = smallFilm();
    film.sources.resize(2);
    film.sources[1].id = "article";
    film.sources[1].publisher = "Article";
    film.sources[1].article = true;
    const auto badge = [&](const std::vector<std::string>& a, const std::vector<std::string>& b) {
        film.events[0].sources = a;
        film.events[1].sources = b;
        const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
        return panelOf(scene.at({1, 9}), "caption").texts.back();
    };
    EXPECT_EQ(badge({"paper"}, {"paper"}), "outside the articles");
    EXPECT_EQ(badge({"article"}, {"paper"}), "partly outside the articles");
    EXPECT_EQ(badge({"article"}, {"article", "paper"}).find("Source"), 0u);
}

TEST(MarksTest, LongCreditsTurnTheirPagesAndLoseNoSource) {
    film::Film film = smallFilm();
    for (int i = 0; i < 150; ++i) {
        film::Source source;
        source.id = "s" + std::to_string(i);
        source.publisher = "A publisher with a rather long name, number " + std::to_string(i);
        film.sources.push_back(source);
        film.events[0].sources.push_back(source.id);
    }
    film.cues[2].card = film::CueCard::Credits;
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    std::set<std::string> numbers;
    for (double s = 2; s <= 9; s += 0.25) {
        const Picture picture = scene.at({2, s});
        for (const auto& panel : picture.panels) {
            for (const std::string& text : panel.texts) {
                if (text.rfind("[", 0) == 0) numbers.insert(text.substr(0, text.find(']') + 1));
            }
            for (const auto& run : panel.runs) {
                for (const auto& glyph : run.glyphs) ASSERT_LT(glyph.pen.y, 1080 * 0.955);
            }
        }
    }
    EXPECT_EQ(numbers.size(), film.sources.size());
    EXPECT_TRUE(scene.at({2, 9}).panels.back().texts.back().find("\u00a0/\u00a0") != std::string::npos);
}

TEST(MarksTest, TheLegendExplainsTheTimelinesBarsWhereTheCueHasOne) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    EXPECT_TRUE(says(panelOf(scene.at({1, 9}), "legend"), "Fading bar on the timeline"))
        << "B is of May 2024";
    EXPECT_FALSE(says(panelOf(scene.at({2, 9}), "legend"), "Fading bar on the timeline"));
}

TEST(MarksTest, AnArrowFadesTheWayThatASourceNames) {
    film::Film film = smallFilm();
    film.events[1].towards = "niamey";
    film.cues[1].events = {"B"};
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    const Picture picture = scene.at({1, 9});
    ASSERT_EQ(picture.arrows.size(), 1u);
    const auto& points = picture.arrows[0].points;
    EXPECT_GT(points.back().x, points.front().x) << "Niamey lies east of Bamako";
    EXPECT_LT(picture.arrows[0].fadeFrom, 1);
}

TEST(MarksTest, AnArrowTowardsATownDoesNotReachIt) {
    film::Film film = smallFilm();
    film.cues[1].events = {"B"};
    const auto eastOfBamako = [&](film::PlaceKind kind) {
        film.events[1].towards = "ouagadougou";
        film.places.back().kind = kind;
        const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
        const Picture picture = scene.at({1, 9});
        const auto town = picture.ground.view.toPixels(*world().projection.forward(film.places.back().at));
        return picture.arrows.at(0).points.back().x - town->x;
    };
    EXPECT_LT(eastOfBamako(film::PlaceKind::City), 0);
    EXPECT_GT(eastOfBamako(film::PlaceKind::Symbol), 0) << "somewhere in a country";
}

TEST(MarksTest, CountsOfEveryWidthFindRoomBesideTheirArrowInEveryDirection) {
    for (const int count : {50, 300, 1000, 5000}) {
        for (int bearing = 0; bearing < 360; bearing += 30) {
            film::Film film = smallFilm();
            film.places[1].at = geo::destination(film.places[2].at, bearing, 900);
            film.events[0].count = film::Count{count, count};
            film.cues[1].events = {"A"};
            film.cues[1].camera.fit = {"moscow", "niamey"};
            const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
            EXPECT_TRUE(hasPanel(scene.at({1, 9}), "count-A")) << count << " at " << bearing;
        }
    }
}

TEST(MarksTest, ATownOfTheFilmIsNotNamedAgainByTheGazetteer) {
    film::Film film = smallFilm();
    film::Place twin = film.places[2];
    twin.id = "niamey_2";
    twin.at.lon += 0.12;  // as far as two sources put one town apart
    film.gazetteer.push_back(twin);
    film.cues[1].camera.center = film.places[2].at;
    film.cues[1].camera.widthKm = 300;
    film.cues[1].events = {};
    film.cues[1].title = base::LocalText("T");
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    int named = 0;
    for (const auto& label : scene.at({1, 9}).labels) named += label.text == film.places[2].name.in("en");
    EXPECT_EQ(named, 1);
}

TEST(MarksTest, TheFrenchLegendAgreesWithItsNouns) {
    film::Film film = smallFilm();
    film.events[0].status = film::ClaimStatus::Disputed;
    film.events[1].status = film::ClaimStatus::Announced;
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "fr"));
    const auto legend = panelOf(scene.at({1, 9}), "legend");
    EXPECT_TRUE(says(legend, "arrivée, contestée"));
    EXPECT_TRUE(says(legend, "départ, annoncé"));
}

TEST(MarksTest, ACountThatSetsAWidthIsWrittenBesideItsArrow) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    const Picture picture = scene.at({1, 9});
    EXPECT_EQ(panelOf(picture, "count-A").texts, std::vector<std::string>{"≈\u00a01,500"});
    for (const auto& panel : picture.panels) EXPECT_NE(panel.id, "count-B");
    for (const auto& label : picture.labels)
        EXPECT_FALSE(label.box.intersects(panelOf(picture, "count-A").box)) << label.text;
}

TEST(MarksTest, GaugesFillWithArrivalsAndEmptyWithDepartures) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    const auto levels = [&](double seconds) {
        std::map<std::string, double> byEvent;
        for (const Mark& mark : marksOf(scene.at({1, seconds}), MarkKind::Gauge))
            byEvent[mark.id] = mark.level;
        return byEvent;
    };
    EXPECT_EQ(levels(2.4)["A"], 0);
    EXPECT_GT(levels(4.2)["B"], 0.5);
    EXPECT_EQ(levels(9)["A"], 1);
    EXPECT_EQ(levels(9)["B"], 0);
}

TEST(MarksTest, WhatCarriesSomebodyRidesOnTheArrow) {
    film::Film film = smallFilm();
    film.events[0].carrier = film::Carrier::Aircraft;
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    const auto early = marksOf(scene.at({1, 3}), MarkKind::Aircraft),
               late = marksOf(scene.at({1, 9}), MarkKind::Aircraft);
    ASSERT_EQ(early.size(), 1u);
    ASSERT_EQ(late.size(), 1u);
    EXPECT_LT(early[0].at.y, late[0].at.y) << "southwards, from Moscow to Niamey";
    EXPECT_GT(std::abs(late[0].angle), 90) << "its nose points south";
    EXPECT_TRUE(says(panelOf(scene.at({1, 9}), "legend"), "by air"));
}
