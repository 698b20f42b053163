#include "ui/projector.h"

#include <algorithm>

#include "film/timeline.h"
#include "picture/scaled_picture.h"
#include "render/driver.h"

namespace ui {

namespace {

// A hand that drags halts for moments; the map is not drawn in full each time, s.
constexpr double kDragHalt = 0.12;

}  // namespace

Projector::Projector(const film::Film& film, const geo::World& world, const picture::Fonts& fonts,
                     const std::vector<picture::Theme>& themes)
    : m_film(&film), m_world(world), m_fonts(fonts), m_themes(&themes) {
    restart();
}

const picture::Theme& Projector::theme(const Session& session) const {
    const auto found = std::find_if(m_themes->begin(), m_themes->end(),
                                    [&](const picture::Theme& theme) { return theme.name == session.theme; });
    return found == m_themes->end() ? m_themes->front() : *found;
}

void Projector::replace(const film::Film& film, const std::vector<picture::Theme>& themes) {
    m_film = &film;
    m_themes = &themes;
    m_scene.reset();
}

base::Result<bool> Projector::prepare(const Session& session, base::Size pixels,
                                      std::vector<base::Box> covered) {
    picture::Options wanted{pixels, session.language, theme(session), session.panels};
    wanted.covered = std::move(covered);
    if (!m_target || m_target->size() != pixels) {
        auto target = render::Target::make(pixels, render::Target::Use::Show);
        if (!target) return target.problems();
        m_target = std::move(*target);
        m_fresh = false;
    }
    if (m_scene && m_scene->options() == wanted) return false;
    m_scene.emplace(*m_film, m_world, m_fonts, wanted);
    return true;
}

void Projector::letGo() {
    m_target.reset();
    m_renderer.reset();
    m_fresh = false;
}

void Projector::restart() {
    m_renderer.emplace(m_world, m_fonts);
    m_software = render::isSoftwareDriver();
    m_canTellLoss = render::canTellLoss();
}

bool Projector::isContextLost() const {
    return m_canTellLoss && render::isContextLost();
}

bool Projector::rests(const Session& session) const {
    return m_scene && !m_coarse && m_scene->restsAt(session.playhead);
}

void Projector::took(double seconds) {
    if (m_moving) m_inner.took(seconds);
}

bool Projector::draw(const Session& session, double now) {
    const geo::Camera own = m_scene->cameraAt(session.playhead);
    m_camera = cameraFor(session, own, m_world.projection, m_scene->options().size);
    picture::Picture picture = m_scene->at(session.playhead, {m_camera, session.ink.shown, session.roaming.rest});
    // Time alone changes nothing that can be seen.
    picture.time = m_fresh ? m_picture.time : picture.time;
    if (m_fresh && !(picture.ground.view == m_picture.ground.view)) m_moved = now;
    m_moving = now - m_moved < kDragHalt;
    const double factor = m_moving ? innerFactor() : 1;
    if (m_fresh && picture == m_picture && (!m_coarse || factor < 1)) return false;
    m_coarse = factor < 1;
    if (m_coarse)
        m_renderer->drawCoarse(picture, *m_target, factor);
    else
        m_renderer->draw(picture, *m_target);
    m_picture = std::move(picture);
    m_fresh = true;
    return true;
}

bool Projector::drawSmall(const film::Moment& moment, const render::Target& small) {
    if (!m_scene) return false;
    const picture::Picture picture = m_scene->at(moment);
    const double factor = static_cast<double>(small.size().w) / picture.size.w;
    const picture::Picture reduced = picture::scaled(picture, factor);
    if (reduced.size != small.size()) return false;
    m_renderer->draw(reduced, small);
    return true;
}

base::Result<render::Target> Projector::smallPicture(std::size_t cue, int width) {
    const base::Size whole = m_scene->options().size;
    auto target = render::Target::make(picture::scaled(whole, static_cast<double>(width) / whole.w));
    if (target) drawSmall(film::endOfCue(*m_film, cue), *target);
    return target;
}

void Projector::show(base::Size window) const {
    m_target->show(window);
}

Sight Projector::sight(const Session& session) const {
    const geo::Projection& projection = m_world.projection;
    if (session.detour && !session.flight) {
        return {projection, geo::makeView(projection, *session.detour, m_picture.size)};
    }
    return {projection, m_picture.ground.view};
}

}  // namespace ui
