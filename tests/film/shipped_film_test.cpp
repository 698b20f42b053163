// The film and the places that ship, and the example of the manual, are read without an error.
#include <gtest/gtest.h>

#include "base/file.h"
#include "film/film_file.h"

namespace film {
namespace {

std::string inRepository(const std::string& path) {
    return std::string(HARMATTAN_SOURCE_DIR) + "/" + path;
}

template <class T>
void expectOk(const base::Result<T>& result) {
    if (result) return;
    for (const auto& problem : result.problems()) ADD_FAILURE() << base::toString(problem);
}

void expectNone(const base::Problems& warnings) {
    for (const auto& warning : warnings) ADD_FAILURE() << base::toString(warning);
}

std::vector<Place> shippedGazetteer() {
    const auto places = readGazetteer(inRepository("geodata/places.toml"));
    expectOk(places);
    return places ? *places : std::vector<Place>{};
}

TEST(ShippedFilm, IsReadWithoutAWarning) {
    const auto file = readFilm(inRepository("assets/films/sahel.toml"), shippedGazetteer());
    expectOk(file);
    if (file) expectNone(file->warnings);
}

TEST(ShippedFilm, NamesASourceForEveryEvent) {
    const auto file = readFilm(inRepository("assets/films/sahel.toml"), shippedGazetteer());
    ASSERT_TRUE(file);
    for (const Event& event : file->film.events) EXPECT_FALSE(event.sources.empty()) << event.id;
}

TEST(Manual, HasAnExampleThatWorksWhenPasted) {
    const auto page = base::readFile(inRepository("docs/film-format.md"), 1 << 20);
    ASSERT_TRUE(page) << base::toString(page.problems()[0]);
    const std::string fence = "```toml\nformat = 1\n";
    const auto begin = page->find(fence);
    ASSERT_NE(begin, std::string::npos);
    const auto end = page->find("\n```", begin);
    const auto start = begin + std::string("```toml\n").size();
    const auto file = parseFilm(page->substr(start, end + 1 - start), "example", {});
    expectOk(file);
    if (file) expectNone(file->warnings);
}

}  // namespace
}  // namespace film
