#include "ui/take_player.h"

#include <algorithm>

namespace ui {

TakePlayer::TakePlayer(Take take) : m_take(std::move(take)) {
    m_end = m_take->header.to ? std::min(*m_take->header.to, m_take->end) : m_take->end;
}

std::optional<double> TakePlayer::untilNext() const {
    if (!m_take) return std::nullopt;
    const double next = m_next < m_take->lines.size() ? m_take->lines[m_next].at : m_end;
    return std::max(0.0, std::min(next, m_end) - m_at);
}

// Full screen and the tool's own panels are not the take's business; nor is what is remembered of them. With
// the inspector open, undo would be that of the film's text.
void TakePlayer::carryOutNext(Session& session, const Sight& sight, const SightOf& sightOf) {
    const TakeLine& line = m_take->lines[m_next++];
    if (line.kind != TakeKind::Command) return;
    const bool fullScreen = session.fullScreen, list = session.list, help = session.help,
               exporting = session.exporting.open, writing = session.writing.open;
    const Settings settings = session.settings;
    const std::string panelWithKeys = session.panelWithKeys;
    session.writing.open = false;
    carryOut(session, line, sight.view.size, sight.projection, sightOf);
    session.fullScreen = fullScreen;
    session.list = list;
    session.help = help;
    session.exporting.open = exporting;
    session.writing.open = writing;
    session.settings = settings;
    session.panelWithKeys = panelWithKeys;
}

bool TakePlayer::pass(Session& session, double seconds, const Sight& sight, const SightOf& sightOf) {
    if (!m_take) {
        advance(session, seconds);
        return false;
    }
    // What lies before the part to show has happened.
    const double target = std::max(m_at + seconds, m_take->header.from.value_or(0));
    const double until = std::min(target, m_end);
    bool any = false;
    while (m_next < m_take->lines.size() && m_take->lines[m_next].at <= until) {
        advance(session, m_take->lines[m_next].at - m_at);
        m_at = m_take->lines[m_next].at;
        carryOutNext(session, sight, sightOf);
        any = true;
    }
    advance(session, target - m_at);
    m_at = target;
    if (m_at < m_end) return any;
    stop();
    return true;
}

}  // namespace ui
