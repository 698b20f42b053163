#include "video/captions.h"

#include <gtest/gtest.h>

#include "base/line_breaks.h"
#include "clean_film.h"
#include "film/film_file.h"

using video::Caption;

namespace {

// Cues begin at 0, 9, 23 and 37 s; the film ends at 46 s.
film::Film filmOf(const std::string& toml) {
    auto file = film::parseFilm(toml, "film.toml", {});
    EXPECT_TRUE(file.ok());
    return file ? file->film : film::Film();
}

constexpr film::FrameRate kRate{10, 1};
constexpr video::FrameRange kWhole{1, 460};

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        if (end == std::string::npos) return lines;
        at = end + 1;
    }
}

}  // namespace

TEST(Captions, SayWhatTheCuesSay) {
    const auto captions = video::captionsOf(filmOf(kCleanFilm), "en", kRate, kWhole);
    std::vector<std::string> texts;
    for (const Caption& caption : captions) texts.push_back(caption.text);
    const std::vector<std::string> expected = {"A title",
                                               "10 April 2024, Niamey\nInstructors arrive",
                                               "Their number is approximate.",
                                               "(according to television)",
                                               "10 October – 22 December 2023\nNiamey · Agadez",
                                               "Troops leave Niger",
                                               "The withdrawal takes ten weeks.",
                                               "(according to the general\nstaff; a radio station)",
                                               "Sources"};
    EXPECT_EQ(texts, expected);
    EXPECT_EQ(captions[1].id, "arrival-1");
    EXPECT_EQ(captions[2].id, "arrival-2");
}

TEST(Captions, FollowEachOtherWithinTheirCue) {
    const auto captions = video::captionsOf(filmOf(kCleanFilm), "fr", kRate, kWhole);
    EXPECT_DOUBLE_EQ(captions.front().start, 0);
    EXPECT_NEAR(captions.back().end, 46, 1e-9);
    for (std::size_t i = 1; i < captions.size(); ++i)
        EXPECT_NEAR(captions[i].start, captions[i - 1].end, 1e-9);
    for (const Caption& caption : captions) {
        if (caption.id == "arrival-1") {
            EXPECT_NEAR(caption.start, 9, 1e-9);
        }
    }
}

TEST(Captions, HaveTwoLinesOf42LettersAndTimeToRead) {
    std::string text = "Première phrase assez courte";
    for (int i = 0; i < 5; ++i)
        text += ", puis une suite qui n’en finit pas d’être écrite et lue à haute voix";
    const auto film =
        filmOf(filmWith({{"fr = \"Leur nombre est approximatif.\"", "fr = \"" + text + ".\""},
                         {"hold = 8\nnotes = { fr = \"Dire", "hold = 20\nnotes = { fr = \"Dire"}}));
    int parts = 0;
    for (const Caption& caption : video::captionsOf(film, "fr", kRate, {1, 1000})) {
        const auto lines = linesOf(caption.text);
        EXPECT_LE(lines.size(), 2u);
        for (const std::string& line : lines) {
            EXPECT_FALSE(line.empty());
            EXPECT_LE(base::graphemesOf(line).size(), 42u) << line;
        }
        EXPECT_LE(base::graphemesOf(caption.text).size() / (caption.end - caption.start), 20.5)
            << caption.text;
        parts += caption.id.starts_with("arrival-");
    }
    EXPECT_GE(parts, 6);
}

TEST(Captions, WhatCannotBeReadInTimeIsLeftOut) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "beaucoup de mots ";
    const auto film = filmOf(filmWith({{"fr = \"Leur nombre est approximatif.\"", "fr = \"" + text + "\""}}));
    for (const Caption& caption : video::captionsOf(film, "fr", kRate, kWhole))
        EXPECT_EQ(caption.text.find("beaucoup"), std::string::npos);
}

TEST(Captions, NoneFlashes) {
    // Ten words over what one caption holds, a date beside a long title, and a cue of two seconds and a half.
    std::string title =
        "Une arrivée dont le titre tient sur deux lignes pleines, et encore un peu plus que cela";
    for (const char* hold : {"hold = 8", "hold = 2", "hold = 0.5"}) {
        const auto film = filmOf(
            filmWith({{"fr = \"Des instructeurs arrivent\"", "fr = \"" + title + "\""},
                      {"hold = 8\nnotes = { fr = \"Dire", std::string(hold) + "\nnotes = { fr = \"Dire"}}));
        const auto captions = video::captionsOf(film, "fr", kRate, kWhole);
        int parts = 0;
        for (const Caption& caption : captions) {
            EXPECT_GE(caption.end - caption.start, 0.75) << caption.text << " (" << hold << ")";
            parts += caption.id.starts_with("arrival-");
        }
        EXPECT_GE(parts, 1) << hold;
    }
}

TEST(Captions, PartsOfATextAreAboutAsLong) {
    const std::string title =
        "Mười triệu người vượt biển từ Hà Nội đến Apia qua điểm không giữa Thái Bình Dương rộng lớn";
    const auto film = filmOf(filmWith({{"en = \"A title\"", "en = \"" + title + "\""}}));
    const auto captions = video::captionsOf(film, "en", kRate, kWhole);
    ASSERT_EQ(captions[1].id, "opening-2");
    const auto letters = [&](std::size_t i) { return double(base::graphemesOf(captions[i].text).size()); };
    EXPECT_GT(letters(1), 0.6 * letters(0)) << captions[1].text;
}

TEST(Captions, AWordLongerThanALineStandsAlone) {
    const std::string word(60, 'w');
    const auto film = filmOf(filmWith({{"en = \"A title\"", "en = \"a " + word + " b\""}}));
    const auto captions = video::captionsOf(film, "en", kRate, kWhole);
    EXPECT_EQ(captions[0].text, "a\n" + word);
    EXPECT_EQ(captions[1].text, "b");
}

TEST(Captions, OfARangeBeginAtItsFirstFrame) {
    // 8.0 s to 10.0 s of the film.
    const auto captions = video::captionsOf(filmOf(kCleanFilm), "en", kRate, {81, 100});
    ASSERT_EQ(captions.size(), 2u);
    EXPECT_EQ(captions[0].text, "A title");
    EXPECT_DOUBLE_EQ(captions[0].start, 0);
    EXPECT_NEAR(captions[0].end, 1, 1e-9);
    EXPECT_EQ(captions[1].id, "arrival-1");
    EXPECT_NEAR(captions[1].end, 2, 1e-9);
}

TEST(Captions, AsSubRip) {
    const std::vector<Caption> captions = {{0, 1.5, "One\ntwo", "a-1"},
                                           {3661.0004, 3662.9996, "x --> <y>", "b-1"}};
    EXPECT_EQ(video::toSrt(captions),
              "1\n00:00:00,000 --> 00:00:01,500\nOne\ntwo\n\n"
              "2\n01:01:01,000 --> 01:01:03,000\nx → <y>\n");
    EXPECT_EQ(video::toSrt({}), "");
}

TEST(Captions, AsWebVtt) {
    const std::vector<Caption> captions = {{0, 1.5, "Fish & chips --> <b>", "a-1"}};
    EXPECT_EQ(video::toVtt(captions),
              "WEBVTT\n\na-1\n00:00:00.000 --> 00:00:01.500\nFish &amp; chips --&gt; &lt;b&gt;\n");
}
