#include "picture/shot.h"

#include <algorithm>

#include "film/timeline.h"
#include "picture/framing.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;

CueEvents eventsOf(const film::Film& film, const film::Cue& cue) {
    CueEvents events;
    for (const std::string& id : cue.events) {
        if (const film::Event* event = film::findEvent(film, id)) events.push_back(event);
    }
    return events;
}

// Arrows follow each other, each overlapping the next by about a third.
void schedule(const Context& context, const std::vector<Track>& tracks, Shot& shot) {
    const auto n = static_cast<double>(tracks.size());
    const double play = shot.cue->playSeconds, step = play * 0.65 / std::max(n, 1.0);
    double k = 0;
    for (const Track& track : tracks) {
        const film::Event* event = film::findEvent(context.film, track.event);
        ScheduledArrow arrow;
        arrow.event = event;
        arrow.track = track;
        arrow.look = lookOf(*event, context.theme.arrow);
        arrow.color = actorColor(context, *event);
        arrow.begin = shot.cue->flySeconds + k * step;
        arrow.end = arrow.begin + std::max(play - (n - 1) * step, 0.001);
        shot.arrows.push_back(std::move(arrow));
        k += 1;
    }
}

void addMarks(const Context& context, Shot& shot) {
    double k = 0;
    for (const film::Event* event : shot.events) {
        if (event->isMovement()) continue;
        const film::Place* place = film::findPlace(context.film, event->to.empty() ? event->from : event->to);
        const auto anchor = place ? context.world.projection.forward(place->at) : std::nullopt;
        if (!anchor) continue;
        shot.marks.push_back({event, *anchor, actorColor(context, *event), shot.cue->flySeconds + 0.35 * k});
        k += 1;
    }
}

std::vector<std::string> importantPlaces(const Shot& shot) {
    std::vector<std::string> ids;
    const auto add = [&](const std::string& id) {
        if (!id.empty() && id != film::kUnknownPlace && std::find(ids.begin(), ids.end(), id) == ids.end()) {
            ids.push_back(id);
        }
    };
    for (const film::Event* event : shot.events) add(event->to);
    for (const film::Event* event : shot.events) add(event->from);
    for (const film::Event* event : shot.events) {
        for (const std::string& id : event->via) add(id);
    }
    return ids;
}

// Boxes along an arrow: soft ones over its body, hard ones over its head.
void addArrowObstacles(const Context& context, const Shot& shot, const geo::MapView& view,
                       Obstacles& obstacles) {
    for (const ScheduledArrow& arrow : shot.arrows) {
        const std::vector<Vec2> points = arrowPoints(context, arrow, view);
        if (points.empty()) continue;
        const double half = arrow.look.width * 0.6 + context.px(3);
        const double head = std::max(arrow.look.width * 3.4, context.px(26));
        double toEnd = 0;
        Vec2 last = points.back();
        double sinceBox = 1e9;
        for (std::size_t i = points.size(); i-- > 0;) {
            const double step = base::length(points[i] - last);
            toEnd += step;
            sinceBox += step;
            last = points[i];
            const bool isHead = toEnd < head && arrow.track.endKnown;
            if (sinceBox < half) continue;
            sinceBox = 0;
            const double reach = isHead ? arrow.look.width * 1.3 : half;
            (isHead ? obstacles.hard : obstacles.soft)
                .push_back(Box{points[i].x, points[i].y, 0, 0}.grown(reach));
        }
    }
}

Obstacles obstaclesFor(const Context& context, const Shot& shot, const geo::MapView& view) {
    Obstacles obstacles;
    for (const auto* panel : {&shot.caption, &shot.legend}) {
        if (*panel) obstacles.hard.push_back((*panel)->box.grown(context.px(6)));
    }
    const Box& band = context.layout.timeline;
    const double bandTop = band.y - context.px(24);
    obstacles.hard.push_back({0, bandTop, double(context.layout.size.w), context.layout.size.h - bandTop});
    for (const ScheduledMark& mark : shot.marks) {
        if (const auto at = view.toPixels(mark.anchor)) {
            obstacles.hard.push_back(Box{at->x, at->y - context.px(24), 0, 0}.grown(context.px(13)));
        }
    }
    addArrowObstacles(context, shot, view, obstacles);
    return obstacles;
}

