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
    return layout;
}

FrameLayout pageLayoutFor(base::Size size, double scale) {
    FrameLayout layout = layoutFor(size);
    layout.unit *= scale;
    layout.wide = false;
    layout.columnGap = 28 * layout.unit;
    layout.timeline = {layout.safe.x, layout.safe.bottom() + layout.columnGap, layout.safe.w, 0};
    return layout;
}

std::vector<base::Box> freeAreas(const FrameLayout& layout, double captionHeight, base::Vec2 legend) {
    const double gap = layout.columnGap;
    const base::Box& safe = layout.safe;
    const double bottom = layout.timeline.y - gap;
    if (layout.wide) {
        const bool column = captionHeight > 0 || legend.y > 0;
        const double x = column ? safe.x + layout.captionWidth + gap : safe.x;
        return {{x, safe.y, safe.right() - x, bottom - safe.y}};
    }
    const double low = bottom - (captionHeight > 0 ? captionHeight + gap : 0);
    if (legend.y <= 0) return {{safe.x, safe.y, safe.w, low - safe.y}};
    const double top = safe.y + legend.y + gap, left = safe.x + legend.x + gap;
    return {{safe.x, top, safe.w, low - top}, {left, safe.y, safe.right() - left, low - safe.y}};
}

base::Box freeBesideCard(const FrameLayout& layout) {
    const base::Box& safe = layout.safe;
    if (layout.wide) return {safe.x + safe.w * 0.5, safe.y, safe.w * 0.5, safe.h};
    return {safe.x, safe.y, safe.w, safe.h * 0.42};
}

}  // namespace picture
