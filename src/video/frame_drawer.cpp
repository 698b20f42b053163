#include "video/frame_drawer.h"

#include "video/stopwatch.h"

namespace video {

base::Result<FrameDrawer> FrameDrawer::make(const film::Film& film, const picture::Scene& scene,
                                            render::Renderer& renderer, film::FrameRate rate,
                                            Overlay overlay) {
    auto readback = render::Readback::make(scene.options().size, render::Readback::bestWay());
    if (!readback) return readback.problems();
    return FrameDrawer(film, scene, renderer, rate, std::move(overlay), std::move(*readback));
}

FrameDrawer::FrameDrawer(const film::Film& film, const picture::Scene& scene, render::Renderer& renderer,
                         film::FrameRate rate, Overlay overlay, render::Readback readback)
    : m_film(film),
      m_scene(scene),
      m_renderer(renderer),
      m_rate(rate),
      m_overlay(std::move(overlay)),
      m_readback(std::move(readback)),
      m_images(scene.options().size) {}

void FrameDrawer::begin(std::int64_t frame) {
    Stopwatch watch;
    picture::Picture picture = m_scene.at(film::momentAt(m_film, film::timeOfFrame(frame, m_rate)));
    m_seconds.picture += watch.lap();
    // Time itself is not seen.
    if (m_lastPicture) m_lastPicture->time = picture.time;
    const bool same = m_lastPicture == picture;
    m_begun.push_back({frame, same});
    if (same) {
        ++m_repeated;
        return;
    }
    m_renderer.draw(picture, m_readback.target());
    if (m_overlay) m_overlay(picture, m_readback.target());
    m_readback.start();
    m_lastPicture = std::move(picture);
    m_seconds.draw += watch.lap();
}

base::Result<DrawnFrame> FrameDrawer::take() {
    const Begun begun = m_begun.front();
    m_begun.pop_front();
    if (begun.sameAsLast) return DrawnFrame{begun.number, m_lastImage};
    const Stopwatch watch;
    const std::shared_ptr<base::Image> image = m_images.take();
    const bool isThere = m_readback.finish(*image);
    m_seconds.read += watch.seconds();
    if (!isThere) {
        return base::Problem{base::Severity::Error,
                             base::Trouble::Failure,
                             "",
                             0,
                             0,
                             "the graphics driver lost frame " + std::to_string(begun.number),
                             "go on with --resume; if it happens again, use the software renderer: "
                             "LIBGL_ALWAYS_SOFTWARE=1"};
    }
    m_lastImage = image;
    return DrawnFrame{begun.number, m_lastImage};
}

}  // namespace video
