// Which layers of a picture are drawn: all, or a few of them for compositing.
#pragma once

namespace render {

/// Left out, the map leaves transparent pixels, whose colours are premultiplied with their alpha.
struct Layers {
    bool map = true;
    bool arrows = true;  ///< with the marks that go with them: dots, rings, pulses
    bool labels = true;
    bool panels = true;  ///< and what the presenter has drawn over everything
    bool operator==(const Layers&) const = default;
};

}  // namespace render
