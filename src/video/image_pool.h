// Images that are used again: taking fresh memory for every frame costs as much as copying it.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "base/image.h"
#include "base/units.h"

namespace video {

class ImagePool {
  public:
    explicit ImagePool(base::Size size) : m_shelf(std::make_shared<Shelf>()) { m_shelf->size = size; }

    /// An image of the size with 4 channels and any content; it comes back when nobody holds it any more,
    /// from whatever thread.
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
            const auto [w, h] = m_shelf->size;
            image = std::make_unique<base::Image>(base::Image{w, h, 4, {}});
            image->bytes.resize(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4);
        }
        return {image.release(), [shelf = m_shelf](base::Image* done) {
                    const std::lock_guard lock(shelf->mutex);
                    shelf->images.emplace_back(done);
                }};
    }

  private:
    struct Shelf {
        base::Size size;
        std::mutex mutex;
        std::vector<std::unique_ptr<base::Image>> images;
    };
    std::shared_ptr<Shelf> m_shelf;
};

}  // namespace video
