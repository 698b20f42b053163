#include <gtest/gtest.h>

#include <map>

#include "small_film.h"
#include "ui/card_text.h"

using namespace ui;
using small::Desk;

namespace {

struct CardDesk : Desk {
    std::vector<CountryEntry> countries = {{"NER", small::both("Niger", "Niger"), {9, 17}, 2200}};
    CardDesk() {
        film.places[1].country = "NER";
        film.places[1].kind = film::PlaceKind::Capital;
        film.sources[0].url = "https://rfi.example/un";
        film.sources[2].url = "http://afp.example/deux";
        film.events[0].count = film::Count{100, 100};
        film.events[0].countStatus = film::CountStatus::Approx;
        film.events[0].status = film::ClaimStatus::Reported;
        film.events[0].saidBy = small::both("Télé Sahel", "Télé Sahel");
        session.browse.countries = &countries;
    }
    std::optional<Subject> shown() const {
        return session.browse.card ? std::optional(session.browse.card->subject) : std::nullopt;
    }
    void open(const std::string& text) { apply({CommandId::OpenCard, 0, text, {}}); }
};

}  // namespace

TEST(Subjects, AreWrittenAsTextAndReadBack) {
    for (const Subject& subject : {Subject{SubjectKind::Event, "E1"}, Subject{SubjectKind::Place, "gao"},
                                   Subject{SubjectKind::Country, "NER"}})
        EXPECT_EQ(subjectOf(toText(subject)), subject);
    EXPECT_FALSE(subjectOf("niger"));
    EXPECT_FALSE(subjectOf(""));
}

TEST(CardText, SaysWhenWhatHowSureAndWhoSaysSo) {
    const CardDesk desk;
    const auto card = cardText(desk.film, &desk.countries, {SubjectKind::Event, "E2"}, "fr").value();
    EXPECT_EQ(card.head, "10 avril 2024");
    EXPECT_EQ(card.title, "Télé Sahel : arrivée");
    EXPECT_EQ(card.facts, (std::vector<std::string>{"Environ 100", "Certitude\u00a0: rapporté",
                                                    "Qui le dit\u00a0: Télé Sahel"}));
    ASSERT_EQ(card.sources.size(), 3U);
    EXPECT_EQ(card.sources[0].says, "[1] RFI");
    EXPECT_EQ(card.sources[0].address, "https://rfi.example/un");
    EXPECT_EQ(card.sources[1].address, "");
    EXPECT_FALSE(card.listsEvents);
}

TEST(CardText, OfPlacesAndCountriesListsTheFilmsEventsByDate) {
    const CardDesk desk;
    for (const Subject& subject :
         {Subject{SubjectKind::Place, "niamey"}, Subject{SubjectKind::Country, "NER"}}) {
        const auto card = cardText(desk.film, &desk.countries, subject, "en").value();
        ASSERT_EQ(card.events.size(), 3U) << toText(subject);
        EXPECT_EQ(card.events[0].id, "E2");
        EXPECT_EQ(card.events[2].date, "August 2024");
    }
    EXPECT_EQ(cardText(desk.film, &desk.countries, {SubjectKind::Place, "niamey"}, "fr")->head, "capitale");
    EXPECT_FALSE(cardText(desk.film, &desk.countries, {SubjectKind::Place, "nowhere"}, "fr"));
    EXPECT_FALSE(cardText(desk.film, nullptr, {SubjectKind::Country, "NER"}, "fr"));
}

TEST(CardText, OfATownListsWhatHappenedAtItsAirportAndSaysSo) {
    CardDesk desk;
    film::Place airport;
    airport.id = "airport";
    airport.name = small::both("Aéroport", "Airport");
    airport.at = {2.18, 13.48};
    airport.kind = film::PlaceKind::Base;
    airport.country = "NER";
    film::Place far = airport;
    far.id = "far";
    far.at = {2.1, 14.5};
    desk.film.places.push_back(airport);
    desk.film.places.push_back(far);
    const auto eventsOf = [&](const char* id) {
        return cardText(desk.film, &desk.countries, {SubjectKind::Place, id}, "en")->events;
    };
    ASSERT_EQ(eventsOf("niamey").size(), 3U);
    desk.film.events[0].to = "airport";
    desk.film.events[2].to = "far";
    const std::string atAirport = desk.film.events[0].id, away = desk.film.events[2].id;
    std::map<std::string, std::string> places;
    for (const CardEvent& event : eventsOf("niamey")) places[event.id] = event.place;
    EXPECT_EQ(places.size(), 2U);
    EXPECT_EQ(places.count(away), 0U) << "a hundred kilometres away";
    ASSERT_EQ(places.count(atAirport), 1U);
    EXPECT_EQ(places[atAirport], "Airport");
    ASSERT_EQ(eventsOf("airport").size(), 1U);
    EXPECT_EQ(eventsOf("airport")[0].place, "");

    desk.film.events[0].via = {"niamey"};
    for (const CardEvent& event : eventsOf("niamey")) EXPECT_EQ(event.place, "") << "named itself";

    desk.film.events[0].via.clear();
    film::Place suburb = desk.film.places[1];
    suburb.id = "suburb";
    suburb.kind = film::PlaceKind::City;
    suburb.at = {2.18, 13.49};
    desk.film.places.push_back(suburb);
    EXPECT_EQ(eventsOf("niamey").size(), 1U);
    EXPECT_EQ(eventsOf("suburb").size(), 1U) << "the nearer town has it";
}

