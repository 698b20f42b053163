// The camera over whole films: what a cue is about lies free, flights are smooth and slow enough to follow.
#include "picture/camera_path.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "film/timeline.h"
#include "geo/frame_ground.h"
#include "picture/cue_change.h"
#include "picture/scene.h"
#include "picture/shipped_films.h"
#include "picture/stage.h"

namespace {

using base::Box;
using base::Size;
using base::Vec2;
using picture::Picture;
using picture::Scene;

const std::vector<Size> kShapes = {{1920, 1080}, {1080, 1080}, {1080, 1920}, {1080, 1350}};

Box safeArea(Size size) {
    return {0.05 * size.w, 0.05 * size.h, 0.9 * size.w, 0.9 * size.h};
}

/// The panel that covers this pixel, or nullptr; badges and cards follow the map and do not count.
const picture::Panel* panelOver(const Picture& p, Vec2 at) {
    for (const picture::Panel& panel : p.panels) {
        const bool stands = panel.id == "caption" || panel.id == "legend" || panel.id == "timeline";
        if (stands && panel.box.contains(at)) return &panel;
    }
    return nullptr;
}

std::string nameOf(Size size) {
    return std::to_string(size.w) + "x" + std::to_string(size.h);
}

void expectFree(const Picture& p, const std::string& what, Vec2 at) {
    EXPECT_TRUE(safeArea(p.size).contains(at))
        << what << " outside the safe area in " << p.cue << " at " << nameOf(p.size);
    const picture::Panel* panel = panelOver(p, at);
    EXPECT_TRUE(panel == nullptr) << what << " under " << (panel ? panel->id : "") << " in " << p.cue
                                  << " at " << nameOf(p.size);
}

void lookAtCue(const film::Film& film, const Scene& scene, std::size_t cue) {
    const Picture p = scene.at(film::endOfCue(film, cue));
    for (const std::string& id : film.cues[cue].camera.fit) {
        const film::Place* place = film::findPlace(film, id);
        const auto plane = place ? world().projection.forward(place->at) : std::nullopt;
        if (plane) expectFree(p, id, *p.ground.view.toPixels(*plane));
    }
    for (const picture::Arrow& arrow : p.arrows) {
        // An arrow that fades has no place of its own at that end.
        if (arrow.fadeFrom < 1 || arrow.tailAlpha <= 0) continue;
        for (std::size_t i = 0; i < arrow.points.size(); i += 16) expectFree(p, arrow.event, arrow.points[i]);
        expectFree(p, arrow.event, arrow.points.back());
    }
}

film::Film tiltedFilm(double pitch) {
    film::Film film = smallFilm();
    film.cues[1].camera.pitch = pitch;
    film.cues[2].camera.pitch = pitch;
    film.cues[2].camera.bearing = 30;
    return film;
}

}  // namespace

TEST(CameraTest, WhatACueIsAboutLiesFreeInEveryCueShapeAndLanguage) {
    for (const std::string& path : kShippedFilms) {
        const film::Film& film = shippedFilm(path);
        for (const Size size : kShapes) {
            for (const char* language : {"fr", "en"}) {
                const Scene scene(film, world(), fonts(), optionsFor(size, language));
                for (std::size_t cue = 0; cue < film.cues.size(); ++cue) lookAtCue(film, scene, cue);
            }
        }
    }
}

TEST(CameraTest, LeavesFreeWhatSomethingElseStandsOn) {
    const film::Film& film = shippedFilm(kShippedFilms.front());
    picture::Options options = optionsFor({1280, 720});
    const Scene usual(film, world(), fonts(), options);
    options.covered = {{0, 0, 600, 640}};
    const Scene beside(film, world(), fonts(), options);
    int hidden = 0;
    for (std::size_t cue = 0; cue < film.cues.size(); ++cue) {
        const auto count = [&](const Scene& scene) {
            int covered = 0;
            for (const picture::Arrow& arrow : scene.at(film::endOfCue(film, cue)).arrows) {
                if (arrow.fadeFrom < 1 || arrow.tailAlpha <= 0) continue;
                covered += options.covered.front().contains(arrow.points.back());
            }
            return covered;
        };
        hidden += count(usual);
        EXPECT_EQ(count(beside), 0) << film.cues[cue].id;
    }
    EXPECT_GT(hidden, 0) << "nothing to be seen in this test";
}

