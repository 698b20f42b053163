#include "picture/theme.h"

#include <gtest/gtest.h>

#include "base/color_vision.h"
#include "picture/stage.h"

using picture::makeTheme;
using picture::Theme;

namespace {

film::StyleSheet nightSheet() {
    return *film::readStyleSheet(std::string(HARMATTAN_SOURCE_DIR) + "/assets/themes/night.toml");
}

}  // namespace

TEST(ThemeTest, EveryThemeThatShipsLoads) {
    for (const char* name : {"night", "paper", "plain"}) EXPECT_EQ(theme(name).name, name);
}

TEST(ThemeTest, PlainHasNoReliefGlowOrShadow) {
    const Theme plain = theme("plain");
    EXPECT_EQ(plain.ground.seaRelief + plain.ground.landRelief + plain.ground.focusRelief, 0);
    EXPECT_EQ(plain.ground.glowWidth + plain.ground.focusGlowWidth + plain.arrow.glow, 0);
    EXPECT_EQ(plain.arrow.shadow.a, 0);
}

TEST(ThemeTest, AnUnknownSettingGetsASuggestionAndItsLine) {
    film::StyleSheet sheet = nightSheet();
    sheet.settings.push_back({"ground.seas", std::string("#000000"), 99, 1});
    const auto result = makeTheme(sheet, "x");
    ASSERT_FALSE(result.ok());
    ASSERT_EQ(result.problems().size(), 1u);
    EXPECT_EQ(result.problems()[0].line, 99);
    EXPECT_EQ(result.problems()[0].advice, "did you mean \"ground.sea\"?");
}

TEST(ThemeTest, AMissingSettingAndAWrongValueAreBothReported) {
    film::StyleSheet sheet = nightSheet();
    std::erase_if(sheet.settings, [](const auto& s) { return s.key == "label.text"; });
    for (auto& s : sheet.settings) {
        if (s.key == "ground.sea") s.value = std::string("blue");
    }
    const auto result = makeTheme(sheet, "x");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.problems().size(), 2u);
}

TEST(ThemeTest, AWidthOutOfRangeIsRefused) {
    film::StyleSheet sheet = nightSheet();
    for (auto& s : sheet.settings) {
        if (s.key == "arrow.width_class_1") s.value = 5000.0;
    }
    EXPECT_FALSE(makeTheme(sheet, "x").ok());
}

TEST(ThemeTest, TextStandsOutFromItsGroundInEveryTheme) {
    for (const char* name : {"night", "paper", "plain"}) {
        const Theme t = theme(name);
        const auto expectReadable = [&](base::Color text, base::Color ground, const char* what) {
            EXPECT_GE(base::contrast(text, ground), 4.5) << name << ": " << what;
        };
        for (const base::Color ground : {t.ground.land, t.ground.focus, t.ground.sea}) {
            expectReadable(t.label.text, ground, "places");
        }
        expectReadable(t.label.dim, t.ground.land, "countries");
        expectReadable(t.label.focusCountry, t.ground.focus, "focus countries");
        expectReadable(t.label.water, t.ground.sea, "water");
        const base::Color panel = t.panel.fill.withAlpha(1);
        expectReadable(t.panel.text, panel, "captions");
        expectReadable(t.panel.dim, panel, "sources");
        expectReadable(t.panel.badgeText, t.panel.badge, "badges");
        expectReadable(t.timeline.text, t.timeline.fade.withAlpha(1), "timeline");
    }
}

TEST(ThemeTest, ReadableKeepsAColourThatIsReadableAndChangesOneThatIsNot) {
    const base::Color orange = *base::parseColor("#ff6b3a"), white{1, 1, 1, 1}, black{0, 0, 0, 1};
    EXPECT_EQ(picture::readable(orange, black), orange);
    EXPECT_LT(base::contrast(orange, white), 4.5);
    EXPECT_GE(base::contrast(picture::readable(orange, white), white), 4.5);
}

TEST(ThemeTest, InkStandsOutFromTheGroundAndItsColoursApartForEverybody) {
    using base::Vision;
    for (const char* name : {"night", "paper", "plain"}) {
        const Theme t = theme(name);
        for (int i = 0; i < picture::kInkColors; ++i) {
            const base::Color ink = t.ink.colors[i];
            for (const base::Color ground : {t.ground.land, t.ground.focus, t.ground.sea, t.ground.lake})
                EXPECT_GE(base::contrast(ink, ground), 3) << name << " " << i + 1;
            for (int k = 0; k < i; ++k) {
                const base::Color other = t.ink.colors[k];
                EXPECT_GT(base::difference(ink, other), 30) << name << " " << i + 1 << " " << k + 1;
                for (const Vision vision : {Vision::Deutan, Vision::Protan, Vision::Tritan}) {
                    EXPECT_GT(base::difference(base::simulated(ink, vision), base::simulated(other, vision)),
                              30)
                        << name << " " << i + 1 << " " << k + 1;
                }
            }
        }
    }
}
