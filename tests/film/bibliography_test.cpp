#include "film/bibliography.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "film/film_text.h"

namespace film {
namespace {

using Json = nlohmann::ordered_json;

Source sourceWith(const std::string& date) {
    Source source{"s", "Un titre", "AFP / La Tribune", {}, "https://example.org/a", false};
    if (!date.empty()) source.date = base::parseEdtf(date).date;
    return source;
}

Json itemOf(const Source& source) {
    Film film;
    film.sources = {source};
    return Json::parse(bibliographyCslJson(film))[0];
}

TEST(CslJson, GivesASourceWithEverythingKnown) {
    EXPECT_EQ(itemOf(sourceWith("2024-03-05")), Json::parse(R"({"id": "s", "type": "article-newspaper",
        "title": "Un titre", "container-title": "AFP / La Tribune", "issued": {"date-parts": [[2024, 3, 5]]},
        "URL": "https://example.org/a"})"));
}

TEST(CslJson, LeavesOutWhatIsNotKnown) {
    EXPECT_EQ(itemOf({"s", "", "Niger Times", {}, "https://example.org", false}),
              Json::parse(R"({"id": "s", "type": "webpage", "container-title": "Niger Times",
                              "URL": "https://example.org"})"));
    EXPECT_EQ(itemOf({"s", "Un titre", "", {}, "", true}),
              Json::parse(R"({"id": "s", "type": "article-newspaper", "title": "Un titre"})"));
}

TEST(CslJson, WritesDatesAsPreciselyAsTheyAreKnown) {
    const auto issued = [](const std::string& date) { return itemOf(sourceWith(date))["issued"].dump(); };
    EXPECT_EQ(issued("2024"), R"({"date-parts":[[2024]]})");
    EXPECT_EQ(issued("2024-03"), R"({"date-parts":[[2024,3]]})");
    EXPECT_EQ(issued("2023-12/2024-01-02"), R"({"date-parts":[[2023,12],[2024,1,2]]})");
    EXPECT_EQ(issued("2024-03~"), R"({"date-parts":[[2024,3]],"circa":true})");
    EXPECT_EQ(issued("2024?"), R"({"date-parts":[[2024]],"circa":true})");
    EXPECT_EQ(issued("2023/2024~"), R"({"date-parts":[[2023],[2024]],"circa":true})");
}

// The rules of csl-data.json 1.0.2 for the variables that are used here.
TEST(CslJson, KeepsTheRulesOfItsSchema) {
    Film film;
    for (const char* date : {"", "2024", "2024-03~", "2023-10-10/2023-12-22"})
        film.sources.push_back(sourceWith(date));
    const std::set<std::string> known{"id", "type", "title", "container-title", "issued", "URL"};
    const Json items = Json::parse(bibliographyCslJson(film));
    ASSERT_TRUE(items.is_array());
    for (const Json& item : items) {
        EXPECT_TRUE(item.contains("id") && item.contains("type"));
        for (const auto& [key, value] : item.items()) {
            EXPECT_TRUE(known.count(key)) << key;
            EXPECT_EQ(value.is_string(), key != "issued") << key;
        }
        if (!item.contains("issued")) continue;
        const Json& parts = item["issued"]["date-parts"];
        EXPECT_TRUE(parts.size() == 1 || parts.size() == 2);
        for (const Json& part : parts) EXPECT_TRUE(part.size() >= 1 && part.size() <= 3);
    }
}

TEST(CslJson, IsAnEmptyArrayWithoutSourcesAndStaysJsonWhateverATextHolds) {
    EXPECT_EQ(bibliographyCslJson({}), "[]");
    Source source = sourceWith("");
    source.title = "a\"\\\n\xFF";
    EXPECT_EQ(itemOf(source)["title"], "a\"\\\n\uFFFD");
}

TEST(BibliographyText, NumbersItsLinesAndFollowsTheLanguage) {
    Film film;
    film.sources = {sourceWith("2024-03"), {"t", "", "Niger Times", {}, "", false}};
    EXPECT_EQ(bibliographyText(film, "fr"),
              "[1] AFP / La Tribune, «\u00a0Un titre\u00a0», mars 2024. https://example.org/a\n"
              "[2] Niger Times.\n");
    EXPECT_EQ(bibliographyText(film, "en"),
              "[1] AFP / La Tribune, “Un titre”, March 2024. https://example.org/a\n[2] Niger Times.\n");
}

TEST(SourceNumber, IsThePlaceInTheFilmFromOne) {
    Film film;
    film.sources = {{"a", "", "A", {}, "", false}, {"b", "", "B", {}, "", false}};
    EXPECT_EQ(sourceNumber(film, "a"), 1);
    EXPECT_EQ(sourceNumber(film, "b"), 2);
    EXPECT_EQ(sourceNumber(film, "c"), 0);
}

}  // namespace
}  // namespace film
