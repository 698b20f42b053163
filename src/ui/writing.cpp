#include "ui/writing.h"

#include <algorithm>

#include "base/edtf.h"
#include "ui/problem_words.h"
#include "ui/session.h"
#include "ui/words.h"

namespace ui {

namespace {

bool isPlace(const film::Film& film, const std::string& id) {
    const auto named = [&](const film::Place& place) { return place.id == id; };
    return id == film::kUnknownPlace || film::findPlace(film, id) != nullptr ||
           std::any_of(film.gazetteer.begin(), film.gazetteer.end(), named);
}

}  // namespace

const film::Cue* inspectedCue(const Session& session) {
    const std::size_t cue = session.home.value_or(session.playhead).cue;
    return cue < session.film->cues.size() ? &session.film->cues[cue] : nullptr;
}

const film::Event* inspectedEvent(const Session& session) {
    const film::Cue* cue = inspectedCue(session);
    const WritingDesk& desk = session.writing;
    if (!cue) return nullptr;
    if (desk.eventCue == cue->id) {
        if (const film::Event* chosen = film::findEvent(*session.film, desk.event)) return chosen;
    }
    return cue->events.empty() ? nullptr : film::findEvent(*session.film, cue->events.front());
}

bool isInspected(const Session& session, const film::EditTarget& target) {
    const film::Cue* cue = inspectedCue(session);
    const film::Event* event = inspectedEvent(session);
    return target.list == "cues" ? cue && cue->id == target.id : event && event->id == target.id;
}

void noteEdit(WritingDesk& desk, const WriteWish& wish, bool isDone) {
    if (wish.ask != WriteAsk::Edit) return;
    std::erase_if(desk.refused, [&](const FieldDraft& draft) { return draft.target == wish.target; });
    if (!isDone) desk.refused.push_back({wish.target, wish.value});
}

std::string fieldValue(const Session& session, const film::EditTarget& target) {
    const WritingDesk& desk = session.writing;
    if (desk.draft && desk.draft->target == target) return desk.draft->value;
    const auto refused = std::find_if(desk.refused.begin(), desk.refused.end(),
                                      [&](const FieldDraft& draft) { return draft.target == target; });
    return refused != desk.refused.end() ? refused->value : film::editedValue(*session.film, target);
}

const FieldDraft* refusedHere(const Session& session) {
    const auto& refused = session.writing.refused;
    if (!session.writing.open) return nullptr;
    const auto found = std::find_if(refused.rbegin(), refused.rend(), [&](const FieldDraft& draft) {
        return isInspected(session, draft.target);
    });
    return found == refused.rend() ? nullptr : &*found;
}

std::vector<std::string> languagesOf(const film::Film& film, const base::LocalText& text) {
    const bool isPlain = !text.empty() && text.byLanguage.front().first.empty();
    return isPlain ? std::vector<std::string>{""} : film.languages;
}

std::string objection(const Session& session, const film::EditTarget& target, const std::string& value) {
    if (target.key == "date") return problemIn(base::parseEdtf(value).why, session.language);
    const bool isEnd = target.key == "from" || target.key == "to" || target.key == "via";
    if (!isEnd) return {};
    for (const std::string& id : film::listed(value)) {
        if (!isPlace(*session.film, id))
            return std::string(word(Word::UnknownPlace, session.language)) + ": " + id;
    }
    return {};
}

}  // namespace ui
