#include "ui/problem_words.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/edtf.h"
#include "film/broken_toml.h"
#include "film/film_file.h"
#include "small_film.h"

using ui::problemIn;

TEST(ProblemWords, SayInFrenchWhatIsWrongWithADate) {
    for (const char* wrong : {"", "2024-13", "..", "2024-04-10T10:00", "20XX", "soon", "2024-05/2024-04"}) {
        const std::string why = base::parseEdtf(wrong).why;
        ASSERT_FALSE(why.empty()) << wrong;
        EXPECT_NE(problemIn(why, "fr"), why) << wrong;
        EXPECT_EQ(problemIn(why, "en"), why);
    }
}

TEST(ProblemWords, KeepNamesPlacesAndWhatTheyDoNotKnow) {
    EXPECT_EQ(problemIn("film.toml:3:1: \"date\" is missing", "fr"), "film.toml:3:1: \"date\" manque");
    EXPECT_EQ(problemIn("what nobody has foreseen", "fr"), "what nobody has foreseen");
    EXPECT_EQ(problemIn("\"a\" stands twice in \"b\"", "fr"), "\"a\" figure deux fois dans \"b\"");
}

TEST(ProblemWords, SayInFrenchWhatIsWrongWithToml) {
    for (const BrokenToml& broken : kBrokenToml) {
        const auto film = film::parseFilm(broken.text, "film.toml", {});
        ASSERT_FALSE(film);
        const base::Problem& problem = film.problems().front();
        std::istringstream clauses(problem.what + "; " + problem.advice);
        for (std::string clause; std::getline(clauses, clause, ';');) {
            if (clause.front() == ' ') clause.erase(0, 1);
            EXPECT_NE(problemIn(clause, "fr"), clause);
        }
    }
}

TEST(ProblemWords, SayInFrenchThatAFileIsGone) {
    EXPECT_EQ(
        problemIn("a/film.toml: the file cannot be read: No such file or directory; check the path", "fr"),
        "a/film.toml: le fichier ne peut pas être lu\u00a0: il n’existe pas\u00a0; vérifier le chemin");
}

TEST(ProblemWords, TellAClauseInOneLanguage) {
    EXPECT_EQ(problemIn("film.toml:3:9: count must be a number, not a string; write it without quotes", "fr"),
              "film.toml:3:9: count doit être un nombre, et non un texte\u00a0; l’écrire sans guillemets");
    EXPECT_EQ(problemIn("syntax error: something that the parser says; each name may stand once; rename or "
                        "remove one",
                        "fr"),
              "syntax error: something that the parser says\u00a0; un nom ne figure qu’une fois\u00a0; le "
              "changer, ou "
              "en enlever un");
    EXPECT_EQ(
        problemIn("film.toml:4:1: unknown place or country \"the moon is missing\"; did you mean \"niamey\"?",
                  "fr"),
        "film.toml:4:1: lieu ou pays inconnu\u00a0: \"the moon is missing\"\u00a0; vouliez-vous dire "
        "\"niamey\"?");
}
