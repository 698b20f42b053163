#include <cstdio>
#include <utility>

#include "geo/great_circle.h"
#include "ui/command_acts.h"
#include "ui/words.h"

namespace ui::act {

namespace {

film::CameraSpec seen(const Sight& sight) {
    const geo::Camera camera = geo::cameraOf(sight.projection, sight.view);
    film::CameraSpec spec;
    spec.center = camera.center;
    spec.widthKm = camera.widthKm;
    spec.bearing = camera.bearing;
    spec.pitch = camera.pitch;
    return film::roundedCamera(spec, sight.view.size.w);
}

void copy(Session& session, std::string text) {
    const bool isPlace = text.find('\n') != std::string::npos;
    Toast toast{text, {}, Tone::Note, false, "copied", isPlace ? Word::CopiedPlace : Word::CopiedView};
    tell(session, std::move(toast));
    session.writing.copied = std::move(text);
}

// "12.3 km from Niamey (niamey)": the nearest place the film or the program knows.
std::string nearestPlace(const Session& session, base::LonLat at) {
    const film::Place* nearest = nullptr;
    double best = 0;
    for (const auto* places : {&session.film->places, &session.film->gazetteer}) {
        for (const film::Place& place : *places) {
            const double distance = geo::distanceKm(at, place.at);
            if (nearest && distance >= best) continue;
            nearest = &place;
            best = distance;
        }
    }
    if (!nearest) return {};
    char text[32];
    std::snprintf(text, sizeof text, "%.*f km ", best < 10 ? 1 : 0, best);
    const std::string name(film::nameIn(*session.film, nearest->name, session.language));
    return text + fromPlace(name, session.language) + " (" + nearest->id + ")";
}

void wish(Session& session, WriteWish wanted) {
    session.writing.trouble.clear();
    ++session.writing.asked;
    session.writing.wishes.push_back(std::move(wanted));
}

// What was typed is wanted in the file, unless it is there already.
void keep(Session& session, const FieldDraft& draft) {
    const bool isNews = film::editedValue(*session.film, draft.target) != draft.value;
    if (isNews) wish(session, {WriteAsk::Edit, draft.target, draft.value});
    if (!isNews) session.writing.trouble.clear();
}

void keepTyped(Session& session) {
    if (const auto draft = std::exchange(session.writing.draft, std::nullopt)) keep(session, *draft);
}

// What could not be saved before is tried again.
void keepDraft(Session& session) {
    const auto draft = std::exchange(session.writing.draft, std::nullopt);
    const auto refused = std::exchange(session.writing.refused, {});
    for (const FieldDraft& one : refused) {
        if (!draft || draft->target != one.target) keep(session, one);
    }
    if (draft) keep(session, *draft);
}

}  // namespace

void copyView(Session& session, const Command&, const Sight& sight) {
    copy(session, "camera = " + film::cameraSource(seen(sight)));
}

void copyPlace(Session& session, const Command& command, const Sight& sight) {
    const geo::Camera camera = geo::cameraOf(sight.projection, sight.view);
    const base::LonLat at = command.ground.value_or(camera.center);
    const double metresPerPixel = camera.widthKm * 1000 / sight.view.size.w;
    copy(session, film::placeSource(at, metresPerPixel, nearestPlace(session, at)));
}

// Texts that could not be saved wait in their fields: when it closes the room is not told of them again.
void inspector(Session& session, const Command&, const Sight&) {
    session.writing.open ? keepTyped(session) : keepDraft(session);
    session.writing.open = !session.writing.open;
}

void inspect(Session& session, const Command& command, const Sight&) {
    keepDraft(session);
    const film::Cue* cue = inspectedCue(session);
    session.writing.event = command.text;
    session.writing.eventCue = cue ? cue->id : "";
}

void draftText(Session& session, const Command& command, const Sight&) {
    if (!command.target) return;
    if (session.writing.draft && session.writing.draft->target != *command.target) keepDraft(session);
    session.writing.draft = FieldDraft{*command.target, command.text};
}

void keepText(Session& session, const Command&, const Sight&) {
    keepDraft(session);
}

void editText(Session& session, const Command& command, const Sight&) {
    if (!command.target) return;
    keepDraft(session);
    session.writing.draft = FieldDraft{*command.target, command.text};
    keepDraft(session);
}

void takeView(Session& session, const Command&, const Sight& sight) {
    const film::Cue* cue = inspectedCue(session);
    if (!cue) return;
    keepDraft(session);
    wish(session, {WriteAsk::Edit, {"cues", cue->id, "camera", ""}, film::cameraSource(seen(sight))});
}

bool dropRefused(Session& session) {
    const FieldDraft* refused = refusedHere(session);
    if (!refused) return false;
    const film::EditTarget target = refused->target;
    std::erase_if(session.writing.refused, [&](const FieldDraft& draft) { return draft.target == target; });
    session.writing.trouble.clear();
    return true;
}

void undoText(Session& session) {
    if (dropRefused(session)) return;
    wish(session, {WriteAsk::Undo, {}, {}});
}

void redoText(Session& session) {
    wish(session, {WriteAsk::Redo, {}, {}});
}

}  // namespace ui::act
