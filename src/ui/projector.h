// The picture in the window: the scene of the session's size, language and theme, drawn by the same renderer
// that makes exports. Knows no SDL and no ImGui.
#pragma once

#include <optional>
#include <vector>

#include "picture/scene.h"
#include "render/renderer.h"
#include "ui/session.h"

namespace ui {

class Projector {
  public:
    /// Needs a current context. Everything given must outlive it; `themes` is not empty.
    Projector(const film::Film& film, const geo::World& world, const picture::Fonts& fonts,
              const std::vector<picture::Theme>& themes);

    /// Another film and other themes from now on; both must outlive the projector.
    void replace(const film::Film& film, const std::vector<picture::Theme>& themes);

    /// Makes scene and target fit the session and the window. True when the scene had to be made anew, which
    /// takes a while; a problem when the driver cannot draw that large.
    base::Result<bool> prepare(const Session& session, base::Size pixels);

    /// Draws the session's moment; false when it looks like the last one and nothing had to be drawn.
    bool draw(const Session& session);

    /// Has the driver compile what later pictures may need, which would hold them up.
    void warmUp() { m_renderer.warmUp(); }

    /// Copies the last picture to the window's framebuffer.
    void show(base::Size window) const;

    const picture::Theme& theme(const Session& session) const;

    /// The camera of the last picture when it was not the film's own.
    const std::optional<geo::Camera>& camera() const { return m_camera; }

    /// What is seen now, with commands taken into account that no picture has shown yet.
    Sight sight(const Session& session) const;

  private:
    const film::Film* m_film;
    const geo::World& m_world;
    const picture::Fonts& m_fonts;
    const std::vector<picture::Theme>* m_themes;
    render::Renderer m_renderer;
    std::optional<picture::Scene> m_scene;
    std::optional<render::Target> m_target;
    picture::Picture m_picture;
    std::optional<geo::Camera> m_camera;
    bool m_fresh = false;  // the target holds m_picture
};

}  // namespace ui
