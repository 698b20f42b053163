#include "render/readback.h"

#include <cassert>
#include <cstring>

#include "render/driver.h"

namespace render {

namespace {

constexpr int kUnderWay = 3;  // one is drawn, one comes back, one is copied

GLsizeiptr bytesOf(const base::Image& shape) {
    return static_cast<GLsizeiptr>(shape.width) * shape.height * shape.channels;
}

}  // namespace

Readback::Way Readback::bestWay() {
    return isSoftwareDriver() ? Way::Direct : Way::Buffers;
}

base::Result<Readback> Readback::make(base::Size size, Way way, Form form) {
    Readback made;
    made.m_shape = {size.w, size.h, 4, {}};
    made.m_way = way;
    if (form == Form::Yuv420) {
        const YuvLayout layout{size};
        made.m_shape = {layout.stride(), layout.rows(), 1, {}};
        made.m_yuv.emplace();
    }
    const int depth = way == Way::Direct ? 1 : kUnderWay;
    for (int i = 0; i < depth; ++i) {
        auto target = Target::make(size);
        if (!target) return target.problems();
        Slot slot{std::move(*target), {}, nullptr};
        if (way == Way::Direct) {
            made.m_slots.push_back(std::move(slot));
            continue;
        }
        slot.buffer = gl::makeBuffer();
        glBindBuffer(GL_PIXEL_PACK_BUFFER, slot.buffer.name());
        glBufferData(GL_PIXEL_PACK_BUFFER, bytesOf(made.m_shape), nullptr, GL_STREAM_READ);
        made.m_slots.push_back(std::move(slot));
    }
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    return made;
}

// Makes the pixels of the slot what will be read.
void Readback::bindPixels(const Slot& slot) {
    if (m_yuv) m_yuv->draw(slot.target);
    const gl::Canvas& canvas = m_yuv ? m_yuv->canvas() : slot.target.canvas();
    glBindFramebuffer(GL_READ_FRAMEBUFFER, canvas.framebuffer.name());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
}

void Readback::readPixels(void* to) const {
    glReadPixels(0, 0, m_shape.width, m_shape.height, m_yuv ? GL_RED : GL_RGBA, GL_UNSIGNED_BYTE, to);
}

void Readback::start() {
    assert(!isFull());
    Slot& slot = m_slots[m_next];
    m_underWay.push_back(m_next);
    m_next = (m_next + 1) % m_slots.size();
    if (m_way == Way::Direct) return;
    bindPixels(slot);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, slot.buffer.name());
    readPixels(nullptr);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    slot.drawn = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    glFlush();
}

bool Readback::finish(base::Image& image) {
    assert(!isEmpty() && image.width == m_shape.width && image.height == m_shape.height &&
           image.channels == m_shape.channels);
    Slot& slot = m_slots[m_underWay.front()];
    m_underWay.pop_front();
    if (m_way == Way::Direct) {
        bindPixels(slot);
        readPixels(image.bytes.data());
        return true;
    }
    constexpr GLuint64 kTenSeconds = 10'000'000'000;
    while (glClientWaitSync(slot.drawn, GL_SYNC_FLUSH_COMMANDS_BIT, kTenSeconds) == GL_TIMEOUT_EXPIRED) {
    }
    glDeleteSync(slot.drawn);
    slot.drawn = nullptr;
    glBindBuffer(GL_PIXEL_PACK_BUFFER, slot.buffer.name());
    const void* pixels = glMapBufferRange(GL_PIXEL_PACK_BUFFER, 0, bytesOf(m_shape), GL_MAP_READ_BIT);
    if (pixels) std::memcpy(image.bytes.data(), pixels, image.bytes.size());
    const bool isWhole = pixels && glUnmapBuffer(GL_PIXEL_PACK_BUFFER) == GL_TRUE;
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    return isWhole;
}

}  // namespace render
