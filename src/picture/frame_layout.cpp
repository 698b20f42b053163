#include "picture/frame_layout.h"

namespace picture {

FrameLayout layoutFor(base::Size size) {
    FrameLayout layout;
    const double w = size.w, h = size.h;
    layout.size = size;
    layout.unit = std::min(w, h) / 1080;
    layout.wide = w / h > 1.15;
    layout.safe = {0.05 * w, 0.05 * h, 0.9 * w, 0.9 * h};
    layout.timeline = {layout.safe.x, h - 108 * layout.unit, layout.safe.w, 108 * layout.unit - 0.05 * h};
    if (layout.timeline.h < 48 * layout.unit) {  // tall frames: five per cent is more than the band
        layout.timeline = {layout.safe.x, layout.safe.bottom() - 54 * layout.unit, layout.safe.w,
                           54 * layout.unit};
    }
    layout.captionWidth = layout.wide ? std::min(620 * layout.unit, 0.36 * w) : layout.safe.w;
    layout.columnGap = 28 * layout.unit;
    // Legend above caption in one column; or each its share of the height, so that a third is left for the
    // map.
    const double column = layout.timeline.y - 2 * layout.columnGap - layout.safe.y;
    layout.captionHeight = layout.wide ? column * 0.6 : h * 0.34;
    layout.legendHeight = layout.wide ? column * 0.4 : h * 0.28;
    layout.legendWidth = layout.wide ? w * 0.4 : layout.safe.w * 0.8;
    return layout;
}

FrameLayout pageLayoutFor(base::Size size, double scale) {
    FrameLayout layout = layoutFor(size);
    layout.unit *= scale;
    layout.wide = false;
    layout.columnGap = 28 * layout.unit;
    layout.timeline = {layout.safe.x, layout.safe.bottom() + layout.columnGap, layout.safe.w, 0};
    layout.legendHeight = layout.safe.h * 0.8;
    layout.legendWidth = layout.safe.w;
    return layout;
}

double legendRoom(const FrameLayout& layout, double captionHeight) {
    return layout.legendHeight + std::max(0.0, layout.captionHeight - captionHeight);
}

FreeSpace freeSpace(const FrameLayout& layout, double captionHeight, base::Vec2 legend) {
    const base::Box& safe = layout.safe;
    const double gap = layout.columnGap, step = 60 * layout.unit;
    const auto stepped = [&](double length) { return std::ceil(length / step) * step; };
    const double bottom = layout.timeline.y - gap;
    FreeSpace free{{safe.x, safe.y, safe.w, bottom - safe.y}, {}};
    if (captionHeight > 0) {
        const double height = stepped(captionHeight) + gap;
        free.panels.push_back({safe.x, bottom - height, layout.captionWidth + gap, height});
    }
    if (legend.y > 0)
        free.panels.push_back({safe.x, safe.y, stepped(legend.x) + gap, stepped(legend.y) + gap});
    return free;
}

FreeSpace freeSpaceBesideCard(const FrameLayout& layout) {
    const base::Box& safe = layout.safe;
    if (layout.wide) return {{safe.x + safe.w * 0.5, safe.y, safe.w * 0.5, safe.h}, {}};
    return {{safe.x, safe.y, safe.w, safe.h * 0.42}, {}};
}

}  // namespace picture
