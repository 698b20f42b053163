#include "render/readback.h"

#include <cassert>
#include <cstring>

#include "render/driver.h"

namespace render {

namespace {

constexpr int kUnderWay = 3;  // one is drawn, one comes back, one is copied

GLsizeiptr bytesOf(base::Size size) {
    return static_cast<GLsizeiptr>(size.w) * size.h * 4;
}

}  // namespace

Readback::Way Readback::bestWay() {
    return isSoftwareDriver() ? Way::Direct : Way::Buffers;
}

base::Result<Readback> Readback::make(base::Size size, Way way) {
    Readback made;
    made.m_size = size;
    made.m_way = way;
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
        glBufferData(GL_PIXEL_PACK_BUFFER, bytesOf(size), nullptr, GL_STREAM_READ);
        made.m_slots.push_back(std::move(slot));
    }
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    return made;
}

void Readback::start() {
    assert(!isFull());
    Slot& slot = m_slots[m_next];
    m_underWay.push_back(m_next);
    m_next = (m_next + 1) % m_slots.size();
    if (m_way == Way::Direct) return;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, slot.target.canvas().framebuffer.name());
    glBindBuffer(GL_PIXEL_PACK_BUFFER, slot.buffer.name());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, m_size.w, m_size.h, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    slot.drawn = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    glFlush();
}

bool Readback::finish(base::Image& image) {
    assert(!isEmpty() && image.width == m_size.w && image.height == m_size.h && image.channels == 4);
    Slot& slot = m_slots[m_underWay.front()];
    m_underWay.pop_front();
    if (m_way == Way::Direct) {
        slot.target.read(image, 0, 0, m_size);
        return true;
    }
    constexpr GLuint64 kTenSeconds = 10'000'000'000;
    while (glClientWaitSync(slot.drawn, GL_SYNC_FLUSH_COMMANDS_BIT, kTenSeconds) == GL_TIMEOUT_EXPIRED) {
    }
    glDeleteSync(slot.drawn);
    slot.drawn = nullptr;
    glBindBuffer(GL_PIXEL_PACK_BUFFER, slot.buffer.name());
    const void* pixels = glMapBufferRange(GL_PIXEL_PACK_BUFFER, 0, bytesOf(m_size), GL_MAP_READ_BIT);
    if (pixels) std::memcpy(image.bytes.data(), pixels, image.bytes.size());
    const bool isWhole = pixels && glUnmapBuffer(GL_PIXEL_PACK_BUFFER) == GL_TRUE;
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    return isWhole;
}

}  // namespace render
