#include "picture/label_change.h"

#include <algorithm>
#include <functional>

#include "picture/cue_change.h"
#include "picture/obstacles.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;

constexpr int kSteps = 60;  // of a change: at 30 frames/s each frame of a flight of two seconds

/// The course of a change, in shares of it.
struct Course {
    double fade;       // how long a name takes to come or go
    double goneBy;     // names of the last cue alone leave no later,
    double notBefore;  // those of the next alone come no earlier
    double pause;      // before a name comes back to where it was
};
Course courseOf(double seconds) {
    constexpr double kReadable = 0.32, kPause = 0.45;  // seconds: less is seen as a blink
    const double fade = std::clamp(kReadable / seconds, 0.16, 0.45);
    return {fade, std::max(0.3, fade), std::min(0.6, 1 - fade), kPause / seconds};
}

// A place of the film may have the id that is a country's code.
bool isSameName(const PlacedLabel& a, const PlacedLabel& b) {
    return a.label.id == b.label.id && a.ofCountry == b.ofCountry;
}

double shareOf(int step) {
    return double(step) / kSteps;
}

/// The steps at which something is seen, both included.
struct Steps {
    int first = 0, last = kSteps;
    bool empty() const { return first > last; }
    bool holds(int step) const { return step >= first && step <= last; }
};

/// The frame at each step: where the ground is, and what is in the way.
class Stage {
  public:
    Stage(const Context& context, const Shot& last, const Shot& next, const CameraPath& path);

    /// True when this name stands free at a step.
    bool isFree(const PlacedLabel& name, int step) const;
    /// Longest steps from the start, or to the end, at which it stands free; no later, no earlier than given.
    Steps freeFromStart(const PlacedLabel& name, double latest) const;
    Steps freeToEnd(const PlacedLabel& name, double earliest) const;

    void take(const PlacedLabel& name, Steps steps);
    void takeDot(const PlacedDot& from, const PlacedDot& to, Steps steps);

  private:
    struct Taken {
        PlacedLabel name;
        Steps steps;
    };
    struct TakenDot {
        PlacedDot from, to;
        Steps steps;
    };
    std::optional<Box> boxOf(const PlacedLabel& name, int step) const;

    Box m_safe;
    double m_air;
    std::vector<geo::MapView> m_views;
    std::vector<std::vector<Box>> m_blocked;  // at each step
    std::vector<Taken> m_taken;
    std::vector<TakenDot> m_dots;
};

void append(std::vector<Box>& boxes, const std::vector<Box>& more) {
    boxes.insert(boxes.end(), more.begin(), more.end());
}

Stage::Stage(const Context& context, const Shot& last, const Shot& next, const CameraPath& path)
    : m_safe(context.layout.safe), m_air(context.px(kLabelAir)), m_blocked(kSteps + 1) {
    const std::vector<Box> oldPanels = fixedBoxes(context, last), newPanels = fixedBoxes(context, next);
    for (int step = 0; step <= kSteps; ++step) {
        const double share = shareOf(step);
        m_views.push_back(viewOn(path, context.world.projection, share));
        std::vector<Box>& blocked = m_blocked[static_cast<std::size_t>(step)];
        if (leaving(share) > 0) {
            append(blocked, oldPanels);
            append(blocked, groundedBoxes(context, last, m_views.back()));
        }
        if (coming(share) > 0) {
            append(blocked, newPanels);
            append(blocked, cardBoxes(context, next, m_views.back()));
        }
        blocked.push_back(timelineBox(context));  // there all the time
    }
}

std::optional<Box> Stage::boxOf(const PlacedLabel& name, int step) const {
    const auto at = m_views[static_cast<std::size_t>(step)].toPixels(name.anchor);
    if (!at) return std::nullopt;
    Box box = name.label.box;
    box.x += at->x;
    box.y += at->y;
    return box;
}

