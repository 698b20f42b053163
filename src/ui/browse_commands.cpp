#include <algorithm>
#include <cmath>

#include "ui/chapters.h"
#include "ui/command_acts.h"
#include "ui/find.h"

namespace ui::act {

namespace {

void toggle(Session& session, Browser browser, std::size_t marked) {
    const bool opens = session.browse.open != browser;
    session.browse.close();
    session.help = false;
    if (!opens) return;
    session.browse.open = browser;
    session.browse.marked = marked;
}

std::vector<Found> foundNow(const Session& session) {
    const std::vector<EventRow> rows = eventRows(*session.film, session.language);
    return find({*session.film, session.browse.countries, rows, session.language}, session.browse.searched);
}

// How many entries there are to choose from.
std::size_t entries(const Session& session) {
    switch (session.browse.open) {
        case Browser::Overview:
            return session.film->cues.size();
        case Browser::Chapters:
            return chaptersOf(*session.film).size();
        case Browser::Search:
            return foundNow(session).size();
        case Browser::None:
            break;
    }
    return 0;
}

std::size_t movedInList(std::size_t marked, std::size_t count, std::string_view direction) {
    if (count == 0 || direction == "first") return 0;
    if (direction == "last") return count - 1;
    const bool isBack = direction == "up" || direction == "left";
    if (isBack) return marked > 0 ? marked - 1 : 0;
    return std::min(marked + 1, count - 1);
}

void goTo(Session& session, const Found& found, const Sight& sight) {
    session.browse.close();
    session.browse.found.clear();
    session.typing = false;
    if (found.subject.kind != SubjectKind::Event) {
        fly(session, {CommandId::Fly, 0, {}, geo::Camera{found.at, found.widthKm, 0, 0}}, sight);
        if (found.subject.kind == SubjectKind::Place) session.browse.found = found.subject.id;
    } else if (cueOfEvent(*session.film, found.subject.id)) {
        jumpToEvent(session, {CommandId::JumpToEvent, 0, found.subject.id, {}}, sight);
    } else {
        openCard(session, {CommandId::OpenCard, 0, toText(found.subject), {}}, sight);
    }
}

std::size_t chapterAt(const Session& session) {
    const std::vector<ChapterRun> chapters = chaptersOf(*session.film);
    const std::size_t cue = storyMoment(session).cue;
    std::size_t found = 0;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        if (chapters[i].first <= cue) found = i;
    }
    return found;
}

}  // namespace

void overview(Session& session, const Command&, const Sight&) {
    toggle(session, Browser::Overview, storyMoment(session).cue);
}

void chapters(Session& session, const Command&, const Sight&) {
    toggle(session, Browser::Chapters, chapterAt(session));
}

void nextChapter(Session& session, const Command&, const Sight& sight) {
    if (const auto cue = ui::nextChapter(*session.film, storyMoment(session).cue)) play(session, *cue, sight);
}

void previousChapter(Session& session, const Command&, const Sight& sight) {
    if (const auto cue = ui::previousChapter(*session.film, storyMoment(session).cue))
        play(session, *cue, sight);
}

void search(Session& session, const Command&, const Sight&) {
    toggle(session, Browser::Search, 0);
    session.browse.searched.clear();
}

void searchText(Session& session, const Command& command, const Sight&) {
    session.browse.searched = command.text;
    session.browse.marked = 0;
}

void browseMark(Session& session, const Command& command, const Sight& sight) {
    Browse& browse = session.browse;
    const std::size_t count = entries(session);
    if (browse.open == Browser::None || count == 0) return;
    if (command.text.empty()) {
        if (command.number >= 0 && command.number < static_cast<double>(count))
            browse.marked = static_cast<std::size_t>(command.number);
    } else if (browse.open == Browser::Overview) {
        browse.marked =
            neighbourInOverview(*session.film, overviewColumns(sight.view.size), browse.marked, command.text);
    } else {
        browse.marked = movedInList(browse.marked, count, command.text);
    }
}

void browseChoose(Session& session, const Command&, const Sight& sight) {
    const std::size_t marked = session.browse.marked;
    if (marked >= entries(session)) return;
    switch (session.browse.open) {
        case Browser::Overview:
            return play(session, marked, sight);
        case Browser::Chapters:
            return play(session, chaptersOf(*session.film)[marked].first, sight);
        case Browser::Search:
            return goTo(session, foundNow(session)[marked], sight);
        case Browser::None:
            return;
    }
}

bool leaveBrowsing(Session& session) {
    Browse& browse = session.browse;
    if (browse.open == Browser::Search) session.typing = false;
    if (browse.open != Browser::None)
        browse.open = Browser::None;
    else if (browse.card)
        browse.card.reset();
    else if (browse.ruler.held)
        browse.ruler = Ruler();
    else
        return false;
    return true;
}

}  // namespace ui::act
