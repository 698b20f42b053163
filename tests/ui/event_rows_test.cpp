#include "ui/event_rows.h"

#include <gtest/gtest.h>

#include "small_film.h"

using namespace ui;

namespace {

std::vector<std::string> found(const std::string& text, const std::vector<std::string>& hidden = {}) {
    const film::Film film = small::film();
    std::vector<std::string> ids;
    for (const EventRow& row : eventRows(film, "fr")) {
        if (matches(row, {text, hidden})) ids.push_back(row.id);
    }
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST(EventRows, AreInTheOrderOfTheirDatesThenIds) {
    EXPECT_EQ(found(""), (Ids{"E1", "E2", "E3", "E4"}));
}

TEST(EventRows, SayWhatIsOutsideTheArticles) {
    film::Film film = small::film();
    film.sources.push_back({"article", "", "Article", std::nullopt, "", true});
    for (const EventRow& row : eventRows(film, "en"))
        EXPECT_NE(row.sources.find("outside the articles"), std::string::npos) << row.id;
    for (film::Event& event : film.events) event.sources.push_back("article");
    for (const EventRow& row : eventRows(film, "en"))
        EXPECT_EQ(row.sources.find("outside the articles"), std::string::npos) << row.id;
}

TEST(EventRows, SayDateActorPlaceTitleAndEachPublisherOnce) {
    const film::Film film = small::film();
    const EventRow row = eventRows(film, "fr").front();
    EXPECT_EQ(row.date, "décembre 2023");
    EXPECT_EQ(row.actor, "États-Unis");
    EXPECT_EQ(row.place, "Gao → non précisé");
    EXPECT_EQ(row.title, "Départ");
    EXPECT_EQ(row.sources, "RFI, AFP");
    EXPECT_TRUE(row.shown);
    EXPECT_EQ(eventRows(film, "en").front().title, "Departure");
    EXPECT_FALSE(eventRows(film, "en").back().shown);
}

TEST(EventFilter, IgnoresAccentsAndCase) {
    EXPECT_EQ(found("TELE sahel"), (Ids{"E2"}));
    EXPECT_EQ(found("départ"), (Ids{"E1"}));
    EXPECT_EQ(found("etats-unis"), (Ids{"E1", "E3", "E4"}));
}

TEST(EventFilter, TakesTheApostropheOfAKeyboardForTheTypographicOne) {
    film::Film film = small::film();
    film.events.front().title = small::both("L’armée s’en va", "The army leaves");
    const auto rows = eventRows(film, "fr");
    EXPECT_TRUE(matches(rows[1], {"l'armee", {}}));
    EXPECT_TRUE(matches(rows[1], {"s’en", {}}));
}

TEST(EventFilter, WantsEveryWordInAnyOrder) {
    EXPECT_EQ(found("gao 2024"), (Ids{"E3"}));
    EXPECT_EQ(found("  2024   gao "), (Ids{"E3"}));
    EXPECT_EQ(found("gao mars"), Ids{});
}

TEST(EventFilter, FindsSourcesAndDatesAsWritten) {
    EXPECT_EQ(found("afp").size(), 4U);
    EXPECT_EQ(found("2024-04-10"), (Ids{"E2", "E3"}));
}

TEST(EventFilter, HidesActors) {
    EXPECT_EQ(found("", {"usa"}), (Ids{"E2"}));
    EXPECT_EQ(found("", {"russia", "usa"}), Ids{});
}

TEST(EventFilter, OffersOnlyActorsThatHaveEvents) {
    const film::Film film = small::film();
    const auto actors = actorsWithEvents(film);
    ASSERT_EQ(actors.size(), 2U);
    EXPECT_EQ(actors[0]->id, "russia");
    EXPECT_EQ(actors[1]->id, "usa");
}

TEST(EventFilter, IsToggledActorByActor) {
    small::Desk desk;
    desk.apply({CommandId::FilterActor, 0, "usa", {}});
    desk.apply({CommandId::FilterActor, 0, "russia", {}});
    EXPECT_EQ(desk.session.filter.hiddenActors, (Ids{"russia", "usa"}));
    desk.apply({CommandId::FilterActor, 0, "usa", {}});
    EXPECT_EQ(desk.session.filter.hiddenActors, (Ids{"russia"}));
}
