// The picture in the window: the scene of the session's size, language and theme, drawn by the same renderer
// that makes exports. Knows no SDL and no ImGui.
#pragma once

#include <optional>
#include <vector>

#include "picture/scene.h"
#include "render/renderer.h"
#include "ui/inner_size.h"
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
    /// `covered`: pixels of it that the film's camera leaves to panels.
    base::Result<bool> prepare(const Session& session, base::Size pixels,
                               std::vector<base::Box> covered = {});

    /// Draws the session's moment; false when it looks like the last one and nothing had to be drawn. `now`:
    /// seconds on any steady clock. Where the processor draws, a moving map is drawn coarser when it must be.
    bool draw(const Session& session, double now);

    /// The last picture drawn took so long until it was seen, s.
    void took(double seconds);

    /// Whether the camera of the last picture was moving.
    bool isMoving() const { return m_moving; }
    /// Whether time alone changes what is seen of this session's cue.
    bool rests(const Session& session) const;
    /// Whether there is no graphics card: the processor draws.
    bool isSoftware() const { return m_software; }
    /// The share of its size at which a moving map is drawn now: 1 unless the processor is too slow for that.
    double innerFactor() const { return m_software ? m_inner.factor() : 1; }

    /// Draws a moment as the film itself shows it, laid out as in the window but as small as `small`. False
    /// when nothing has been prepared yet.
    bool drawSmall(const film::Moment& moment, const render::Target& small);

    /// Has the driver compile what later pictures may need, which would hold them up.
    void warmUp() { m_renderer->warmUp(); }

    /// Whether the driver has been reset: letGo(), make a new context, restart().
    bool isContextLost() const;
    /// Gives up everything in the graphics card, before its context ends; draws nothing until `restart`.
    void letGo();
    /// Goes on in a new context, which is current.
    void restart();

    /// Copies the last picture to the window's framebuffer.
    void show(base::Size window) const;

    /// The last picture that was drawn; nothing before prepare().
    const std::optional<render::Target>& target() const { return m_target; }

    const picture::Theme& theme(const Session& session) const;

    /// The last picture drawn.
    const picture::Picture& picture() const { return m_picture; }
    const geo::World& world() const { return m_world; }

    /// A cue with everything shown, as the session's picture `width` pixels wide. Only after prepare().
    base::Result<render::Target> smallPicture(std::size_t cue, int width);

    /// The camera of the last picture when it was not the film's own.
    const std::optional<geo::Camera>& camera() const { return m_camera; }

    /// The camera of the last picture.
    geo::Camera seen() const { return geo::cameraOf(m_world.projection, m_picture.ground.view); }

    /// What is seen now, with commands taken into account that no picture has shown yet.
    Sight sight(const Session& session) const;

  private:
    const film::Film* m_film;
    const geo::World& m_world;
    const picture::Fonts& m_fonts;
    const std::vector<picture::Theme>* m_themes;
    std::optional<render::Renderer> m_renderer;  // nothing between letGo() and restart()
    std::optional<picture::Scene> m_scene;
    std::optional<render::Target> m_target;
    picture::Picture m_picture;
    std::optional<geo::Camera> m_camera;
    bool m_fresh = false;  // the target holds m_picture
    InnerSize m_inner;
    bool m_canTellLoss = false;
    bool m_software = false, m_moving = false, m_coarse = false;  // how m_picture was drawn
    double m_moved = -1e9;                                        // when the camera was last seen to move
};

}  // namespace ui
