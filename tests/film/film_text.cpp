#include "film_text.h"

#include <gtest/gtest.h>

namespace film {

namespace {

const std::vector<std::string> kLines = {
    R"(format = 1)",                     // 1
    R"(title = "Sahel")",                // 2
    R"(languages = ["fr", "en"])",       // 3
    R"([map])",                          // 4
    R"(theme = "night")",                // 5
    R"(focus = ["NER"])",                // 6
    R"([actors.russia])",                // 7
    R"(name = "Russie")",                // 8
    R"(color = "#ff6b3a")",              // 9
    R"([places.niamey])",                // 10
    R"(name = "Niamey")",                // 11
    R"(lon = 2.1)",                      // 12
    R"(lat = 13.5)",                     // 13
    R"(kind = "capital")",               // 14
    R"([sources.paper])",                // 15
    R"(publisher = "Le Journal")",       // 16
    R"([[events]])",                     // 17
    R"(id = "E1")",                      // 18
    R"(date = "2024-04-10")",            // 19
    R"(kind = "arrival")",               // 20
    R"(actor = "russia")",               // 21
    R"(to = "niamey")",                  // 22
    R"(sources = ["paper"])",            // 23
    R"(title = "Des instructeurs")",     // 24
    R"([[cues]])",                       // 25
    R"(id = "instructors")",             // 26
    R"(events = ["E1"])",                // 27
    R"(camera = { fit = ["niamey"] })",  // 28
};

std::string lineOf(const base::Problem& problem) {
    base::Problem unnamed = problem;
    unnamed.file = "f";
    return base::toString(unnamed).substr(2);
}

}  // namespace

std::string filmText(const std::map<int, std::string>& replacements) {
    std::string text;
    for (int line = 1; line <= static_cast<int>(kLines.size()); ++line) {
        const auto replaced = replacements.find(line);
        text +=
            (replaced == replacements.end() ? kLines[static_cast<std::size_t>(line - 1)] : replaced->second) +
            "\n";
    }
    return text;
}

std::vector<std::string> saidAbout(const std::string& text, const std::vector<Place>& gazetteer,
                                   const std::vector<std::string>& countries) {
    const auto file = parseFilm(text, "film.toml", gazetteer, countries);
    std::vector<std::string> lines;
    for (const auto& problem : file ? file->warnings : file.problems()) {
        EXPECT_EQ(problem.file, "film.toml");
        lines.push_back((problem.severity == base::Severity::Warning ? "warning " : "") + lineOf(problem));
    }
    return lines;
}

std::vector<std::string> said(const std::map<int, std::string>& replacements,
                              const std::vector<Place>& gazetteer,
                              const std::vector<std::string>& countries) {
    return saidAbout(filmText(replacements), gazetteer, countries);
}

Film filmOf(const std::map<int, std::string>& replacements, const std::vector<Place>& gazetteer) {
    const auto file = parseFilm(filmText(replacements), "film.toml", gazetteer);
    if (file) return file->film;
    for (const auto& problem : file.problems()) ADD_FAILURE() << base::toString(problem);
    return {};
}

}  // namespace film
