#include "ui/take_replay.h"

#include <algorithm>
#include <tuple>

#include "ui/command_acts.h"

namespace ui {

namespace {

// Of states kept to go back to: lines from one to the next at first, how many, and how many points their
// strokes have together (64 MiB).
constexpr std::size_t kLinesBetween = 512, kMostKept = 64, kMostKeptPoints = std::size_t{1} << 22;

std::size_t pointsOf(const std::vector<PlacedStroke>& strokes) {
    std::size_t points = 0;
    for (const PlacedStroke& placed : strokes) points += placed.stroke.points.size();
    return points;
}

std::size_t pointsOf(const Performed& performed) {
    const InkDesk& ink = performed.session.ink;
    std::size_t points = 0;
    for (const picture::Stroke& stroke : ink.shown.strokes) points += stroke.points.size();
    for (const auto* changes : {&ink.done, &ink.undone}) {
        for (const InkChange& change : *changes) points += pointsOf(change.gone) + pointsOf(change.come);
    }
    return points;
}

std::optional<film::Moment> momentOf(const Session& session, const TakeLine& line) {
    const auto cue = line.cue.empty() ? std::nullopt : film::findCue(*session.film, line.cue);
    return cue ? std::optional(film::Moment{*cue, line.seconds.value_or(0)}) : std::nullopt;
}

// As by a command that jumps: two of them leave time as it is.
void jump(Session& session, CommandId id, film::Moment to, const Sight& sight) {
    if (id != CommandId::Scrub && id != CommandId::Skip) session.paused = false;
    act::jumpTo(session, to, sight);
}

// A jump that says where needs no step's number and no event, which may be others by now: without them it
// would complain in front of the room.
bool saysWhereAlone(CommandId id) {
    return id == CommandId::JumpToCue || id == CommandId::JumpToEvent;
}

// What the command did then counts, also when others before it have been taken out, or the film has changed.
void enforceMoment(Session& session, const TakeLine& line, int jumpsBefore, const Sight& sight) {
    const auto to = momentOf(session, line);
    if (!to) return;
    if (session.jumps == jumpsBefore)
        jump(session, line.command.id, *to, sight);
    else
        session.playhead = *to;
}

void enforceSwitch(Session& session, CommandId id, bool on) {
    if (id == CommandId::Pause) session.paused = on;
    if (id == CommandId::Panels) session.panels = on;
    if (id == CommandId::Black) session.blank = on ? Blank::Black : Blank::None;
    if (id == CommandId::White) session.blank = on ? Blank::White : Blank::None;
}

// What changes at once when it changes.
auto sharpPart(const Session& session) {
    return std::tuple(session.jumps, session.blank, session.language, session.theme, session.panels);
}

}  // namespace

Session sessionAtStart(const Take& take, const film::Film& film, std::vector<std::string> themes) {
    const TakeHeader& header = take.header;
    Session session = makeSession(film, std::move(themes));
    if (!header.language.empty()) session.language = header.language;
    if (!header.theme.empty()) session.theme = header.theme;
    session.playhead = {film::findCue(film, header.cue).value_or(0), header.seconds};
    session.paused = header.paused;
    session.panels = header.panels;
    session.detour = header.camera;
    if (header.camera) session.home = session.playhead;
    return session;
}

void carryOut(Session& session, const TakeLine& line, base::Size size, const geo::Projection& projection,
              const SightOf& sightOf) {
    const CommandId id = line.command.id;
    if (session.blank != Blank::None && !rowOf(id).actsWhileBlank) return;
    const Sight sight = line.from ? Sight{projection, geo::makeView(projection, *line.from, size)}
                        : needsSight(session, id) ? sightOf(session, size)
                                                  : Sight{projection, {}};
    const int jumps = session.jumps;
    const bool isStraight = saysWhereAlone(id) && momentOf(session, line);
    if (!isStraight) apply(session, line.command, sight);
    enforceMoment(session, line, jumps, sight);
    if (line.paused) session.paused = *line.paused;
    if (line.on) enforceSwitch(session, id, *line.on);
    if (id == CommandId::Language && !line.to.empty()) session.language = line.to;
    if (id == CommandId::Theme && !line.to.empty()) session.theme = line.to;
}

TakeReplay::TakeReplay(const Take& take, const film::Film& film, const geo::Projection& projection,
                       std::vector<std::string> themes, SightOf sightOf)
    : m_take(take),
      m_projection(projection),
      m_sightOf(std::move(sightOf)),
      m_now{sessionAtStart(take, film, std::move(themes)), take.header.size},
      m_kept{m_now},
      m_between(kLinesBetween) {}

// Every second of them goes when they are too many.
void TakeReplay::keep() {
    m_kept.push_back(m_now);
    m_keptPoints += pointsOf(m_now);
    while (m_kept.size() > 2 && (m_kept.size() > kMostKept || m_keptPoints > kMostKeptPoints)) {
        for (std::size_t i = 1; 2 * i < m_kept.size(); ++i) m_kept[i] = std::move(m_kept[2 * i]);
        m_kept.resize((m_kept.size() + 1) / 2, m_kept.front());
        m_between *= 2;
        m_keptPoints = 0;
        for (const Performed& kept : m_kept) m_keptPoints += pointsOf(kept);
    }
}

void TakeReplay::carryOutNext() {
    const TakeLine& line = m_take.lines[m_now.next];
    advance(m_now.session, line.at - m_now.at);
    m_now.at = line.at;
    if (line.kind == TakeKind::Size) m_now.size = line.size;
    if (line.kind == TakeKind::Command) {
        const auto before = sharpPart(m_now.session);
        carryOut(m_now.session, line, m_now.size, m_projection, m_sightOf);
        m_now.cuts += before != sharpPart(m_now.session);
    }
    ++m_now.next;
    if (m_now.next == m_kept.size() * m_between) keep();
}

void TakeReplay::goTo(double seconds) {
    if (m_now.next > 0 && m_take.lines[m_now.next - 1].at > seconds) {
        const auto after = std::find_if(m_kept.begin(), m_kept.end(), [&](const Performed& kept) {
            return kept.next > 0 && m_take.lines[kept.next - 1].at > seconds;
        });
        m_now = *(after - 1);  // the first of them stands before all lines
    }
    while (m_now.next < m_take.lines.size() && m_take.lines[m_now.next].at <= seconds) carryOutNext();
}

Performed TakeReplay::at(double seconds) {
    goTo(seconds);
    Performed performed = m_now;
    advance(performed.session, seconds - performed.at);
    performed.at = seconds;
    return performed;
}

}  // namespace ui
