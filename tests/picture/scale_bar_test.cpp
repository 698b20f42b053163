// The scale bar tells the truth where it stands.
#include "picture/scale_bar.h"

#include <gtest/gtest.h>

#include "geo/great_circle.h"
#include "picture/stage.h"

namespace {

using base::Vec2;
using picture::Panel;
using picture::Picture;
using picture::Scene;

film::Film filmWithBar() {
    film::Film film = smallFilm();
    film.scaleBar = true;
    return film;
}

const Panel* barOf(const Picture& p) {
    for (const Panel& panel : p.panels) {
        if (panel.id == "scale-bar") return &panel;
    }
    return nullptr;
}

double kilometresUnder(const Picture& p, const base::Box& bar) {
    const auto at = [&](double x) {
        return *world().projection.inverse(*p.ground.view.toPlane({x, bar.bottom()}));
    };
    return geo::distanceKm(at(bar.x), at(bar.right()));
}

/// "500 km" without anything that a language puts between digits.
double said(const Panel& panel) {
    std::string digits;
    for (const char c : panel.texts.at(0)) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return std::stod(digits);
}

}  // namespace

TEST(ScaleBarTest, IsAsLongAsItSaysInEveryShapeAndScale) {
    const film::Film film = filmWithBar();
    for (const base::Size size : {base::Size{1920, 1080}, {1080, 1080}, {1080, 1920}, {1080, 1350}}) {
        const Scene scene(film, world(), fonts(), optionsFor(size));
        for (const std::size_t cue : {1u, 2u}) {
            const Picture p = scene.at({cue, 9});
            const Panel* bar = barOf(p);
            ASSERT_TRUE(bar);
            EXPECT_NEAR(kilometresUnder(p, bar->shapes.at(0).box) / said(*bar), 1, 0.02);
        }
    }
}

TEST(ScaleBarTest, IsNotUnderANameAndInsideTheSafeArea) {
    const film::Film film = filmWithBar();
    const Scene scene(film, world(), fonts(), optionsFor({1280, 720}));
    const Picture p = scene.at({2, 9});
    const Panel* bar = barOf(p);
    ASSERT_TRUE(bar);
    EXPECT_LE(bar->box.right(), 0.95 * 1280 + 0.01);
    for (const picture::Label& label : p.labels) EXPECT_FALSE(label.box.intersects(bar->box)) << label.id;
}

TEST(ScaleBarTest, StandsClearOfEveryPanelInEveryShape) {
    const film::Film film = filmWithBar();
    for (const base::Size size : {base::Size{1920, 1080}, {1080, 1080}, {1080, 1920}, {1080, 1350}}) {
        const Scene scene(film, world(), fonts(), optionsFor(size));
        const Picture p = scene.at({2, 9});
        const Panel* bar = barOf(p);
        ASSERT_TRUE(bar);
        for (const Panel& panel : p.panels)
            EXPECT_FALSE(&panel != bar && panel.box.intersects(bar->box))
                << panel.id << " " << size.w << "x" << size.h;
    }
}

TEST(ScaleBarTest, GoesWhileTheCameraFliesAndIsNotOnATiltedMap) {
    film::Film film = filmWithBar();
    {
        const Scene scene(film, world(), fonts(), optionsFor({1280, 720}));
        EXPECT_FALSE(barOf(scene.at({2, 1})));
        EXPECT_TRUE(barOf(scene.at({2, 9})));
    }
    film.cues[2].camera.pitch = 40;
    const Scene tilted(film, world(), fonts(), optionsFor({1280, 720}));
    EXPECT_FALSE(barOf(tilted.at({2, 9})));
}

TEST(ScaleBarTest, IsThereOnlyWhenTheFilmWantsIt) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1280, 720}));
    EXPECT_FALSE(barOf(scene.at({2, 9})));
}
