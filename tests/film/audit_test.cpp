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

TEST(Audit, WantsEachEventToSayHowSureItIs) {
    EXPECT_EQ(audited({{"status = \"reported\"\n", ""}}),
              Lines{"38:1: event \"E1\" does not say how sure it is; give status = \"confirmed\", "
                    "\"reported\", \"announced\" or \"disputed\""});
    for (const char* status : {"confirmed", "announced"})
        EXPECT_EQ(audited({{"\"reported\"", "\"" + std::string(status) + "\""}}), Lines{});
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
              Lines{"73:11: said_by " + plain});
    EXPECT_EQ(audited({{", en = \"Instructors arrive\"", ""}}),
              Lines{"50:9: title has no text in \"en\"; translate it"});
    EXPECT_EQ(audited({{"fr = \"Il part à l’aube.\", ", ""}}),
              Lines{"77:8: text has no text in \"fr\"; translate it"});
    EXPECT_EQ(audited({{"{ fr = \"Un titre\", en = \"A title\" }", "\"Titre\""}}),
              Lines{"83:9: title " + plain});
    EXPECT_EQ(audited({{", en = \"Add nothing up.\"", ""}}),
              Lines{"96:9: notes has no text in \"en\"; translate it"});
    EXPECT_EQ(audited({{"hold = 8\nnotes = { fr = \"Ne", "hold = 8\ntext = \"T\"\nnotes = { fr = \"Ne"}}),
              Lines{"96:8: text " + plain});
}

const std::string kFirstCue = "[[cues]]\nid = \"opening\"";

/// The film with these lines before its first cue, on line 79.
Lines auditedWith(const std::string& lines, Changes changes = {}) {
    changes.emplace_back(kFirstCue, lines + kFirstCue);
    return audited(changes);
}

TEST(Audit, WantsNamesThatAreGivenByLanguageInEachOfThem) {
    const std::string untranslated = " has no text in \"en\"; translate it";
    EXPECT_EQ(audited({{"name = \"Russie\"", "name = { fr = \"Russie\" }"}}),
              Lines{"6:8: name" + untranslated});
    EXPECT_EQ(audited({{"name = \"Moscou\"", "name = { fr = \"Moscou\" }"}}),
              Lines{"12:8: name" + untranslated});
    EXPECT_EQ(audited({{"name = \"Moscou\"", "name = { fr = \"Moscou\", en = \"Moscow\" }"}}), Lines{});
    EXPECT_EQ(
        auditedWith("[alliances.a]\nname = { fr = \"Alliance\" }\nshort = { fr = \"A\" }\n"
                    "color = \"#fff\"\nmembers = [{ country = \"NER\" }]\n"
                    "renamed = { by = \"E1\", short = { fr = \"B\" } }\n"),
        (Lines{"80:8: name" + untranslated, "81:9: short" + untranslated, "84:32: short" + untranslated}));
    EXPECT_EQ(auditedWith("[alliances.a]\nname = { fr = \"Alliance\" }\ncolor = \"#fff\"\n"
                          "members = [{ country = \"NER\" }]\n"),
              Lines{"80:8: name" + untranslated})
        << "a short name that is left out is the name";
    EXPECT_EQ(auditedWith("[alliances.a]\nname = \"A\"\nshort = \"A\"\ncolor = \"#fff\"\n"
                          "members = [{ country = \"NER\" }]\nrenamed = { by = \"E1\", short = \"B\" }\n"),
              Lines{});
}

TEST(Audit, LeavesTheNamesThatItsFilesDoNotGiveAlone) {
    Place known;
    known.id = "known";
    known.name.byLanguage = {{"fr", "Connu"}};
    const auto file = parseFilm(filmWith({{"from = \"agadez\"", "from = \"known\""}}), "f", {known});
    ASSERT_TRUE(file);
    Findings findings(file->locations);
    checkNames(file->film, findings);
    EXPECT_TRUE(findings.problems().empty());
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
    EXPECT_EQ(audited({{"part_of = \"E2\"\n", ""}}), Lines{"68:8: E3 " + kLies});
    EXPECT_EQ(audited({{"part_of = \"E2\"\n", ""}, {"date = \"2023-10-11\"", "date = \"2023-11\""}}),
              Lines{"68:8: E3 " + kLies});
}

