// Walks every film that ships, and one whose cameras tilt, at ten pictures a second, in every shape of frame,
// and looks at its names.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "film/timeline.h"
#include "picture/scene.h"
#include "picture/shipped_films.h"
#include "picture/stage.h"

namespace {

using base::Box;
using base::Vec2;
using picture::Label;
using picture::Picture;

constexpr double kSeen = 0.02;  // opacity below which nothing can be made out

const std::string kTilted = "tilted";

struct Walk {
    std::string film;
    base::Size size;
    std::string language;
};

std::string nameOf(const testing::TestParamInfo<Walk>& info) {
    const std::string stem = info.param.film == kTilted                         ? "Tilted"
                             : info.param.film.find("90s") != std::string::npos ? "Short"
                                                                                : "Long";
    return stem + std::to_string(info.param.size.w) + "x" + std::to_string(info.param.size.h) +
           info.param.language;
}

std::vector<Walk> walks() {
    std::vector<Walk> list;
    for (const std::string& film : kShippedFilms) {
        list.push_back({film, {1920, 1080}, "fr"});
        list.push_back({film, {1080, 1080}, "en"});
        list.push_back({film, {1080, 1920}, "fr"});
        list.push_back({film, {1080, 1350}, "en"});
    }
    list.push_back({kTilted, {1920, 1080}, "fr"});
    list.push_back({kTilted, {1080, 1350}, "en"});
    return list;
}

/// The small film with cameras that tilt and turn.
film::Film tiltedFilm() {
    film::Film film = smallFilm();
    film.cues[1].camera.pitch = 60;
    film.cues[2].camera.pitch = 50;
    film.cues[2].camera.bearing = 30;
    film.cues.push_back(film.cues[1]);
    film.cues.back().id = "again";
    return film;
}

Box shrunk(const Box& box) {
    return box.grown(-0.75);
}

/// The stretch of an arrow that its head covers, as points.
std::vector<Vec2> headOf(const picture::Arrow& arrow) {
    std::vector<double> lengths{0};
    for (std::size_t i = 1; i < arrow.points.size(); ++i)
        lengths.push_back(lengths.back() + base::length(arrow.points[i] - arrow.points[i - 1]));
    const double tip = drawnOf(arrow), back = tip - 2.2 * arrow.width;
    std::vector<Vec2> head;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        if (lengths[i] >= back && lengths[i] <= tip) head.push_back(arrow.points[i]);
    }
    return head;
}

/// Ten pictures a second, and while the camera flies thirty.
std::vector<double> momentsOf(const film::Cue& cue) {
    std::vector<double> moments;
    for (int i = 0; i / 30.0 < cue.flySeconds; ++i) moments.push_back(i / 30.0);
    for (int i = static_cast<int>(std::ceil(cue.flySeconds * 10)); i / 10.0 < cue.seconds(); ++i)
        moments.push_back(i / 10.0);
    return moments;
}

class LabelWalk : public testing::TestWithParam<Walk> {
  protected:
    void look(const Picture& p);
    void lookAtPlaces(const Picture& p);
    void lookAtTime(const Picture& p);
    std::string where(const Picture& p, const Label& label) const {
        return label.id + " (" + label.text + ") in " + p.cue + " at " + std::to_string(p.time);
    }
    void expectApart(const Picture& p, const Label& label, const Box& box, const std::string& what) {
        if (shrunk(label.box).intersects(shrunk(box))) complain(where(p, label) + " overlaps " + what);
    }
    /// One line for each kind of fault: thousands of pictures may have the same.
    void complain(const std::string& fault) {
        if (m_faults.size() < 40) m_faults.push_back(fault);
    }

    std::vector<std::string> m_faults;

  private:
    /// A name in one place: the same name elsewhere, or in another setting, is another.
    struct Instance {
        std::string id;
        Vec2 ground, center;
        double width = 0, alpha = 0, lastSeen = 0;
        bool matched = false;
    };
    Instance* known(const Label& label, const geo::MapView& view);

    std::vector<Instance> m_instances;
    std::optional<geo::MapView> m_lastView;
    double m_lastTime = 0;
};

