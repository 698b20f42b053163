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
#include "render/frame_painter.h"
#include "render/readback.h"
#include "video/image_pool.h"
#include "video/motion_blur.h"
#include "video/performance.h"

namespace video {

using SharedImage = std::shared_ptr<const base::Image>;

/// What an image of an export shows.
enum class Content {
    Picture,     ///< everything, opaque
    WithoutMap,  ///< everything but the map, straight alpha
    MapPass,     ///< one layer, to be stacked (passes.h)
    ArrowsPass,
    LabelsPass,
    PanelsPass,
};

/// Draws something over a finished picture: `--overlay`.
using Overlay = std::function<void(const picture::Picture&, const render::Target&)>;

struct DrawOptions {
    film::FrameRate rate;
    std::vector<Content> contents{Content::Picture};
    render::PaintOptions paint;
    Shutter shutter;
    Overlay overlay;  ///< only with Content::Picture
    /// The graphics card hands over pictures as video stores them (frame_sink.h); with Content::Picture
    /// alone.
    bool convertsToYuv = false;
    std::shared_ptr<const Performance> performance;  ///< in place of the film's own timeline
};

/// A frame that is drawn. A frame that looks like the one before shares its images.
struct DrawnFrame {
    std::int64_t number = 0;
    std::vector<SharedImage> images;  ///< as `contents`
};

/// Seconds spent on the thread that draws.
struct DrawSeconds {
    double picture = 0, draw = 0, read = 0;
};

class FrameDrawer {
  public:
    /// Everything given must outlive it; needs the current context until its end. Problems of kind Usage when
    /// the driver cannot draw such pictures.
    static base::Result<std::unique_ptr<FrameDrawer>> make(const film::Film& film,
                                                           const picture::Scene& scene,
                                                           render::Renderer& renderer, DrawOptions options);

    /// Begins a frame. Not while isFull(). A problem of kind Failure when the driver fails.
    base::Result<base::Done> begin(std::int64_t frame);

    bool isEmpty() const { return m_begun.empty(); }
    bool isFull() const { return (m_readback && m_readback->isFull()) || m_begun.size() >= kMostBegun; }

    /// The oldest frame begun, when its pixels are there. A problem of kind Failure when the driver fails.
    base::Result<DrawnFrame> take();

    const DrawSeconds& seconds() const { return m_seconds; }
    /// Frames that looked like the one before and were not drawn.
    std::int64_t repeated() const { return m_repeated; }

  private:
    static constexpr std::size_t kMostBegun = 4;
    struct Begun {
        std::int64_t number = 0;
        bool sameAsLast = false;
        std::vector<SharedImage> images;  ///< empty while they come back
    };
    FrameDrawer(const film::Film& film, const picture::Scene& scene, render::Renderer& renderer,
                DrawOptions options);
    std::vector<picture::Picture> picturesOf(std::int64_t frame) const;
    base::Result<base::Image> drawn(const std::vector<picture::Picture>& pictures,
                                    const render::Layers& layers);
    base::Result<std::vector<SharedImage>> passes(const std::vector<picture::Picture>& pictures);
    base::Result<std::vector<SharedImage>> images(const std::vector<picture::Picture>& pictures);

    const film::Film& m_film;
    const picture::Scene& m_scene;
    DrawOptions m_options;
    render::FramePainter m_painter;
    std::optional<render::Readback> m_readback;  ///< when a frame is one drawing that fits into a target
    std::optional<ImagePool> m_pool;
    std::deque<Begun> m_begun;
    std::vector<picture::Picture> m_lastPictures;
    std::vector<SharedImage> m_lastImages;
    DrawSeconds m_seconds;
    std::int64_t m_repeated = 0;
};

}  // namespace video
