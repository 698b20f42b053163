// Where tables and values stand in a film's files.
#include "film/locations.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "clean_film.h"
#include "film/film_file.h"

namespace film {
namespace {

std::string placeOf(const Locations& locations, std::string_view path) {
    const Location place = locations.of(path);
    return place.file + ":" + std::to_string(place.at.line) + ":" + std::to_string(place.at.column);
}

Locations locationsOf(const std::string& text) {
    const auto file = parseFilm(text, "f", {});
    EXPECT_TRUE(file) << base::toString(file.problems().front());
    return file ? file->locations : Locations();
}

TEST(Locations, KnowTablesValuesAndItemsOfLists) {
    const Locations locations = locationsOf(kCleanFilm);
    EXPECT_EQ(placeOf(locations, "title"), "f:2:9");
    EXPECT_EQ(placeOf(locations, "map/focus/0"), "f:4:18");
    EXPECT_EQ(placeOf(locations, "places/niamey"), "f:16:1");
    EXPECT_EQ(placeOf(locations, "places/niamey/country"), "f:21:11");
    EXPECT_EQ(placeOf(locations, "sources/paper/date"), "f:30:8");
    EXPECT_EQ(placeOf(locations, "chapters/whole/title"), "f:37:9");
    EXPECT_EQ(placeOf(locations, "events/E2"), "f:52:1");
    EXPECT_EQ(placeOf(locations, "events/E2/sources/1"), "f:62:22");
    EXPECT_EQ(placeOf(locations, "cues/arrival/notes/en"), "f:90:44");
    EXPECT_EQ(placeOf(locations, "cues/arrival/camera/fit/1"), "f:88:29");
}

TEST(Locations, FindWhatIsLeftOutInTheNearestTableThatIsThere) {
    const Locations locations = locationsOf(kCleanFilm);
    EXPECT_EQ(placeOf(locations, "events/E3/count"), "f:66:1");
    EXPECT_EQ(placeOf(locations, "events/E3/title/de"), "f:76:9");
    EXPECT_EQ(placeOf(locations, "nothing/at/all"), "f:0:0");
    EXPECT_TRUE(locations.knows("events/E3/title"));
    EXPECT_FALSE(locations.knows("events/E3/count"));
}

TEST(Locations, AreNotMisledByDotsInIds) {
    const Locations locations = locationsOf(filmWith({{"id = \"opening\"", "id = \"E3.title\""}}));
    EXPECT_EQ(placeOf(locations, "cues/E3.title"), "f:79:1");
    EXPECT_EQ(placeOf(locations, "cues/E3.title/title"), "f:83:9");
}

TEST(Locations, NameTheFileThatAFilmIncludes) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("harmattan-locations-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    const std::string film = (folder / "film.toml").string(), more = (folder / "more.toml").string();
    std::ofstream(film) << filmWith({{"map = {", "include = [\"more.toml\"]\nmap = {"}});
    std::ofstream(more) << "format = 1\n[sources.far]\npublisher = \"P\"\n";
    const auto file = readFilm(film, {});
    std::filesystem::remove_all(folder);
    ASSERT_TRUE(file) << base::toString(file.problems().front());
    EXPECT_EQ(placeOf(file->locations, "sources/far/publisher"), more + ":3:13");
    EXPECT_EQ(placeOf(file->locations, "sources/far/date"), more + ":2:1");
    EXPECT_EQ(placeOf(file->locations, "sources/paper"), film + ":29:1");
}

TEST(Locations, NumberListsAcrossFilesAsTheFilmDoes) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("harmattan-numbers-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    const std::string film = (folder / "film.toml").string(), more = (folder / "more.toml").string();
    const std::string presence = "[[presences]]\nactor = \"france\"\nevents = [\"E2\"]\ncountry = ";
    std::ofstream(film) << filmWith({{"map = {", "include = [\"more.toml\"]\nmap = {"},
                                     {"[chapters.whole]", presence + "\"MLI\"\n[chapters.whole]"}});
    std::ofstream(more) << "format = 1\n" + presence + "\"NER\"\n" + presence + "\"BFA\"\n";
    const auto file = readFilm(film, {});
    std::filesystem::remove_all(folder);
    ASSERT_TRUE(file) << base::toString(file.problems().front());
    ASSERT_EQ(file->film.presences.size(), 3u);
    EXPECT_EQ(file->film.presences[2].country, "MLI");
    EXPECT_EQ(placeOf(file->locations, "presences/0"), more + ":2:1");
    EXPECT_EQ(placeOf(file->locations, "presences/1/country"), more + ":9:11");
    EXPECT_EQ(placeOf(file->locations, "presences/2/country"), film + ":40:11");
    EXPECT_FALSE(file->locations.knows("presences/3"));
}

}  // namespace
}  // namespace film