TEST(Card, OpensClosesAndGivesWayToAnother) {
    CardDesk desk;
    desk.open("place:niamey");
    EXPECT_EQ(desk.shown(), (Subject{SubjectKind::Place, "niamey"}));
    EXPECT_EQ(desk.session.browse.card->at, (base::LonLat{2.1, 13.5}));
    desk.open("event:E2");
    EXPECT_EQ(desk.shown(), (Subject{SubjectKind::Event, "E2"}));
    desk.open("event:E2");
    EXPECT_FALSE(desk.shown()) << "the same again closes it";
    desk.open("country:NER");
    EXPECT_EQ(desk.shown(), (Subject{SubjectKind::Country, "NER"}));
    desk.open("");
    EXPECT_FALSE(desk.shown());
    desk.open("event:E1");
    desk.open("country:NER");
    EXPECT_FALSE(desk.shown()) << "a click beside it closes it";
    desk.open("place:nowhere");
    EXPECT_FALSE(desk.shown());
}

TEST(Card, IsClosedByEscapeByNextAndByPrevious) {
    for (const Key& pressed : {key(KeyName::Escape), key(KeyName::PageDown), key(KeyName::PageUp)}) {
        CardDesk desk;
        desk.session.playhead = {3, 1};
        desk.open("event:E2");
        desk.press(pressed);
        EXPECT_FALSE(desk.shown()) << label(pressed, "en");
        EXPECT_FALSE(desk.session.quit);
    }
}

TEST(Card, OneKeyGoesThroughTheEventsOfTheStep) {
    CardDesk desk;
    desk.session.playhead = {2, 1};
    for (const char* id : {"E2", "E1"}) {
        desk.press(key('d'));
        ASSERT_TRUE(desk.shown());
        EXPECT_EQ(desk.shown()->id, id);
    }
    desk.press(key('d'));
    EXPECT_FALSE(desk.shown());
    desk.session.playhead = {0, 0};
    desk.press(key('d'));
    EXPECT_FALSE(desk.shown()) << "a step without events";
}

TEST(Card, WishesForAnAddressThatItOffersAndNoOther) {
    CardDesk desk;
    desk.open("event:E2");
    EXPECT_EQ(desk.session.browse.wishedAddress, "");
    desk.apply({CommandId::OpenLink, 0, "https://evil.example", {}});
    EXPECT_EQ(desk.session.browse.wishedAddress, "");
    desk.apply({CommandId::OpenLink, 0, "http://afp.example/deux", {}});
    EXPECT_EQ(desk.session.browse.wishedAddress, "http://afp.example/deux");
    for (const char* address :
         {"https://rfi.example/un", "http://afp.example/deux", "https://rfi.example/un"}) {
        desk.press(key('u'));
        EXPECT_EQ(desk.session.browse.wishedAddress, address);
    }
}

TEST(Card, OnlyWebAddressesGoToTheBrowser) {
    EXPECT_TRUE(isWebAddress("https://a.example/b?c=d"));
    EXPECT_TRUE(isWebAddress("http://a.example"));
    EXPECT_FALSE(isWebAddress("file:///etc/passwd"));
    EXPECT_FALSE(isWebAddress("javascript:alert(1)"));
    EXPECT_FALSE(isWebAddress("https://a.example/ --new-window"));
    EXPECT_FALSE(isWebAddress(""));
}

TEST(CardCorner, StandsBesideItsThingWhereItCoversLeast) {
    const base::Box window{0, 0, 1000, 600};
    const base::Vec2 card{300, 200};
    const auto corner = [&](base::Vec2 anchor, const std::vector<base::Box>& blocked) {
        return cardCorner(anchor, card, {window, {}, {}, blocked}, 20);
    };
    EXPECT_EQ(corner({400, 300}, {}).x, 420) << "to the right";
    EXPECT_EQ(corner({900, 300}, {}).x, 580) << "to the left, where the right has no room";
    EXPECT_EQ(corner({400, 300}, {{450, 0, 550, 600}}).x, 80) << "away from a panel";
    for (const base::Vec2 anchor : {base::Vec2{5, 5}, base::Vec2{995, 595}, base::Vec2{-500, 3000}}) {
        const base::Vec2 at = corner(anchor, {});
        EXPECT_TRUE(at.x >= 0 && at.x + card.x <= window.w && at.y >= 0 && at.y + card.y <= window.h);
    }
}

TEST(CardCorner, FindsTheOnlyFreePlace) {
    const std::vector<base::Box> panels{{0, 0, 1000, 240}, {0, 0, 600, 600}, {600, 460, 400, 140}};
    const base::Vec2 at = cardCorner({300, 300}, {300, 200}, {{0, 0, 1000, 600}, {}, {}, panels}, 20);
    const base::Box box{at.x, at.y, 300, 200};
    for (const base::Box& panel : panels) EXPECT_FALSE(box.intersects(panel)) << at.x << " " << at.y;
}

TEST(CardCorner, RatherCoversAPanelThanWhatItSpeaksOf) {
    const CardRoom room{{0, 0, 1000, 600}, {{420, 0, 580, 600}}, {}, {{0, 0, 380, 600}}};
    EXPECT_LT(cardCorner({400, 300}, {300, 200}, room, 20).x, 400);
    const CardRoom story{{0, 0, 1000, 600}, {}, {{420, 0, 580, 600}}, {{0, 0, 380, 600}}};
    EXPECT_LT(cardCorner({400, 300}, {300, 200}, story, 20).x, 400) << "nor what the step shows";
    const CardRoom both{{0, 0, 1000, 600}, {{420, 0, 580, 600}}, {{0, 0, 380, 600}}, {}};
    EXPECT_LT(cardCorner({400, 300}, {300, 200}, both, 20).x, 400) << "but that rather than its own";
}
