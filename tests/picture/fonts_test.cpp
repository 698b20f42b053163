#include "picture/fonts.h"

#include <gtest/gtest.h>

#include "picture/font_files.h"
#include "picture/stage.h"
#include "picture/text_layout.h"

using picture::Face;
using picture::TextStyle;

TEST(FontsTest, AMissingFolderNamesEveryMissingFile) {
    const auto result = picture::Fonts::load("/nonexistent");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.problems().size(), picture::kFontFiles.size());
    EXPECT_EQ(result.problems()[0].trouble, base::Trouble::Failure);
}

TEST(FontsTest, WidthGrowsWithTheSizeAndTheTracking) {
    const TextStyle style{Face::SansRegular, 20, 0, "fr"};
    const double width = picture::measure(fonts(), "Niamey", style);
    EXPECT_GT(width, 40);
    TextStyle twice = style;
    twice.size = 40;
    EXPECT_NEAR(picture::measure(fonts(), "Niamey", twice), 2 * width, 1e-6);
    TextStyle spaced = style;
    spaced.tracking = 3;
    EXPECT_NEAR(picture::measure(fonts(), "Niamey", spaced), width + 5 * 3, 1e-6);
}

TEST(FontsTest, PairsAreKerned) {
    const TextStyle style{Face::SansRegular, 100, 0, "fr"};
    const double apart = picture::measure(fonts(), "A", style) + picture::measure(fonts(), "V", style);
    EXPECT_LT(picture::measure(fonts(), "AV", style), apart);
}

TEST(FontsTest, EveryFaceWritesFrench) {
    for (int face = 0; face < picture::kFaceCount; ++face) {
        const auto shaped =
            fonts().shape("ÀÂÇÉÈÊËÎÏÔŒÙÛŸàâçéèêëîïôœùûÿ’«»–…\u00a0\u202f", {Face(face), 20, 0, "fr"});
        for (const auto& glyph : shaped.glyphs) EXPECT_NE(glyph.index, 0u) << "face " << face;
    }
}

TEST(FontsTest, AFieldIsInsideTheLetterAndOutsideAround) {
    const auto shaped = fonts().shape("I", {Face::SansRegular, 64, 0, "fr"});
    const auto field = fonts().field(shaped.glyphs[0].font, shaped.glyphs[0].index);
    ASSERT_GT(field.width, 0);
    const auto at = [&](int x, int y) {
        return field.distance[static_cast<std::size_t>(y) * field.width + x];
    };
    EXPECT_GT(at(field.width / 2, field.height / 2), 128);
    EXPECT_EQ(at(0, 0), 0);
    EXPECT_EQ(fonts().field(shaped.glyphs[0].font, shaped.glyphs[0].index).distance, field.distance);
}

TEST(FontsTest, ASpaceHasNoField) {
    const auto shaped = fonts().shape(" ", {Face::SansRegular, 64, 0, "fr"});
    EXPECT_EQ(fonts().field(shaped.glyphs[0].font, shaped.glyphs[0].index).width, 0);
}

TEST(TextLayoutTest, NoLineIsWiderThanTheBoxAndNothingIsLost) {
    const TextStyle style{Face::SansRegular, 20, 0, "fr"};
    const std::string text = "Un Iliouchine 76 se pose à Niamey avec du matériel et des formateurs russes.";
    for (const double width : {150.0, 240.0, 400.0, 2000.0}) {
        std::string joined;
        for (const std::string& line : picture::wrap(fonts(), text, style, width)) {
            EXPECT_LE(picture::measure(fonts(), line, style), width) << line;
            joined += (joined.empty() ? "" : " ") + line;
        }
        EXPECT_EQ(joined, text);
    }
}

TEST(TextLayoutTest, ANoBreakSpaceHoldsItsWordsTogether) {
    const TextStyle style{Face::SansRegular, 20, 0, "fr"};
    for (const std::string& line :
         picture::wrap(fonts(), "environ 1\u202f500\u00a0soldats français", style, 90)) {
        EXPECT_FALSE(line.ends_with("1")) << line;
        EXPECT_FALSE(line.ends_with("500")) << line;
    }
}

TEST(TextLayoutTest, LinesAreBalanced) {
    const TextStyle style{Face::SansRegular, 20, 0, "fr"};
    const auto lines =
        picture::wrap(fonts(), "un deux trois quatre cinq six sept huit neuf dix onze", style, 300);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_GT(picture::measure(fonts(), lines[1], style), 0.6 * picture::measure(fonts(), lines[0], style));
}

TEST(FontsTest, TabsAndNewlinesInOneLineAreSpaces) {
    const TextStyle style{Face::SansRegular, 20, 0, "en"};
    const auto spaced = fonts().shape("one two", style);
    for (const char* text : {"one\ttwo", "one\ntwo"}) {
        const auto shaped = fonts().shape(text, style);
        EXPECT_EQ(shaped.glyphs, spaced.glyphs) << text;
    }
}
