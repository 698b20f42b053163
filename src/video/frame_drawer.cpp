#include "video/frame_drawer.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "render/driver.h"
#include "render/window.h"
#include "video/passes.h"
#include "video/stopwatch.h"

namespace video {

namespace {

constexpr render::Layers kWithoutMap{false, true, true, true};

bool isPass(Content content) {
    return content != Content::Picture && content != Content::WithoutMap;
}

base::Problem lostFrame(std::int64_t frame) {
    return {base::Severity::Error,
            base::Trouble::Failure,
            "",
            0,
            0,
            "the graphics driver lost frame " + std::to_string(frame),
            "go on with --resume; if it happens again, use the software renderer: LIBGL_ALWAYS_SOFTWARE=1"};
}

base::Problem overlayTooLarge(base::Size size) {
    return {base::Severity::Error,
            base::Trouble::Usage,
            "",
            0,
            0,
            "the event list cannot be drawn over " + std::to_string(size.w) + "x" + std::to_string(size.h) +
                " pixels here",
            "use at most " + std::to_string(render::largestCanvasSide()) + " a side, or leave out --overlay"};
}

SharedImage shared(base::Image image) {
    return std::make_shared<const base::Image>(std::move(image));
}

}  // namespace

base::Result<std::unique_ptr<FrameDrawer>> FrameDrawer::make(const film::Film& film,
                                                             const picture::Scene& scene,
                                                             render::Renderer& renderer,
                                                             DrawOptions options) {
    assert(!options.contents.empty());
    std::unique_ptr<FrameDrawer> made(new FrameDrawer(film, scene, renderer, std::move(options)));
    const base::Size size = scene.options().size;
    if (const auto possible = made->m_painter.check(size); !possible) return possible.problems();
    const bool isOne = made->m_options.contents.size() == 1 && !isPass(made->m_options.contents.front()) &&
                       made->m_options.shutter.subframes == 1;
    if (isOne && made->m_painter.isDirect(size)) {
        const auto form =
            made->m_options.convertsToYuv ? render::Readback::Form::Yuv420 : render::Readback::Form::Rgba;
        auto readback = render::Readback::make(size, render::Readback::bestWay(), form);
        if (!readback) return readback.problems();
        made->m_pool.emplace(readback->shape());
        made->m_readback = std::move(*readback);
    }
    if (made->m_options.overlay && !made->m_readback) return overlayTooLarge(size);
    return made;
}

FrameDrawer::FrameDrawer(const film::Film& film, const picture::Scene& scene, render::Renderer& renderer,
                         DrawOptions options)
    : m_film(film), m_scene(scene), m_options(std::move(options)), m_painter(renderer, m_options.paint) {}

// Several pictures are seen as one: the mean of their light.
base::Result<base::Image> FrameDrawer::drawn(const std::vector<picture::Picture>& pictures,
                                             const render::Layers& layers) {
    auto first = m_painter.paintImage(pictures.front(), layers);
    if (!first || pictures.size() == 1) return first;
    LightMean mean(m_scene.options().size);
    mean.add(*first);
    for (std::size_t i = 1; i < pictures.size(); ++i) {
        auto next = m_painter.paintImage(pictures[i], layers);
        if (!next) return next;
        mean.add(*next);
    }
    return mean.take();
}

// All four are made, as each builds on those below; those asked for are kept.
base::Result<std::vector<SharedImage>> FrameDrawer::passes(const std::vector<picture::Picture>& pictures) {
    struct Pass {
        Content content;
        render::Layers alone, upToHere;
    };
    static constexpr std::array<Pass, 4> kPasses = {{
        {Content::MapPass, {true, false, false, false}, {true, false, false, false}},
        {Content::ArrowsPass, {false, true, false, false}, {true, true, false, false}},
        {Content::LabelsPass, {false, false, true, false}, {true, true, true, false}},
        {Content::PanelsPass, {false, false, false, true}, {true, true, true, true}},
    }};
    auto map = drawn(pictures, kPasses[0].alone);
    if (!map) return map.problems();
    std::vector<base::Image> made{*map};
    PassStack stack(std::move(*map));
    for (std::size_t i = 1; i < kPasses.size(); ++i) {
        auto layer = drawn(pictures, kPasses[i].alone), wanted = drawn(pictures, kPasses[i].upToHere);
        if (!layer) return layer.problems();
        if (!wanted) return wanted.problems();
        made.push_back(stack.add(*layer, *wanted));
    }
    std::vector<SharedImage> kept;
    for (const Content content : m_options.contents) {
        for (std::size_t i = 0; i < kPasses.size(); ++i) {
            if (kPasses[i].content == content) kept.push_back(shared(std::move(made[i])));
        }
    }
    return kept;
}

base::Result<std::vector<SharedImage>> FrameDrawer::images(const std::vector<picture::Picture>& pictures) {
    if (isPass(m_options.contents.front())) return passes(pictures);
    const bool hasMap = m_options.contents.front() == Content::Picture;
    auto image = drawn(pictures, hasMap ? render::Layers{} : kWithoutMap);
    if (!image) return image.problems();
    return std::vector<SharedImage>{shared(hasMap ? std::move(*image) : toStraight(*image))};
}

// What the shutter sees while it is open.
std::vector<picture::Picture> FrameDrawer::picturesOf(std::int64_t frame) const {
    std::vector<picture::Picture> pictures;
    if (m_options.performance) {
        pictures = performedPictures(*m_options.performance, frame, m_options.rate, m_options.shutter);
    } else {
        for (const film::Moment& moment : momentsOf(m_film, frame, m_options.rate, m_options.shutter))
            pictures.push_back(m_scene.at(moment));
    }
    for (picture::Picture& picture : pictures) picture.time = 0;  // time itself is not seen
    // A shutter that sees nothing move sees one picture.
    if (std::all_of(pictures.begin(), pictures.end(), [&](const auto& p) { return p == pictures.front(); }))
        pictures.resize(1);
    return pictures;
}

base::Result<base::Done> FrameDrawer::begin(std::int64_t frame) {
    Stopwatch watch;
    std::vector<picture::Picture> pictures = picturesOf(frame);
    m_seconds.picture += watch.lap();
    Begun begun{frame, pictures == m_lastPictures, {}};
    if (begun.sameAsLast) {
        ++m_repeated;
    } else if (m_readback) {
        const bool hasMap = m_options.contents.front() == Content::Picture;
        const auto painted =
            m_painter.paint(pictures.front(), m_readback->target(), hasMap ? render::Layers{} : kWithoutMap);
        if (!painted) return painted.problems();
        if (m_options.overlay) m_options.overlay(pictures.front(), m_readback->target());
        m_readback->start();
        m_seconds.draw += watch.lap();
    } else {
        auto made = images(pictures);
        if (!made) return made.problems();
        begun.images = std::move(*made);
        m_seconds.draw += watch.lap();
    }
    m_lastPictures = std::move(pictures);
    m_begun.push_back(std::move(begun));
    if (const auto failure = render::glFailure()) return *failure;
    return base::Done{};
}

base::Result<DrawnFrame> FrameDrawer::take() {
    Begun begun = std::move(m_begun.front());
    m_begun.pop_front();
    if (begun.sameAsLast) return DrawnFrame{begun.number, m_lastImages};
    if (begun.images.empty()) {
        const Stopwatch watch;
        const std::shared_ptr<base::Image> image = m_pool->take();
        if (!m_readback->finish(*image)) return lostFrame(begun.number);
        const bool hasMap = m_options.contents.front() == Content::Picture;
        begun.images.push_back(hasMap ? SharedImage(image) : shared(toStraight(*image)));
        m_seconds.read += watch.seconds();
    }
    m_lastImages = std::move(begun.images);
    return DrawnFrame{begun.number, m_lastImages};
}

}  // namespace video
