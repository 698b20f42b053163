#include "film/toml_mistakes.h"

#include <gtest/gtest.h>

#include "film/broken_toml.h"
#include "film/film_file.h"

TEST(TomlMistakes, AreToldInOneLineWithWhatToDo) {
    for (const BrokenToml& broken : kBrokenToml) {
        const auto film = film::parseFilm(broken.text, "film.toml", {});
        ASSERT_FALSE(film) << broken.text;
        ASSERT_EQ(film.problems().size(), 1u) << broken.text;
        const base::Problem& problem = film.problems().front();
        EXPECT_EQ(problem.what.substr(0, 14), "syntax error: ") << problem.what;
        EXPECT_NE((problem.what + "; " + problem.advice).find(broken.what), std::string::npos)
            << broken.text << problem.what << "; " << problem.advice;
        EXPECT_EQ(problem.what.find('\n'), std::string::npos) << problem.what;
        EXPECT_FALSE(problem.advice.empty());
    }
}

TEST(TomlMistakes, ThatAreNotForeseenAreToldAsTheParserTellsThem) {
    const film::Mistake mistake = film::mistakeIn("Error while parsing root table: saw '\n' again", false);
    EXPECT_EQ(mistake.what, "syntax error: root table: saw ' ' again");
    EXPECT_EQ(film::mistakeIn("something else", false).what, "syntax error: something else");
    EXPECT_EQ(film::mistakeIn("Error while parsing ", false).what, "syntax error: ");
    EXPECT_EQ(film::mistakeIn("", false).what, "syntax error: ");
}