// Plans leave a little air around each name, so a camera that has hardly moved makes none of them leave.
bool Stage::isFree(const PlacedLabel& name, int step) const {
    const auto box = boxOf(name, step);
    const auto meets = [&](const Box& other) { return box->intersects(other); };
    if (!box || !m_safe.contains({box->x, box->y}) || !m_safe.contains({box->right(), box->bottom()}))
        return false;
    const std::vector<Box>& blocked = m_blocked[static_cast<std::size_t>(step)];
    const Box core = box->grown(-m_air);
    if (std::any_of(blocked.begin(), blocked.end(), [&](const Box& other) { return core.intersects(other); }))
        return false;
    for (const Taken& other : m_taken) {
        if (isSameName(other.name, name) || !other.steps.holds(step)) continue;
        const auto there = boxOf(other.name, step);
        if (there && meets(*there)) return false;
    }
    return std::none_of(m_dots.begin(), m_dots.end(), [&](const TakenDot& dot) {
        const bool isOwn = !name.ofCountry && dot.from.id == name.label.id;
        if (isOwn || !dot.steps.holds(step)) return false;
        const auto at = m_views[static_cast<std::size_t>(step)].toPixels(dot.from.anchor);
        const double radius = base::lerp(dot.from.radius, dot.to.radius, base::smoothstep(shareOf(step)));
        return at && meets(Box{at->x, at->y, 0, 0}.grown(radius));
    });
}

Steps Stage::freeFromStart(const PlacedLabel& name, double latest) const {
    Steps steps{0, -1};
    while (steps.last < kSteps && shareOf(steps.last + 1) <= latest && isFree(name, steps.last + 1))
        ++steps.last;
    return steps;
}

Steps Stage::freeToEnd(const PlacedLabel& name, double earliest) const {
    Steps steps{kSteps + 1, kSteps};
    while (steps.first > 0 && shareOf(steps.first - 1) >= earliest && isFree(name, steps.first - 1))
        --steps.first;
    return steps;
}

void Stage::take(const PlacedLabel& name, Steps steps) {
    m_taken.push_back({name, steps});
}

void Stage::takeDot(const PlacedDot& from, const PlacedDot& to, Steps steps) {
    m_dots.push_back({from, to, steps});
}

Seen leavingBy(int step, double fade) {
    Seen seen;
    seen.gone = shareOf(step);
    seen.until = std::max(0.0, seen.gone - fade);
    return seen;
}

Seen comingFrom(int step, double fade) {
    Seen seen;
    seen.from = shareOf(step);
    seen.fully = seen.from + fade;
    return seen;
}

const PlacedLabel* find(const LabelPlan& plan, const PlacedLabel& name) {
    const auto found = std::find_if(plan.labels.begin(), plan.labels.end(),
                                    [&](const PlacedLabel& l) { return isSameName(l, name); });
    return found == plan.labels.end() ? nullptr : &*found;
}

bool isSameButForSize(const PlacedLabel& a, const PlacedLabel& b) {
    const auto glyphs = [](const PlacedLabel& name) {
        std::vector<std::size_t> counts;
        for (const GlyphRun& run : name.label.runs) counts.push_back(run.glyphs.size());
        return counts;
    };
    // On the same side of its place: an edge or the middle stays where it is.
    const Box &from = a.label.box, &to = b.label.box;
    const double slack = 0.3 * std::max(from.h, to.h);
    const double aside = std::min({std::abs(from.x - to.x), std::abs(from.right() - to.right()),
                                   std::abs(from.center().x - to.center().x)});
    return a.anchor == b.anchor && a.label.text == b.label.text && glyphs(a) == glyphs(b) && aside < slack &&
           std::abs(from.center().y - to.center().y) < slack;
}

class Changer {
  public:
    Changer(Stage& stage, const LabelPlan& last, const LabelPlan& next, const Course& course)
        : m_stage(stage), m_last(last), m_next(next), m_course(course) {}

    LabelChange change();

