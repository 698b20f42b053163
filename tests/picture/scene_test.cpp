#include "picture/scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "picture/shot.h"
#include "picture/stage.h"

using film::Moment;
using picture::Picture;
using picture::Scene;

namespace {

const std::vector<base::Size> kShapes = {{1920, 1080}, {1080, 1080}, {1080, 1920}, {1080, 1350}, {854, 480}};

const picture::Panel* panelOf(const Picture& picture, const std::string& id) {
    for (const auto& panel : picture.panels) {
        if (panel.id == id) return &panel;
    }
    return nullptr;
}

std::vector<std::string> idsOf(const Picture& picture) {
    std::vector<std::string> ids;
    for (const auto& panel : picture.panels) ids.push_back(panel.id);
    return ids;
}

}  // namespace

TEST(SceneTest, TheOrderOfAskingChangesNothing) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({640, 360}));
    std::vector<Moment> moments;
    for (std::size_t cue = 0; cue < 3; ++cue) {
        for (double s = 0; s < 9; s += 0.7) moments.push_back({cue, s});
    }
    std::vector<Picture> forward, backward;
    for (const Moment& m : moments) forward.push_back(scene.at(m));
    for (auto m = moments.rbegin(); m != moments.rend(); ++m) backward.insert(backward.begin(), scene.at(*m));
    EXPECT_TRUE(forward == backward);
    EXPECT_TRUE(picture::pictureAt(film, world(), fonts(), moments[20], {}, optionsFor({640, 360})) ==
                forward[20]);
}

TEST(SceneTest, ArrowsGrowInPlayAndHoldAfterwards) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    EXPECT_TRUE(scene.at({1, 1.9}).arrows.empty());
    double last = 0;
    for (double s = 2.1; s <= 6; s += 0.3) {
        const Picture picture = scene.at({1, s});
        ASSERT_FALSE(picture.arrows.empty()) << s;
        EXPECT_GE(picture.arrows[0].progress, last);
        last = picture.arrows[0].progress;
    }
    const Picture held = scene.at({1, 8.9});
    ASSERT_EQ(held.arrows.size(), 2u);
    EXPECT_EQ(held.arrows[0].progress, 1);
    EXPECT_EQ(held.arrows[1].progress, 1);
}

TEST(SceneTest, PastTheEndOfACueTheAmbientMotionGoesOn) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    const Picture a = scene.at({1, 60}), b = scene.at({1, 61});
    EXPECT_NE(a.arrows[1].flow, b.arrows[1].flow);
    EXPECT_EQ(a.ground, b.ground);
    EXPECT_EQ(a.labels, b.labels);
}

TEST(SceneTest, RestsOnlyWhereNothingFlowsOrPulses) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({640, 360}));
    EXPECT_FALSE(scene.restsAt({0, 0}));
    EXPECT_TRUE(scene.restsAt({0, 100}));
    Picture early = scene.at({0, 100});
    const Picture late = scene.at({0, 1234.5});
    early.time = late.time;
    EXPECT_EQ(early, late);
    EXPECT_FALSE(scene.restsAt({1, 1000})) << "an arrow's pulses never end";
}

TEST(SceneTest, TheCameraIsContinuousOverCues) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    for (std::size_t cue = 1; cue < 3; ++cue) {
        const geo::Camera end = scene.cameraAt({cue - 1, 9}), begin = scene.cameraAt({cue, 0});
        EXPECT_NEAR(end.widthKm, begin.widthKm, 1e-6 * end.widthKm);
        EXPECT_NEAR(end.center.lon, begin.center.lon, 1e-9);
    }
}

TEST(SceneTest, WhatIsFittedLiesInTheFreeAreaInEveryShape) {
    const film::Film film = smallFilm();
    for (const base::Size size : kShapes) {
        const Scene scene(film, world(), fonts(), optionsFor(size));
        const Picture picture = scene.at({1, 9});
        const geo::MapView& view = picture.ground.view;
        for (const char* id : {"moscow", "niamey", "bamako"}) {
            const auto at = view.toPixels(*world().projection.forward(film::findPlace(film, id)->at));
            ASSERT_TRUE(at);
            for (const auto& panel : picture.panels) {
                if (panel.id == "timeline") {
                    EXPECT_LT(at->y, panel.box.y) << id << " at " << size.w << "x" << size.h;
                    continue;
                }
                EXPECT_FALSE(panel.box.contains(*at))
                    << id << " under " << panel.id << " at " << size.w << "x" << size.h;
            }
            EXPECT_TRUE((base::Box{0, 0, double(size.w), double(size.h)}.grown(-0.05 * size.h).contains(*at)))
                << id;
        }
    }
}

