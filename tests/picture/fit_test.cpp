// Long texts stay in their panels, and panels in the safe area, in every frame and language.
#include "picture/fit.h"

#include <gtest/gtest.h>

#include "film/cue_summary.h"
#include "picture/check.h"
#include "picture/panels.h"
#include "picture/scene.h"
#include "picture/stage.h"

using picture::Picture;
using picture::Scene;

namespace {

const std::vector<base::Size> kFrames = {{1920, 1080}, {1080, 1080}, {1080, 1920}, {1080, 1350}, {640, 360}};
constexpr const char* kLongWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter";

std::string repeated(const std::string& text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text + (i % 9 == 8 ? ". " : " ");
    return result;
}

base::LocalText inBoth(const std::string& text) {
    base::LocalText result;
    result.byLanguage = {{"fr", text}, {"en", text}, {"ar", text}};
    return result;
}

/// Everything as long as a film may have it.
film::Film endlessFilm() {
    film::Film film = smallFilm();
    for (int i = 0; i < 30; ++i) {
        film::Source source;
        source.id = "s" + std::to_string(i);
        source.publisher = "The Publisher of a Newspaper with a Long Name, number " + std::to_string(i);
        source.title = repeated("headline", 40);
        film.sources.push_back(source);
        film.events[0].sources.push_back(source.id);
    }
    for (film::Event& event : film.events) event.saidBy = inBoth(repeated("a spokesman", 60));
    film.cues[0].title = inBoth(repeated("titre", 35));
    film.cues[0].text = inBoth(repeated("des mots", 600));
    film.cues[1].title = inBoth(std::string(kLongWord) + " " + repeated("titre", 30));
    film.cues[1].text = inBoth(repeated("une phrase qui dure", 240));
    film.cues[2].title = inBoth(kLongWord);
    film.cues[2].text = inBoth(std::string(kLongWord) + kLongWord);
    for (film::Actor& actor : film.actors) actor.name = inBoth(kLongWord);
    return film;
}

/// A cue with as many actors, each with an arrival of its own.
film::Film crowdedFilm(int actors) {
    film::Film film = smallFilm();
    for (int i = 0; i < actors; ++i) {
        film::Actor actor = film.actors[0];
        actor.id = "actor" + std::to_string(i);
        film::Event event = film.events[0];
        event.id = "event" + std::to_string(i);
        event.actor = actor.id;
        film.actors.push_back(actor);
        film.events.push_back(event);
        film.cues[1].events.push_back(event.id);
    }
    return film;
}

/// Pens may stand this far outside, of the frame's height: a glyph's origin is not its ink.
void expectInside(const Picture& picture) {
    const auto layout = picture::layoutFor(picture.size);
    const base::Box safe = layout.safe.grown(1);
    for (const auto& panel : picture.panels) {
        if (panel.id == "timeline" || panel.id.starts_with("state") || panel.id.starts_with("count"))
            continue;
        EXPECT_TRUE(safe.contains({panel.box.x, panel.box.y})) << panel.id;
        EXPECT_TRUE(safe.contains({panel.box.right(), panel.box.bottom()})) << panel.id;
        for (const auto& run : panel.runs) {
            for (const auto& glyph : run.glyphs)
                ASSERT_TRUE(panel.box.grown(1).contains(glyph.pen))
                    << panel.id << " " << glyph.pen.x << " " << glyph.pen.y;
        }
    }
}

const picture::Panel* panelIn(const Picture& picture, const std::string& id) {
    for (const auto& panel : picture.panels) {
        if (panel.id == id) return &panel;
    }
    return nullptr;
}

double smallestText(const picture::Panel& panel) {
    double size = 1e9;
    for (const auto& run : panel.runs) size = std::min(size, run.size);
    return size;
}

}  // namespace

TEST(Fit, NoTextLeavesItsPanelAndNoPanelTheSafeArea) {
    const film::Film film = endlessFilm();
    for (const base::Size size : kFrames) {
        for (const char* language : {"fr", "en", "ar"}) {
            SCOPED_TRACE(std::to_string(size.w) + "x" + std::to_string(size.h) + " " + language);
            const Scene scene(film, world(), fonts(), optionsFor(size, language));
            for (std::size_t cue = 0; cue < film.cues.size(); ++cue) expectInside(scene.at({cue, 9}));
        }
    }
}

TEST(Fit, CreditsWithEndlessTextsStayInside) {
    film::Film film = endlessFilm();
    film.cues[2].card = film::CueCard::Credits;
    film.cues[2].text = inBoth(repeated("merci", 800));
    for (const base::Size size : kFrames) {
        const Scene scene(film, world(), fonts(), optionsFor(size, "fr"));
        expectInside(scene.at({2, 9}));
    }
}

TEST(Fit, LegendAndCaptionNeverMeet) {
    const film::Film film = endlessFilm();
    for (const base::Size size : kFrames) {
        const Scene scene(film, world(), fonts(), optionsFor(size, "en"));
        const Picture picture = scene.at({1, 9});
        const auto *caption = panelIn(picture, "caption"), *legend = panelIn(picture, "legend");
        ASSERT_TRUE(caption && legend);
        EXPECT_FALSE(caption->box.intersects(legend->box));
    }
}

