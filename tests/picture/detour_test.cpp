// Names while the onlooker roams: they keep their places on the ground, whatever else comes into sight.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "picture/scene.h"
#include "picture/stage.h"

namespace {

using base::Vec2;
using picture::Label;
using picture::Picture;
using picture::Scene;

/// The film's camera of the cue, moved by a share of the frame's width to the east and zoomed in.
geo::Camera moved(const Scene& scene, double east, double zoom) {
    const geo::MapView rest = scene.at({2, 9}).ground.view;
    geo::MapView view = rest;
    view.center.x += east * rest.size.w * rest.metresPerPixel;
    view.metresPerPixel /= zoom;
    return geo::cameraOf(world().projection, view);
}

std::map<std::string, Label> namesOf(const Picture& p) {
    std::map<std::string, Label> names;
    for (const Label& label : p.labels) {
        Label& known = names[label.id];
        if (known.id.empty() || known.alpha < label.alpha) known = label;
    }
    return names;
}

void expectNoOverlaps(const Picture& p) {
    for (std::size_t i = 0; i < p.labels.size(); ++i) {
        for (std::size_t k = i + 1; k < p.labels.size(); ++k) {
            const Label &a = p.labels[i], &b = p.labels[k];
            EXPECT_FALSE(a.id != b.id && a.box.grown(-0.75).intersects(b.box.grown(-0.75)))
                << a.id << " and " << b.id;
        }
        for (const picture::Panel& panel : p.panels)
            EXPECT_FALSE(p.labels[i].box.intersects(panel.box)) << p.labels[i].id << " under " << panel.id;
    }
}

}  // namespace

TEST(DetourTest, AtTheFilmsOwnCameraTheNamesAreTheCues) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1280, 720}));
    const Picture own = scene.at({2, 9}), detour = scene.at({2, 9}, {moved(scene, 0, 1)});
    ASSERT_GT(own.labels.size(), 5u);
    ASSERT_EQ(own.labels.size(), detour.labels.size());
    const auto there = namesOf(detour);
    for (const Label& name : own.labels) {
        ASSERT_TRUE(there.count(name.id)) << name.id;
        EXPECT_NEAR(name.box.x, there.at(name.id).box.x, 1e-3);
        EXPECT_NEAR(name.box.y, there.at(name.id).box.y, 1e-3);
    }
}

TEST(DetourTest, PanningMovesNoNameAgainstTheGround) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1280, 720}));
    std::optional<Picture> last;
    int compared = 0;
    for (double east = 0.12; east < 0.9; east += 0.004) {
        const Picture p = scene.at({2, 9}, {moved(scene, east, 1.7)});
        expectNoOverlaps(p);
        const auto now = namesOf(p);
        for (const auto& [id, name] : last ? namesOf(*last) : std::map<std::string, Label>{}) {
            const auto again = now.find(id);
            if (again == now.end()) {
                EXPECT_LT(name.alpha, 0.5) << id << " vanishes";
                continue;
            }
            const auto ground = last->ground.view.toPlane(name.box.center());
            const Vec2 carried = *p.ground.view.toPixels(*ground);
            EXPECT_NEAR(carried.x, again->second.box.center().x, 0.01) << id;
            EXPECT_NEAR(carried.y, again->second.box.center().y, 0.01) << id;
            ++compared;
        }
        last = p;
    }
    EXPECT_GT(compared, 200);
}

TEST(DetourTest, ZoomingFadesNamesInAndOut) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1280, 720}));
    std::map<std::string, Label> last;
    int came = 0;
    for (double zoom = 0.5; zoom < 6; zoom *= 1.002) {
        const Picture p = scene.at({2, 9}, {moved(scene, 0.15, zoom)});
        expectNoOverlaps(p);
        const auto now = namesOf(p);
        const auto alphaIn = [](const std::map<std::string, Label>& names, const std::string& id) {
            const auto found = names.find(id);
            return found == names.end() ? 0 : found->second.alpha;
        };
        for (const auto& [id, name] : now) {
            if (last.empty()) break;
            EXPECT_LT(name.alpha - alphaIn(last, id), 0.5) << id << " comes at once at " << zoom;
            came += alphaIn(last, id) == 0;
        }
        for (const auto& [id, name] : last)
            EXPECT_LT(name.alpha - alphaIn(now, id), 0.5) << id << " goes at once at " << zoom;
        last = now;
    }
    EXPECT_GT(came, 10);
}

TEST(DetourTest, TheOrderOfViewsChangesNothing) {
    const film::Film film = smallFilm();
    const Scene one(film, world(), fonts(), optionsFor({1280, 720})),
        other(film, world(), fonts(), optionsFor({1280, 720}));
    const geo::Camera near = moved(one, 0.2, 4), far = moved(one, -0.1, 0.6);
    const Picture a = one.at({2, 9}, {near}), b = one.at({1, 9}, {far});
    EXPECT_TRUE(other.at({1, 9}, {far}) == b);
    EXPECT_TRUE(other.at({2, 9}, {near}) == a);
}

TEST(DetourTest, AtRestEveryNameIsThereOrNotAndTheCuesPlacesAreNamed) {
    const film::Film film = smallFilm();
    const Scene scene(film, world(), fonts(), optionsFor({1280, 720}));
    int faded = 0;
    for (const auto& [east, zoom] : {std::pair{0.15, 0.8}, {0.05, 1.07}, {-0.2, 1.6}, {0.1, 3.1}}) {
        const geo::Camera camera = moved(scene, east, zoom);
        const Picture moving = scene.at({2, 9}, {camera}),
                      begun = scene.at({2, 9}, {camera, {}, {{camera, 0}}}),
                      half = scene.at({2, 9}, {camera, {}, {{camera, 0.5}}}),
                      rest = scene.at({2, 9}, {camera, {}, {{camera, 1}}});
        EXPECT_TRUE(begun == moving);
        for (const Label& name : moving.labels) faded += name.alpha < 0.99;
        std::map<std::string, int> names;
        for (const Label& name : rest.labels) {
            EXPECT_EQ(name.alpha, 1) << name.id;
            EXPECT_EQ(++names[name.id], 1) << name.id << " stands twice";
        }
        expectNoOverlaps(rest);
        for (const Label& name : half.labels) {
            const auto is = [&](const Label& other) { return other.id == name.id && other.box == name.box; };
            const bool goes = std::none_of(rest.labels.begin(), rest.labels.end(), is);
            EXPECT_FALSE(goes && name.alpha > 0) << name.id << " has gone before another comes";
        }
    }
    EXPECT_GT(faded, 0) << "there was something to settle";
}
