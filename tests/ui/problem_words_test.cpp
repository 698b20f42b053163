#include "ui/problem_words.h"

#include <gtest/gtest.h>

#include "base/edtf.h"
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
