// Pixels on their way back from the graphics card: asked for, and fetched while the next picture is drawn.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "base/image.h"
#include "base/result.h"
#include "render/gl.h"
#include "render/target.h"
#include "render/yuv_pass.h"

namespace render {

class Readback {
  public:
    /// Through pixel buffers the next pictures are drawn while one comes back. A software renderer works on
    /// the processor: there, waiting is all that can be done, and a buffer would only be one more copy.
    enum class Way { Buffers, Direct };
    /// What suits the driver of the current context.
    static Way bestWay();

    /// What comes back: pixels, or what video stores (yuv_layout.h) as an image of one channel, of
    /// layout.stride() by layout.rows().
    enum class Form { Rgba, Yuv420 };

    /// For pictures of `size`. Needs a current context until its end. A problem of kind Usage when the driver
    /// cannot draw that large.
    static base::Result<Readback> make(base::Size size, Way way, Form form = Form::Rgba);

    /// Width, height and channels of the images.
    const base::Image& shape() const { return m_shape; }

    bool isEmpty() const { return m_underWay.empty(); }
    bool isFull() const { return m_underWay.size() == m_slots.size(); }

    /// Where to draw the next picture. Not while full.
    const Target& target() const { return m_slots[m_next].target; }

    /// Asks for the pixels of target().
    void start();

    /// The oldest pixels asked for, rows from the top, into an image of this shape; waits for them. False
    /// when the driver could not hand them over. Not while empty.
    bool finish(base::Image& image);

  private:
    struct Slot {
        Target target;
        gl::Buffer buffer;
        GLsync drawn = nullptr;
    };
    Readback() = default;
    void bindPixels(const Slot& slot);
    void readPixels(void* to) const;

    base::Image m_shape;  // without bytes
    Way m_way = Way::Direct;
    std::optional<YuvPass> m_yuv;
    std::vector<Slot> m_slots;
    std::size_t m_next = 0;
    std::deque<std::size_t> m_underWay;
};

}  // namespace render
