#include "ui/take_pictures.h"

#include <algorithm>

#include "picture/scaled_picture.h"
#include "ui/show.h"

namespace ui {

namespace {

// Each holds the labels and arrows of a whole film; L and T go to and fro between two or three.
constexpr std::size_t kMostScenes = 4;

const picture::Theme& themeNamed(const std::vector<picture::Theme>& themes, const std::string& name) {
    const auto found = std::find_if(themes.begin(), themes.end(),
                                    [&](const picture::Theme& theme) { return theme.name == name; });
    return found == themes.end() ? themes.front() : *found;
}

// The factor that makes one size of the other; nothing when their shapes differ.
std::optional<double> factorBetween(base::Size from, base::Size to) {
    for (const double factor : {static_cast<double>(to.w) / from.w, static_cast<double>(to.h) / from.h}) {
        if (picture::scaled(from, factor) == to) return factor;
    }
    return std::nullopt;
}

}  // namespace

picture::Picture covered(const picture::Picture& picture, Blank blank) {
    const float light = blank == Blank::White ? 1.0F : 0.0F;
    const base::Color color{light, light, light, 1};
    picture::Panel cover;
    cover.id = "cover";
    // Its edges are soft: they lie outside the frame.
    const double margin = 8 * picture.fineness;
    cover.box = {-margin, -margin, picture.size.w + 2 * margin, picture.size.h + 2 * margin};
    picture::Shape shape;
    shape.box = cover.box;
    shape.top = shape.bottom = color;
    cover.shapes.push_back(shape);
    picture::Picture bare = picture;
    bare.arrows.clear();
    bare.marks.clear();
    bare.marksBelow.clear();
    bare.labels.clear();
    bare.ink = {};
    bare.panels = {std::move(cover)};
    return bare;
}

TakePictures::TakePictures(const Take& take, const film::Film& film, const geo::World& world,
                           const picture::Fonts& fonts, const std::vector<picture::Theme>& themes,
                           TakeWishes wishes)
    : m_time(take),
      m_film(film),
      m_world(world),
      m_fonts(fonts),
      m_themes(themes),
      m_wishes(std::move(wishes)),
      m_replay(take, film, world.projection, namesOf(themes),
               [this](const Session& session, base::Size size) { return sightOf(session, size); }) {}

const picture::Scene& TakePictures::sceneOf(const Session& session, base::Size size) {
    const picture::Options wanted{size, m_wishes.language.value_or(session.language),
                                  themeNamed(m_themes, m_wishes.theme.value_or(session.theme)),
                                  m_wishes.panels && session.panels};
    const auto found = std::find_if(m_scenes.begin(), m_scenes.end(),
                                    [&](const picture::Scene& scene) { return scene.options() == wanted; });
    if (found != m_scenes.end()) {
        m_scenes.splice(m_scenes.begin(), m_scenes, found);
    } else {
        m_scenes.emplace_front(m_film, m_world, m_fonts, wanted);
        if (m_scenes.size() > kMostScenes) m_scenes.pop_back();
    }
    return m_scenes.front();
}

std::optional<geo::Camera> TakePictures::cameraOf(const Session& session, base::Size size) {
    if (!session.flight) return session.detour;
    return cameraFor(session, sceneOf(session, size).cameraAt(session.playhead), m_world.projection, size);
}

Sight TakePictures::sightOf(const Session& session, base::Size size) {
    const auto camera = cameraOf(session, size);
    return {m_world.projection,
            geo::makeView(m_world.projection,
                          camera ? *camera : sceneOf(session, size).cameraAt(session.playhead), size)};
}

TakePictures::Shown TakePictures::at(double seconds) {
    const Performed performed = m_replay.at(m_time.stageSeconds(seconds));
    const auto factor = factorBetween(performed.size, m_wishes.size);
    const base::Size size = factor ? performed.size : m_wishes.size;
    const Session& session = performed.session;
    picture::Picture picture =
        sceneOf(session, size)
            .at(session.playhead, {cameraOf(session, size), session.ink.shown, session.roaming.rest});
    if (factor && performed.size != m_wishes.size) picture = picture::scaled(picture, *factor);
    if (session.blank != Blank::None) picture = covered(picture, session.blank);
    return {std::move(picture), performed.cuts};
}

film::Moment TakePictures::momentAt(double seconds) {
    return m_replay.at(m_time.stageSeconds(seconds)).session.playhead;
}

}  // namespace ui
