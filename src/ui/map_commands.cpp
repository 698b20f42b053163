#include "ui/command_acts.h"

#include <algorithm>

namespace ui::act {

namespace {

constexpr double kZoomStep = 1.25;  // of one press of + or -
constexpr double kAngleStep = 5;    // degrees, for one press of Ctrl and an arrow
constexpr double kPanShare = 0.08;  // of the frame's shorter side, for one press of Shift and an arrow

void startDetour(Session& session, const geo::Camera& camera) {
    if (!session.home) session.home = session.playhead;
    session.detour = camera;
    session.flight.reset();
}

void zoom(Session& session, const Sight& sight, double factor) {
    startDetour(session, zoomed(sight, {sight.view.size.w / 2.0, sight.view.size.h / 2.0}, factor));
}

void pan(Session& session, const Sight& sight, base::Vec2 direction) {
    const double step = kPanShare * std::min(sight.view.size.w, sight.view.size.h);
    startDetour(session, panned(sight, direction * step));
}

void turn(Session& session, const Sight& sight, double bearingBy, double pitchBy) {
    startDetour(session, turned(sight, bearingBy, pitchBy));
}

}  // namespace

void zoomIn(Session& session, const Command&, const Sight& sight) {
    zoom(session, sight, kZoomStep);
}

void zoomOut(Session& session, const Command&, const Sight& sight) {
    zoom(session, sight, 1 / kZoomStep);
}

// The camera goes the way of the arrow, so the picture moves against it.
void panLeft(Session& session, const Command&, const Sight& sight) {
    pan(session, sight, {1, 0});
}

void panRight(Session& session, const Command&, const Sight& sight) {
    pan(session, sight, {-1, 0});
}

void panUp(Session& session, const Command&, const Sight& sight) {
    pan(session, sight, {0, 1});
}

void panDown(Session& session, const Command&, const Sight& sight) {
    pan(session, sight, {0, -1});
}

// The camera turns against the map.
void turnLeft(Session& session, const Command&, const Sight& sight) {
    turn(session, sight, kAngleStep, 0);
}

void turnRight(Session& session, const Command&, const Sight& sight) {
    turn(session, sight, -kAngleStep, 0);
}

void tiltFlatter(Session& session, const Command&, const Sight& sight) {
    turn(session, sight, 0, kAngleStep);
}

void tiltSteeper(Session& session, const Command&, const Sight& sight) {
    turn(session, sight, 0, -kAngleStep);
}

void look(Session& session, const Command& command, const Sight&) {
    if (command.camera) startDetour(session, *command.camera);
}

void fly(Session& session, const Command& command, const Sight& sight) {
    if (!command.camera) return;
    session.browse.card.reset();  // the first click of a double one has opened it
    startDetour(session, *command.camera);
    session.flight = CameraFlight{geo::cameraOf(sight.projection, sight.view), 0, false};
}

void comeBack(Session& session, const Command&, const Sight& sight) {
    if (!session.detour) return;
    session.flight = CameraFlight{geo::cameraOf(sight.projection, sight.view), 0, true};
    session.detour.reset();
    session.browse.found.clear();
    session.playhead = session.home.value_or(session.playhead);
    session.home.reset();
}

}  // namespace ui::act
