#include "ui/clear_space.h"

#include "ui/event_list.h"

namespace ui {

namespace {

// At least this share of the window's width or height must be left, or the panel does not count.
constexpr double kLeast = 0.4;

void add(std::vector<base::Box>& boxes, const PanelPlace& place, base::Size pixels, double gap) {
    const base::Box box = base::Box{place.at.x, place.at.y, place.size.x, place.size.y}.grown(gap);
    const bool isBeside = box.w <= pixels.w * (1 - kLeast), isAbove = box.h <= pixels.h * (1 - kLeast);
    if (isBeside || isAbove) boxes.push_back(box);
}

}  // namespace

std::vector<base::Box> coveredByPanels(const Session& session, base::Size pixels, double unit) {
    std::vector<base::Box> boxes;
    const ImVec2 window{static_cast<float>(pixels.w), static_cast<float>(pixels.h)};
    if (session.list) add(boxes, eventListPlace(window, static_cast<float>(unit)), pixels, unit);
    return boxes;
}

}  // namespace ui