TEST(CameraTest, NamesKeepClearOfWhatSomethingElseStandsOn) {
    const film::Film& film = shippedFilm(kShippedFilms.front());
    picture::Options options = optionsFor({1280, 720});
    options.covered = {{0, 0, 600, 640}};
    const Scene scene(film, world(), fonts(), options);
    int names = 0;
    for (std::size_t cue = 0; cue < film.cues.size(); ++cue) {
        for (const picture::Label& label : scene.at(film::endOfCue(film, cue)).labels) {
            if (label.alpha <= 0) continue;
            ++names;
            EXPECT_FALSE(label.box.intersects(options.covered.front())) << film.cues[cue].id << label.id;
        }
    }
    EXPECT_GT(names, 0);
}

TEST(CameraTest, AnArrowWithoutAnEndIsHeldWhereItsStartIs) {
    const film::Film& film = shippedFilm(kShippedFilms.front());
    int open = 0;
    for (const Size size : kShapes) {
        const Scene scene(film, world(), fonts(), optionsFor(size));
        for (std::size_t cue = 0; cue < film.cues.size(); ++cue) {
            for (const picture::Arrow& arrow : scene.at(film::endOfCue(film, cue)).arrows) {
                if (arrow.fadeFrom >= 1 || arrow.points.empty()) continue;
                ++open;
                const Box frame{0, 0, double(size.w), double(size.h)};
                EXPECT_TRUE(frame.contains(arrow.points.back())) << film.cues[cue].id << " " << size.w;
            }
        }
    }
    EXPECT_GT(open, 0);
}

TEST(CameraTest, ATitleThatBeginsUnderSomethingElseIsNotShown) {
    const film::Film& film = shippedFilm(kShippedFilms.front());
    for (const char* language : {"fr", "en"}) {
        picture::Options options = optionsFor({1280, 720}, language);
        const auto words = [&] {
            std::size_t runs = 0;
            for (const picture::Panel& panel :
                 Scene(film, world(), fonts(), options).at(film::Moment{}).panels)
                runs += panel.runs.size();
            return runs;
        };
        EXPECT_GT(words(), 0U);
        options.covered = {{700, 0, 580, 640}};
        EXPECT_GT(words(), 0U) << "beside it there is room";
        options.covered = {{0, 0, 580, 640}};
        EXPECT_EQ(words(), 0U);
    }
}

TEST(CameraTest, TiltedAndTurnedCamerasHoldTheirSubjectToo) {
    const film::Film film = tiltedFilm(50);
    for (const Size size : kShapes) {
        const Scene scene(film, world(), fonts(), optionsFor(size));
        for (std::size_t cue = 1; cue < 3; ++cue) lookAtCue(film, scene, cue);
    }
}

TEST(CameraTest, NoFlightOfAShippedFilmIsTooFastToFollow) {
    for (const std::string& path : kShippedFilms) {
        const film::Film& film = shippedFilm(path);
        for (const Size size : kShapes) {
            const Scene scene(film, world(), fonts(), optionsFor(size));
            for (std::size_t cue = 1; cue < film.cues.size(); ++cue) {
                const double fly = film.cues[cue].flySeconds;
                const geo::MapView from = scene.at({cue - 1, 99}).ground.view,
                                   to = scene.at({cue, 99}).ground.view;
                const picture::PathSpeed speed = picture::CameraPath(from, to, fly).speed();
                EXPECT_LE(speed.excess(), 1) << film.cues[cue].id << " at " << nameOf(size) << ": pan "
                                             << speed.pan << ", zoom " << speed.zoom << " in " << fly << " s";
            }
        }
    }
}

