#include "ui/command_acts.h"

namespace ui::act {

namespace {

void tell(StoryPace& pace, PaceNews news) {
    pace.news = news;
    pace.newsAge = 0;
}

}  // namespace

void slower(Session& session, const Command&, const Sight&) {
    session.pace.speed = slowerThan(session.pace.speed);
    tell(session.pace, PaceNews::Speed);
}

void faster(Session& session, const Command&, const Sight&) {
    session.pace.speed = fasterThan(session.pace.speed);
    tell(session.pace, PaceNews::Speed);
}

void autoPlay(Session& session, const Command&, const Sight&) {
    session.pace.autoPlay = !session.pace.autoPlay;
    tell(session.pace, PaceNews::AutoPlay);
}

}  // namespace ui::act
