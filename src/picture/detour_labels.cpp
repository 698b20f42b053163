#include "picture/detour_labels.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "picture/obstacles.h"
#include "picture/shown_labels.h"

namespace picture {

namespace {

using base::Box;
using base::ramp;
using base::Vec2;

constexpr double kLevelsPerOctave = 2;  // scales that have a plan of their own

// 0 at the shot's own camera, 1 where its names no longer fit: a tenth of the frame away, or a tenth of a
// zoom by e.
double strayed(const geo::MapView& shot, const geo::MapView& view) {
    const double pan = base::length(view.center - shot.center) / shot.metresPerPixel / shot.size.w;
    const double zoom = std::abs(std::log(view.metresPerPixel / shot.metresPerPixel));
    const double turn = std::abs(std::remainder(view.bearing - shot.bearing, 360.0)) / 10;
    return base::clamp01(std::max({pan / 0.1, zoom / 0.1, turn, std::abs(view.pitch - shot.pitch) / 10}));
}

double gap(const Box& a, const Box& b) {
    const double x = std::max(a.x - b.right(), b.x - a.right());
    const double y = std::max(a.y - b.bottom(), b.y - a.bottom());
    return x > 0 && y > 0 ? std::hypot(x, y) : std::max(x, y);
}

/// Items and their opacity.
template <class Item>
using Shown = std::vector<std::pair<Item, double>>;

/// Names on screen, each only as far as it is clear of what stands there already.
class Screen {
  public:
    Screen(const Context& context, const Shot& shot, const geo::MapView& view)
        : m_context(context), m_view(view), m_blocked(fixedBoxes(context, shot)) {
        const std::vector<Box> grounded = groundedBoxes(context, shot, view);
        m_blocked.insert(m_blocked.end(), grounded.begin(), grounded.end());
    }

    void add(const PlacedLabel& name, double alpha);
    void add(const PlacedDot& dot, double alpha) { m_shownDots.emplace_back(dot, alpha); }

    const Shown<PlacedLabel>& names() const { return m_shownNames; }
    const Shown<PlacedDot>& dots() const { return m_shownDots; }

  private:
    std::optional<Box> boxOf(const PlacedLabel& name) const;
    double clearance(const PlacedLabel& name) const;

    const Context& m_context;
    const geo::MapView& m_view;
    std::vector<Box> m_blocked, m_names;
    Shown<PlacedLabel> m_shownNames;
    Shown<PlacedDot> m_shownDots;
};

std::optional<Box> Screen::boxOf(const PlacedLabel& name) const {
    const auto at = m_view.toPixels(name.anchor);
    if (!at) return std::nullopt;
    const Box& box = name.label.box;
    return Box{box.x + at->x, box.y + at->y, box.w, box.h};
}

// 1 where a name has room, falling to 0 as it comes up to a panel, an arrow's head or the edge of the safe
// area, or to a name that comes before it.
double Screen::clearance(const PlacedLabel& name) const {
    const auto box = boxOf(name);
    const Box& safe = m_context.layout.safe;
    if (!box || box->right() < safe.x || box->x > safe.right() || box->bottom() < safe.y ||
        box->y > safe.bottom())
        return 0;
    double air = m_context.px(kLabelAir);
    for (const Box& other : m_names) air = std::min(air, gap(*box, other));
    double room = std::min(
        {box->x - safe.x, box->y - safe.y, safe.right() - box->right(), safe.bottom() - box->bottom()});
    for (const Box& other : m_blocked) room = std::min(room, gap(*box, other));
    return base::smoothstep(room / m_context.px(40)) * base::clamp01(air / m_context.px(kLabelAir));
}

void Screen::add(const PlacedLabel& name, double alpha) {
    const double visible = alpha > 0 ? alpha * clearance(name) : 0;
    if (visible <= 0) return;
    m_names.push_back(*boxOf(name));
    m_shownNames.emplace_back(name, visible);
}

/// Two plans, one turning into the other: what both have is there all the time, what the first alone has
/// leaves before what the second alone has comes.
template <class Item>
struct Blend {
    std::vector<std::pair<const Item*, double>> items;  // and their opacity

