#include "ui/projector.h"

#include <algorithm>

namespace ui {

Projector::Projector(const film::Film& film, const geo::World& world, const picture::Fonts& fonts,
                     const std::vector<picture::Theme>& themes)
    : m_film(&film), m_world(world), m_fonts(fonts), m_themes(&themes), m_renderer(world, fonts) {}

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

base::Result<bool> Projector::prepare(const Session& session, base::Size pixels) {
    const picture::Options wanted{pixels, session.language, theme(session), session.panels};
    if (!m_target || m_target->size() != pixels) {
        auto target = render::Target::make(pixels);
        if (!target) return target.problems();
        m_target = std::move(*target);
        m_fresh = false;
    }
    if (m_scene && m_scene->options() == wanted) return false;
    m_scene.emplace(*m_film, m_world, m_fonts, wanted);
    return true;
}

bool Projector::draw(const Session& session) {
    const geo::Camera own = m_scene->cameraAt(session.playhead);
    m_camera = cameraFor(session, own, m_world.projection, m_scene->options().size);
    picture::Picture picture = m_scene->at(session.playhead, {m_camera});
    // Time alone changes nothing that can be seen.
    picture.time = m_fresh ? m_picture.time : picture.time;
    if (m_fresh && picture == m_picture) return false;
    m_renderer.draw(picture, *m_target);
    m_picture = std::move(picture);
    m_fresh = true;
    return true;
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