  private:
    void addDots();
    bool stays(const PlacedLabel& before, const PlacedLabel& after);
    bool grows(const PlacedLabel& before, const PlacedLabel& after);
    bool crossesOver(const PlacedLabel& before, const PlacedLabel& after);
    Steps meeting(const PlacedLabel& before, const PlacedLabel& after, Steps within, int most) const;
    void leave(const PlacedLabel& name);
    void come(const PlacedLabel& name);
    void add(const PlacedLabel& name, Steps steps, Seen seen);

    Stage& m_stage;
    const LabelPlan &m_last, &m_next;
    Course m_course;
    LabelChange m_change;
};

void Changer::addDots() {
    const auto same = [](const std::vector<PlacedDot>& dots, const PlacedDot& dot) {
        return std::find_if(dots.begin(), dots.end(),
                            [&](const PlacedDot& d) { return d.anchor == dot.anchor; });
    };
    for (const PlacedDot& dot : m_last.dots) {
        const auto after = same(m_next.dots, dot);
        const bool stays = after != m_next.dots.end();
        const int gone = static_cast<int>(m_course.goneBy * kSteps);
        m_change.dots.push_back({dot, stays ? *after : dot, stays ? Seen{} : leavingBy(gone, m_course.fade)});
        m_stage.takeDot(dot, stays ? *after : dot, stays ? Steps{} : Steps{0, gone});
    }
    for (const PlacedDot& dot : m_next.dots) {
        if (same(m_last.dots, dot) != m_last.dots.end()) continue;
        const int first = static_cast<int>(m_course.notBefore * kSteps);
        m_change.dots.push_back({dot, dot, comingFrom(first, m_course.fade)});
        m_stage.takeDot(dot, dot, {first, kSteps});
    }
}

void Changer::add(const PlacedLabel& name, Steps steps, Seen seen) {
    m_stage.take(name, steps);
    m_change.names.push_back({name, name, seen});
}

bool Changer::stays(const PlacedLabel& before, const PlacedLabel& after) {
    if (!(before == after) || m_stage.freeFromStart(before, 1).last < kSteps) return false;
    add(before, {}, {});
    return true;
}

/// The steps of a span of `most` steps or fewer around the middle of the change in which both stand free.
Steps Changer::meeting(const PlacedLabel& before, const PlacedLabel& after, Steps within, int most) const {
    const Steps old = m_stage.freeFromStart(before, 1), fresh = m_stage.freeToEnd(after, 0);
    if (old.empty() || fresh.empty()) return {0, -1};
    const Steps both{std::max(fresh.first, within.first), std::min(old.last, within.last)};
    const int middle = std::clamp(kSteps / 2, std::min(both.first + most / 2, both.last), both.last);
    return {std::max(both.first, middle - most / 2), std::min(both.last, middle + most / 2)};
}

// The setting changes in place: no letter vanishes.
bool Changer::grows(const PlacedLabel& before, const PlacedLabel& after) {
    if (!isSameButForSize(before, after)) return false;
    const int fade = static_cast<int>(m_course.fade * kSteps);
    const Steps steps = meeting(before, after, {kSteps / 6, kSteps * 5 / 6}, 2 * fade);
    if (steps.last - steps.first < fade) return false;
    m_stage.take(before, {0, steps.last});
    m_stage.take(after, {steps.first, kSteps});
    m_change.names.push_back({before, after, {}, shareOf(steps.first), shareOf(steps.last)});
    return true;
}

// Another side of the dot, while nothing else comes or goes: the one fades while the other comes, or, where
// they would be read one over the other, before it comes.
bool Changer::crossesOver(const PlacedLabel& before, const PlacedLabel& after) {
    const bool apart = before.anchor == after.anchor && !before.label.box.intersects(after.label.box);
    const int fade = static_cast<int>(m_course.fade * kSteps), needed = apart ? fade : 2 * fade - 2;
    const Steps within{static_cast<int>(m_course.goneBy * kSteps),
                       static_cast<int>(m_course.notBefore * kSteps)};
    const Steps steps = meeting(before, after, within, 2 * fade);
    if (steps.last - steps.first < needed) return false;
    const int middle = (steps.first + steps.last) / 2, gone = apart ? steps.last : middle,
              begin = apart ? steps.first : middle;
    Seen out, in;
    out.until = shareOf(steps.first);
    out.gone = shareOf(gone);
    in.from = shareOf(begin);
    in.fully = shareOf(steps.last);
    add(before, {0, gone}, out);
    add(after, {begin, kSteps}, in);
    return true;
}

