#include "ui/ink.h"

#include <algorithm>

#include "picture/ink_line.h"
#include "picture/theme.h"

namespace ui {

namespace {

using base::Vec2;
using picture::Stroke;

using Strokes = std::vector<Stroke>;

void carryOut(Strokes& strokes, const InkChange& change) {
    for (auto gone = change.gone.rbegin(); gone != change.gone.rend(); ++gone)
        strokes.erase(strokes.begin() + static_cast<std::ptrdiff_t>(gone->at));
    for (const PlacedStroke& come : change.come)
        strokes.insert(strokes.begin() + static_cast<std::ptrdiff_t>(come.at), come.stroke);
}

// Remembers what has just been done; what had been taken back is gone for good.
void remember(InkDesk& desk, InkChange change) {
    if (desk.done.size() >= kMostInkChanges) desk.done.erase(desk.done.begin());
    desk.done.push_back(std::move(change));
    desk.undone.clear();
}

void remove(InkDesk& desk, InkChange change) {
    if (change.gone.empty()) return;
    carryOut(desk.shown.strokes, change);
    remember(desk, std::move(change));
}

picture::InkTool toolOf(InkHold hold) {
    if (hold == InkHold::Highlighter) return picture::InkTool::Highlighter;
    return hold == InkHold::Arrow ? picture::InkTool::Arrow : picture::InkTool::Pen;
}

picture::InkPointer pointerOf(InkHold hold) {
    if (hold == InkHold::Laser) return picture::InkPointer::Laser;
    return hold == InkHold::Spotlight ? picture::InkPointer::Spotlight : picture::InkPointer::None;
}

// Points of a trail are this far apart, s: no screen of a room shows more, and a take has no more.
constexpr double kPointsApart = 1 / 60.0;
// The age of a pointer that rests, s: as bright as a new one, but not of this very moment.
constexpr double kRestingAge = 1e-9;

// Whether a point that comes now takes the last one's place.
bool replacesLast(const std::vector<picture::TrailPoint>& trail) {
    if (trail.empty()) return false;
    return trail.back().age == 0 || (trail.size() > 1 && trail[trail.size() - 2].age < kPointsApart);
}

double distanceTo(const std::vector<Vec2>& line, Vec2 p) {
    double nearest = base::length(p - line.front());
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Vec2 along = line[i] - line[i - 1];
        const double t =
            base::clamp01(base::dot(p - line[i - 1], along) / std::max(base::dot(along, along), 1e-9));
        nearest = std::min(nearest, base::length(p - line[i - 1] - along * t));
    }
    return nearest;
}

}  // namespace

std::string_view toString(InkHold hold) {
    switch (hold) {
        case InkHold::Nothing:
            return "";
        case InkHold::Pen:
            return "pen";
        case InkHold::Highlighter:
            return "highlighter";
        case InkHold::Arrow:
            return "arrow";
        case InkHold::Eraser:
            return "eraser";
        case InkHold::Laser:
            return "laser";
        case InkHold::Spotlight:
            return "spotlight";
    }
    return "";
}

bool draws(InkHold hold) {
    return hold == InkHold::Pen || hold == InkHold::Highlighter || hold == InkHold::Arrow;
}

bool points(InkHold hold) {
    return hold == InkHold::Laser || hold == InkHold::Spotlight;
}

void take(InkDesk& desk, InkHold hold) {
    endStroke(desk);
    desk.hold = desk.hold == hold ? InkHold::Nothing : hold;
    desk.shown.pointer = pointerOf(desk.hold);
    if (!points(desk.hold)) desk.shown.trail.clear();
    desk.signAge = 0;
}

void putAway(InkDesk& desk) {
    if (desk.hold != InkHold::Nothing) take(desk, desk.hold);
}

void beginStroke(InkDesk& desk, base::LonLat at) {
    endStroke(desk);
    if (!draws(desk.hold) || desk.shown.strokes.size() >= picture::kMostStrokes) return;
    desk.shown.strokes.push_back({toolOf(desk.hold), desk.color, {at}});
    desk.drawing = true;
}

