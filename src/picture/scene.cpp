#include "picture/scene.h"

#include <algorithm>
#include <map>

#include "picture/flight.h"
#include "picture/shot.h"

namespace picture {

namespace {

using base::ramp;
using base::smoothstep;
using base::Vec2;

constexpr double kPulseSeconds = 2.6;  // from one ring to the next at the same place
constexpr double kPulseRings = 2;
constexpr double kFlowPerSecond = 26;  // theme units that chevrons move along an arrow
constexpr double kPageTurn = 0.6;      // seconds in which one page of the credits replaces another
constexpr double kFilling = 1.2;       // seconds in which an arrival fills its place's ring
constexpr double kTraceSeconds = 4;    // in which a departure's way pales to a trace
constexpr double kLanding = 0.94;      // share of an arrow's growth after which it has visibly arrived

// How far the change from the last cue to this one has come: 0 when it begins, 1 when the camera rests.
double flightShare(const Shot& shot, std::size_t index, double seconds) {
    if (index == 0 || shot.cue->flySeconds <= 0) return 1;
    return base::clamp01(seconds / shot.cue->flySeconds);
}

double grown(const ScheduledArrow& arrow, double seconds) {
    return smoothstep(ramp(arrow.begin, arrow.end, seconds));
}

FlightPoint flightPoint(const geo::MapView& view) {
    return {view.center, view.metresPerPixel * view.size.w};
}

FrameLayout layoutOf(const Options& options) {
    return options.purpose == Purpose::Film ? layoutFor(options.size)
                                            : pageLayoutFor(options.size, options.scale);
}

void fade(Panel& panel, double alpha) {
    panel.alpha = alpha;
}

}  // namespace

struct Scene::Implementation {
    Options options;
    Theme theme;
    Context context;
    // A cue is worked out when it is first asked for. What comes out depends on nothing but the cue, so
    // asking in another order gives the same pictures.
    mutable std::vector<std::optional<Shot>> shots;

    Implementation(const film::Film& film, const geo::World& world, const Fonts& fonts, Options o)
        : options(std::move(o)),
          theme(scaled(options.theme, layoutOf(options).unit)),
          context{film, world, fonts, options, theme, layoutOf(options)},
          shots(film.cues.size()) {}

    std::size_t indexOf(const film::Moment& m) const { return std::min(m.cue, shots.size() - 1); }
    const Shot& shot(std::size_t index) const {
        if (!shots[index]) shots[index] = makeShot(context, index);
        return *shots[index];
    }
    const Shot& shotAt(const film::Moment& m) const { return shot(indexOf(m)); }
    /// The cue before, while the change from it is under way; nullptr afterwards.
    const Shot* before(const film::Moment& m) const {
        const bool changing = m.cue > 0 && flightShare(shotAt(m), m.cue, m.seconds) < 1;
        return changing ? &shot(indexOf(m) - 1) : nullptr;
    }

