#include "base/shell.h"

#include <gtest/gtest.h>

using base::shellLine;
using base::shellWord;

TEST(ShellWord, IsQuotedOnlyWhenAShellWouldReadMoreIntoIt) {
    EXPECT_EQ(shellWord("out/film.mp4"), "out/film.mp4");
    EXPECT_EQ(shellWord("30000/1001"), "30000/1001");
    EXPECT_EQ(shellWord(""), "''");
    EXPECT_EQ(shellWord("a b"), "'a b'");
    EXPECT_EQ(shellWord("out/####.png"), "'out/####.png'");
    EXPECT_EQ(shellWord("l'été"), "'l'\\''été'");
    EXPECT_EQ(shellWord("~"), "'~'");
}

TEST(ShellLine, HasTheWordsWithSpacesBetween) {
    EXPECT_EQ(shellLine({"harmattan", "export", "my film.toml"}), "harmattan export 'my film.toml'");
    EXPECT_EQ(shellLine({}), "");
}
