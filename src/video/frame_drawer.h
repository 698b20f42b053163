// Frame numbers in, pixels out: the one place where frames of an export are drawn. On a graphics card the
// next frame is drawn while the pixels of the last come back.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.h"
#include "film/film.h"
#include "film/timeline.h"
#include "picture/scene.h"
#include "render/readback.h"
#include "render/renderer.h"
#include "video/image_pool.h"

namespace video {

using SharedImage = std::shared_ptr<const base::Image>;

/// A frame that is drawn. A frame that looks like the one before shares its image.
struct DrawnFrame {
    std::int64_t number = 0;
    SharedImage image;
};

/// Draws something over a finished picture: `--overlay`. Called with the picture's target bound nowhere.
using Overlay = std::function<void(const picture::Picture&, const render::Target&)>;

/// Seconds spent on the thread that draws.
struct DrawSeconds {
    double picture = 0, draw = 0, read = 0;
};

class FrameDrawer {
  public:
    /// Everything given must outlive it; needs the current context until its end. A problem of kind Usage
    /// when the driver cannot draw pictures that large.
    static base::Result<FrameDrawer> make(const film::Film& film, const picture::Scene& scene,
                                          render::Renderer& renderer, film::FrameRate rate, Overlay overlay);

    /// Begins a frame. Not while isFull().
    void begin(std::int64_t frame);

    bool isEmpty() const { return m_begun.empty(); }
    bool isFull() const { return m_readback.isFull() || m_begun.size() >= kMostBegun; }

    /// The oldest frame begun, when its pixels are there. A problem of kind Failure when the driver fails.
    base::Result<DrawnFrame> take();

    const DrawSeconds& seconds() const { return m_seconds; }
    /// Frames that looked like the one before and were not drawn.
    std::int64_t repeated() const { return m_repeated; }

  private:
    static constexpr std::size_t kMostBegun = 8;
    struct Begun {
        std::int64_t number;
        bool sameAsLast;
    };
    FrameDrawer(const film::Film& film, const picture::Scene& scene, render::Renderer& renderer,
                film::FrameRate rate, Overlay overlay, render::Readback readback);

    const film::Film& m_film;
    const picture::Scene& m_scene;
    render::Renderer& m_renderer;
    film::FrameRate m_rate;
    Overlay m_overlay;
    render::Readback m_readback;
    ImagePool m_images;
    std::deque<Begun> m_begun;
    std::optional<picture::Picture> m_lastPicture;
    SharedImage m_lastImage;
    DrawSeconds m_seconds;
    std::int64_t m_repeated = 0;
};

}  // namespace video