    geo::MapView viewAt(const film::Moment& moment) const;
    std::optional<double> dayAt(const film::Moment& moment) const;
    Ground groundFor(const film::Moment& moment, const geo::MapView& view, double widthKm) const;
    void addArrows(const Shot& shot, double seconds, double alpha, const geo::MapView& view,
                   Picture& picture) const;
    void addPulses(const ScheduledArrow& arrow, double seconds, double alpha, const geo::MapView& view,
                   Picture& picture) const;
    void addGauges(const Shot& shot, double seconds, double alpha, const geo::MapView& view,
                   Picture& picture) const;
    void addCarrier(const ScheduledArrow& scheduled, const Arrow& arrow, Picture& picture) const;
    void addBadges(const Shot& shot, double seconds, double alpha, const geo::MapView& view,
                   Picture& picture) const;
    void addEventMarks(const Shot& shot, double seconds, double alpha, const geo::MapView& view,
                       Picture& picture) const;
    void addRings(const Shot& shot, double alpha, const geo::MapView& view, Picture& picture) const;
    void addLabels(const LabelPlan& plan, double alpha, const geo::MapView& view, Picture& picture) const;
    void addShotLabels(const film::Moment& moment, double share, const geo::MapView& view,
                       Picture& picture) const;
    void addPage(const Shot& shot, double seconds, double alpha, Picture& picture) const;
    void addPanels(const film::Moment& moment, double share, Picture& picture) const;
    void addState(const film::Moment& moment, double share, const geo::MapView& view, Picture& picture) const;
    void addTimeline(const film::Moment& moment, double share, Picture& picture) const;
};

geo::MapView Scene::Implementation::viewAt(const film::Moment& moment) const {
    const Shot& shot = shotAt(moment);
    const Shot* last = before(moment);
    const double share = smoothstep(flightShare(shot, moment.cue, moment.seconds));
    if (!last || share >= 1) return shot.view;
    const FlightPoint point = Flight(flightPoint(last->view), flightPoint(shot.view)).at(share);
    geo::MapView view = shot.view;
    view.center = point.center;
    view.metresPerPixel = point.width / view.size.w;
    const double turn = std::remainder(shot.view.bearing - last->view.bearing, 360.0);
    view.bearing = last->view.bearing + turn * share;
    view.pitch = base::lerp(last->view.pitch, shot.view.pitch, share);
    return view;
}

/// The film's date in days since 1970: it moves on with the camera's flight, then through the cue's own span.
std::optional<double> Scene::Implementation::dayAt(const film::Moment& moment) const {
    const Shot& shot = shotAt(moment);
    if (!shot.days) return std::nullopt;
    const auto first = static_cast<double>(shot.days->first.sinceEpoch);
    const auto past = static_cast<double>(shot.days->last.sinceEpoch);
    if (const Shot* last = before(moment); last && last->days) {
        const double share = smoothstep(flightShare(shot, moment.cue, moment.seconds));
        return base::lerp(static_cast<double>(last->days->last.sinceEpoch), first, share);
    }
    const double played =
        base::ramp(shot.cue->flySeconds, shot.cue->flySeconds + shot.cue->playSeconds, moment.seconds);
    return base::lerp(first, past, played);
}

Ground Scene::Implementation::groundFor(const film::Moment& moment, const geo::MapView& view,
                                        double widthKm) const {
    Ground ground;
    ground.view = view;
    ground.style = theme.ground;
    for (const std::string& code : context.film.focus) {
        if (const int index = context.world.countryIndex(code); index >= 0) ground.focus.push_back(index);
    }
    std::sort(ground.focus.begin(), ground.focus.end());
    const double from = options.theme.ground.adminFromKm;
    ground.adminAlpha = smoothstep(ramp(-from * 1.15, -from * 0.85, -widthKm));
    for (const AllianceBand& band : shotAt(moment).bands) {
        const double shown = shownAt(band.shown, moment.seconds);
        if (shown <= 0) continue;
        ground.outlines.push_back({band.countries, band.color.faded(theme.ground.outlineStrength * shown),
                                   theme.ground.outlineWidth});
    }
    return ground;
}

void Scene::Implementation::addPulses(const ScheduledArrow& arrow, double seconds, double alpha,
                                      const geo::MapView& view, Picture& picture) const {
    const bool leaves = arrow.look.direction == ArrowDirection::Departure;
    if (arrow.look.direction == ArrowDirection::Call) return;
    if (leaves ? !arrow.track.startKnown : !arrow.track.endKnown) return;
    const auto at = view.toPixels(leaves ? arrow.track.points.front() : arrow.track.points.back());
    const double since = seconds - (leaves ? arrow.begin : base::lerp(arrow.begin, arrow.end, kLanding));
    if (!at || since <= 0) return;
    for (int ring = 0; ring < kPulseRings; ++ring) {
        const double age = since - ring * kPulseSeconds / kPulseRings;
        if (age <= 0) continue;
        const double phase = std::fmod(age, kPulseSeconds) / kPulseSeconds;
        Mark mark;
        mark.id = arrow.event->id;
        mark.kind = leaves ? MarkKind::DashedRing : MarkKind::Pulse;
        mark.at = *at;
        // An arrival sends rings out; a departure draws them in: the shapes differ, not only the colours.
        const double spread = leaves ? 1 - phase : phase;
        mark.radius = theme.label.capitalDot + context.px(4 + 34 * spread);
        mark.stroke = context.px(leaves ? 2.0 : 2.6);
        mark.color = arrow.color;
        mark.alpha =
            alpha *
            (leaves ? std::sin(phase * std::numbers::pi) * 0.7 : (1 - phase) * std::min(1.0, phase * 8)) *
            std::min(1.0, since / 0.3);
        picture.marks.push_back(mark);
    }
}

// What carries somebody rides on the arrow while it grows, and rests on its middle.
void Scene::Implementation::addCarrier(const ScheduledArrow& scheduled, const Arrow& arrow,
                                       Picture& picture) const {
    const auto kind = carrierMark(scheduled.event->carrier);
    if (!kind) return;
    std::vector<double> lengths{0};
    for (std::size_t i = 1; i < arrow.points.size(); ++i)
        lengths.push_back(lengths.back() + base::length(arrow.points[i] - arrow.points[i - 1]));
    const double at = lengths.back() * arrow.progress * kCarrierPlace, radius = context.px(kCarrierRadius);
    if (lengths.back() < kLeastForCarrier * radius) return;
    const auto next =
        static_cast<std::size_t>(std::upper_bound(lengths.begin(), lengths.end(), at) - lengths.begin());
    const std::size_t end = std::clamp<std::size_t>(next, 1, arrow.points.size() - 1);
    const Vec2 a = arrow.points[end - 1], b = arrow.points[end];
    Mark mark;
    mark.id = arrow.event;
    mark.kind = *kind;
    mark.at = base::lerp(a, b, ramp(lengths[end - 1], lengths[end], at));
    mark.radius = radius;
    mark.stroke = context.px(2.4);
    mark.color = theme.label.dot;
    mark.casing = theme.label.dotCasing.withAlpha(1);
    mark.alpha = arrow.alpha * ramp(0.06, 0.14, arrow.progress);
    // An aircraft flies along the arrow; a lorry and a walker stay upright.
    if (*kind == MarkKind::Aircraft) mark.angle = base::degrees(std::atan2(b.x - a.x, a.y - b.y));
    picture.marks.push_back(mark);
}

// Arrivals fill the ring around their place, departures empty it; several of a kind share one ring.
void Scene::Implementation::addGauges(const Shot& shot, double seconds, double alpha,
                                      const geo::MapView& view, Picture& picture) const {
    struct Sum {
        const ScheduledArrow* arrow = nullptr;
        double level = 0, shown = 0;
        int count = 0;
    };
    std::map<std::pair<std::string, bool>, Sum> gauges;
    for (const ScheduledArrow& arrow : shot.arrows) {
        const bool leaves = arrow.look.direction == ArrowDirection::Departure;
        if (!leaves && arrow.look.direction != ArrowDirection::Arrival) continue;
        if (leaves ? !arrow.track.startKnown : !arrow.track.endKnown) continue;
        const double landing = base::lerp(arrow.begin, arrow.end, kLanding);
        Sum& sum = gauges[{leaves ? arrow.track.from : arrow.track.to, leaves}];
        if (!sum.arrow) sum.arrow = &arrow;
        sum.level +=
            leaves ? 1 - grown(arrow, seconds) : smoothstep(ramp(landing, landing + kFilling, seconds));
        sum.shown = std::max(sum.shown, ramp(arrow.begin, arrow.begin + 0.3, seconds));
        ++sum.count;
    }
    for (const auto& [key, sum] : gauges) {
        const bool leaves = key.second;
        const auto& points = sum.arrow->track.points;
        const auto at = view.toPixels(leaves ? points.front() : points.back());
        if (!at || sum.shown <= 0 || alpha <= 0) continue;
        Mark mark;
        mark.id = sum.arrow->event->id;
        mark.kind = MarkKind::Gauge;
        mark.at = *at;
        mark.radius = theme.label.capitalDot + context.px(kGaugeReach);
        mark.stroke = context.px(1);
        mark.color = sum.arrow->color;
        mark.casing = theme.label.dotCasing;
        mark.level = sum.level / sum.count;
        mark.alpha = alpha * sum.shown;
        picture.marks.push_back(mark);
    }
}

void Scene::Implementation::addBadges(const Shot& shot, double seconds, double alpha,
                                      const geo::MapView& view, Picture& picture) const {
    for (const CountBadge& badge : shot.badges) {
        const auto at = view.toPixels(badge.anchor);
        const double shown = alpha * smoothstep(ramp(badge.from, badge.from + 0.5, seconds));
        if (!at || shown <= 0) continue;
        picture.panels.push_back(panelOf(context, badge, *at));
        picture.panels.back().alpha = shown;
    }
}

void Scene::Implementation::addArrows(const Shot& shot, double seconds, double alpha,
                                      const geo::MapView& view, Picture& picture) const {
    for (const ScheduledArrow& scheduled : shot.arrows) {
        const double progress = grown(scheduled, seconds);
        if (progress <= 0 || alpha <= 0) continue;
        Arrow arrow;
        arrow.points = arrowPoints(context, scheduled, view);
        if (!arrow.points.empty()) {
            arrow.event = scheduled.event->id;
            arrow.actor = scheduled.event->actor;
            arrow.direction = scheduled.look.direction;
            arrow.fill = scheduled.look.fill;
            arrow.color = scheduled.color;
            arrow.width = scheduled.look.width;
            const bool thin = arrow.fill == ArrowFill::Dashed;
            arrow.tailWidth = arrow.width * (thin ? 0.8 : 0.36);
            arrow.progress = progress;
            arrow.alpha = alpha;
            arrow.tailAlpha = scheduled.track.startKnown ? (thin ? 0.5 : 0.3) : 0;
            if (arrow.direction == ArrowDirection::Departure && scheduled.track.startKnown) {
                const double gone = ramp(scheduled.end, scheduled.end + kTraceSeconds, seconds);
                arrow.tailAlpha = base::lerp(0.5, 0.12, smoothstep(gone));
            }
            arrow.fadeFrom = scheduled.track.endKnown ? 2 : 0.3;
            arrow.flow = context.px(kFlowPerSecond) * std::max(0.0, seconds - scheduled.begin);
            arrow.head = arrow.direction != ArrowDirection::Call;
            addCarrier(scheduled, arrow, picture);
            picture.arrows.push_back(std::move(arrow));
        }
        addPulses(scheduled, seconds, alpha, view, picture);
    }
    addGauges(shot, seconds, alpha, view, picture);
    addBadges(shot, seconds, alpha, view, picture);
}

void Scene::Implementation::addEventMarks(const Shot& shot, double seconds, double alpha,
                                          const geo::MapView& view, Picture& picture) const {
    for (const ScheduledMark& scheduled : shot.marks) {
        const auto at = view.toPixels(scheduled.anchor);
        const double shown = smoothstep(ramp(scheduled.begin, scheduled.begin + 0.6, seconds));
        if (!at || shown <= 0) continue;
        Mark mark;
        mark.id = scheduled.event->id;
        dress(mark, markOf(*scheduled.event), scheduled.color, theme.label.dotCasing);
        mark.at = *at + scheduled.offset - Vec2{0, context.px(10 * (1 - shown))};
        mark.radius = context.px(12.5);
        mark.stroke = context.px(2);
        mark.alpha = alpha * shown;
        picture.marks.push_back(mark);
        const double phase =
            std::fmod(std::max(0.0, seconds - scheduled.begin), kPulseSeconds) / kPulseSeconds;
        Mark ring = mark;
        ring.kind = MarkKind::Pulse;
        ring.at = *at;
        ring.radius = theme.label.capitalDot + context.px(4 + 26 * phase);
        ring.color = scheduled.color;
        ring.alpha = alpha * shown * (1 - phase) * std::min(1.0, phase * 8) * 0.8;
        picture.marks.push_back(ring);
    }
}

void Scene::Implementation::addRings(const Shot& shot, double alpha, const geo::MapView& view,
                                     Picture& picture) const {
    for (const PrecisionRing& ring : shot.rings) {
        const auto at = view.toPixels(ring.anchor);
        const auto radius = radiusOf(context, ring, view);
        if (!at || !radius || alpha <= 0) continue;
        picture.marksBelow.push_back({ring.place,
                                      MarkKind::PrecisionRing,
                                      *at,
                                      *radius,
                                      context.px(1.6),
                                      theme.label.text.faded(0.8),
                                      {0, 0, 0, 0},
                                      alpha});
    }
}

void Scene::Implementation::addLabels(const LabelPlan& plan, double alpha, const geo::MapView& view,
                                      Picture& picture) const {
    if (alpha <= 0) return;
    for (const PlacedDot& dot : plan.dots) {
        const auto at = view.toPixels(dot.anchor);
        if (!at) continue;
        picture.marksBelow.push_back({dot.id, MarkKind::Dot, *at, dot.radius, context.px(1.6),
                                      theme.label.dot, theme.label.dotCasing, alpha});
    }
    for (const PlacedLabel& placed : plan.labels) {
        const auto at = view.toPixels(placed.anchor);
        if (!at) continue;
        Label label = placed.label;
        label.alpha = alpha;
        label.box.x += at->x;
        label.box.y += at->y;
        for (GlyphRun& run : label.runs) {
            for (Glyph& glyph : run.glyphs) glyph.pen = glyph.pen + *at;
        }
        picture.labels.push_back(std::move(label));
    }
}

void Scene::Implementation::addShotLabels(const film::Moment& moment, double share, const geo::MapView& view,
                                          Picture& picture) const {
    const Shot& shot = shotAt(moment);
    const Shot* last = before(moment);
    if (!last || share >= 1) return addLabels(shot.labels, 1, view, picture);
    // Between two cues whose cameras agree, a label that stays must not blink: the old plan holds until the
    // new one takes over, and what both share is drawn once.
    const bool same = last->view == shot.view;
    const double out = 1 - smoothstep(ramp(0, 0.25, share)),
                 in = smoothstep(ramp(same ? 0.25 : 0.78, 1, share));
    if (!same) {
        addLabels(last->labels, out, view, picture);
        addLabels(shot.labels, in, view, picture);
        return;
    }
    const auto split = [](const LabelPlan& from, const LabelPlan& other, LabelPlan& shared, LabelPlan& own) {
        for (const PlacedLabel& l : from.labels) {
            const bool both =
                std::any_of(other.labels.begin(), other.labels.end(),
                            [&](const PlacedLabel& o) { return o.anchor == l.anchor && o.label == l.label; });
            (both ? shared : own).labels.push_back(l);
        }
        for (const PlacedDot& d : from.dots) {
            const bool both = std::any_of(other.dots.begin(), other.dots.end(), [&](const PlacedDot& o) {
                return o.anchor == d.anchor && o.radius == d.radius;
            });
            (both ? shared : own).dots.push_back(d);
        }
    };
    LabelPlan shared, old, fresh, again;
    split(last->labels, shot.labels, shared, old);
    split(shot.labels, last->labels, again, fresh);
    addLabels(old, out, view, picture);
    addLabels(shared, 1, view, picture);
    addLabels(fresh, in, view, picture);
}

void Scene::Implementation::addState(const film::Moment& moment, double share, const geo::MapView& view,
                                     Picture& picture) const {
    const auto add = [&](const Shot& shot, double seconds, double alpha) {
        for (const StateCard& card : shot.state) {
            const auto at = view.toPixels(card.anchor);
            if (!at || alpha <= 0) continue;
            picture.panels.push_back(panelOf(context, card, *at, seconds));
            picture.panels.back().alpha = alpha;
        }
    };
    const Shot& shot = shotAt(moment);
    if (const Shot* last = before(moment))
        add(*last, last->cue->seconds() + moment.seconds, 1 - smoothstep(ramp(0, 0.25, share)));
    add(shot, moment.seconds, smoothstep(ramp(0.78, 1, share)));
}

void Scene::Implementation::addTimeline(const film::Moment& moment, double share, Picture& picture) const {
    const Shot& shot = shotAt(moment);
    const Shot* last = before(moment);
    const std::optional<double> day = dayAt(moment);
    base::Color accent = shot.accent;
    double alpha = shot.cards.empty() ? 1 : 0;
    if (last && share < 1) {
        const double t = smoothstep(share);
        accent = base::mix(last->accent, accent, t);
        alpha = base::lerp(last->cards.empty() ? 1.0 : 0.0, alpha, t);
    }
    if (alpha <= 0) return;
    if (auto timeline = makeTimeline(context, day, accent, shot.cue->date && shot.cue->date->end)) {
        timeline->alpha = alpha;
        picture.panels.push_back(std::move(*timeline));
    }
}

// The pages of a card share the time that the cue plays and holds, and come round again after it.
void Scene::Implementation::addPage(const Shot& shot, double seconds, double alpha, Picture& picture) const {
    const auto pages = static_cast<double>(shot.cards.size());
    if (pages <= 0 || alpha <= 0) return;
    const double whole = shot.cue->playSeconds + shot.cue->holdSeconds;
    const double each = std::max(whole / pages, kShortestPage);
    const double since = std::max(0.0, seconds - shot.cue->flySeconds);
    double page = std::max(0.0, std::ceil(since / each) - 1);
    // No page begins that the cue cannot hold; after the cue the others follow.
    if (since <= whole) page = std::min(page, std::max(0.0, std::floor(whole / each + 1e-9) - 1));
    const double in = pages > 1 && page > 0 ? smoothstep(ramp(0, kPageTurn, since - page * each)) : 1;
    const auto put = [&](double index, double shown) {
        Panel panel = shot.cards[static_cast<std::size_t>(std::fmod(index + pages, pages))];
        panel.alpha = alpha * shown;
        // The veil stays while pages turn.
        if (shown < 1) std::erase_if(panel.shapes, [&](const Shape& s) { return s.box.w >= options.size.w; });
        picture.panels.push_back(std::move(panel));
    };
    if (in < 1) {
        Panel veil = shot.cards.front();
        std::erase_if(veil.shapes, [&](const Shape& s) { return s.box.w < options.size.w; });
        veil.runs.clear();
        veil.texts.clear();
        veil.alpha = alpha;
        picture.panels.push_back(std::move(veil));
        put(page - 1, 1 - in);
    }
    put(page, in);
}

void Scene::Implementation::addPanels(const film::Moment& moment, double share, Picture& picture) const {
    const Shot& shot = shotAt(moment);
    const Shot* last = before(moment);
    if (options.purpose == Purpose::Film) addTimeline(moment, share, picture);
    const auto add = [&](const std::optional<Panel>& source, double alpha, double slide) {
        if (!source || alpha <= 0) return;
        Panel panel = *source;
        if (slide != 0) shift(panel, {slide, 0});
        fade(panel, alpha);
        picture.panels.push_back(std::move(panel));
    };
    if (last && share < 1) {
        const double out = 1 - smoothstep(ramp(0, 0.3, share));
        for (const auto* panel : {&last->legend, &last->caption}) add(*panel, out, 0);
        addPage(*last, last->cue->seconds() + moment.seconds, out, picture);
    }
    const double in = smoothstep(ramp(0.55, 0.97, share));
    add(shot.legend, in, 0);
    add(shot.caption, in, -context.px(26) * (1 - in));
    addPage(shot, moment.seconds, in, picture);
}

Scene::Scene(const film::Film& film, const geo::World& world, const Fonts& fonts, Options options)
    : m_implementation(std::make_unique<Implementation>(film, world, fonts, std::move(options))) {}
Scene::~Scene() = default;
Scene::Scene(Scene&&) noexcept = default;
Scene& Scene::operator=(Scene&&) noexcept = default;

const Options& Scene::options() const {
    return m_implementation->options;
}

geo::Camera Scene::cameraAt(const film::Moment& moment) const {
    return geo::cameraOf(m_implementation->context.world.projection, m_implementation->viewAt(moment));
}

Picture Scene::at(const film::Moment& moment, const View& detour) const {
    const Implementation& self = *m_implementation;
    const geo::Projection& projection = self.context.world.projection;
    const Shot& shot = self.shotAt(moment);
    const Shot* last = self.before(moment);
    const double share = flightShare(shot, moment.cue, moment.seconds);
    const geo::MapView view =
        detour.camera ? geo::makeView(projection, *detour.camera, self.options.size) : self.viewAt(moment);

    Picture picture;
    picture.size = self.options.size;
    picture.time = film::filmTime(self.context.film, moment);
    picture.cue = shot.cue->id;
    picture.language = self.options.language;
    picture.theme = self.options.theme.name;
    picture.camera = detour.camera ? *detour.camera : geo::cameraOf(projection, view);
    picture.ground = self.groundFor(moment, view, picture.camera.widthKm);
    picture.arrowStyle = self.theme.arrow;

    if (last && share < 1) {
        const double out = 1 - smoothstep(ramp(0, 0.35, share)), whole = last->cue->seconds();
        // The last cue's ambient motion goes on while it fades.
        self.addArrows(*last, whole + moment.seconds, out, view, picture);
        self.addEventMarks(*last, whole + moment.seconds, out, view, picture);
        self.addRings(*last, out, view, picture);
    }
    self.addArrows(shot, moment.seconds, 1, view, picture);
    self.addEventMarks(shot, moment.seconds, 1, view, picture);
    self.addRings(shot, last ? smoothstep(ramp(0.78, 1, share)) : 1, view, picture);
    if (detour.camera) {
        if (shot.cards.empty()) self.addLabels(labelsFor(self.context, shot, view), 1, view, picture);
    } else {
        self.addShotLabels(moment, share, view, picture);
    }
    self.addState(moment, share, view, picture);
    if (self.options.panels) self.addPanels(moment, share, picture);
    return picture;
}

Picture pictureAt(const film::Film& film, const geo::World& world, const Fonts& fonts,
                  const film::Moment& moment, const View& view, const Options& options) {
    return Scene(film, world, fonts, options).at(moment, view);
}

}  // namespace picture