TEST(Audit, AllowsMovementsThatNoSpanHolds) {
    const auto without = [](Changes changes) {
        changes.emplace_back("part_of = \"E2\"\n", "");
        return audited(changes);
    };
    EXPECT_EQ(without({{"date = \"2023-10-11\"", "date = \"2023-10-09\""}}), Lines{});
    EXPECT_EQ(without({{"actor = \"france\"\nfrom = \"agadez\"", "actor = \"russia\"\nfrom = \"agadez\""}}),
              Lines{});
    EXPECT_EQ(without({{"kind = \"departure\"\nactor = \"france\"\nfrom = \"agadez\" # 71\nto = \"unknown\"",
                        "kind = \"arrival\"\nactor = \"france\"\nto = \"agadez\""}}),
              Lines{});
    EXPECT_EQ(without({{"kind = \"city\"\ncountry = \"NER\"", "kind = \"city\"\ncountry = \"MLI\""}}),
              Lines{});
    EXPECT_EQ(without({{"count = 1500\ncount_status = \"exact\" # 60\n", ""}}), Lines{})
        << "without a count it sums nothing up";
    EXPECT_EQ(without({{"2023-10-10/2023-12-22", "2023-10"}}), Lines{}) << "a month is no span";
    EXPECT_EQ(without({{"events = [\"E2\", \"E3\"]", "events = [\"E2\"]"}}),
              Lines{"warning 66:1: no cue shows event \"E3\"; name it in a cue, or remove it"});
}

TEST(Audit, WarnsOfACountedMovementWithinOneThatIsNotCounted) {
    const std::string count = "count = 1500\ncount_status = \"exact\" # 60\n", part = "part_of = \"E2\"\n",
                      counted = "count = 5\ncount_status = \"exact\"\n";
    const auto lies = [](const std::string& when) {
        return Lines{"warning 66:8: E3 lies within E2 (" + when +
                     "), which has no count, and both are drawn; say part_of = \"E2\" if they are the same "
                     "people"};
    };
    const std::string span = "2023-10-10/2023-12-22";
    EXPECT_EQ(audited({{count, ""}, {part, counted}}), lies(span));
    EXPECT_EQ(audited({{count, ""}, {part, counted}, {span, "2023-10"}}), lies("2023-10"));
    EXPECT_EQ(audited({{count, ""}, {part, counted}, {span, "2023-11"}}), Lines{}) << "another month";
    EXPECT_EQ(audited({{count, ""}, {part, counted}, {span, "2023-10-11"}}), Lines{}) << "a day";
    EXPECT_EQ(audited({{count, ""}, {part, ""}}), Lines{}) << "neither is counted";
    EXPECT_EQ(audited({{count, ""}, {part, part + counted}}), Lines{}) << "it is said to be a part";
    EXPECT_EQ(audited({{count, ""},
                       {part, counted},
                       {"kind = \"city\"\ncountry = \"NER\"", "kind = \"city\"\ncountry = \"MLI\""}}),
              Lines{});
}

TEST(Audit, TakesThePlaceForTheCountryWhenNoneIsGiven) {
    const std::string niamey = "kind = \"capital\" # 20\ncountry = \"NER\"";
    EXPECT_EQ(audited({{"part_of = \"E2\"\n", ""}, {niamey, "kind = \"capital\""}}), Lines{});
    EXPECT_EQ(audited({{"part_of = \"E2\"\n", ""},
                       {niamey, "kind = \"capital\"\n"},
                       {"from = \"agadez\"", "from = \"niamey\""}}),
              Lines{"68:8: E3 " + kLies});
}