TEST(SceneTest, LabelsAtRestNeverOverlapEachOtherPanelsOrArrowHeads) {
    const film::Film film = smallFilm();
    for (const base::Size size : kShapes) {
        for (const char* language : {"fr", "en"}) {
            const Scene scene(film, world(), fonts(), optionsFor(size, language));
            for (std::size_t cue = 1; cue < 3; ++cue) {
                const Picture p = scene.at({cue, 9});
                ASSERT_GT(p.labels.size(), 3u);
                const base::Box safe{0.05 * size.w, 0.05 * size.h, 0.9 * size.w, 0.9 * size.h};
                for (std::size_t i = 0; i < p.labels.size(); ++i) {
                    const auto& label = p.labels[i];
                    EXPECT_TRUE(label.box.x >= safe.x && label.box.right() <= safe.right() &&
                                label.box.y >= safe.y && label.box.bottom() <= safe.bottom())
                        << label.text;
                    for (std::size_t j = i + 1; j < p.labels.size(); ++j) {
                        EXPECT_FALSE(label.box.intersects(p.labels[j].box))
                            << label.text << " and " << p.labels[j].text;
                    }
                    for (const auto& panel : p.panels)
                        EXPECT_FALSE(label.box.intersects(panel.box)) << label.text << " under " << panel.id;
                    for (const auto& arrow : p.arrows) {
                        EXPECT_FALSE(arrow.fadeFrom > 1 && label.box.contains(arrow.points.back()))
                            << label.text;
                    }
                }
            }
        }
    }
}

TEST(SceneTest, LabelsStandStillOnTheGround) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    const Picture a = scene.at({1, 3}), b = scene.at({1, 8});
    EXPECT_EQ(a.labels, b.labels);
}

TEST(SceneTest, PanelsStayInsideTheSafeAreaInEveryShapeAndLanguage) {
    const film::Film film = smallFilm();
    for (const base::Size size : kShapes) {
        for (const char* language : {"fr", "en"}) {
            const Picture p = Scene(film, world(), fonts(), optionsFor(size, language)).at({1, 9});
            for (const char* id : {"caption", "legend", "timeline"}) {
                const picture::Panel* panel = panelOf(p, id);
                ASSERT_TRUE(panel) << id;
                EXPECT_GE(panel->box.x, 0.05 * size.w - 1e-6);
                EXPECT_LE(panel->box.right(), 0.95 * size.w + 1e-6);
                EXPECT_GE(panel->box.y, 0.05 * size.h - 1e-6);
                EXPECT_LE(panel->box.bottom(), 0.95 * size.h + 1e-6) << id << " " << size.w << "x" << size.h;
            }
        }
    }
}

TEST(SceneTest, TheCaptionSaysDatePlaceTitleAndSource) {
    const film::Film film = smallFilm();
    const Picture p = Scene(film, world(), fonts(), optionsFor({1920, 1080})).at({2, 9});
    const picture::Panel* caption = panelOf(p, "caption");
    ASSERT_TRUE(caption);
    const std::string all = nlohmann::json(caption->texts).dump();
    for (const char* text : {"NOVEMBRE 2024", "OUAGADOUGOU", "Titre C", "Journal"}) {
        EXPECT_NE(all.find(text), std::string::npos) << text << " in " << all;
    }
}

TEST(SceneTest, ATitleCardHasNeitherArrowsNorLabels) {
    const film::Film film = smallFilm();
    const Picture p = Scene(film, world(), fonts(), optionsFor({1920, 1080})).at({0, 5});
    EXPECT_TRUE(p.labels.empty());
    EXPECT_TRUE(p.arrows.empty());
    ASSERT_TRUE(panelOf(p, "title"));
}

TEST(SceneTest, ADetourMovesTheCameraAndNothingElse) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    const geo::Camera away{{20, 10}, 2000, 30, 0};
    const Picture p = scene.at({1, 8}, {away});
    EXPECT_EQ(p.camera, away);
    EXPECT_EQ(p.cue, "arrival");
    EXPECT_EQ(scene.at({1, 8}), scene.at({1, 8}, {}));
}

TEST(SceneTest, TheSamePictureIsTheSameJson) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    EXPECT_EQ(picture::toJson(scene.at({1, 5})), picture::toJson(scene.at({1, 5})));
}

TEST(SceneTest, TheCameraIsTheSameWithoutPanels) {
    const film::Film film = smallFilm();
    picture::Options without = optionsFor({1920, 1080});
    without.panels = false;
    const Picture a = Scene(film, world(), fonts(), optionsFor({1920, 1080})).at({1, 8});
    const Picture b = Scene(film, world(), fonts(), without).at({1, 8});
    EXPECT_EQ(a.camera, b.camera);
    EXPECT_EQ(a.labels, b.labels);
    for (const auto& panel : b.panels) EXPECT_EQ(panel.id, "count-A") << "what belongs to the map stays";
}