void growStroke(InkDesk& desk, base::LonLat to) {
    if (!desk.drawing) return;
    auto& points = desk.shown.strokes.back().points;
    if (points.size() < picture::kMostStrokePoints) points.push_back(to);
}

void endStroke(InkDesk& desk) {
    if (!desk.drawing) return;
    desk.drawing = false;
    remember(desk, {{}, {{desk.shown.strokes.size() - 1, desk.shown.strokes.back()}}});
}

std::optional<std::size_t> strokeAt(const InkDesk& desk, Vec2 pixel, const Sight& sight) {
    const double reach = kEraserReach * std::min(sight.view.size.w, sight.view.size.h);
    const Strokes& strokes = desk.shown.strokes;
    for (std::size_t i = strokes.size(); i-- > 0;) {
        for (const picture::InkPiece& piece :
             picture::inkPieces(strokes[i].points, sight.projection, sight.view)) {
            if (distanceTo(piece.points, pixel) <= reach) return i;
        }
    }
    return std::nullopt;
}

void eraseStroke(InkDesk& desk, std::size_t index) {
    endStroke(desk);
    remove(desk, {{{index, desk.shown.strokes[index]}}, {}});
}

void eraseAll(InkDesk& desk) {
    endStroke(desk);
    InkChange change;
    for (std::size_t i = 0; i < desk.shown.strokes.size(); ++i)
        change.gone.push_back({i, desk.shown.strokes[i]});
    remove(desk, std::move(change));
}

void undoInk(InkDesk& desk) {
    endStroke(desk);
    if (desk.done.empty()) return;
    InkChange change = std::move(desk.done.back());
    desk.done.pop_back();
    carryOut(desk.shown.strokes, {change.come, change.gone});
    desk.undone.push_back(std::move(change));
}

void redoInk(InkDesk& desk) {
    endStroke(desk);
    if (desk.undone.empty()) return;
    InkChange change = std::move(desk.undone.back());
    desk.undone.pop_back();
    carryOut(desk.shown.strokes, change);
    desk.done.push_back(std::move(change));
}

bool undoesInk(const InkDesk& desk) {
    return desk.hold != InkHold::Nothing || desk.drawing || !desk.done.empty() || !desk.undone.empty();
}

void nextInkColor(InkDesk& desk) {
    if (!draws(desk.hold)) return;
    desk.color = (desk.color + 1) % picture::kInkColors;
    desk.signAge = 0;
}

void toggleKeep(InkDesk& desk) {
    desk.keep = !desk.keep;
    desk.signAge = 0;
}

void pointAt(InkDesk& desk, const std::optional<picture::InkPoint>& at) {
    if (!points(desk.hold) || rests(desk, at)) return;
    auto& trail = desk.shown.trail;
    // A spotlight has no trail.
    if (!at || desk.hold == InkHold::Spotlight) trail.clear();
    if (!at) return;
    if (replacesLast(trail)) trail.pop_back();
    if (trail.size() >= picture::kMostTrailPoints) trail.erase(trail.begin());
    trail.push_back({*at, 0});
}

bool rests(const InkDesk& desk, const std::optional<picture::InkPoint>& at) {
    const auto& trail = desk.shown.trail;
    return at ? !trail.empty() && trail.back().at == *at : trail.empty();
}

void followCue(InkDesk& desk, std::size_t cue) {
    if (std::exchange(desk.cue, cue) != cue && !desk.keep) eraseAll(desk);
}

void age(InkDesk& desk, double seconds) {
    desk.signAge = std::min(desk.signAge + seconds, kInkSignSeconds);
    auto& trail = desk.shown.trail;
    if (trail.empty()) return;
    for (picture::TrailPoint& point : trail) point.age += seconds;
    // Where the pointer is now stays.
    const auto seen = std::find_if(trail.begin(), trail.end() - 1, [](const picture::TrailPoint& point) {
        return point.age < picture::kTrailSeconds;
    });
    trail.erase(trail.begin(), seen);
    if (trail.size() == 1) trail.back().age = std::min(trail.back().age, kRestingAge);
}

bool isMoving(const InkDesk& desk) {
    return desk.shown.trail.size() > 1 || desk.signAge < kInkSignSeconds;
}

}  // namespace ui
