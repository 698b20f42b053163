#include "ui/help_layout.h"

#include <gtest/gtest.h>

using namespace ui;

namespace {

std::vector<HelpLine> sections(const std::vector<int>& sizes) {
    std::vector<HelpLine> lines;
    for (const int size : sizes) {
        lines.push_back({"heading", "", true, 30});
        for (int i = 0; i < size; ++i) lines.push_back({"key", "does", false, 20});
    }
    return lines;
}

float heightOf(const std::vector<HelpLine>& lines, int column) {
    float height = 0;
    for (const HelpLine& line : lines) height += line.column == column ? line.height : 0;
    return height;
}

}  // namespace

TEST(HelpLayout, KeepsTheOrderWithoutGaps) {
    auto lines = sections({7, 9, 12, 30, 5});
    setColumns(lines, 3, 0);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const HelpLine &before = lines[i - 1], &line = lines[i];
        if (line.column == before.column)
            EXPECT_FLOAT_EQ(line.top, before.top + before.height);
        else
            EXPECT_EQ(line.column, before.column + 1);
    }
    EXPECT_EQ(lines.front().column, 0);
    EXPECT_EQ(lines.back().column, 2);
}

TEST(HelpLayout, MakesColumnsEvenAndSaysTheHighest) {
    auto lines = sections({7, 9, 12, 30, 5});
    const float highest = setColumns(lines, 3, 0);
    float most = 0, all = 0;
    for (int column = 0; column < 3; ++column) {
        most = std::max(most, heightOf(lines, column));
        all += heightOf(lines, column);
    }
    EXPECT_FLOAT_EQ(highest, most);
    EXPECT_LT(highest, all / 3 + 50) << "a line and a heading at most";
}

TEST(HelpLayout, LeavesNoHeadingAtAColumnsFoot) {
    for (int first = 1; first < 20; ++first) {
        auto lines = sections({first, 20 - first, 3});
        setColumns(lines, 2, 0);
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            if (lines[i].heading) {
                EXPECT_EQ(lines[i].column, lines[i + 1].column) << first;
            }
        }
    }
}

TEST(HelpLayout, KeepsSectionsWholeWhereThereIsRoom) {
    auto lines = sections({7, 9, 12, 4});
    EXPECT_FLOAT_EQ(setColumns(lines, 2, 1000), 2 * 30 + 16 * 20);
    EXPECT_EQ(lines[17].column, 0);
    EXPECT_TRUE(lines[18].heading);
    EXPECT_EQ(lines[18].column, 1);
}

TEST(HelpLayout, ManagesWithOneColumnAndWithNothing) {
    auto lines = sections({3});
    EXPECT_FLOAT_EQ(setColumns(lines, 1, 1000), 90);
    std::vector<HelpLine> none;
    EXPECT_EQ(setColumns(none, 3, 100), 0);
}