TEST(Fit, LettersStayAboveTheirSmallestSize) {
    const film::Film film = endlessFilm();
    const picture::Theme night = theme("night");
    for (const base::Size size : kFrames) {
        const Scene scene(film, world(), fonts(), optionsFor(size, "fr"));
        const Picture picture = scene.at({1, 9});
        const double unit = picture::layoutFor(size).unit;
        EXPECT_GE(smallestText(*panelIn(picture, "caption")), night.panel.noteSize * 0.74 * unit);
    }
}

TEST(Fit, InASquareTheCaptionTakesAboutAThirdOfTheHeightAtMost) {
    const film::Film film = endlessFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1080, 1080}, "fr"));
    EXPECT_LE(panelIn(scene.at({1, 9}), "caption")->box.h, 1080 * 0.345);
}

TEST(Fit, AShortCaptionIsNeitherShrunkNorCut) {
    const film::Film film = smallFilm();
    const picture::Options options = optionsFor({1920, 1080}, "fr");
    const picture::Theme scaled = picture::scaled(options.theme, 1);
    const picture::Context context{film, world(), fonts(), options, scaled, picture::layoutFor(options.size)};
    const auto caption = picture::fitCaption(context, film.cues[1], {&film.events[0]});
    ASSERT_TRUE(caption);
    EXPECT_TRUE(caption->cuts.empty());
    bool hasFullTitle = false;
    for (const auto& run : caption->panel.runs)
        hasFullTitle = hasFullTitle || run.size == scaled.panel.titleSize;
    EXPECT_TRUE(hasFullTitle);
}

TEST(Fit, ACutTextSaysHowMuchOfItIsShown) {
    const film::Film film = endlessFilm();
    const picture::Options options = optionsFor({1080, 1080}, "fr");
    const picture::Theme scaled = picture::scaled(options.theme, 1);
    const picture::Context context{film, world(), fonts(), options, scaled, picture::layoutFor(options.size)};
    const auto caption = picture::fitCaption(context, film.cues[1], {&film.events[0]});
    ASSERT_TRUE(caption);
    ASSERT_FALSE(caption->cuts.empty());
    for (const auto& cut : caption->cuts) EXPECT_LT(cut.shown, cut.whole) << cut.key;
}

TEST(Fit, ALegendHasTheRoomThatAShortCaptionLeaves) {
    const auto wide = picture::layoutFor({1920, 1080}), tall = picture::layoutFor({1080, 1920});
    EXPECT_NEAR(picture::legendRoom(wide, wide.captionHeight), wide.legendHeight, 1e-9);
    EXPECT_NEAR(picture::legendRoom(wide, wide.captionHeight - 100), wide.legendHeight + 100, 1e-9);
    EXPECT_NEAR(picture::legendRoom(tall, tall.captionHeight), tall.legendHeight, 1e-9);
    EXPECT_LT(picture::legendRoom(tall, 0), 0.65 * 1920);
}

TEST(Fit, ALegendThatIsCutSaysHowManyLinesAreShown) {
    const film::Film film = crowdedFilm(20);
    const picture::Options options = optionsFor({1920, 1080}, "fr");
    const picture::Theme scaled = picture::scaled(options.theme, 1);
    const picture::Context context{film, world(), fonts(), options, scaled, picture::layoutFor(options.size)};
    const picture::CueEvents events = film::eventsShown(film, film.cues[1]);
    const auto cut = picture::fitLegend(context, events, {}, false, 300);
    ASSERT_TRUE(cut);
    EXPECT_LE(cut->panel.box.h, 300);
    ASSERT_EQ(cut->cuts.size(), 1u);
    EXPECT_GT(cut->cuts[0].shown, 3u);
    EXPECT_GT(cut->cuts[0].whole, 20u);
    const auto whole = picture::fitLegend(context, events, {}, false, 3000);
    EXPECT_TRUE(whole->cuts.empty());
    EXPECT_GT(whole->panel.texts.size(), cut->panel.texts.size() + 5);
}

TEST(Fit, ACheckTellsOfALegendThatIsCut) {
    const picture::AuditMeans means{world(), fonts(), theme("night")};
    const base::Problems none = picture::cutTexts(crowdedFilm(3), film::Locations(), means);
    EXPECT_TRUE(none.empty()) << none.front().what;
    const base::Problems problems = picture::cutTexts(crowdedFilm(20), film::Locations(), means);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_TRUE(problems[0].what.starts_with("the legend of cue \"arrival\"")) << problems[0].what;
    EXPECT_NE(problems[0].what.find(" lines "), std::string::npos) << problems[0].what;

    film::Film film = crowdedFilm(0);
    film.actors[0].name = base::LocalText(
        "Convoi humanitaire international de la Croix-Rouge et du Croissant-Rouge réunis de tous les pays");
    const base::Problems ended = picture::cutTexts(film, film::Locations(), means);
    ASSERT_FALSE(ended.empty()) << "a line that ends in an ellipsis";
    EXPECT_TRUE(ended[0].what.starts_with("the legend of cue \"arrival\"")) << ended[0].what;
}

TEST(Fit, ALineIsCutAfterALetterAndEndsInAnEllipsis) {
    const picture::TextStyle style{picture::Face::SansRegular, 20, 0, "fr"};
    const auto lines = picture::endedAfter(fonts(), {"un deux,", "trois"}, 1, style, 400);
    EXPECT_EQ(lines, std::vector<std::string>{"un deux…"});
    const std::string cut = picture::endedAt(fonts(), kLongWord, style, 150);
    EXPECT_TRUE(cut.ends_with("…"));
    EXPECT_LE(picture::measure(fonts(), cut, style), 150);
}
