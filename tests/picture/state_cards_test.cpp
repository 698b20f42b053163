#include "picture/state_cards.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "picture/scene.h"
#include "picture/stage.h"

using film::Moment;
using picture::Picture;
using picture::Scene;
using picture::shownAt;
using picture::Toggle;

namespace {

film::Event eventOf(const std::string& id, film::EventKind kind, const std::string& date) {
    film::Event event;
    event.id = id;
    event.kind = kind;
    event.date = *base::parseEdtf(date).date;
    event.actor = "one";
    event.title = base::LocalText("Titre");
    return event;
}

// The small film with two cues more: the state on a day, and the state going by.
film::Film filmWithState() {
    film::Film f = smallFilm();
    f.actors.push_back({"two", base::LocalText("Two"), {0.4f, 0.7f, 1, 1}});
    f.events.push_back(eventOf("comes", film::EventKind::Arrival, "2023-01-10"));
    f.events.push_back(eventOf("goes", film::EventKind::Departure, "2023-06-01/2023-07-01"));
    f.events.push_back(eventOf("charter", film::EventKind::Alliance, "2023-09-16"));
    f.presences = {{"one", "NER", {"comes"}, ""}, {"two", "NER", {"goes"}, "goes"}};
    film::Alliance alliance;
    alliance.id = "union";
    alliance.name = alliance.shortName = base::LocalText("Union");
    alliance.outline = true;
    alliance.members = {{"NER", "charter", "", ""}, {"MLI", "charter", "", ""}};
    f.alliances = {alliance};
    film::Cue day, span;
    day.id = "day";
    day.date = base::parseEdtf("2023-02").date;
    span.id = "span";
    span.date = base::parseEdtf("2023-01-01/2023-12-31").date;
    for (film::Cue* cue : {&day, &span}) {
        cue->state = true;
        cue->title = base::LocalText("Titre");
        cue->camera.fit = {"MLI", "NER", "BFA"};
        cue->flySeconds = 2;
        cue->playSeconds = 10;
        cue->holdSeconds = 3;
        f.cues.push_back(*cue);
    }
    return f;
}

std::vector<std::string> textsOf(const Picture& picture, const std::string& id) {
    for (const auto& panel : picture.panels) {
        if (panel.id == id) return panel.texts;
    }
    return {};
}

using Texts = std::vector<std::string>;

}  // namespace

TEST(StateCardsTest, ThingsComeAndGoOverASecond) {
    const std::vector<Toggle> toggles = {{-1e9, true}, {5, false}, {8, true}};
    EXPECT_EQ(shownAt(toggles, 0), 1);
    EXPECT_EQ(shownAt(toggles, 5.5), 0.5);
    EXPECT_EQ(shownAt(toggles, 7), 0);
    EXPECT_EQ(shownAt(toggles, 20), 1);
    EXPECT_EQ(shownAt({}, 3), 0);
}

TEST(StateCardsTest, EachFocusCountryHasACardThatSaysWhoIsThere) {
    const film::Film film = filmWithState();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    const Picture picture = scene.at({3, 15});
    EXPECT_EQ(textsOf(picture, "state-NER"), (Texts{"NIGER", "One", "Two"}));
    EXPECT_EQ(textsOf(picture, "state-MLI"), (Texts{"MALI"}));
    EXPECT_EQ(textsOf(picture, "state-BFA"), (Texts{"BURKINA FASO"}));
    EXPECT_TRUE(textsOf(scene.at({2, 9}), "state-NER").empty()) << "only where the cue asks for it";
}

TEST(StateCardsTest, TheStateGoesByWhileTheCuePlays) {
    const film::Film film = filmWithState();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    // 10 seconds for 364 days: 1 July is reached 4.97 s after landing, 16 September 7.09 s.
    EXPECT_EQ(textsOf(scene.at({4, 2.0}), "state-NER"), (Texts{"NIGER", "Two"}));
    EXPECT_EQ(textsOf(scene.at({4, 4.0}), "state-NER"), (Texts{"NIGER", "One", "Two"}));
    EXPECT_EQ(textsOf(scene.at({4, 8.5}), "state-NER"), (Texts{"NIGER", "One"}));
    EXPECT_EQ(textsOf(scene.at({4, 12.0}), "state-NER"), (Texts{"NIGER", "One", "Union"}));
    EXPECT_EQ(textsOf(scene.at({4, 12.0}), "state-MLI"), (Texts{"MALI", "Union"}));
}

