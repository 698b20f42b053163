// Draws pictures with OpenGL 3.3 core. draw(picture, target) is all it does; what it keeps only saves time
// and never changes a pixel.
#pragma once

#include <memory>

#include "geo/world.h"
#include "picture/fonts.h"
#include "picture/picture.h"
#include "render/layers.h"
#include "render/target.h"
#include "render/window.h"

namespace render {

class Renderer {
  public:
    /// Uploads the world; needs a current context, which must stay current for every call and for the end of
    /// its life. `world` and `fonts` must outlive it.
    Renderer(const geo::World& world, const picture::Fonts& fonts);
    ~Renderer();
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;

    /// Draws these layers of the picture over whatever `target` holds, which must have the picture's size.
    void draw(const picture::Picture& picture, const Target& target, const Layers& layers = {});

    /// As draw(), but the ground is drawn at `factor` (0..1) of the size and stretched smoothly: for a camera
    /// that moves where the processor draws. Everything else stays sharp.
    void drawCoarse(const picture::Picture& picture, const Target& target, double factor);

    /// Draws a window of the picture's frame over the top left of `target`, which must be at least as large.
    void drawPart(const picture::Picture& picture, const Window& window, const Target& target,
                  const Layers& layers = {});

    /// Has the driver compile what pictures to come may need, so that it does not pause then: a tenth of a
    /// second, or some seconds the first time on a machine. Changes no picture.
    void warmUp();

  private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

}  // namespace render
