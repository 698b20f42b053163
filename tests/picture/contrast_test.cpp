// What themes draw stands out from what it stands on, and actors from each other, whoever looks.
#include "picture/contrast.h"

#include <gtest/gtest.h>

#include "base/color_vision.h"
#include "film/film_file.h"
#include "film/timeline.h"
#include "geo/countries.h"
#include "picture/evidence.h"
#include "picture/stage.h"

using picture::Theme;

namespace {

const std::vector<std::string> kThemes = {"night", "paper", "plain"};
const std::string kRoot = HARMATTAN_SOURCE_DIR;

film::Film shippedFilm(const std::string& name) {
    const auto gazetteer = film::readGazetteer(kRoot + "/geodata/places.toml");
    const auto countries = geo::readCountryCodes(kRoot + "/geodata");
    auto film = film::readFilm(kRoot + "/assets/films/" + name, *gazetteer, *countries);
    return std::move(film->film);
}

struct Drawn {
    base::Color color;
    int shape = 0;  ///< what tells it from others besides the colour
    std::string actor;
};

/// What a cue draws, in a theme.
std::vector<Drawn> drawnIn(const film::Film& film, const film::Cue& cue, const Theme& theme) {
    const picture::Options options{{1920, 1080}, film.languages.front(), theme, true};
    const picture::Context context{film, world(), fonts(), options, theme, picture::layoutFor(options.size)};
    std::vector<Drawn> list;
    for (const std::string& id : cue.events) {
        const film::Event* event = film::findEvent(film, id);
        if (!event) continue;
        int shape = 0;
        if (film::isDrawnAsArrow(film, *event)) {
            const auto look = picture::lookOf(*event, theme.arrow);
            shape = static_cast<int>(look.direction) * 10 + static_cast<int>(look.fill);
        } else {
            shape = 1000 + static_cast<int>(picture::markOf(*event).kind);
        }
        list.push_back({picture::actorColor(context, *event), shape, event->actor});
    }
    return list;
}

double seenDifference(const base::Color& a, const base::Color& b, base::Vision vision) {
    return base::difference(base::simulated(a, vision), base::simulated(b, vision));
}

}  // namespace

TEST(Contrast, EveryTextAndLineOfTheThemesThatShipStandsOut) {
    for (const std::string& name : kThemes) {
        for (const auto& pair : picture::contrastPairs(theme(name)))
            EXPECT_GE(pair.has, pair.needs) << name << ": " << pair.setting << " on " << pair.ground;
    }
}

TEST(Contrast, EveryActorsColourStandsOutAfterItsAdjustment) {
    const film::Film film = shippedFilm("sahel.toml");
    for (const std::string& name : kThemes) {
        const Theme t = theme(name);
        const picture::Options options{{1920, 1080}, "fr", t, true};
        const picture::Context context{film, world(), fonts(), options, t, picture::layoutFor(options.size)};
        for (const film::Event& event : film.events) {
            const base::Color color = picture::actorColor(context, event);
            for (const base::Color& ground : {t.ground.land, t.ground.focus, t.ground.sea})
                EXPECT_GE(picture::casedContrast(color, t.arrow.casing, ground), picture::kShapeContrast)
                    << name << ": " << event.actor;
            const base::Color date = picture::readable(color, picture::panelGrounds(t));
            for (const base::Color& ground : picture::panelGrounds(t))
                EXPECT_GE(base::contrast(date, ground), picture::kTextContrast)
                    << name << ": " << event.actor;
        }
    }
}

TEST(Contrast, ActorsThatAppearTogetherDifferInColourOrShapeForEveryOnlooker) {
    constexpr double kTellable = 7;
    int compared = 0;
    for (const char* file : {"sahel.toml", "sahel-90s.toml"}) {
        const film::Film film = shippedFilm(file);
        for (const std::string& name : kThemes) {
            for (const film::Cue& cue : film.cues) {
                const auto drawn = drawnIn(film, cue, theme(name));
                for (const Drawn& a : drawn) {
                    for (const Drawn& b : drawn) {
                        if (a.actor >= b.actor || a.shape != b.shape) continue;
                        ++compared;
                        for (const base::Vision vision :
                             {base::Vision::Deutan, base::Vision::Protan, base::Vision::Tritan})
                            EXPECT_GE(seenDifference(a.color, b.color, vision), kTellable)
                                << file << " " << name << " " << cue.id << ": " << a.actor << ", " << b.actor;
                    }
                }
            }
        }
    }
    EXPECT_GT(compared, 10);
}

TEST(Contrast, AWeakSettingIsWarnedOfAtItsLine) {
    const std::string path = kRoot + "/assets/themes/night.toml";
    auto sheet = *film::readStyleSheet(path);
    for (auto& setting : sheet.settings) {
        if (setting.key == "panel.text") setting.value = std::string("#404850");
    }
    const auto weak = picture::makeTheme(sheet, "weak");
    ASSERT_TRUE(weak);
    const auto problems = picture::contrastProblems(*weak, sheet);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].severity, base::Severity::Warning);
    EXPECT_EQ(problems[0].file, path);
    EXPECT_GT(problems[0].line, 0);
    EXPECT_EQ(problems[0].what.find("panel.text has a contrast of "), 0u) << problems[0].what;
    EXPECT_TRUE(picture::contrastProblems(theme("night"), sheet).empty());
}

TEST(Contrast, ACasingHelpsAShapeThatItsGroundWouldSwallow) {
    const base::Color grey{0.5F, 0.5F, 0.5F, 1}, black{0, 0, 0, 1}, none{0, 0, 0, 0};
    EXPECT_NEAR(picture::casedContrast(grey, none, grey), 1, 1e-6);
    EXPECT_GT(picture::casedContrast(grey, black, grey), 4);
}
