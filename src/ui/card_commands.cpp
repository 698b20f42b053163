#include <algorithm>

#include "ui/card_text.h"
#include "ui/command_acts.h"

namespace ui::act {

namespace {

void showCard(Session& session, const Subject& subject, std::optional<base::LonLat> at) {
    if (!cardText(*session.film, session.browse.countries, subject, session.language)) return;
    if (!at) at = whereIs(*session.film, session.browse.countries, subject);
    session.browse.card = Card{subject, at, 0};
}

}  // namespace

// The cards of the step's events one after the other, then none.
void card(Session& session, const Command&, const Sight&) {
    const film::Film& film = *session.film;
    if (film.cues.empty()) return;
    const auto& events = film.cues[storyMoment(session).cue].events;
    const std::string shown = session.browse.card ? session.browse.card->subject.id : "";
    const auto at = std::find(events.begin(), events.end(), shown);
    const bool isLast = at != events.end() && at + 1 == events.end();
    session.browse.close();
    if (events.empty() || isLast) return;
    showCard(session, {SubjectKind::Event, at == events.end() ? events.front() : *(at + 1)}, std::nullopt);
}

// A click beside things closes a card before it opens the one of the country that lies there.
void openCard(Session& session, const Command& command, const Sight&) {
    const auto subject = subjectOf(command.text);
    const std::optional<Card> shown = std::exchange(session.browse.card, std::nullopt);
    if (!subject) return;
    const bool closes = shown && (shown->subject == *subject || subject->kind == SubjectKind::Country);
    if (!closes)
        showCard(session, *subject, command.ground ? command.ground : shown ? shown->at : std::nullopt);
}

// Without an address, from the key: the card's addresses in turn.
void openLink(Session& session, const Command& command, const Sight&) {
    Browse& browse = session.browse;
    if (!browse.card) return;
    const std::vector<std::string> addresses = addressesOf(*session.film, browse.card->subject);
    if (addresses.empty()) return;
    if (!command.text.empty()) {
        const bool isOffered = std::find(addresses.begin(), addresses.end(), command.text) != addresses.end();
        if (isOffered) browse.wishedAddress = command.text;
        return;
    }
    browse.wishedAddress = addresses[browse.card->nextLink % addresses.size()];
    ++browse.card->nextLink;
}

void ruler(Session& session, const Command&, const Sight&) {
    session.browse.ruler = Ruler{!session.browse.ruler.held, {}, {}, false};
}

void rulerHere(Session& session, const Command&, const Sight& sight) {
    Ruler& ruler = session.browse.ruler;
    const auto at = sight.projection.inverse(sight.view.center);
    if (!at) return;
    ruler.held = true;
    const bool ends = ruler.from && !ruler.laid;
    if (!ends) ruler.from = at;
    ruler.to = at;
    ruler.laid = ends;
}

void rulerPoint(Session& session, const Command& command, const Sight&) {
    Ruler& ruler = session.browse.ruler;
    if (!ruler.held || !command.ground) return;
    const auto step = static_cast<RulerStep>(static_cast<int>(command.number));
    if (step == RulerStep::Begin) ruler.from = command.ground;
    ruler.to = command.ground;
    ruler.laid = step == RulerStep::End;
}

}  // namespace ui::act