    Blend(const std::vector<Item>& first, const std::vector<Item>& second, double share) {
        const auto holds = [](const std::vector<Item>& list, const Item& item) {
            return std::find(list.begin(), list.end(), item) != list.end();
        };
        for (const Item& item : first) {
            if (holds(second, item)) items.emplace_back(&item, 1);
        }
        for (const Item& item : first) {
            if (!holds(second, item)) items.emplace_back(&item, 1 - ramp(0, 0.5, share));
        }
        for (const Item& item : second) {
            if (!holds(first, item)) items.emplace_back(&item, ramp(0.5, 1, share));
        }
    }
    std::vector<Item> seen() const {
        std::vector<Item> result;
        for (const auto& [item, alpha] : items) {
            if (alpha > 0) result.push_back(*item);
        }
        return result;
    }
};

/// Turns `own` into what `scale` has, as far as the view has strayed.
template <class Item>
void addBlend(const std::vector<Item>& own, const Blend<Item>& scale, double strayed, Screen& screen) {
    const std::vector<Item> there = scale.seen();
    for (const auto& [item, alpha] : Blend<Item>(own, there, strayed).items) {
        const auto known = std::find_if(scale.items.begin(), scale.items.end(),
                                        [&](const auto& entry) { return *entry.first == *item; });
        const double ofScale = known == scale.items.end() ? 1 : known->second;
        screen.add(*item, alpha * base::lerp(1, ofScale, strayed));
    }
}

/// What is shown turns into `settled` by `share`: what both have stays, what goes has gone before the rest
/// comes.
template <class Item, class Add>
void addSettling(const Shown<Item>& shown, const std::vector<Item>& settled, double share, const Add& add) {
    const auto isShown = [&](const Item& item) {
        return std::any_of(shown.begin(), shown.end(), [&](const auto& one) { return one.first == item; });
    };
    for (const auto& [item, alpha] : shown) {
        const bool stays = std::find(settled.begin(), settled.end(), item) != settled.end();
        add(item, stays ? base::lerp(alpha, 1.0, share) : alpha * (1 - ramp(0, 0.5, share)));
    }
    for (const Item& item : settled) {
        if (!isShown(item)) add(item, ramp(0.5, 1, share));
    }
}

}  // namespace

const LabelPlan& DetourLabels::planAt(const Context& context, const Shot& shot, const geo::MapView& rest) {
    if (m_rest && m_rest->view == rest) return m_rest->plan;
    const auto candidates =
        labelCandidates(context, rest, shot.important, countriesOnCards(shot), Reach::Frame);
    m_rest = Plan{rest, placeLabels(context, rest, candidates, obstaclesFor(context, shot, rest))};
    return m_rest->plan;
}

const LabelPlan& DetourLabels::planFor(const Context& context, const Shot& shot, int level) {
    if (const auto known = m_plans.find(level); known != m_plans.end()) return known->second;
    geo::MapView view = shot.view;
    view.metresPerPixel = std::exp2(level / kLevelsPerOctave) / context.layout.unit;
    view.pitch = 0;
    const auto candidates =
        labelCandidates(context, view, shot.important, countriesOnCards(shot), Reach::World);
    return m_plans
        .emplace(level, placeLabelsOfWorld(context, view, candidates, groundedObstacles(context, shot, view)))
        .first->second;
}

void DetourLabels::add(const Context& context, std::size_t index, const Shot& shot, const geo::MapView& view,
                       const std::optional<SettledView>& rest, Picture& picture) {
    if (index != m_cue) {
        m_plans.clear();
        m_rest.reset();
    }
    m_cue = index;
    const double level = std::log2(view.metresPerPixel * context.layout.unit) * kLevelsPerOctave;
    const double coarse = std::ceil(level);
    const LabelPlan& above = planFor(context, shot, static_cast<int>(coarse));
    const LabelPlan& below = planFor(context, shot, static_cast<int>(coarse) - 1);
    const double away = strayed(shot.view, view);
    Screen screen(context, shot, view);
    addBlend(shot.labels.dots, Blend(above.dots, below.dots, coarse - level), away, screen);
    addBlend(shot.labels.labels, Blend(above.labels, below.labels, coarse - level), away, screen);
    const double share = rest ? rest->share : 0;
    const LabelPlan none;
    const LabelPlan& settled = share > 0 ? planAt(context, shot, rest->view) : none;
    addSettling(screen.dots(), settled.dots, share,
                [&](const PlacedDot& dot, double alpha) { addDot(context, dot, alpha, view, picture); });
    addSettling(screen.names(), settled.labels, share,
                [&](const PlacedLabel& name, double alpha) { addName(name, alpha, view, picture); });
}

}  // namespace picture
