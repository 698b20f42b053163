#include "ui/session.h"

#include <gtest/gtest.h>

#include "small_film.h"

using namespace ui;
using small::Desk;

TEST(Session, BeginsInTheFilmsOwnLanguageAndTheme) {
    film::Film film = small::film();
    film.theme = "paper";
    const Session session = makeSession(film, {"night", "paper"});
    EXPECT_EQ(session.language, "fr");
    EXPECT_EQ(session.theme, "paper");
    EXPECT_EQ(session.playhead, (film::Moment{0, 0}));
}

TEST(Session, TakesTheFirstThemeWhenTheFilmsIsNotThere) {
    film::Film film = small::film();
    film.theme = "none.toml";
    EXPECT_EQ(makeSession(film, {"night", "paper"}).theme, "night");
}

TEST(Session, LetsACueGrowOlderUntilTheClickerComes) {
    Desk desk;
    desk.session.playhead = {1, 0};
    advance(desk.session, 5);
    EXPECT_EQ(modeOf(desk.session), Mode::Play);
    advance(desk.session, 1);
    EXPECT_EQ(modeOf(desk.session), Mode::Hold);
    advance(desk.session, 1000);
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 1006}));
}

TEST(Session, IsIdleOnlyWhenNothingCanMove) {
    Desk desk;
    EXPECT_FALSE(isIdle(desk.session));
    desk.press(key('k'));
    EXPECT_TRUE(isIdle(desk.session));
    desk.press(key('+'));
    EXPECT_TRUE(isIdle(desk.session));
    desk.press(key('r'));
    EXPECT_FALSE(isIdle(desk.session)) << "the camera flies home, also while time stands";
    advance(desk.session, kFlightSeconds);
    EXPECT_TRUE(isIdle(desk.session));
    desk.press(key('k'));
    desk.press(key('b'));
    EXPECT_TRUE(isIdle(desk.session));
}

TEST(Session, ShowsTheFilmsCameraWithoutADetour) {
    Desk desk;
    EXPECT_FALSE(cameraFor(desk.session, desk.filmCamera, desk.projection, desk.size));
    desk.press(key('+'));
    EXPECT_EQ(cameraFor(desk.session, desk.filmCamera, desk.projection, desk.size), desk.session.detour);
}

TEST(Session, WhatIsOpenStaysOpenWhileTheFilmHasIt) {
    Desk desk;
    film::Film now = desk.film;
    Browse& browse = desk.session.browse;
    browse.card = Card{{SubjectKind::Event, "E4"}, {}, 1};
    browse.open = Browser::Overview;
    browse.marked = 3;
    now.title = small::both("Autre", "Other");
    adopt(desk.session, now, desk.session.themes);
    ASSERT_TRUE(browse.card);
    EXPECT_EQ(browse.card->nextLink, 1U);
    EXPECT_EQ(browse.open, Browser::Overview);
    film::Film less = now;
    less.cues.pop_back();
    std::erase_if(less.events, [](const film::Event& event) { return event.id == "E4"; });
    adopt(desk.session, less, desk.session.themes);
    EXPECT_FALSE(browse.card);
    EXPECT_EQ(browse.open, Browser::None);
    browse.card = Card{{SubjectKind::Country, "NER"}, {}, 0};
    browse.open = Browser::Search;
    adopt(desk.session, now, desk.session.themes);
    EXPECT_TRUE(browse.card);
    EXPECT_EQ(browse.open, Browser::Search);
    browse.card = Card{{SubjectKind::Place, "gao"}, {}, 0};
    adopt(desk.session, less, desk.session.themes);
    EXPECT_TRUE(browse.card);
    now.places.clear();
    adopt(desk.session, now, desk.session.themes);
    EXPECT_FALSE(browse.card);
}

TEST(Session, FliesHomeFromExactlyWhereTheDetourWas) {
    Desk desk;
    desk.press(key('-'));
    desk.press(key('-'));
    const geo::Camera away = desk.session.detour.value();
    desk.press(key('r'));
    const auto start = cameraFor(desk.session, desk.filmCamera, desk.projection, desk.size);
    ASSERT_TRUE(start);
    EXPECT_NEAR(start->widthKm, away.widthKm, 1e-6);
    EXPECT_NEAR(start->center.lon, away.center.lon, 1e-9);
    advance(desk.session, kFlightSeconds / 2);
    const double halfway =
        cameraFor(desk.session, desk.filmCamera, desk.projection, desk.size).value().widthKm;
    EXPECT_LT(halfway, away.widthKm);
    EXPECT_GT(halfway, desk.filmCamera.widthKm);
    advance(desk.session, kFlightSeconds / 2);
    EXPECT_FALSE(cameraFor(desk.session, desk.filmCamera, desk.projection, desk.size));
}