TEST(CameraTest, IsContinuousThroughTheWholeFilm) {
    const film::Film& film = shippedFilm(kShippedFilms.front());
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    std::optional<geo::MapView> last;
    const auto frames = static_cast<int>(film::duration(film) * 30);
    for (int frame = 0; frame < frames; ++frame) {
        const geo::MapView view = scene.at(film::momentAt(film, frame / 30.0)).ground.view;
        if (last) {
            const double pan = base::length(view.center - last->center) /
                               (std::min(view.metresPerPixel, last->metresPerPixel) * view.size.w);
            const double zoom = std::abs(std::log(view.metresPerPixel / last->metresPerPixel));
            ASSERT_LE(pan * 30, picture::kFastestPan * 1.05) << "frame " << frame;
            ASSERT_LE(zoom * 30, picture::kFastestZoom * 1.05) << "frame " << frame;
        }
        last = view;
    }
}

TEST(CameraTest, APathMeetsBothViewsAndTurnsTheShorterWay) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1280, 720}));
    geo::MapView from = scene.at({1, 9}).ground.view, to = scene.at({2, 9}).ground.view;
    from.bearing = 350;
    to.bearing = 20;
    to.pitch = 40;
    const picture::CameraPath path(from, to, 2);
    EXPECT_EQ(path.at(0), from);
    EXPECT_EQ(path.at(1), to);
    EXPECT_NEAR(std::remainder(path.at(0.55).bearing - 5, 360.0), 0, 1e-9);  // the middle of the movement
    EXPECT_NEAR(path.at(0.55).pitch, 20, 1e-9);
}

TEST(CameraTest, AShortFlightOverALongWayRisesFurther) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1280, 720}));
    geo::MapView from = scene.at({2, 9}).ground.view, to = from;
    to.center.x += 2 * from.metresPerPixel * from.size.w;
    const picture::CameraPath slow(from, to, 6), fast(from, to, 1.5);
    EXPECT_GT(fast.at(0.55).metresPerPixel, slow.at(0.55).metresPerPixel);
    EXPECT_GT(slow.speed().pan, 0);
}

TEST(CameraTest, EasesAtBothEnds) {
    double last = 0, fastest = 0;
    for (int i = 0; i <= 100; ++i) {
        const double come = picture::cameraShare(i / 100.0);
        EXPECT_GE(come, last);
        fastest = std::max(fastest, come - last);
        last = come;
    }
    EXPECT_EQ(last, 1);
    EXPECT_LT(picture::cameraShare(0.15), 0.02);
    EXPECT_GT(picture::cameraShare(0.95), 0.98);
    EXPECT_LT(fastest * 100, 1.7);
}

TEST(CameraTest, NoPitchShowsAnEmptyCorner) {
    const film::Film film = tiltedFilm(60);
    for (const Size size : kShapes) {
        const Scene scene(film, world(), fonts(), optionsFor(size));
        for (double t = 9; t < 27; t += 0.1) {
            const Picture p = scene.at(film::momentAt(film, t));
            EXPECT_TRUE(geo::isFilled(world().projection, p.ground.view)) << t << " at " << nameOf(size);
        }
    }
}

TEST(CameraTest, ArrowsRiseAboveATiltedPlane) {
    const film::Film flat = tiltedFilm(0), tilted = tiltedFilm(50);
    const Scene above(flat, world(), fonts(), optionsFor({1280, 720})),
        aslant(tilted, world(), fonts(), optionsFor({1280, 720}));
    const auto rise = [](const Scene& scene) {
        const Picture p = scene.at({1, 9});
        const picture::Arrow& arrow = p.arrows.front();
        const Vec2 a = arrow.points.front(), b = arrow.points.back(),
                   middle = arrow.points[arrow.points.size() / 2];
        return (a.y + b.y) / 2 - middle.y;
    };
    EXPECT_GT(rise(aslant), rise(above) + 20);
}
