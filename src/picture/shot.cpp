#include "picture/shot.h"

#include <algorithm>
#include <map>

#include "film/cue_summary.h"
#include "film/timeline.h"
#include "geo/frame_ground.h"
#include "picture/framing.h"
#include "picture/obstacles.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;

constexpr double kMarkRise = 26;  // theme units that event marks stand above their place
constexpr double kMarkStep = 30;  // from one to the next of the same place

CueEvents arrowsOf(const film::Film& film, CueEvents events) {
    std::erase_if(events, [&](const film::Event* event) { return !film::isDrawnAsArrow(film, *event); });
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

// Where an event that is not drawn as an arrow has its mark.
std::string_view markedPlace(const film::Event& event) {
    const bool leaves = event.to.empty() || event.kind == film::EventKind::Departure;
    return leaves ? event.from : event.to;
}

void addMarks(const Context& context, Shot& shot) {
    std::map<std::string_view, int> atPlace;
    double k = 0;
    for (const film::Event* event : shot.events) {
        if (film::isDrawnAsArrow(context.film, *event)) continue;
        const film::Place* place = film::findPlace(context.film, markedPlace(*event));
        const auto anchor = place ? context.world.projection.forward(place->at) : std::nullopt;
        if (!anchor) continue;
        const int slot = atPlace[place->id]++;
        shot.marks.push_back({event,
                              *anchor,
                              {context.px(kMarkStep) * slot, -context.px(kMarkRise)},
                              actorColor(context, *event),
                              shot.cue->flySeconds + 0.35 * k});
        k += 1;
    }
    for (ScheduledMark& mark : shot.marks)
        mark.offset.x -= context.px(kMarkStep) * (atPlace[markedPlace(*mark.event)] - 1) / 2.0;
}

std::vector<std::string> importantPlaces(const Shot& shot) {
    std::vector<std::string> ids;
    const auto add = [&](const std::string& id) {
        if (!id.empty() && id != film::kUnknownPlace && std::find(ids.begin(), ids.end(), id) == ids.end()) {
            ids.push_back(id);
        }
    };
    for (const ScheduledArrow& arrow : shot.arrows) add(arrow.event->to);
    for (const ScheduledMark& mark : shot.marks) add(std::string(markedPlace(*mark.event)));
    for (const ScheduledArrow& arrow : shot.arrows) add(arrow.event->from);
    for (const ScheduledArrow& arrow : shot.arrows) {
        for (const std::string& id : arrow.event->via) add(id);
    }
    return ids;
}

// Marks stand above their place, or below it where an arrow goes.
void settleMarks(const Context& context, Shot& shot) {
    std::vector<Box> along;
    for (const ScheduledArrow& arrow : shot.arrows) {
        for (const WayPiece& piece : arrowWay(context, arrow, shot.view).pieces) {
            for (const WayPoint& p : piece.points)
                along.push_back(Box{p.at.x, p.at.y, 0, 0}.grown(arrow.look.width / 2));
        }
    }
    const auto covered = [&](const ScheduledMark& mark, double side) {
        const auto at = shot.view.toPixels(mark.anchor);
        if (!at) return std::ptrdiff_t{0};
        const Box box =
            Box{at->x + mark.offset.x, at->y + side * context.px(kMarkRise), 0, 0}.grown(context.px(15));
        return std::count_if(along.begin(), along.end(), [&](const Box& b) { return b.intersects(box); });
    };
    std::map<std::string_view, std::ptrdiff_t> above, below;
    for (const ScheduledMark& mark : shot.marks) {
        above[markedPlace(*mark.event)] += covered(mark, -1);
        below[markedPlace(*mark.event)] += covered(mark, 1);
    }
    for (ScheduledMark& mark : shot.marks) {
        const std::string_view place = markedPlace(*mark.event);
        if (below[place] < above[place]) mark.offset.y = context.px(kMarkRise);
    }
}

void addBadges(const Context& context, Shot& shot) {
    Obstacles obstacles = obstaclesFor(context, shot, shot.view);
    for (const ScheduledArrow& arrow : shot.arrows) {
        const BadgedArrow badged{arrow.event,
                                 arrow.color,
                                 arrow.look.width,
                                 &arrow.track,
                                 arrowWay(context, arrow, shot.view).aside,
                                 arrow.begin,
                                 arrow.end};
        auto badge = placeBadge(context, badged, shot.view, obstacles);
        if (!badge) continue;
        if (const auto box = badgeBox(context, *badge, shot.view)) obstacles.hard.push_back(*box);
        shot.badges.push_back(std::move(*badge));
    }
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

geo::MapView viewFor(const Context& context, const Shot& shot, const std::vector<Track>& tracks,
                     std::size_t index) {
    // The camera leaves room for the panels whether they are shown or not: passes and shows without them line
    // up.
    const Vec2 legend = shot.legend ? Vec2{shot.legend->box.w, shot.legend->box.h} : Vec2{};
    FreeSpace free = !shot.cards.empty()
                         ? freeSpaceBesideCard(context.layout)
                         : freeSpace(context.layout, shot.caption ? shot.caption->box.h : 0, legend);
    const auto& covered = context.options.covered;
    free.panels.insert(free.panels.end(), covered.begin(), covered.end());
    return geo::withoutEmptyCorner(
        context.world.projection, frameCue(context.film, context.world, cameraSpecOf(context.film, index),
                                           {tracks, shot.rings}, context.options.size, free, context.px(70)));
}

// A page says itself what captions and cards say.
void addTexts(const Context& context, Shot& shot) {
    if (context.options.purpose != Purpose::Film) return;
    if (shot.cue->card == film::CueCard::Title) shot.cards = {makeTitleCard(context, *shot.cue)};
    if (shot.cue->card == film::CueCard::Credits) shot.cards = makeCredits(context, *shot.cue);
    if (shot.cards.empty()) shot.caption = makeCaption(context, *shot.cue, shot.events);
}

CueDays daysOf(const Context& context, const Shot& shot, std::size_t index) {
    return {shot.days, index > 0 ? film::daysOfCue(context.film, index - 1) : shot.days, shot.cue->flySeconds,
            shot.cue->playSeconds};
}

void addLegend(const Context& context, const CueDays& days, bool ringsAreSeen, Shot& shot) {
    if (!shot.cards.empty() || context.options.purpose == Purpose::Thumbnail) return;
    const double room = legendRoom(context.layout, shot.caption ? shot.caption->box.h : 0);
    auto legend = fitLegend(context, shot.events, stateSigns(context, shot.state, shot.bands, days),
                            ringsAreSeen, room);
    if (!legend) return;
    shot.legend = std::move(legend->panel);
    shot.legendCuts = std::move(legend->cuts);
}

// The camera leaves room for the legend, which may say more once the camera is known.
void addView(const Context& context, const std::vector<Track>& tracks, std::size_t index, Shot& shot) {
    shot.view = viewFor(context, shot, tracks, index);
    const bool ringsAreSeen = std::any_of(
        shot.rings.begin(), shot.rings.end(),
        [&](const PrecisionRing& ring) { return ellipseOf(context, ring, shot.view).has_value(); });
    if (!shot.legend || !ringsAreSeen) return;
    addLegend(context, daysOf(context, shot, index), true, shot);
    shot.view = viewFor(context, shot, tracks, index);
}

LabelPlan labelsAtRest(const Context& context, const Shot& shot) {
    const auto candidates =
        labelCandidates(context, shot.view, shot.important, countriesOnCards(shot), Reach::Frame);
    return placeLabels(context, shot.view, candidates, obstaclesFor(context, shot, shot.view));
}

}  // namespace

std::vector<std::string> countriesOnCards(const Shot& shot) {
    std::vector<std::string> countries;
    for (const StateCard& card : shot.state) countries.push_back(card.country);
    return countries;
}

Shot panelShot(const Context& context, std::size_t index) {
    Shot shot;
    shot.cue = &context.film.cues[index];
    shot.events = film::eventsShown(context.film, *shot.cue);
    shot.accent =
        shot.events.empty() ? context.theme.timeline.tick : actorColor(context, *shot.events.front());
    shot.days = film::daysOfCue(context.film, index);
    const CueDays days = daysOf(context, shot, index);
    addTexts(context, shot);
    shot.bands = allianceBands(context, days);
    if (shot.cards.empty() && shot.cue->state) shot.state = makeStateCards(context, days);
    addLegend(context, days, false, shot);
    return shot;
}

Shot frameShot(const Context& context, std::size_t index) {
    Shot shot = panelShot(context, index);
    const std::vector<Track> tracks =
        layTracks(context.film, arrowsOf(context.film, shot.events), context.world.projection);
    schedule(context, tracks, shot);
    addMarks(context, shot);
    shot.important = importantPlaces(shot);
    shot.rings = precisionRings(context, shot.important);
    addView(context, tracks, index, shot);
    return shot;
}

Shot makeShot(const Context& context, std::size_t index) {
    Shot shot = frameShot(context, index);
    settleMarks(context, shot);
    addBadges(context, shot);
    // Cards are placed before anything that keeps clear of them.
    std::vector<StateCard> cards = std::move(shot.state);
    shot.state.clear();
    shot.state =
        placeStateCards(context, std::move(cards), shot.view, obstaclesFor(context, shot, shot.view));
    if (shot.cards.empty()) shot.labels = labelsAtRest(context, shot);
    return shot;
}

ArrowWay arrowWay(const Context& context, const ScheduledArrow& arrow, const geo::MapView& view,
                  double beyond) {
    const bool thin = arrow.look.fill == ArrowFill::Dashed;
    const bool leaves = arrow.look.direction == ArrowDirection::Departure;
    const double dot = context.theme.label.capitalDot;
    WayEnds ends;
    if (arrow.track.startKnown) ends.startGap = dot + context.px(leaves ? kGaugeReach + 1 : 5);
    if (arrow.track.endKnown) ends.endGap = dot + context.px(thin ? 9 : kGaugeReach + 3);
    ends.beyond = beyond;
    ends.shortest = context.px(kShortestArrow);
    ends.aside = arrow.track.lane * (kHeadWidth * arrow.look.width + context.px(4));
    return wayOf(arrow.track, view, ends);
}

}  // namespace picture