void LabelWalk::lookAtPlaces(const Picture& p) {
    const Box safe{0.05 * p.size.w, 0.05 * p.size.h, 0.9 * p.size.w, 0.9 * p.size.h};
    for (const picture::Panel& panel : p.panels) {
        const Box around = safe.grown(1);
        const bool isHeld = panel.alpha < kSeen || panel.id == "timeline" ||
                            (around.contains({panel.box.x, panel.box.y}) &&
                             around.contains({panel.box.right(), panel.box.bottom()}));
        if (!isHeld)
            complain(panel.id + " leaves the safe area in " + p.cue + " at " + std::to_string(p.time));
    }
    for (std::size_t i = 0; i < p.labels.size(); ++i) {
        const Label& label = p.labels[i];
        if (label.alpha < kSeen) continue;
        const Box box = shrunk(label.box);
        if (box.x < safe.x || box.y < safe.y || box.right() > safe.right() || box.bottom() > safe.bottom())
            complain(where(p, label) + " leaves the safe area");
        for (std::size_t k = i + 1; k < p.labels.size(); ++k) {
            const Label& other = p.labels[k];
            if (other.alpha >= kSeen && other.id != label.id) expectApart(p, label, other.box, other.id);
        }
        for (const picture::Panel& panel : p.panels) {
            if (panel.alpha >= kSeen) expectApart(p, label, panel.box, panel.id);
        }
        for (const picture::Mark& mark : p.marksBelow) {
            if (mark.kind == picture::MarkKind::Dot && mark.alpha >= kSeen && mark.id != label.id)
                expectApart(p, label, Box{mark.at.x, mark.at.y, 0, 0}.grown(mark.radius), "dot " + mark.id);
        }
        for (const picture::Arrow& arrow : p.arrows) {
            if (!arrow.head || arrow.alpha < kSeen || arrow.fadeFrom < 1) continue;
            for (const Vec2 at : headOf(arrow))
                expectApart(p, label, Box{at.x, at.y, 0, 0}.grown(arrow.width / 2), "head " + arrow.event);
        }
    }
}

LabelWalk::Instance* LabelWalk::known(const Label& label, const geo::MapView& view) {
    const double zoom = std::abs(std::log(view.metresPerPixel / m_lastView->metresPerPixel));
    Instance* best = nullptr;  // one that is still there before one that has gone
    for (Instance& instance : m_instances) {
        if (instance.id != label.id || instance.matched || (best && best->alpha > 0)) continue;
        const auto carried = view.toPixels(instance.ground);
        const double grown = std::abs(label.box.w - instance.width);
        if (grown > 0.12 * label.box.w) continue;  // set anew, not growing
        // A name is a constant number of pixels from its place, which is not in its middle.
        const double allowed = 2 + (label.box.w + 30) * zoom * 0.75 + grown * 0.8;
        if (carried && base::length(*carried - label.box.center()) <= allowed) best = &instance;
    }
    return best;
}

// A name keeps its place on the ground, and what has gone does not come back to the same place before 0.4 s
// have passed; nothing comes or goes at once.
void LabelWalk::lookAtTime(const Picture& p) {
    const geo::MapView& view = p.ground.view;
    if (!m_lastView) m_lastView = view;
    for (Instance& instance : m_instances) instance.matched = false;
    std::vector<Instance> fresh;
    const bool isFine = p.time - m_lastTime < 0.05;
    for (const Label& label : p.labels) {
        if (label.alpha < kSeen) continue;
        const Vec2 center = label.box.center();
        const Vec2 ground = view.toPlane(center).value_or(Vec2{});
        Instance* instance = known(label, view);
        const double before = instance ? instance->alpha : 0;
        if (isFine && std::abs(label.alpha - before) > 0.5)
            complain(where(p, label) + " pops from " + std::to_string(before) + " to " +
                     std::to_string(label.alpha));
        if (instance && before < kSeen && p.time - instance->lastSeen < 0.4)
            complain(where(p, label) + " blinks");
        const Instance now{label.id, ground, center, label.box.w, label.alpha, p.time, true};
        if (instance)
            *instance = now;
        else
            fresh.push_back(now);
    }
    for (Instance& instance : m_instances) {
        if (instance.matched) continue;
        if (isFine && instance.alpha > 0.5)
            complain(instance.id + " vanishes in " + p.cue + " at " + std::to_string(p.time));
        instance.alpha = 0;
    }
    std::erase_if(m_instances, [&](const Instance& i) { return p.time - i.lastSeen > 1; });
    m_instances.insert(m_instances.end(), fresh.begin(), fresh.end());
    m_lastView = view;
    m_lastTime = p.time;
}

