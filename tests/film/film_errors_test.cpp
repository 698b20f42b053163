// What is said about a film file that is wrong: what, at which line and column, and what to do.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "film/film_file.h"
#include "film_text.h"
#include "temporary_path.h"

namespace film {
namespace {

using Lines = std::vector<std::string>;

/// One line of the film replaced, and what is said.
struct Case {
    int line;
    std::string replacement;
    std::string expected;
};

void expectSaid(const std::vector<Case>& cases) {
    for (const Case& test : cases) {
        EXPECT_EQ(said({{test.line, test.replacement}}), Lines{test.expected}) << test.replacement;
    }
}

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

TEST(FilmErrors, NameTheKeyThatWasMeant) {
    expectSaid({{9, "color = \"#ff6b3a\"\ncolour = \"#fff\"",
                 "10:1: unknown key \"colour\"; did you mean \"color\"?"},
                {5, "them = \"night\"", "5:1: unknown key \"them\"; did you mean \"theme\"?"},
                {28, "camera = { fit = [\"niamey\"], piitch = 3 }",
                 "28:30: unknown key \"piitch\"; did you mean \"pitch\"?"},
                {3, "languages = [\"fr\", \"en\"]\nevnts = 3",
                 "4:1: unknown key \"evnts\"; did you mean \"events\"?"}});
}

TEST(FilmErrors, ListTheKeysWhenNoneIsNear) {
    expectSaid({{9, "color = \"#ff6b3a\"\nweight = 3", "10:1: unknown key \"weight\"; one of: name, color"},
                {5, "zoomlevel = 1",
                 "5:1: unknown key \"zoomlevel\"; one of: projection, theme, focus, graticule, scale_bar"}});
}

TEST(FilmErrors, AreAllReportedAtOnceInTheOrderOfTheFile) {
    EXPECT_EQ(
        said({{9, "color = \"blue\""},
              {13, "lat = 113.5"},
              {19, "date = \"2024-02-30\""},
              {24, ""},
              {27, "events = [\"E2\"]"}}),
        (Lines{
            "9:9: color \"blue\" is not a colour; write #rrggbb, such as #ff6b3a",
            "13:7: lat must be from -90 to 90, not 113.5; longitude comes first; are they swapped?",
            "17:1: title is missing",
            "19:8: date \"2024-02-30\" is not a date: February 2024 has 29 days; write it like 2024-04-10, "
            "2024-04, 2024 or 2023-10-10/2023-12-22",
            "27:11: unknown event \"E2\"; did you mean \"E1\"?"}));
}

TEST(FilmErrors, IncludeTheWarnings) {
    EXPECT_EQ(said({{2, "title = { en = \"Sahel\" }"}, {9, "color = 3"}}),
              (Lines{"warning 2:9: title has no text in \"fr\"; the text in \"en\" is shown instead",
                     "9:9: color must be a string, not a whole number"}));
}

TEST(FilmErrors, GiveThePlaceOfASyntaxError) {
    EXPECT_EQ(
        saidAbout("format = 1\ntitle = \"a\nb = 3\n"),
        (Lines{"2:11: syntax error: the text has no closing quote; close it on its line; a text of several "
               "lines begins and ends with three quotes"}));
    EXPECT_EQ(
        saidAbout("a = 1\na = 2\n"),
        (Lines{"2:5: syntax error: \"a\" stands twice; each name may stand once; rename or remove one"}));
    EXPECT_EQ(saidAbout("a = \"\xFF\"")[0].substr(0, 5), "1:5: ");
}

TEST(FilmErrors, SayThatATableStandsTwice) {
    EXPECT_EQ(said({{10, "[actors.russia]\n[places.niamey]"}}),
              (Lines{"10:1: syntax error: \"actors.russia\" stands twice; each name may stand once; rename "
                     "or remove one"}));
}

TEST(FilmErrors, SayWhichFormatIsSupported) {
    expectSaid(
        {{1, "", "1:1: format is missing; this program reads format = 1"},
         {1, "format = 2", "1:10: format 2 is not supported; this program reads format = 1"},
         {1, "format = \"1\"", "1:10: format must be a number, not a string; write it without quotes"}});
}

TEST(FilmErrors, JudgeNothingElseInAnotherFormat) {
    EXPECT_EQ(saidAbout("format = 2\nscenes = 3\n"),
              (Lines{"1:10: format 2 is not supported; this program reads format = 1"}));
}

TEST(FilmErrors, AskForATitle) {
    expectSaid({{2, "", "1:1: title is missing"},
                {2, "title = \"\"", "2:9: title is empty; write a text or leave the key out"},
                {2, "title = 3", "2:9: title must be a string or a table by language, not a whole number"}});
}

TEST(FilmErrors, CheckLanguages) {
    expectSaid({{3, "languages = [\"fr\", \"english\"]",
                 "3:20: language \"english\" is not a language code; use BCP 47, such as fr or pt-BR"},
                {3, "languages = [\"fr\", \"en-abcdefgh-abcdefgh-abcdefgh-abcdefgh\"]",
                 "3:20: language \"en-abcdefgh-abcdefgh-abcdefgh-abcdefgh\" is not a language code; use BCP "
                 "47, such "
                 "as fr or pt-BR"},
                {3, "languages = [\"fr\", \"fr\"]", "3:20: \"fr\" stands twice in languages; remove one"},
                {3, "languages = []", "3:13: languages is empty; name at least one, such as \"en\""},
                {3, "languages = \"fr\"", "3:13: languages must be a list, not a string"},
                {3, "languages = [1]", "3:14: each entry of languages must be a string, not a whole number"},
                {3, "",
                 "1:1: languages is missing; list those the texts are in, such as [\"fr\", \"en\"]; the "
                 "first is the "
                 "default"}});
}

TEST(FilmErrors, CheckTheLanguagesOfTexts) {
    expectSaid(
        {{24, "title = { fr = \"a\", en = \"b\", eng = \"c\" }",
          "24:31: unknown language \"eng\"; did you mean \"en\"?"},
         {24, "title = { fr = \"a\", en = \"\" }",
          "24:26: title.en is empty; write a text or leave the key out"},
         {24, "title = { fr = \"a\", en = 3 }", "24:26: title.en must be a string, not a whole number"},
         {24, "title = {}", "24:9: title has no text in a language of the film; one of: fr, en"},
         {24, "title = { en = \"b\" }",
          "warning 24:9: title has no text in \"fr\"; the text in \"en\" is shown instead"}});
}

TEST(FilmErrors, CheckTheTheme) {
    expectSaid(
        {{5, "theme = \"nigt\"", "5:9: theme \"nigt\" is not known; did you mean \"night\"?"},
         {5, "theme = \"sepia\"",
          "5:9: theme \"sepia\" is not known; one of: night, paper, plain, or the path of a .toml file"},
         {5, "theme = \"/etc/a.toml\"",
          "5:9: theme \"/etc/a.toml\" is not in the film's folder; give a relative path without .. to a file "
          "beside the film"},
         {5, "theme = \"a/../../b.toml\"",
          "5:9: theme \"a/../../b.toml\" is not in the film's folder; give a relative path without .. to a "
          "file beside the film"},
         {5, "theme = 'C:\\a.toml'",
          "5:9: theme \"C:\\a.toml\" is not in the film's folder; give a relative path without .. to a file "
          "beside the film"}});
    EXPECT_EQ(filmOf({{5, "theme = \"themes/a..b.toml\""}}).theme, "themes/a..b.toml");
}

TEST(FilmErrors, CheckTheMap) {
    expectSaid(
        {{5, "projection = \"\"",
          "5:14: projection is empty; give a PROJ string such as \"EPSG:3857\", or leave it out"},
         {6, "focus = [\"Niger\"]", "6:10: unknown country \"Niger\"; use ISO 3166-1 alpha-3, such as NER"}});
    EXPECT_EQ(said({{6, "focus = [\"NRE\"]"}}, {}, {"MLI", "NER"}),
              (Lines{"6:10: unknown country \"NRE\"; did you mean \"NER\"?"}));
}

TEST(FilmErrors, CheckActors) {
    expectSaid(
        {{8, "", "7:1: name is missing"},
         {9, "", "7:1: color is missing; give the colour of its arrows, such as \"#ff6b3a\""},
         {9, "color = \"#ff6b3\"", "9:9: color \"#ff6b3\" is not a colour; write #rrggbb, such as #ff6b3a"},
         {7, "[actors.\"la russie\"]\nname = \"R\"\ncolor = \"#000\"\n[actors.russia]",
          "7:9: id \"la russie\" is not allowed; use 1 to 64 of A-Z a-z 0-9 _ . -"},
         {7, "[actors]\nfrance = 3\n[actors.russia]",
          "8:10: actors.france must be a table, not a whole number"}});
}

TEST(FilmErrors, CheckPlaces) {
    expectSaid({{11, "", "10:1: name is missing"},
                {12, "", "10:1: lon is missing"},
                {13, "", "10:1: lat is missing"},
                {14, "", "10:1: kind is missing"},
                {14, "kind = \"capitol\"", "14:8: kind \"capitol\" is not known; did you mean \"capital\"?"},
                {14, "kind = \"village\"",
                 "14:8: kind \"village\" is not known; one of: capital, city, base, symbol, water"},
                {12, "lon = 200", "12:7: lon must be from -180 to 180, not 200; give degrees, east positive"},
                {12, "lon = \"2.1\"", "12:7: lon must be a number, not a string; write it without quotes"},
                {12, "lon = nan", "12:7: lon must be a finite number; nan and inf are not allowed"},
                {12, "lon = -inf", "12:7: lon must be a finite number; nan and inf are not allowed"},
                {13, "lat = -90.5",
                 "13:7: lat must be from -90 to 90, not -90.5; longitude comes first; are they "
                 "swapped?"}});
}

TEST(FilmErrors, CheckTheOtherKeysOfPlaces) {
    expectSaid(
        {{14, "kind = \"city\"\nprecision_km = -1",
          "15:16: precision_km must be from 0 to 5000, not -1; give kilometres"},
         {14, "kind = \"city\"\nprecision_km = 5001",
          "15:16: precision_km must be from 0 to 5000, not 5001; give kilometres"},
         {14, "kind = \"city\"\nrank = 7", "15:8: rank must be from 1 to 6, not 7"},
         {14, "kind = \"city\"\nrank = 2.5", "15:8: rank must be a whole number; write it without a point"},
         {14, "kind = \"city\"\ncountry = \"Niger\"",
          "15:11: country \"Niger\" is not a country code; use ISO 3166-1 alpha-3, such as NER"},
         {10, "[places.unknown]\nname = \"U\"\nlon = 0\nlat = 0\nkind = \"city\"\n[places.niamey]",
          "10:9: the place id \"unknown\" is reserved; it stands for an origin or a destination that is not "
          "given"}});
}

TEST(FilmErrors, CheckSources) {
    expectSaid(
        {{16, "", "15:1: source \"paper\" has neither a title nor a publisher; the credits need one of them"},
         {16, "publisher = \"P\"\nurl = \"example.org\"",
          "17:7: url \"example.org\" is not a web address; begin it with https:// or leave it out"},
         {16, "publisher = \"P\"\narticle = 1", "17:11: article must be true or false, not a whole number"},
         {16, "publisher = \"P\"\ndate = \"April\"",
          "17:8: date \"April\" is not a date: it is not written as YYYY-MM-DD, YYYY-MM or YYYY; write it "
          "like "
          "2024-04-10, 2024-04, 2024 or 2023-10-10/2023-12-22"}});
}

TEST(FilmErrors, AskForTheKeysOfAnEvent) {
    EXPECT_EQ(said({{18, ""}, {27, ""}, {28, "title = \"T\""}}), (Lines{"17:1: id is missing"}));
    expectSaid({{19, "", "17:1: date is missing"},
                {20, "", "17:1: kind is missing"},
                {21, "", "17:1: actor is missing"},
                {24, "", "17:1: title is missing"}});
}

TEST(FilmErrors, CheckDates) {
    const std::string advice = "; write it like 2024-04-10, 2024-04, 2024 or 2023-10-10/2023-12-22";
    expectSaid(
        {{19, "date = \"2024-02-30\"",
          "19:8: date \"2024-02-30\" is not a date: February 2024 has 29 days" + advice},
         {19, "date = \"2024-05/2024-04\"",
          "19:8: date \"2024-05/2024-04\" is not a date: the span ends before it begins" + advice},
         {19, "date = 20240410",
          "19:8: date \"20240410\" is not a date: it is not written as YYYY-MM-DD, YYYY-MM or YYYY" + advice},
         {19, "date = 2024-04-10T10:00:00", "19:8: date must be a date, not a date with a time"},
         {19, "date = true", "19:8: date must be a date, not true or false"}});
    EXPECT_EQ(said({{19, "date = 2024-02-30"}}),
              (Lines{"19:18: syntax error: this is not a date; write it like \"2024-04-10\""}));
}

TEST(FilmErrors, SuggestTheIdThatWasMeant) {
    expectSaid(
        {{21, "actor = \"rusia\"", "21:9: unknown actor \"rusia\"; did you mean \"russia\"?"},
         {21, "actor = \"mars\"", "21:9: unknown actor \"mars\"; define it in [actors.ID]"},
         {22, "to = \"niamye\"", "22:6: unknown place \"niamye\"; did you mean \"niamey\"?"},
         {22, "to = \"niamey\"\nfrom = \"moscow\"",
          "23:8: unknown place \"moscow\"; define it in [places.ID]"},
         {22, "to = \"niamey\"\nvia = [\"gao\"]", "23:8: unknown place \"gao\"; define it in [places.ID]"},
         {23, "sources = [\"paper\", \"papers\"]",
          "23:21: unknown source \"papers\"; did you mean \"paper\"?"},
         {27, "events = [\"E1\", \"E11\"]", "27:17: unknown event \"E11\"; did you mean \"E1\"?"},
         {28, "camera = { fit = [\"niamy\"] }",
          "28:19: unknown place or country \"niamy\"; did you mean "
          "\"niamey\"?"}});
}

TEST(FilmErrors, LookInTheGazetteerAndTheCountriesForASuggestion) {
    Place place;
    place.id = "ouagadougou";
    EXPECT_EQ(said({{22, "to = \"ouagadugu\""}}, {place}),
              (Lines{"22:6: unknown place \"ouagadugu\"; did you mean \"ouagadougou\"?"}));
    EXPECT_EQ(said({{28, "camera = { fit = [\"NRE\"] }"}}, {}, {"MLI", "NER"}),
              (Lines{"28:19: unknown place or country \"NRE\"; did you mean \"NER\"?"}));
}

TEST(FilmErrors, DoNotRepeatThemselvesForWhatRefersToAWrongEntry) {
    EXPECT_EQ(said({{9, "color = \"blue\""}, {13, "lat = 91"}, {20, "kind = \"x\""}}).size(), 3u);
}

TEST(FilmErrors, SayThatAnIdStandsTwice) {
    expectSaid({{17,
                 "[[events]]\nid = \"E1\"\ndate = 2024\nkind = \"coup\"\nactor = \"russia\"\nsources = "
                 "[\"paper\"]\ntitle = \"T\"\n[[events]]",
                 "25:6: the event id \"E1\" stands twice; the first is on line 18"},
                {28, "[[cues]]\nid = \"instructors\"\ntitle = \"T\"",
                 "29:6: the cue id \"instructors\" stands twice; the first is on line 26"}});
}

TEST(FilmErrors, CheckIds) {
    EXPECT_EQ(said({{18, "id = \"E 1\""}, {27, ""}, {28, "title = \"T\""}}),
              (Lines{"18:6: id \"E 1\" is not allowed; use 1 to 64 of A-Z a-z 0-9 _ . -"}));
    expectSaid({{26, "id = \"\"", "26:6: id \"\" is not allowed; use 1 to 64 of A-Z a-z 0-9 _ . -"},
                {26, "id = \"" + repeated("x", 65) + "\"",
                 "26:6: id \"" + repeated("x", 60) + "…\" is not allowed; use 1 to 64 of A-Z a-z 0-9 _ . -"},
                {26, "id = 7", "26:6: id must be a string, not a whole number"}});
}

TEST(FilmErrors, AskForTheEndsOfAMovement) {
    expectSaid({{22, "", "17:1: to is missing; give a place, or \"unknown\""},
                {20, "kind = \"departure\"", "17:1: from is missing; give a place, or \"unknown\""},
                {20, "kind = \"call\"", "17:1: from is missing; give a place, or \"unknown\""},
                {22, "to = \"unknown\"", "22:6: from and to are both unknown; an arrow needs one known end"},
                {22, "to = \"niamey\"\nfrom = \"niamey\"",
                 "22:6: from and to are the same place; an arrow needs two places, or \"unknown\""}});
}

TEST(FilmErrors, RefuseTwoEndsForWhatHappensAtOnePlace) {
    EXPECT_EQ(said({{20, "kind = \"coup\""}, {22, "from = \"niamey\""}}),
              (Lines{"22:8: an event of kind \"coup\" has no from; say in to where it happened"}));
    EXPECT_EQ(said({{20, "kind = \"exit\""}, {22, "via = [\"niamey\"]"}}),
              (Lines{"22:7: an event of kind \"exit\" has no via; say in to where it happened"}));
    EXPECT_EQ(said({{20, "kind = \"alliance\""}, {22, "to = \"unknown\""}}),
              (Lines{"22:6: an event of kind \"alliance\" is not drawn as an arrow; leave to out when the "
                     "place is not "
                     "known"}));
}

TEST(FilmErrors, CheckCounts) {
    const std::string to = "to = \"niamey\"\n";
    expectSaid(
        {{22, to + "count = -1", "23:9: count must be from 0 to 10000000, not -1"},
         {22, to + "count = 10000001", "23:9: count must be from 0 to 10000000, not 10000001"},
         {22, to + "count = 1.5", "23:9: count must be a whole number; write it without a point"},
         {22, to + "count = { min = 100, max = 60 }",
          "23:17: count.min is greater than count.max; swap them"},
         {22, to + "count = { min = 100 }", "23:9: max is missing"},
         {22, to + "count = { min = 1, max = 2, about = 2 }",
          "23:29: unknown key \"about\"; one of: min, max"},
         {22, to + "count = \"many\"", "23:9: count must be a number, not a string; write it without quotes"},
         {22, to + "count = 3\ncount_status = \"aprox\"",
          "24:16: count_status \"aprox\" is not known; did you mean \"approx\"?"},
         {22, to + "count_status = \"exact\"",
          "23:16: count_status \"exact\" needs a count; give count, or leave count_status out"},
         {22, to + "count = { min = 1, max = 2 }\ncount_status = \"exact\"",
          "24:16: count_status \"exact\" does not fit a count from min to max; use \"range\""}});
}

TEST(FilmErrors, CheckKindsAndStatuses) {
    expectSaid({{20, "kind = \"arival\"", "20:8: kind \"arival\" is not known; did you mean \"arrival\"?"},
                {20, "kind = \"arrival\"\nstatus = \"sure\"",
                 "21:10: status \"sure\" is not known; one of: confirmed, reported, announced, disputed"}});
}

TEST(FilmErrors, WarnOfAnEventWithoutASource) {
    expectSaid({{23, "", "warning 17:1: event \"E1\" has no source; name one in sources"},
                {23, "sources = []", "warning 17:1: event \"E1\" has no source; name one in sources"},
                {23, "sources = \"paper\"", "23:11: sources must be a list, not a string"}});
}

TEST(FilmErrors, AskForACue) {
    EXPECT_EQ(said({{25, ""}, {26, ""}, {27, ""}, {28, ""}}),
              (Lines{"1:1: the film has no cue; add a [[cues]] table: what one press shows"}));
    EXPECT_EQ(said({{4, "cues = []\n[map]"}, {25, ""}, {26, ""}, {27, ""}, {28, ""}}),
              (Lines{"4:8: the film has no cue; add a [[cues]] table: what one press shows"}));
    EXPECT_EQ(said({{25, "[cues]"}}), (Lines{"25:1: cues must be a list, not a table; write [[cues]]"}));
}

TEST(FilmErrors, CheckCues) {
    expectSaid(
        {{26, "", "25:1: id is missing"},
         {27, "", "25:1: cue \"instructors\" has neither events nor a title; give one of them"},
         {27, "events = [\"E1\", \"E1\"]", "27:17: \"E1\" stands twice in events; remove one"},
         {27, "events = [\"E1\"]\ncard = \"end\"", "28:8: card \"end\" is not known; one of: title, credits"},
         {27, "events = [\"E1\"]\nfly = 3600.5",
          "28:7: fly must be from 0 to 3600, not 3600.5; give seconds"},
         {27, "events = [\"E1\"]\nplay = -1", "28:8: play must be from 0 to 3600, not -1; give seconds"},
         {27, "events = [\"E1\"]\nhold = inf",
          "28:8: hold must be a finite number; nan and inf are not "
          "allowed"},
         {27, "events = [\"E1\"]\nfly = 0\nplay = 0\nhold = 0",
          "warning 25:1: cue \"instructors\" lasts no time; an export will not show it"}});
}

TEST(FilmErrors, CheckCameras) {
    expectSaid({{28, "camera = {}",
                 "28:10: the camera has neither fit nor center; give fit = [places], or center and width_km"},
                {28, "camera = { fit = [] }", "28:18: fit is empty; name places or countries to show"},
                {28, "camera = { center = [2, 15] }", "28:10: width_km is missing"},
                {28, "camera = { width_km = 300 }", "28:10: center is missing"},
                {28, "camera = { fit = [\"niamey\"], width_km = 300 }",
                 "28:41: the camera has both fit and width_km; give fit, or center and width_km"},
                {28, "camera = { center = [2], width_km = 300 }",
                 "28:21: center must have two numbers; give [longitude, latitude]"},
                {28, "camera = { center = [2, 15, 3], width_km = 300 }",
                 "28:21: center must have two numbers; give [longitude, latitude]"},
                {28, "camera = { center = [48.8, 92.3], width_km = 300 }",
                 "28:28: the latitude of center must be from -90 to 90, not 92.3; longitude comes first; are "
                 "they swapped?"},
                {28, "camera = { center = [200, 15], width_km = 300 }",
                 "28:22: the longitude of center must be from -180 to 180, not 200; give [longitude, "
                 "latitude] in degrees"},
                {28, "camera = { center = [2, 15], width_km = 0.5 }",
                 "28:41: width_km must be from 1 to 50000, not 0.5; give kilometres"},
                {28, "camera = { center = [2, 15], width_km = 50001 }",
                 "28:41: width_km must be from 1 to 50000, not 50001; give kilometres"},
                {28, "camera = { fit = [\"niamey\"], pitch = 61 }",
                 "28:38: pitch must be from 0 to 60, not 61; give degrees from straight down"},
                {28, "camera = { fit = [\"niamey\"], bearing = nan }",
                 "28:40: bearing must be a finite number; nan and inf are not allowed"},
                {28, "camera = \"niamey\"", "28:10: camera must be a table, not a string"}});
}

TEST(FilmErrors, LimitTexts) {
    expectSaid(
        {{24, "title = \"" + repeated("é", 501) + "\"", "24:9: title has 501 characters; shorten it to 500"},
         {24, "title = \"T\"\ntext = \"" + repeated("x", 5001) + "\"",
          "25:8: text has 5001 characters; shorten it to 5000"},
         {27, "events = [\"E1\"]\nnotes = \"" + repeated("x", 20001) + "\"",
          "28:9: notes has 20001 characters; shorten it to 20000"}});
    EXPECT_EQ(said({{24, "title = \"" + repeated("é", 500) + "\""}}), Lines{});
}

TEST(FilmErrors, RefuseControlCharacters) {
    expectSaid({{24, "title = \"a\\u0000b\"", "24:9: title holds the control character U+0000; remove it"},
                {24, "title = \"a\\u001Bb\"", "24:9: title holds the control character U+001B; remove it"}});
    EXPECT_EQ(said({{24, "title = \"a\\n\\tb\""}}), Lines{});
}

TEST(FilmErrors, LimitTheNumberOfEntries) {
    std::string actors, cues;
    for (int i = 0; i < 200; ++i)
        actors += "[actors.a" + std::to_string(i) + "]\nname = \"A\"\ncolor = \"#000\"\n";
    EXPECT_EQ(said({{7, actors + "[actors.russia]"}}), (Lines{"7:1: actors has 201 entries; use at most 200",
                                                              "621:9: unknown actor \"russia\"; define it in "
                                                              "[actors.ID]"}));
    for (int i = 0; i < 2000; ++i) cues += "[[cues]]\nid = \"c" + std::to_string(i) + "\"\ntitle = \"T\"\n";
    EXPECT_EQ(said({{25, cues + "[[cues]]"}}), (Lines{"25:1: cues has 2001 entries; use at most 2000"}));
}

TEST(FilmErrors, ListTheFirstThousandAndCountTheRest) {
    std::string keys;
    for (int i = 0; i < 1500; ++i) keys.append("k").append(std::to_string(i)).append(" = 1\n");
    const auto lines = said({{3, "languages = [\"fr\", \"en\"]\n" + keys}});
    ASSERT_EQ(lines.size(), 1001u);
    EXPECT_EQ(lines.back().substr(lines.back().find("500")),
              "500 more problems are not listed; correct these first");
}

TEST(FilmErrors, SayThatAFileIsMissing) {
    const auto file = readFilm("/nowhere/film.toml", {});
    ASSERT_FALSE(file);
    EXPECT_EQ(base::toString(file.problems()[0]),
              "/nowhere/film.toml: the file cannot be read: No such file or directory; check the path");
    EXPECT_EQ(file.problems()[0].trouble, base::Trouble::Failure);
}

TEST(FilmErrors, SayThatAFileIsTooLarge) {
    const std::filesystem::path path = temporaryPath("large-film.toml");
    std::ofstream(path) << "format = 1\n" << std::string(16 << 20, '#');
    const auto file = readFilm(path.string(), {});
    std::filesystem::remove(path);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.problems()[0].what, "the file is larger than 16 MB");
    EXPECT_EQ(file.problems()[0].trouble, base::Trouble::Data);
}

TEST(FilmErrors, SurviveValuesAndKeysThatNestWithoutEnd) {
    const std::string tooDeep = "syntax error: values stand too deep in one another";
    for (const char* opening : {"[", "{a="}) {
        const auto lines = said({{5, "a = " + repeated(opening, 200'000)}});
        ASSERT_EQ(lines.size(), 1u);
        EXPECT_NE(lines[0].find(tooDeep), std::string::npos) << lines[0];
    }
    const std::string tooLong = "syntax error: the key has too many parts; use fewer dots";
    EXPECT_EQ(said({{5, repeated("a.", 200'000) + "a = 1"}}), Lines{"5:34: " + tooLong});
    EXPECT_EQ(said({{5, "[" + repeated("a.", 200'000) + "a]"}}), Lines{"5:35: " + tooLong});
    EXPECT_EQ(said({{5, "x = { é = 1, " + repeated("\"é.\".", 200'000) + "a = 1 }"}}),
              Lines{"5:98: " + tooLong});
}

TEST(FilmErrors, DoNotTakeTheDotsOfTextsForKeys) {
    const std::string dots = repeated(".", 50);
    const std::string manyLines =
        "title = \"\"\"" + dots + "\n\"" + dots + "\"\"\"\ntext = '''" + dots + "\n'" + dots + "'''";
    EXPECT_EQ(
        said(
            {{2, "title = \"a\\\"" + dots + "\" # " + dots}, {11, "name = '" + dots + "'"}, {24, manyLines}}),
        Lines{});
}

TEST(FilmErrors, SurviveEveryBeginningOfAFilm) {
    const std::string text = filmText();
    for (std::size_t size = 0; size < text.size(); ++size) {
        const auto file = parseFilm(std::string_view(text).substr(0, size), "film.toml", {});
        if (!file) {
            ASSERT_TRUE(base::hasErrors(file.problems()));
        }
    }
}

TEST(FilmErrors, CheckPartsOfMovements) {
    const std::string second =
        "[[events]]\nid = \"E2\"\ndate = 2024\nkind = \"arrival\"\nactor = \"russia\"\nto = "
        "\"niamey\"\nsources = [\"paper\"]\ntitle = \"T\"\n";
    std::string third = second;
    third.replace(third.find("E2"), 2, "E3");
    expectSaid(
        {{24, "title = \"T\"\npart_of = \"E9\"", "25:11: unknown event \"E9\"; did you mean \"E1\"?"},
         {24, "title = \"T\"\npart_of = \"E1\"", "25:11: event \"E1\" is part of itself; leave part_of out"},
         {17, second + "part_of = \"E3\"\n" + third + "[[events]]\npart_of = \"E2\"",
          "35:11: event \"E2\" is itself part of another; name the whole, \"E3\""}});
    const auto said =
        film::said({{17, second + "part_of = \"E1\"\n[[events]]"}, {20, "kind = \"coup\""}, {22, ""}});
    EXPECT_EQ(said, (std::vector<std::string>{
                        "25:11: part_of joins two movements; one of these is none; leave part_of out"}));
}

TEST(FilmErrors, CheckChapters) {
    const std::string chapters = "[chapters.one]\ntitle = \"T\"\n";
    expectSaid(
        {{25, "[chapters.one]\n[[cues]]", "25:1: title is missing"},
         {25, "[chapters.one]\ntitle = \"T\"\nshown = false\n[[cues]]",
          "27:9: chapter \"one\" is left out but not optional; add optional = true"},
         {26, "id = \"a\"\nchapter = \"one\"", "27:11: unknown chapter \"one\"; define it in [chapters.ID]"},
         {25,
          chapters + "[chapters.two]\ntitle = \"T\"\n[[cues]]\nid = \"a\"\ntitle = \"T\"\nchapter = \"one\"\n"
                     "[[cues]]\nid = \"b\"\ntitle = \"T\"\nchapter = \"two\"\n[[cues]]\nchapter = \"one\"",
          "38:11: the cues of chapter \"one\" do not stand together; move this cue to the others"}});
}

TEST(FilmErrors, CheckPresencesAndAlliances) {
    expectSaid(
        {{25, "[[presences]]\nactor = \"rusia\"\ncountry = \"NER\"\nevents = [\"E1\"]\n[[cues]]",
          "26:9: unknown actor \"rusia\"; did you mean \"russia\"?"},
         {25, "[[presences]]\nactor = \"russia\"\ncountry = \"Niger\"\nevents = [\"E1\"]\n[[cues]]",
          "27:11: unknown country \"Niger\"; use ISO 3166-1 alpha-3, such as NER"},
         {25, "[[presences]]\nactor = \"russia\"\ncountry = \"NER\"\nevents = []\n[[cues]]",
          "28:10: no event attests this presence; name at least one"},
         {25,
          "[[presences]]\nactor = \"russia\"\ncountry = \"NER\"\nevents = [\"E1\"]\nuntil = \"E2\"\n[[cues]]",
          "29:9: unknown event \"E2\"; did you mean \"E1\"?"},
         {25, "[alliances.a]\nname = \"A\"\ncolor = \"#fff\"\n[[cues]]",
          "25:1: members is missing; list them: members = [{ country = \"NER\" }]"},
         {25,
          "[alliances.a]\nname = \"A\"\ncolor = \"#fff\"\nmembers = [{ country = \"NER\", since = \"E3\" "
          "}]\n[[cues]]",
          "28:39: unknown event \"E3\"; did you mean \"E1\"?"},
         {25,
          "[alliances.a]\nname = \"A\"\ncolor = \"#fff\"\nmembers = []\nrenamed = { short = \"B\" "
          "}\n[[cues]]",
          "29:11: by is missing; name the event from which it has another name"}});
}

}  // namespace
}  // namespace film
