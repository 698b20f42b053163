// What an audit says of a film with one fault: line, column, what and what to do.
#include "film/audit.h"

#include <gtest/gtest.h>

#include "clean_film.h"
#include "film/film_file.h"

namespace film {
namespace {

using Lines = std::vector<std::string>;
using Changes = std::vector<std::pair<std::string, std::string>>;

Lines auditedText(const std::string& text) {
    const auto file = parseFilm(text, "f", {});
    if (!file) {
        for (const auto& problem : file.problems()) ADD_FAILURE() << base::toString(problem);
        return {};
    }
    Findings findings(file->locations);
    checkFacts(file->film, findings);
    Lines lines;
    for (const auto& problem : inOrder(findings.problems())) {
        lines.push_back((problem.severity == base::Severity::Warning ? "warning " : "") +
                        base::toString(problem).substr(2));
    }
    return lines;
}

Lines audited(const Changes& changes) {
    return auditedText(filmWith(changes));
}

TEST(Audit, FindsNothingInACleanFilm) {
    EXPECT_EQ(audited({}), Lines{});
}

TEST(Audit, WantsASourceForEachEvent) {
    EXPECT_EQ(audited({{"sources = [\"paper\"]\n", ""}}),
              Lines{"38:1: event \"E1\" has no source; name one in sources"});
    EXPECT_EQ(audited({{"sources = [\"paper\"]", "sources = []"}}),
              Lines{"38:1: event \"E1\" has no source; name one in sources"});
}

TEST(Audit, WantsAPublisherAndADateOfEachSource) {
    EXPECT_EQ(audited({{"publisher = \"Le Journal\"", "title = \"T\""}}),
              Lines{"28:1: source \"paper\" has no publisher; say who published it"});
    EXPECT_EQ(audited({{"date = \"2024-06\" # 30\n", ""}}),
              Lines{"28:1: source \"paper\" has no date; say when it was published, if only the year"});
    EXPECT_EQ(audited({{"url = \"https://example.org/paper\"\n", ""}}),
              Lines{"warning 28:1: source \"paper\" has no url; give its address on the web"});
}

TEST(Audit, WantsEveryTextInEveryLanguage) {
    const std::string plain = "is one text for all languages; write { fr = \"...\", en = \"...\" }";
    EXPECT_EQ(audited({{"{ fr = \"Petit film\", en = \"Small film\" }", "\"Film\""}}),
              Lines{"2:9: title " + plain});
    EXPECT_EQ(audited({{"{ fr = \"Le tout\", en = \"The whole\" }", "\"Tout\""}}),
              Lines{"37:9: title " + plain});
    EXPECT_EQ(audited({{"{ fr = \"une radio\", en = \"a radio station\" }", "\"Radio\""}}),
              Lines{"72:11: said_by " + plain});
    EXPECT_EQ(audited({{", en = \"Instructors arrive\"", ""}}),
              Lines{"50:9: title has no text in \"en\"; translate it"});
    EXPECT_EQ(audited({{"fr = \"Il part à l’aube.\", ", ""}}),
              Lines{"76:8: text has no text in \"fr\"; translate it"});
    EXPECT_EQ(audited({{"{ fr = \"Un titre\", en = \"A title\" }", "\"Titre\""}}),
              Lines{"81:9: title " + plain});
    EXPECT_EQ(audited({{", en = \"Add nothing up.\"", ""}}),
              Lines{"94:9: notes has no text in \"en\"; translate it"});
    EXPECT_EQ(audited({{"hold = 8\nnotes = { fr = \"Ne", "hold = 8\ntext = \"T\"\nnotes = { fr = \"Ne"}}),
              Lines{"94:8: text " + plain});
}

TEST(Audit, TakesPlainTextsInAFilmOfOneLanguage) {
    std::string text =
        "format = 1\ntitle = \"T\"\nlanguages = [\"fr\"]\nmap = { focus = [\"NER\"] }\n"
        "[[cues]]\nid = \"a\"\ntitle = \"T\"\nnotes = \"N\"\n";
    EXPECT_EQ(auditedText(text), Lines{});
}

TEST(Audit, GivesAWidthOnlyToOneNumberThatIsNotDisputed) {
    EXPECT_EQ(audited({{"count = 100 # 45", "count = { min = 60, max = 100 }"}}),
              Lines{"46:16: count_status \"approx\" of event \"E1\" does not fit a count from 60 to 100; use "
                    "\"range\", or give the one number that a source says"});
    EXPECT_EQ(audited({{"status = \"reported\"", "status = \"disputed\""}}),
              Lines{"46:16: count_status \"approx\" of event \"E1\" does not fit a disputed claim; use "
                    "\"disputed\""});
    EXPECT_EQ(audited({{"kind = \"arrival\"", "kind = \"visit\""},
                       {"count = 100 # 45", "count = { min = 60, max = 100 }"}}),
              Lines{})
        << "a visit has no width";
}

const std::string kLies = "lies within E2 (2023-10-10/2023-12-22), and both are drawn; say part_of = \"E2\"";

TEST(Audit, DrawsNoSpanBesideItsParts) {
    EXPECT_EQ(audited({{"part_of = \"E2\"\n", ""}}), Lines{"67:8: E3 " + kLies});
    EXPECT_EQ(audited({{"part_of = \"E2\"\n", ""}, {"date = \"2023-10-11\"", "date = \"2023-11\""}}),
              Lines{"67:8: E3 " + kLies});
}

TEST(Audit, AllowsMovementsThatNoSpanHolds) {
    const auto without = [](Changes changes) {
        changes.emplace_back("part_of = \"E2\"\n", "");
        return audited(changes);
    };
    EXPECT_EQ(without({{"date = \"2023-10-11\"", "date = \"2023-10-09\""}}), Lines{});
    EXPECT_EQ(without({{"actor = \"france\"\nfrom = \"agadez\"", "actor = \"russia\"\nfrom = \"agadez\""}}),
              Lines{});
    EXPECT_EQ(without({{"kind = \"departure\"\nactor = \"france\"\nfrom = \"agadez\" # 70\nto = \"unknown\"",
                        "kind = \"arrival\"\nactor = \"france\"\nto = \"agadez\""}}),
              Lines{});
    EXPECT_EQ(without({{"kind = \"city\"\ncountry = \"NER\"", "kind = \"city\"\ncountry = \"MLI\""}}),
              Lines{});
    EXPECT_EQ(without({{"count = 1500\ncount_status = \"exact\" # 60\n", ""}}), Lines{})
        << "without a count it sums nothing up";
    EXPECT_EQ(without({{"2023-10-10/2023-12-22", "2023-10"}}), Lines{}) << "a month is no span";
    EXPECT_EQ(without({{"events = [\"E2\", \"E3\"]", "events = [\"E2\"]"}}),
              Lines{"warning 65:1: no cue shows event \"E3\"; name it in a cue, or remove it"});
}

TEST(Audit, TakesThePlaceForTheCountryWhenNoneIsGiven) {
    const std::string niamey = "kind = \"capital\" # 20\ncountry = \"NER\"";
    EXPECT_EQ(audited({{"part_of = \"E2\"\n", ""}, {niamey, "kind = \"capital\""}}), Lines{});
    EXPECT_EQ(audited({{"part_of = \"E2\"\n", ""},
                       {niamey, "kind = \"capital\"\n"},
                       {"from = \"agadez\"", "from = \"niamey\""}}),
              Lines{"67:8: E3 " + kLies});
}

TEST(Audit, OfTwoSpansWithTheSameDatesNamesTheSecond) {
    EXPECT_EQ(audited({{"part_of = \"E2\"\n", "count = 5\ncount_status = \"exact\"\n"},
                       {"date = \"2023-10-11\"", "date = \"2023-10-10/2023-12-22\""}}),
              Lines{"67:8: E3 " + kLies});
}

TEST(Audit, WantsSourcesThatAreNotOlderThanTheirEvent) {
    EXPECT_EQ(audited({{"sources = [\"paper\"]", "sources = [\"paper\", \"weekly\"]"}}),
              Lines{"49:21: source \"weekly\" (2023-12-22) was published before event \"E1\" (2024-04-10); "
                    "correct a date, or name a later source"});
    EXPECT_EQ(audited({{"status = \"reported\"", "status = \"announced\""},
                       {"sources = [\"paper\"]", "sources = [\"weekly\"]"}}),
              Lines{})
        << "what is announced is yet to come";
    EXPECT_EQ(audited({{"date = \"2024-04-10\"", "date = \"2024-06-30\""}}), Lines{})
        << "2024-06 may be its last day";
}

TEST(Audit, WarnsWhenNoSourceReachesTheEndOfAnEvent) {
    EXPECT_EQ(audited({{"date = \"2023-12-22\"", "date = \"2023-11\""},
                       {"sources = [\"weekly\", \"paper\"]", "sources = [\"weekly\"]"}}),
              Lines{"warning 62:11: no dated source of event \"E2\" (2023-10-10/2023-12-22) reaches its end; "
                    "name a later source"});
    EXPECT_EQ(audited({{"date = \"2023-10-11\"", "date = \"2023\""}}), Lines{})
        << "some time in 2023 may be before the source";
}

/// Cues that last so many seconds; the first begins on line 5, each has seven lines.
std::string filmOfCues(const std::vector<std::string>& seconds) {
    std::string text = "format = 1\ntitle = \"T\"\nlanguages = [\"fr\"]\nmap = { focus = [\"NER\"] }\n";
    for (std::size_t i = 0; i < seconds.size(); ++i) {
        text += "[[cues]]\nid = \"c" + std::to_string(i) + "\"\ntitle = \"T\"\nnotes = \"N\"\n" +
                "fly = 0\nplay = 0\nhold = " + seconds[i] + "\n";
    }
    return text;
}

TEST(Audit, AllowsThreeChangesOfThePictureASecond) {
    const std::string flashes =
        ": the picture changes 4 times within a second; let cues last longer: more than "
        "three flashes a second can cause seizures";
    EXPECT_EQ(auditedText(filmOfCues({"9", "0.25", "0.25", "0.25", "9"})), Lines{"33:1" + flashes});
    EXPECT_EQ(auditedText(filmOfCues({"9", "0.34", "0.34", "0.34", "9"})), Lines{});
    EXPECT_EQ(auditedText(filmOfCues({"9", "0.25", "0.25", "9", "0.25", "9"})), Lines{});
    EXPECT_EQ(auditedText(filmOfCues({"9", "0", "0", "0", "0", "9"})), Lines{}) << "one change to the eye";
    EXPECT_EQ(auditedText(filmOfCues({"9", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "9"})),
              (Lines{"33:1" + flashes, "61:1" + flashes}));
}

TEST(Audit, WarnsOfWhatAnEditorWouldMiss) {
    EXPECT_EQ(audited({{"said_by = { fr = \"la télévision\", en = \"television\" }\n", ""}}),
              Lines{"warning 38:1: event \"E1\" does not say who says so; give said_by"});
    EXPECT_EQ(audited({{"text = { fr = \"Il part à l’aube.\", en = \"It leaves at dawn.\" }\n", ""}}),
              Lines{"warning 65:1: event \"E3\" has no text; add a sentence"});
    EXPECT_EQ(audited({{"notes = { fr = \"Saluer.\", en = \"Greet.\" }\n", ""}}),
              Lines{"warning 77:1: cue \"opening\" has no notes; say what the presenter should know"});
    EXPECT_EQ(audited({{"events = [\"E2\", \"E3\"]", "events = [\"E2\"]"}}),
              Lines{"warning 65:1: no cue shows event \"E3\"; name it in a cue, or remove it"});
}

TEST(Audit, LetsEventsStandThatPresencesAndAlliancesRestOn) {
    const std::string cue = "[[cues]]\nid = \"opening\"";
    EXPECT_EQ(
        audited({{"events = [\"E2\", \"E3\"]", "events = [\"E2\"]"},
                 {cue, "[[presences]]\nactor = \"france\"\ncountry = \"NER\"\nevents = [\"E3\"]\n" + cue}}),
        Lines{});
}

TEST(Audit, CallsWhatTheReaderWarnedOfAnErrorOnce) {
    const auto file = parseFilm(filmWith({{", en = \"Instructors arrive\"", ""}}), "f", {});
    ASSERT_TRUE(file);
    ASSERT_EQ(file->warnings.size(), 1u);
    Findings findings(file->locations);
    checkFacts(file->film, findings);
    base::Problems all = file->warnings;
    all.insert(all.end(), findings.problems().begin(), findings.problems().end());
    const base::Problems problems = inOrder(all);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].severity, base::Severity::Error);
}

TEST(Audit, ListsAThousandErrorsAndCountsTheRest) {
    base::Problems many;
    for (int i = 0; i < 1200; ++i) {
        many.push_back({base::Severity::Error, base::Trouble::Data, "f", 1200 - i, 1, "w", ""});
        many.push_back({base::Severity::Warning, base::Trouble::Data, "f", i + 1, 2, "w", ""});
    }
    const base::Problems problems = inOrder(many);
    ASSERT_EQ(problems.size(), 2001u);
    EXPECT_EQ(problems[0].line, 1);
    EXPECT_EQ(problems[1999].line, 1000);
    EXPECT_EQ(problems[2000].what, "400 more problems are not listed");
}

}  // namespace
}  // namespace film