TEST(SceneTest, APictureForAPageHasTheLegendAloneAndAThumbnailNoPanel) {
    const film::Film film = smallFilm();
    for (const base::Size size : kShapes) {
        picture::Options page = optionsFor(size), thumbnail = optionsFor(size);
        page.purpose = picture::Purpose::Page;
        thumbnail.purpose = picture::Purpose::Thumbnail;
        page.scale = thumbnail.scale = 1.5;
        const Picture a = Scene(film, world(), fonts(), page).at({1, 9});
        EXPECT_EQ(idsOf(a), (std::vector<std::string>{"count-A", "legend"}));
        for (const auto& label : a.labels) {
            for (const auto& panel : a.panels) EXPECT_FALSE(label.box.intersects(panel.box)) << label.id;
        }
        const Picture b = Scene(film, world(), fonts(), thumbnail).at({1, 9});
        EXPECT_EQ(idsOf(b), std::vector<std::string>{"count-A"});
    }
    // What the caption leaves free, the map takes.
    picture::Options thumbnail = optionsFor({1920, 1080});
    thumbnail.purpose = picture::Purpose::Thumbnail;
    EXPECT_LT(Scene(film, world(), fonts(), thumbnail).cameraAt({1, 9}).widthKm,
              Scene(film, world(), fonts(), optionsFor({1920, 1080})).cameraAt({1, 9}).widthKm);
}

TEST(SceneTest, NoShapeOfFrameShowsTheWholeGlobe) {
    const film::Film film = smallFilm();
    for (const base::Size size : kShapes) {
        EXPECT_LT(Scene(film, world(), fonts(), optionsFor(size)).cameraAt({1, 9}).widthKm, 16500)
            << size.w << "x" << size.h;
    }
}

TEST(SceneTest, ACountrysNameStandsInTheCountry) {
    const film::Film film = smallFilm();
    for (const base::Size size : kShapes) {
        const Picture p = Scene(film, world(), fonts(), optionsFor(size)).at({2, 9});
        for (const auto& label : p.labels) {
            const int country = world().countryIndex(label.id);
            if (country < 0) continue;
            const auto plane = p.ground.view.toPlane(label.box.center());
            ASSERT_TRUE(plane);
            bool near = false;
            for (const geo::Ring& ring : world().land.rings) {
                const auto& b = ring.bounds;
                near = near || (ring.country == country && plane->x >= b.minX && plane->x <= b.maxX &&
                                plane->y >= b.minY && plane->y <= b.maxY);
            }
            EXPECT_TRUE(near) << label.text;
        }
    }
}

TEST(SceneTest, ABaseIsNotCalledByTheNameOfAFarTown) {
    film::Film film = smallFilm();
    film::Place base = film.places[0];
    base.id = "remote_base";
    base.name = base::LocalText("Remote base");
    base.kind = film::PlaceKind::Base;
    base.at = {9.4283, 52.4573};  // 260 km from Berlin, a few pixels at this scale
    film::Place berlin = base;
    berlin.id = "berlin";
    berlin.name = base::LocalText("Berlin");
    berlin.kind = film::PlaceKind::Capital;
    berlin.at = {13.4, 52.5};
    film.places.push_back(base);
    film.gazetteer.push_back(berlin);
    film.events[0].from = "remote_base";
    film.cues[1].camera.fit = {};
    film.cues[1].camera.center = base::LonLat{5, 30};
    film.cues[1].camera.widthKm = 15000;
    const Picture p = Scene(film, world(), fonts(), optionsFor({1920, 1080})).at({1, 9});
    const bool named =
        std::any_of(p.labels.begin(), p.labels.end(), [](const auto& l) { return l.id == "remote_base"; });
    EXPECT_TRUE(named);
}

TEST(SceneTest, ACueOfHundredsOfArrowsIsLaidOut) {
    // Each step that looked at every pair of arrows at every pixel took this cue most of a minute.
    film::Film film = smallFilm();
    film::Event arrow = film.events[0];
    film.events.clear();
    film.cues[1].events.clear();
    const std::vector<std::string> ends = {"moscow", "niamey", "bamako", "ouagadougou"};
    for (int i = 0; i < 300; ++i) {
        arrow.id = "many-" + std::to_string(i);
        arrow.from = ends[static_cast<std::size_t>(i) % 4];
        arrow.to = ends[static_cast<std::size_t>(i / 4 + i + 1) % 4];
        if (arrow.from == arrow.to) continue;
        film.events.push_back(arrow);
        film.cues[1].events.push_back(arrow.id);
    }
    const Scene scene(film, world(), fonts(), optionsFor({1280, 720}));
    EXPECT_GT(scene.at({1, 9}).arrows.size(), 100u);
}

TEST(SceneTest, ACountryKeepsItsNameWhenAPlaceHasItsCode) {
    film::Film film = smallFilm();
    film.places.push_back(film.places[0]);
    film.places.back().id = "MLI";
    film.places.back().at = {-4, 14.5};
    const Scene scene(film, world(), fonts(), optionsFor({1920, 1080}));
    const auto namesOf = [](const Picture& p) {
        std::set<std::string> texts;
        for (const auto& label : p.labels) texts.insert(label.text);
        return texts;
    };
    ASSERT_TRUE(namesOf(scene.at({1, 9})).count("MALI"));
    EXPECT_TRUE(namesOf(scene.at({2, 0.05})).count("MALI"));  // the flight begins
}