void Changer::leave(const PlacedLabel& name) {
    const Steps steps = m_stage.freeFromStart(name, m_course.goneBy);
    if (!steps.empty()) add(name, steps, leavingBy(steps.last, m_course.fade));
}

// What comes back to where it was lets a moment pass, lest it be seen as a blink.
void Changer::come(const PlacedLabel& name) {
    const Steps steps = m_stage.freeToEnd(name, m_course.notBefore);
    const int first = steps.empty() ? kSteps : steps.first;
    Seen seen = comingFrom(first, m_course.fade);
    for (const LabelChange::Name& other : m_change.names) {
        if (!isSameName(other.to, name)) continue;
        seen.from =
            std::min(std::max(seen.from, other.seen.gone + m_course.pause), kLatestShare - m_course.fade);
        seen.fully = seen.from + m_course.fade;
    }
    add(name, {first, kSteps}, seen);
}

LabelChange Changer::change() {
    addDots();
    std::vector<const PlacedLabel*> done;
    const auto isDone = [&](const PlacedLabel& name) {
        return std::any_of(done.begin(), done.end(),
                           [&](const PlacedLabel* d) { return isSameName(*d, name); });
    };
    for (auto meets : {&Changer::stays, &Changer::grows, &Changer::crossesOver}) {
        for (const PlacedLabel& after : m_next.labels) {
            const PlacedLabel* before = isDone(after) ? nullptr : find(m_last, after);
            if (before && (this->*meets)(*before, after)) done.push_back(&after);
        }
    }
    for (const PlacedLabel& name : m_last.labels) {
        if (!isDone(name)) leave(name);
    }
    for (const PlacedLabel& name : m_next.labels) {
        if (!isDone(name)) come(name);
    }
    for (const LabelChange::Name& name : m_change.names)
        m_change.over = std::max(m_change.over, name.seen.fully);
    return std::move(m_change);
}

Box between(const Box& a, const Box& b, double t) {
    return {base::lerp(a.x, b.x, t), base::lerp(a.y, b.y, t), base::lerp(a.w, b.w, t),
            base::lerp(a.h, b.h, t)};
}

}  // namespace

PlacedLabel LabelChange::Name::at(double share) const {
    const double t = base::smoothstep(base::ramp(turnsFrom, turnsTo, share));
    if (t <= 0) return from;
    if (t >= 1) return to;
    PlacedLabel now = t < 0.5 ? from : to;
    now.label.box = between(from.label.box, to.label.box, t);
    for (std::size_t i = 0; i < now.label.runs.size(); ++i) {
        GlyphRun& run = now.label.runs[i];
        const GlyphRun &a = from.label.runs[i], &b = to.label.runs[i];
        run.size = base::lerp(a.size, b.size, t);
        for (std::size_t k = 0; k < run.glyphs.size(); ++k)
            run.glyphs[k].pen = base::lerp(a.glyphs[k].pen, b.glyphs[k].pen, t);
    }
    return now;
}

double Seen::alphaAt(double share) const {
    return base::smoothstep(base::ramp(from, fully, share)) *
           (1 - base::smoothstep(base::ramp(until, gone, share)));
}

LabelChange makeLabelChange(const Context& context, const Shot& last, const Shot& next,
                            const CameraPath& path) {
    Stage stage(context, last, next, path);
    return Changer(stage, last.labels, next.labels, courseOf(next.cue->flySeconds)).change();
}

}  // namespace picture
