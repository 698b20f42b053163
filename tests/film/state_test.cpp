#include "film/state.h"

#include <gtest/gtest.h>

namespace film {
namespace {

Event eventOf(const std::string& id, EventKind kind, const std::string& date) {
    Event event;
    event.id = id;
    event.kind = kind;
    event.date = *base::parseEdtf(date).date;
    return event;
}

Film twoForces() {
    Film film;
    film.events = {eventOf("arrives", EventKind::Arrival, "2022-01"),
                   eventOf("asked", EventKind::Denunciation, "2023-01-18"),
                   eventOf("leaves", EventKind::Departure, "2023-02-18/2023-03-25"),
                   eventOf("charter", EventKind::Alliance, "2023-09-16"),
                   eventOf("says-no", EventKind::Exit, "2024-01-28"),
                   eventOf("summit", EventKind::Alliance, "2024-07-06")};
    film.events[0].status = ClaimStatus::Disputed;
    film.presences = {{"russia", "MLI", {"arrives"}, ""}, {"france", "BFA", {"asked", "leaves"}, "leaves"}};
    film.alliances.resize(2);
    film.alliances[0].id = "old";
    film.alliances[0].members = {{"MLI", "", "", "asked"}, {"BFA", "", "says-no", ""}};
    film.alliances[1].id = "new";
    film.alliances[1].members = {{"MLI", "charter", "", ""}};
    film.alliances[1].renamedBy = "summit";
    return film;
}

base::Day day(int year, int month, int day) {
    return base::dayOf({year, month, day});
}

using Forces = std::vector<PresentForce>;
using Memberships = std::vector<Membership>;

TEST(State, BeginsAPresenceWithItsArrival) {
    const Film film = twoForces();
    EXPECT_EQ(StateTable(film).at("MLI", day(2021, 12, 31)).forces, Forces{});
    EXPECT_EQ(StateTable(film).at("MLI", day(2022, 1, 1)).forces,
              (Forces{{"russia", Attestation::Disputed, {"arrives"}}}));
    EXPECT_EQ(StateTable(film).at("MLI", day(2030, 1, 1)).forces,
              (Forces{{"russia", Attestation::Disputed, {"arrives"}}}));
}

TEST(State, SaysWhenOnlyALaterEventAttestsAPresence) {
    const Film film = twoForces();
    EXPECT_EQ(StateTable(film).at("BFA", day(2022, 6, 1)).forces,
              (Forces{{"france", Attestation::AttestedLater, {"asked", "leaves"}}}));
    EXPECT_EQ(StateTable(film).at("BFA", day(2023, 1, 18)).forces,
              (Forces{{"france", Attestation::Attested, {"asked"}}}));
}

TEST(State, EndsAPresenceAfterTheLastDayOfItsEnd) {
    const Film film = twoForces();
    EXPECT_EQ(StateTable(film).at("BFA", day(2023, 3, 24)).forces,
              (Forces{{"france", Attestation::Attested, {"asked", "leaves"}}}));
    EXPECT_EQ(StateTable(film).at("BFA", day(2023, 3, 25)).forces, Forces{});
    EXPECT_EQ(StateTable(film).at("NER", day(2023, 3, 1)), CountryState{});
}

TEST(State, TrustsAPresenceOnceAnUndisputedEventAttestsIt) {
    Film film = twoForces();
    film.presences[0].events = {"arrives", "summit"};
    EXPECT_EQ(StateTable(film).at("MLI", day(2024, 7, 5)).forces[0].attestation, Attestation::Disputed);
    EXPECT_EQ(StateTable(film).at("MLI", day(2024, 7, 6)).forces[0].attestation, Attestation::Attested);
}

TEST(State, FollowsAlliances) {
    const Film film = twoForces();
    EXPECT_EQ(StateTable(film).at("MLI", day(2023, 1, 17)).memberships,
              (Memberships{{"old", false, false, true, {}}}));
    EXPECT_EQ(StateTable(film).at("MLI", day(2023, 1, 18)).memberships, Memberships{});
    EXPECT_EQ(StateTable(film).at("MLI", day(2023, 9, 16)).memberships,
              (Memberships{{"new", false, false, false, {"charter"}}}));
    EXPECT_EQ(StateTable(film).at("MLI", day(2024, 7, 6)).memberships,
              (Memberships{{"new", false, true, false, {"charter", "summit"}}}));
    EXPECT_EQ(StateTable(film).at("BFA", day(2024, 1, 27)).memberships,
              (Memberships{{"old", false, false, true, {}}}));
    EXPECT_EQ(StateTable(film).at("BFA", day(2024, 1, 28)).memberships,
              (Memberships{{"old", true, false, true, {"says-no"}}}));
    EXPECT_EQ(StateTable(film).membersOf("old", day(2022, 1, 1)), (std::vector<std::string>{"MLI", "BFA"}));
    EXPECT_EQ(StateTable(film).membersOf("new", day(2023, 9, 15)), std::vector<std::string>{});
}

TEST(State, KnowsTheDaysOnWhichItMayChange) {
    const Film film = twoForces();
    EXPECT_EQ(StateTable(film).changes("NER"), std::vector<base::Day>{});
    EXPECT_EQ(StateTable(film).changes("BFA"),
              (std::vector<base::Day>{day(2023, 1, 18), day(2023, 3, 25), day(2024, 1, 28)}));
    EXPECT_EQ(StateTable(film).membershipChanges("old"), std::vector<base::Day>{day(2023, 1, 18)});
}

TEST(State, NamesItsWitnesses) {
    const Film film = twoForces();
    const StateTable states(film);
    using Ids = std::vector<std::string>;
    EXPECT_EQ(states.witnesses("MLI", day(2021, 1, 1)), Ids{});
    EXPECT_EQ(states.witnesses("MLI", day(2023, 9, 16)), (Ids{"arrives", "charter"}));
    EXPECT_EQ(states.witnesses("BFA", day(2022, 6, 1)), (Ids{"asked", "leaves"}))
        << "the later ones, where there are no others";
    EXPECT_EQ(states.witnesses("BFA", day(2023, 3, 1)), (Ids{"asked", "leaves"}));
}

TEST(State, TakesNoAnnouncementForAPresence) {
    Film film = twoForces();
    film.events[0].status = ClaimStatus::Announced;
    EXPECT_EQ(StateTable(film).at("MLI", day(2024, 1, 1)).forces, Forces{});
}

}  // namespace
}  // namespace film