film::CameraSpec cameraSpecOf(const film::Film& film, std::size_t cue) {
    for (std::size_t i = cue + 1; i-- > 0;) {
        const film::CameraSpec& spec = film.cues[i].camera;
        if (spec.center || !spec.fit.empty()) return spec;
    }
    film::CameraSpec focus;
    focus.fit = film.focus;
    return focus;
}

// A page says itself what captions and cards say.
void addPanels(const Context& context, Shot& shot) {
    const Purpose purpose = context.options.purpose;
    if (purpose == Purpose::Film) {
        if (shot.cue->card == film::CueCard::Title) shot.card = makeTitleCard(context, *shot.cue);
        if (shot.cue->card == film::CueCard::Credits) shot.card = makeCredits(context, *shot.cue);
        if (!shot.card) shot.caption = makeCaption(context, *shot.cue, shot.events);
    }
    if (!shot.card && purpose != Purpose::Thumbnail) shot.legend = makeLegend(context, shot.events);
}

}  // namespace

Shot makeShot(const Context& context, std::size_t index) {
    Shot shot;
    shot.cue = &context.film.cues[index];
    shot.events = eventsOf(context.film, *shot.cue);
    const std::vector<Track> tracks = layTracks(context.film, shot.events, context.world.projection);
    schedule(context, tracks, shot);
    addMarks(context, shot);
    shot.important = importantPlaces(shot);
    shot.accent =
        shot.events.empty() ? context.theme.timeline.tick : actorColor(context, *shot.events.front());
    addPanels(context, shot);
    if (const auto day = film::dayOfCue(context.film, index)) shot.day = static_cast<double>(day->sinceEpoch);

    // The camera leaves room for the panels whether they are shown or not: passes and shows without them line
    // up.
    const Vec2 legend = shot.legend ? Vec2{shot.legend->box.w, shot.legend->box.h} : Vec2{};
    const std::vector<Box> free =
        shot.card ? std::vector<Box>{freeBesideCard(context.layout)}
                  : freeAreas(context.layout, shot.caption ? shot.caption->box.h : 0, legend);
    const geo::Camera camera = frameCue(context.film, context.world, cameraSpecOf(context.film, index),
                                        tracks, context.options.size, free, context.px(70));
    shot.view = geo::makeView(context.world.projection, camera, context.options.size);
    if (!shot.card) shot.labels = labelsFor(context, shot, shot.view);
    return shot;
}

LabelPlan labelsFor(const Context& context, const Shot& shot, const geo::MapView& view) {
    return placeLabels(context, view, shot.important, obstaclesFor(context, shot, view));
}

std::vector<Vec2> arrowPoints(const Context& context, const ScheduledArrow& arrow, const geo::MapView& view) {
    std::vector<Vec2> points;
    for (const Vec2& plane : arrow.track.points) {
        if (const auto p = view.toPixels(plane)) points.push_back(*p);
    }
    if (points.size() < 2) return {};
    const Vec2 start = points.front(), end = points.back();
    const double startGap = arrow.track.startKnown ? context.theme.label.capitalDot + context.px(5) : 0;
    const double endGap = arrow.track.endKnown ? context.theme.label.capitalDot + context.px(9) : 0;
    if (base::length(end - start) < startGap + endGap + context.px(8)) return {};
    const auto trim = [](std::vector<Vec2>& line, Vec2 from, double gap) {
        // `line` ends at `from`; cut it back to where it enters the circle of radius `gap`.
        while (line.size() > 1 && base::length(line[line.size() - 2] - from) < gap) line.pop_back();
        if (line.size() < 2 || gap <= 0) return;
        const Vec2 outside = line[line.size() - 2];
        double low = 0, high = 1;  // fraction from outside to line.back(): outside is beyond the gap
        for (int i = 0; i < 30; ++i) {
            const double middle = (low + high) / 2;
            (base::length(base::lerp(outside, line.back(), middle) - from) >= gap ? low : high) = middle;
        }
        line.back() = base::lerp(outside, line.back(), low);
    };
    trim(points, end, endGap);
    std::reverse(points.begin(), points.end());
    trim(points, start, startGap);
    std::reverse(points.begin(), points.end());
    return points.size() < 2 ? std::vector<Vec2>{} : points;
}

}  // namespace picture