void LabelWalk::look(const Picture& p) {
    lookAtPlaces(p);
    lookAtTime(p);
}

}  // namespace

TEST_P(LabelWalk, NamesNeverOverlapBlinkJumpOrLeaveTheSafeArea) {
    const film::Film film = GetParam().film == kTilted ? tiltedFilm() : shippedFilm(GetParam().film);
    const picture::Scene scene(film, world(), fonts(), optionsFor(GetParam().size, GetParam().language));
    std::size_t names = 0, pictures = 0;
    for (std::size_t cue = 0; cue < film.cues.size(); ++cue) {
        for (const double seconds : momentsOf(film.cues[cue])) {
            const Picture p = scene.at({cue, seconds});
            names += p.labels.size();
            ++pictures;
            look(p);
        }
    }
    for (const std::string& fault : m_faults) ADD_FAILURE() << fault;
    EXPECT_GT(names, pictures * 5);
}

namespace {

/// Names of towns that stand nearer to another dot than to their own, once a cue has played.
std::vector<std::string> misleadingNames(const film::Film& film, base::Size size) {
    const picture::Scene scene(film, world(), fonts(), optionsFor(size));
    std::vector<std::string> found;
    for (std::size_t cue = 0; cue < film.cues.size(); ++cue) {
        const Picture p = scene.at(film::endOfCue(film, cue));
        std::map<std::string, Vec2> dots;
        for (const picture::Mark& mark : p.marksBelow) {
            if (mark.kind == picture::MarkKind::Dot && mark.alpha > 0.99) dots[mark.id] = mark.at;
        }
        for (const Label& label : p.labels) {
            const auto away = [&](Vec2 at) {
                return std::hypot(std::max({label.box.x - at.x, 0.0, at.x - label.box.right()}),
                                  std::max({label.box.y - at.y, 0.0, at.y - label.box.bottom()}));
            };
            const auto own = dots.find(label.id);
            if (own == dots.end() || label.alpha < 0.99) continue;
            for (const auto& [id, at] : dots) {
                if (away(at) < away(own->second) - 0.5)
                    found.push_back(label.text + " stands at the dot of " + id + " in " + p.cue);
            }
        }
    }
    return found;
}

/// A base, with a long name, and a capital that are some pixels apart, and an arrow beside them.
film::Film crowdedFilm(base::LonLat base) {
    film::Film film = smallFilm();
    film::Place place = film.places[3];
    place.id = "base";
    place.name = base::LocalText("102nd base of the far west");
    place.kind = film::PlaceKind::Base;
    place.at = base;
    film.places.push_back(place);
    film.events[2].via = {"base"};
    film.cues[2].camera.fit = {"bamako", "ouagadougou", "niamey"};
    return film;
}

}  // namespace

TEST(LabelsOfTowns, AreNearerToTheirOwnDotThanToAnyOther) {
    using Names = std::vector<std::string>;
    for (const base::Size size : {base::Size{1920, 1080}, {1080, 1080}, {1080, 1920}, {1280, 720}}) {
        for (const std::string& film : kShippedFilms)
            EXPECT_EQ(misleadingNames(shippedFilm(film), size), Names{});
        for (const double east : {-0.6, 0.0, 0.6}) {
            for (const double north : {-0.6, 0.6})
                EXPECT_EQ(misleadingNames(crowdedFilm({-1.53 + east, 12.37 + north}), size), Names{})
                    << east << ", " << north;
        }
    }
}

TEST(LabelsOfTowns, StandOnTwoLinesWhereOneFindsNoRoom) {
    // The frame's left edge leaves no room for the whole name beside its dot, others take the rest.
    const film::Film film = crowdedFilm({-1.9, 12.9});
    const picture::Scene scene(film, world(), fonts(), optionsFor({1080, 1920}));
    const Picture p = scene.at(film::endOfCue(film, 2));
    const auto label =
        std::find_if(p.labels.begin(), p.labels.end(), [](const Label& l) { return l.id == "base"; });
    ASSERT_NE(label, p.labels.end());
    EXPECT_GT(label->runs.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Shipped, LabelWalk, testing::ValuesIn(walks()), nameOf);
