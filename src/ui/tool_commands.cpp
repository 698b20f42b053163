#include "ui/command_acts.h"

#include <algorithm>

#include "ui/panel_memory.h"

namespace ui::act {

namespace {

std::string following(const std::vector<std::string>& values, const std::string& now) {
    if (values.empty()) return now;
    const auto at = std::find(values.begin(), values.end(), now);
    return at == values.end() || at + 1 == values.end() ? values.front() : *(at + 1);
}

}  // namespace

void language(Session& session, const Command&, const Sight&) {
    session.language = following(session.film->languages, session.language);
}

void theme(Session& session, const Command&, const Sight&) {
    session.theme = following(session.themes, session.theme);
}

void panels(Session& session, const Command&, const Sight&) {
    session.panels = !session.panels;
    session.browse.close();
    if (session.panels)
        openRemembered(session);
    else
        closePanels(session);
}

void list(Session& session, const Command&, const Sight&) {
    session.list = !session.list;
}

void help(Session& session, const Command&, const Sight&) {
    session.help = !session.help;
}

void panelKeys(Session& session, const Command&, const Sight&) {
    session.panelWithKeys = panelAfter(session, session.panelWithKeys);
}

void exportPanel(Session& session, const Command&, const Sight&) {
    session.exporting.open = !session.exporting.open;
    session.help = false;
}

// From a key too: what will be run is on screen first.
void exportRun(Session& session, const Command&, const Sight&) {
    ExportDesk& desk = session.exporting;
    if (desk.open && !isUnderWay(desk.state)) desk.ask = ExportAsk::Run;
    desk.open = true;
}

void exportStop(Session& session, const Command&, const Sight&) {
    session.exporting.ask = ExportAsk::Stop;
}

void exportSet(Session& session, const Command& command, const Sight&) {
    if (command.exporting) session.exporting.settings = *command.exporting;
}

void filterText(Session& session, const Command& command, const Sight&) {
    session.filter.text = command.text;
}

void filterActor(Session& session, const Command& command, const Sight&) {
    auto& hidden = session.filter.hiddenActors;
    const auto at = std::lower_bound(hidden.begin(), hidden.end(), command.text);
    if (at != hidden.end() && *at == command.text)
        hidden.erase(at);
    else
        hidden.insert(at, command.text);
}

// Of what is worked on: the film's text while the inspector is open, otherwise what a hand has drawn.
void undo(Session& session, const Command&, const Sight&) {
    if (session.writing.open)
        undoText(session);
    else if (undoesInk(session.ink))
        undoInk(session.ink);
}

void redo(Session& session, const Command&, const Sight&) {
    if (session.writing.open)
        redoText(session);
    else if (undoesInk(session.ink))
        redoInk(session.ink);
}

// One level up: what covers most goes first.
void leave(Session& session, const Command& command, const Sight& sight) {
    if (session.blank != Blank::None)
        session.blank = Blank::None;
    else if (!session.typedNumber.empty())
        session.typedNumber.clear();
    else if (session.hints.open)
        session.hints.open = false;
    else if (session.help)
        session.help = false;
    else if (leaveBrowsing(session))
        return;
    else if (session.typing)
        session.typing = false;
    else if (session.exporting.open)
        session.exporting.open = false;
    else if (!session.panelWithKeys.empty())
        session.panelWithKeys.clear();
    else if (dropRefused(session))
        return;
    else if (session.writing.open)
        inspector(session, command, sight);
    else if (session.ink.hold != InkHold::Nothing)
        putAway(session.ink);
    else if (session.list)
        session.list = false;
    else if (session.detour)
        comeBack(session, command, sight);
    else if (session.fullScreen)
        leaveFullScreen(session);
    else if (isUnderWay(session.exporting.state))
        session.exporting.open = true;  // one key too many must not end an export
    else
        session.quit = true;
}

}  // namespace ui::act