TEST(StateCardsTest, AnAllianceHasItsBandFromItsDayOnInEveryCue) {
    const film::Film film = filmWithState();
    const Scene scene(film, world(), fonts(), optionsFor({640, 360}));
    EXPECT_TRUE(scene.at({3, 15}).ground.outlines.empty());
    EXPECT_TRUE(scene.at({4, 8.9}).ground.outlines.empty());
    const auto band = scene.at({4, 12}).ground.outlines;
    ASSERT_EQ(band.size(), 1u);
    EXPECT_EQ(band[0].countries,
              (std::vector<int>{std::min(world().countryIndex("MLI"), world().countryIndex("NER")),
                                std::max(world().countryIndex("MLI"), world().countryIndex("NER"))}));
    EXPECT_EQ(scene.at({1, 9}).ground.outlines.size(), 1u) << "the arrivals of 2024";
}

TEST(StateCardsTest, ABandDoesNotBlinkFromOneCueToTheNext) {
    const film::Film film = filmWithState();
    const Scene scene(film, world(), fonts(), optionsFor({640, 360}));
    const float held = scene.at({1, 9}).ground.outlines.at(0).color.a;
    for (double s = 0; s < 9; s += 0.1) {
        const auto bands = scene.at({2, s}).ground.outlines;
        ASSERT_EQ(bands.size(), 1u) << s;
        EXPECT_EQ(bands[0].color.a, held) << s;
    }
}

TEST(StateCardsTest, CardsKeepClearOfEachOtherOfPanelsAndOfNames) {
    const film::Film film = filmWithState();
    for (const base::Size size : {base::Size{1920, 1080}, {1080, 1080}, {1080, 1920}, {1080, 1350}}) {
        const Scene scene(film, world(), fonts(), optionsFor(size));
        const Picture picture = scene.at({4, 15});
        int cards = 0;
        for (const auto& card : picture.panels) {
            if (card.id.rfind("state-", 0) != 0) continue;
            ++cards;
            for (const auto& other : picture.panels) {
                if (&other == &card || other.id == "timeline") continue;
                EXPECT_FALSE(card.box.intersects(other.box)) << card.id << " and " << other.id;
            }
            // Its shapes are its plates and the line that leads to its country.
            for (const auto& label : picture.labels) {
                EXPECT_FALSE(card.box.intersects(label.box)) << card.id << " and " << label.text;
                for (const auto& shape : card.shapes)
                    EXPECT_FALSE(shape.box.intersects(label.box)) << card.id << " and " << label.text;
            }
        }
        EXPECT_EQ(cards, 3) << size.w << "x" << size.h;
    }
}

TEST(StateCardsTest, ACountryWithACardIsNotNamedTwice) {
    const film::Film film = filmWithState();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    for (const auto& label : scene.at({3, 15}).labels) EXPECT_NE(label.id, "NER");
}

TEST(StateCardsTest, TheLegendExplainsWhatTheCardsShow) {
    const film::Film film = filmWithState();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    EXPECT_EQ(textsOf(scene.at({3, 15}), "legend"),
              (Texts{"Presence attested", "Outline: attested later, start not dated"}));
    EXPECT_EQ(textsOf(scene.at({4, 15}), "legend"),
              (Texts{"Presence attested", "Outline: attested later, start not dated",
                     "Member of the organisation", "Union"}));
}

TEST(StateCardsTest, AChangeOfEvidenceCrossesOverInPlace) {
    film::Film film = filmWithState();
    // "two" is attested only by its departure on 1 June: an outline before, filled afterwards.
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    for (double s = 2; s <= 15; s += 0.1) {
        const auto texts = textsOf(scene.at({4, s}), "state-NER");
        EXPECT_LE(std::count(texts.begin(), texts.end(), "Two"), 1) << s;
    }
    const auto before = textsOf(scene.at({4, 6.0}), "state-NER"),
               during = textsOf(scene.at({4, 6.6}), "state-NER");
    EXPECT_EQ(before, during) << "the name stays readable while its tag fills";
}

TEST(StateCardsTest, ACueThatGoesThroughASpanSaysWhichMonthItIs) {
    const film::Film film = filmWithState();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    const auto says = [&](std::size_t cue, double seconds, const std::string& month) {
        const Texts texts = textsOf(scene.at({cue, seconds}), "timeline");
        return std::find(texts.begin(), texts.end(), month) != texts.end();
    };
    EXPECT_TRUE(says(4, 7.0, "Jul 2023"));
    EXPECT_TRUE(says(4, 15.0, "Dec 2023"));
    EXPECT_FALSE(says(3, 15.0, "Feb 2023"));
}

TEST(StateCardsTest, TheCaptionNamesTheSourcesOfTheState) {
    film::Film film = filmWithState();
    for (film::Event& event : film.events) event.sources = {"paper"};
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}, "en"));
    const Texts texts = textsOf(scene.at({3, 15}), "caption");
    EXPECT_TRUE(std::any_of(texts.begin(), texts.end(),
                            [](const std::string& t) { return t.find("Source: [1]\u00a0Journal") == 0; }));
}
