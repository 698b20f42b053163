#include "ui/take.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace ui {

namespace {

using Id = CommandId;

// A row that is new is the tool's own until it is named here.
constexpr std::array kOfFilm = {Id::Next,
                                Id::Previous,
                                Id::Skip,
                                Id::First,
                                Id::Last,
                                Id::JumpToCue,
                                Id::JumpToEvent,
                                Id::Scrub,
                                Id::Pause,
                                Id::Slower,
                                Id::Faster,
                                Id::NextChapter,
                                Id::PreviousChapter,
                                Id::Black,
                                Id::White,
                                Id::Start,
                                Id::StartHere,
                                Id::ZoomIn,
                                Id::ZoomOut,
                                Id::PanLeft,
                                Id::PanRight,
                                Id::PanUp,
                                Id::PanDown,
                                Id::TurnLeft,
                                Id::TurnRight,
                                Id::TiltFlatter,
                                Id::TiltSteeper,
                                Id::Look,
                                Id::Fly,
                                Id::Return,
                                Id::Language,
                                Id::Theme,
                                Id::Panels,
                                Id::Pen,
                                Id::Highlighter,
                                Id::InkArrow,
                                Id::Laser,
                                Id::Spotlight,
                                Id::Eraser,
                                Id::InkColor,
                                Id::InkKeep,
                                Id::Erase,
                                Id::Undo,
                                Id::Redo,
                                Id::StrokeBegin,
                                Id::StrokePoint,
                                Id::StrokeEnd,
                                Id::EraseAt,
                                Id::PointAt};

constexpr std::array kSwitches = {Id::Pause, Id::Black, Id::White, Id::Panels};

// Those that start from what is seen; all that jump do when a detour is under way.
constexpr std::array kFromSight = {Id::ZoomIn,  Id::ZoomOut,  Id::PanLeft,   Id::PanRight,    Id::PanUp,
                                   Id::PanDown, Id::TurnLeft, Id::TurnRight, Id::TiltFlatter, Id::TiltSteeper,
                                   Id::Fly,     Id::Return,   Id::EraseAt};

// Those of ink that leave the camera where it is.
constexpr std::array kOfInk = {Id::Pen,    Id::Highlighter, Id::InkArrow,    Id::Laser,     Id::Spotlight,
                               Id::Eraser, Id::InkColor,    Id::InkKeep,     Id::Erase,     Id::Undo,
                               Id::Redo,   Id::StrokeBegin, Id::StrokePoint, Id::StrokeEnd, Id::PointAt};

template <class Ids>
bool has(const Ids& ids, Id id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

double roundedTo(double value, double steps) {
    return std::round(value * steps) / steps;
}

bool hasSound(const Take& take) {
    return std::any_of(take.lines.begin(), take.lines.end(),
                       [](const TakeLine& line) { return line.kind == TakeKind::Sound; });
}

// Seconds held from one stage time to another.
double heldBetween(const Take& take, double from, double to) {
    double held = 0;
    if (!hasSound(take)) return held;
    for (const TakeLine& line : take.lines) {
        if (line.kind == TakeKind::Hold && line.at >= from && line.at < to) held += line.seconds.value_or(0);
    }
    return held;
}

double beginOf(const Take& take) {
    return std::clamp(take.header.from.value_or(0), 0.0, take.end);
}

}  // namespace

bool isOfFilm(CommandId id) {
    return has(kOfFilm, id);
}

bool isSwitch(CommandId id) {
    return has(kSwitches, id);
}

bool needsSight(const Session& session, CommandId id) {
    if (has(kFromSight, id)) return true;
    const bool endsDetour = id != Id::Look && id != Id::Language && id != Id::Theme && id != Id::Slower &&
                            id != Id::Faster && !isSwitch(id) && !has(kOfInk, id);
    return session.detour.has_value() && endsDetour;
}

geo::Camera rounded(const geo::Camera& camera) {
    constexpr int kDigits = 6;
    const double magnitude = std::floor(std::log10(std::max(camera.widthKm, 1e-3)));
    const double steps = std::pow(10.0, kDigits - 1 - magnitude);
    return {{roundedTo(camera.center.lon, 1e6), roundedTo(camera.center.lat, 1e6)},
            roundedTo(camera.widthKm, steps),
            roundedTo(camera.bearing, 1e4),
            roundedTo(camera.pitch, 1e4)};
}

picture::InkPoint rounded(const picture::InkPoint& point) {
    picture::InkPoint to = point;
    if (to.ground) to.ground = base::LonLat{roundedTo(to.ground->lon, 1e6), roundedTo(to.ground->lat, 1e6)};
    to.share = {roundedTo(to.share.x, 1e5), roundedTo(to.share.y, 1e5)};
    return to;
}

double roundedSeconds(double seconds) {
    return roundedTo(seconds, 1e4);
}

TakeTime::TakeTime(const Take& take)
    : m_begin(beginOf(take)), m_end(std::clamp(take.header.to.value_or(take.end), m_begin, take.end)) {
    if (!hasSound(take)) return;
    double held = 0;
    for (const TakeLine& line : take.lines) {
        if (line.kind != TakeKind::Hold || line.at < m_begin || line.at >= m_end) continue;
        m_holds.push_back({line.at, line.seconds.value_or(0), held});
        held += m_holds.back().seconds;
    }
}

double TakeTime::filmSeconds() const {
    return m_end - m_begin + (m_holds.empty() ? 0 : m_holds.back().before + m_holds.back().seconds);
}

double TakeTime::stageSeconds(double seconds) const {
    const double running = m_begin + seconds;  // had nothing been held
    const auto later = std::lower_bound(m_holds.begin(), m_holds.end(), running,
                                        [](const Hold& hold, double t) { return hold.at + hold.before < t; });
    if (later == m_holds.begin()) return running;
    const Hold& hold = *(later - 1);
    return std::max(hold.at, running - hold.before - hold.seconds);
}

std::optional<TakeSound> soundOf(const Take& take) {
    const auto line = std::find_if(take.lines.begin(), take.lines.end(),
                                   [](const TakeLine& l) { return l.kind == TakeKind::Sound; });
    if (line == take.lines.end()) return std::nullopt;
    const double begin = beginOf(take);
    const double at = line->at >= begin ? line->at - begin + heldBetween(take, begin, line->at)
                                        : line->at - begin - heldBetween(take, line->at, begin);
    return TakeSound{(std::filesystem::path(take.path).parent_path() / line->file).string(), at};
}

}  // namespace ui
