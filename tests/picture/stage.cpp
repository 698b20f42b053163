#include "picture/stage.h"

#include <gtest/gtest.h>

#include "film/style_sheet.h"

namespace {

const std::string kRoot = HARMATTAN_SOURCE_DIR;

template <class T>
T loaded(base::Result<T> result) {
    if (!result) {
        for (const auto& p : result.problems()) ADD_FAILURE() << base::toString(p);
        std::abort();
    }
    return std::move(*result);
}

film::Place place(const std::string& id, double lon, double lat, film::PlaceKind kind) {
    film::Place p;
    p.id = id;
    p.name = base::LocalText(id);
    p.at = {lon, lat};
    p.kind = kind;
    return p;
}

film::Event event(const std::string& id, const std::string& date, film::EventKind kind,
                  const std::string& from, const std::string& to) {
    film::Event e;
    e.id = id;
    e.date = *base::parseEdtf(date).date;
    e.kind = kind;
    e.actor = "one";
    e.from = from;
    e.to = to;
    e.sources = {"paper"};
    e.title.byLanguage = {{"fr", "Titre " + id}, {"en", "Title " + id}};
    e.text.byLanguage = {{"fr", "Un texte un peu plus long pour la légende de " + id + "."},
                         {"en", "A text that is a little longer for the caption of " + id + "."}};
    return e;
}

}  // namespace

const geo::World& world() {
    static const geo::World w = loaded(geo::loadWorld(
        kRoot + "/geodata", std::move(*geo::Projection::make("+proj=laea +lat_0=24 +lon_0=9"))));
    return w;
}

const picture::Fonts& fonts() {
    static const picture::Fonts f = loaded(picture::Fonts::load(kRoot + "/assets/fonts"));
    return f;
}

picture::Theme theme(const std::string& name) {
    return loaded(
        picture::makeTheme(loaded(film::readStyleSheet(kRoot + "/assets/themes/" + name + ".toml")), name));
}

film::Film smallFilm() {
    using film::EventKind;
    using film::PlaceKind;
    film::Film f;
    f.title = base::LocalText("Film");
    f.languages = {"fr", "en"};
    f.focus = {"BFA", "MLI", "NER"};
    f.actors = {{"one", base::LocalText("One"), {1, 0.42f, 0.23f, 1}}};
    f.sources.resize(1);
    f.sources[0].id = "paper";
    f.sources[0].publisher = "Journal";
    f.places = {place("bamako", -8.0029, 12.6392, PlaceKind::Capital),
                place("moscow", 37.6156, 55.7522, PlaceKind::Capital),
                place("niamey", 2.1098, 13.5137, PlaceKind::Capital),
                place("ouagadougou", -1.5339, 12.3657, PlaceKind::Capital)};
    f.events = {event("A", "2024-04-10", EventKind::Arrival, "moscow", "niamey"),
                event("B", "2024-05", EventKind::Departure, "bamako", "unknown"),
                event("C", "2024-11-28", EventKind::Visit, "bamako", "ouagadougou"),
                event("D", "2024-11-29", EventKind::Visit, "ouagadougou", "niamey")};
    f.events[0].count = film::Count{1500, 1500};
    f.events[0].countStatus = film::CountStatus::Approx;
    f.events[1].countStatus = film::CountStatus::Unknown;
    film::Cue title, arrival, tour;
    title.id = "title";
    title.card = film::CueCard::Title;
    title.title = base::LocalText("Un titre");
    arrival.id = "arrival";
    arrival.events = {"A", "B"};
    arrival.camera.fit = {"moscow", "niamey", "bamako"};
    tour.id = "tour";
    tour.events = {"C", "D"};
    tour.camera.fit = {"MLI", "NER", "BFA"};
    for (film::Cue* cue : {&title, &arrival, &tour}) {
        cue->flySeconds = 2;
        cue->playSeconds = 4;
        cue->holdSeconds = 3;
        f.cues.push_back(*cue);
    }
    return f;
}

picture::Options optionsFor(base::Size size, const std::string& language) {
    return {size, language, theme("night"), true};
}