TEST(Audit, OfTwoSpansWithTheSameDatesNamesTheSecond) {
    EXPECT_EQ(audited({{"part_of = \"E2\"\n", "count = 5\ncount_status = \"exact\"\n"},
                       {"date = \"2023-10-11\"", "date = \"2023-10-10/2023-12-22\""}}),
              Lines{"68:8: E3 " + kLies});
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

/// [[presences]] of France in a country, five lines.
std::string presenceIn(const std::string& country, const std::string& events, const std::string& until = {}) {
    return "[[presences]]\nactor = \"france\"\ncountry = \"" + country + "\"\nevents = [" + events + "]\n" +
           (until.empty() ? "\n" : "until = \"" + until + "\"\n");
}

TEST(Audit, WantsPresencesToBeAttestedBeforeTheyEnd) {
    EXPECT_EQ(auditedWith(presenceIn("NER", "\"E2\", \"E3\"", "E2")), Lines{});
    EXPECT_EQ(auditedWith(presenceIn("NER", "\"E1\", \"E2\"", "E3")), Lines{})
        << "E2 attests it from the day before E3";
    EXPECT_EQ(auditedWith(presenceIn("NER", "\"E2\"", "E1") + presenceIn("MLI", "\"E1\"", "E2")),
              Lines{"88:9: the presence of \"france\" in MLI ends with E2 (2023-10-10/2023-12-22), before E1 "
                    "(2024-04-10) first attests it; correct until, or name an earlier event"});
}

TEST(Audit, TakesNoAnnouncementForAPresence) {
    const Changes announced = {{"status = \"reported\"", "status = \"announced\""}};
    EXPECT_EQ(auditedWith(presenceIn("NER", "\"E1\""), announced),
              Lines{"82:10: the presence of \"france\" in NER is only announced; name an event that has "
                    "happened"});
    EXPECT_EQ(auditedWith(presenceIn("NER", "\"E1\", \"E2\""), announced), Lines{});
}

TEST(Audit, WarnsOfAPresenceThatIsGivenTwice) {
    EXPECT_EQ(
        auditedWith(presenceIn("NER", "\"E2\"") + presenceIn("MLI", "\"E2\"") + presenceIn("NER", "\"E3\"")),
        Lines{"warning 89:1: \"france\" is present in NER twice; make one presence of them, or see that "
              "they do not overlap"});
}

TEST(Audit, NamesTheListOfPresencesWhenChaptersHaveTakenSomeOfThem) {
    const std::string text =
        filmWith({{kFirstCue, presenceIn("MLI", "\"E3\"") + presenceIn("NER", "\"E1\"", "E2") + kFirstCue}});
    auto file = parseFilm(text, "f", {});
    ASSERT_TRUE(file);
    file->film.presences.erase(file->film.presences.begin());
    Findings findings(file->locations);
    checkPresences(file->film, findings);
    ASSERT_EQ(findings.problems().size(), 1u);
    EXPECT_EQ(findings.problems()[0].line, file->locations.of("presences").at.line);
}

std::string allianceOf(const std::string& members) {
    return "[alliances.a]\nname = \"A\"\ncolor = \"#fff\"\nmembers = [" + members + "]\n";
}

TEST(Audit, WantsMembersToJoinBeforeTheyLeave) {
    const auto member = [](const std::string& rest) { return "{ country = \"NER\", " + rest + " }"; };
    EXPECT_EQ(auditedWith(allianceOf(member("since = \"E2\", leaving = \"E3\", until = \"E1\""))), Lines{})
        << "E3 lies within E2";
    EXPECT_EQ(auditedWith(allianceOf(member("since = \"E1\", leaving = \"E3\", until = \"E2\""))),
              (Lines{"82:39: NER is in alliance \"a\" since E1 (2024-04-10), later than leaving, E3 "
                     "(2023-10-11); correct one of them",
                     "82:39: NER is in alliance \"a\" since E1 (2024-04-10), later than until, E2 "
                     "(2023-10-10/2023-12-22); correct one of them"}));
}

TEST(Audit, WantsEachMemberOnceAndAtLeastOne) {
    EXPECT_EQ(auditedWith(allianceOf("{ country = \"NER\" }, { country = \"MLI\" }")), Lines{});
    EXPECT_EQ(auditedWith(allianceOf("{ country = \"NER\" }, { country = \"NER\" }")),
              Lines{"82:45: NER is twice a member of alliance \"a\"; remove one"});
    EXPECT_EQ(auditedWith(allianceOf("")), Lines{"warning 82:11: alliance \"a\" has no members; name them"});
}

TEST(Audit, WarnsOfAStateOfNoCountry) {
    const std::pair<std::string, std::string> state = {"card = \"title\"", "state = true"};
    EXPECT_EQ(audited({state}), Lines{});
    EXPECT_EQ(audited({{"map = { focus = [\"NER\"] }", ""},
                       {"chapter = \"whole\"", "chapter = \"whole\"\ncamera = { fit = [\"NER\"] }"},
                       state}),
              Lines{"warning 83:9: cue \"opening\" shows the state of no country; name focus countries in "
                    "[map], or leave state out"});
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
              Lines{"warning 66:1: event \"E3\" has no text; add a sentence"});
    EXPECT_EQ(audited({{"notes = { fr = \"Saluer.\", en = \"Greet.\" }\n", ""}}),
              Lines{"warning 79:1: cue \"opening\" has no notes; say what the presenter should know"});
    EXPECT_EQ(audited({{"events = [\"E2\", \"E3\"]", "events = [\"E2\"]"}}),
              Lines{"warning 66:1: no cue shows event \"E3\"; name it in a cue, or remove it"});
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
