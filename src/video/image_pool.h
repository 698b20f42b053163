// Images that are used again: taking fresh memory for every frame costs as much as copying it.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "base/image.h"

namespace video {

class ImagePool {
  public:
    /// `shape`: width, height and channels of its images.
    explicit ImagePool(const base::Image& shape) : m_shelf(std::make_shared<Shelf>()) {
        m_shelf->shape = {shape.width, shape.height, shape.channels, {}};
    }

    /// An image of the shape and any content; it comes back when nobody holds it any more, from whatever
    /// thread.
    std::shared_ptr<base::Image> take() {
        std::unique_ptr<base::Image> image;
        {
            const std::lock_guard lock(m_shelf->mutex);
            if (!m_shelf->images.empty()) {
                image = std::move(m_shelf->images.back());
                m_shelf->images.pop_back();
            }
        }
        if (!image) {
            image = std::make_unique<base::Image>(m_shelf->shape);
            image->bytes.resize(static_cast<std::size_t>(image->width) *
                                static_cast<std::size_t>(image->height) *
                                static_cast<std::size_t>(image->channels));
        }
        return {image.release(), [shelf = m_shelf](base::Image* done) {
                    const std::lock_guard lock(shelf->mutex);
                    shelf->images.emplace_back(done);
                }};
    }

  private:
    struct Shelf {
        base::Image shape;
        std::mutex mutex;
        std::vector<std::unique_ptr<base::Image>> images;
    };
    std::shared_ptr<Shelf> m_shelf;
};

}  // namespace video
