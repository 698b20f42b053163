#include "ui/command_acts.h"

namespace ui::act {

void pen(Session& session, const Command&, const Sight&) {
    take(session.ink, InkHold::Pen);
}

void highlighter(Session& session, const Command&, const Sight&) {
    take(session.ink, InkHold::Highlighter);
}

void inkArrow(Session& session, const Command&, const Sight&) {
    take(session.ink, InkHold::Arrow);
}

void laser(Session& session, const Command&, const Sight&) {
    take(session.ink, InkHold::Laser);
}

void spotlight(Session& session, const Command&, const Sight&) {
    take(session.ink, InkHold::Spotlight);
}

void eraser(Session& session, const Command&, const Sight&) {
    take(session.ink, InkHold::Eraser);
}

void inkColor(Session& session, const Command&, const Sight&) {
    nextInkColor(session.ink);
}

void inkKeep(Session& session, const Command&, const Sight&) {
    toggleKeep(session.ink);
}

void erase(Session& session, const Command&, const Sight&) {
    eraseAll(session.ink);
}

void strokeBegin(Session& session, const Command& command, const Sight&) {
    if (command.ink && command.ink->ground) beginStroke(session.ink, *command.ink->ground);
}

void strokePoint(Session& session, const Command& command, const Sight&) {
    if (command.ink && command.ink->ground) growStroke(session.ink, *command.ink->ground);
}

void strokeEnd(Session& session, const Command&, const Sight&) {
    endStroke(session.ink);
}

void eraseAt(Session& session, const Command& command, const Sight& sight) {
    if (!command.ink || !command.ink->ground) return;
    const auto plane = sight.projection.forward(*command.ink->ground);
    const auto pixel = plane ? sight.view.toPixels(*plane) : std::nullopt;
    const auto stroke = pixel ? strokeAt(session.ink, *pixel, sight) : std::nullopt;
    if (stroke) eraseStroke(session.ink, *stroke);
}

void pointAt(Session& session, const Command& command, const Sight&) {
    ui::pointAt(session.ink, command.ink);
}

}  // namespace ui::act
