#include "base/result.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Problem, SaysWhereWhatAndWhatToDo) {
    EXPECT_EQ(toString({Severity::Error, Trouble::Data, "a.toml", 3, 5, "wrong", "mend it"}),
              "a.toml:3:5: wrong; mend it");
}

TEST(Problem, LeavesOutWhatIsNotKnown) {
    EXPECT_EQ(toString({Severity::Error, Trouble::Data, "a.toml", 3, 0, "wrong", ""}), "a.toml:3: wrong");
    EXPECT_EQ(toString({Severity::Error, Trouble::Data, "a.toml", 0, 5, "wrong", ""}), "a.toml: wrong");
    EXPECT_EQ(toString({Severity::Error, Trouble::Failure, "", 3, 5, "wrong", "mend it"}), "wrong; mend it");
}

TEST(Problems, AreErrorsWhenOneOfThemIs) {
    Problem warning;
    warning.severity = Severity::Warning;
    EXPECT_FALSE(hasErrors({}));
    EXPECT_FALSE(hasErrors({warning}));
    EXPECT_TRUE(hasErrors({warning, Problem{}}));
}

TEST(Result, HoldsAValueOrProblems) {
    const Result<int> good = 3;
    EXPECT_TRUE(good.ok());
    EXPECT_EQ(*good, 3);
    const Result<int> bad = Problem{};
    EXPECT_FALSE(bad);
    EXPECT_EQ(bad.problems().size(), 1u);
}

}  // namespace
}  // namespace base
