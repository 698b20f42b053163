// A film of four cues, written by hand, and a sight over its map: what the tests of src/ui share.
#pragma once

#include "base/edtf.h"
#include "film/film.h"
#include "geo/projection.h"
#include "ui/commands.h"
#include "ui/key_input.h"
#include "ui/session.h"

namespace small {

inline base::LocalText both(const std::string& fr, const std::string& en) {
    base::LocalText text;
    text.byLanguage = {{"fr", fr}, {"en", en}};
    return text;
}

inline film::Event event(const std::string& id, const std::string& date, const std::string& actor,
                         const std::string& from, const std::string& to, const base::LocalText& title) {
    film::Event e;
    e.id = id;
    e.date = base::parseEdtf(date).date.value();
    e.actor = actor;
    e.from = from;
    e.to = to;
    e.title = title;
    e.sources = {"rfi", "rfi-2", "afp"};
    return e;
}

inline film::Cue cue(const std::string& id, const std::vector<std::string>& events) {
    film::Cue c;
    c.id = id;
    c.events = events;
    c.flySeconds = 2;
    c.playSeconds = 4;
    c.holdSeconds = 3;
    return c;
}

inline film::Place place(const std::string& id, const base::LocalText& name, base::LonLat at) {
    film::Place p;
    p.id = id;
    p.name = name;
    p.at = at;
    return p;
}

inline film::Source source(const std::string& id, const std::string& publisher) {
    film::Source s;
    s.id = id;
    s.publisher = publisher;
    return s;
}

/// Cues "a" (0 s), "b" (9 s), "c" (18 s), "d" (27 s), 9 s each; E4 is in none.
inline film::Film film() {
    film::Film f;
    f.title = both("Essai", "Trial");
    f.languages = {"fr", "en"};
    f.actors = {{"russia", both("Russie", "Russia"), {}},
                {"usa", both("États-Unis", "United States"), {}},
                {"nobody", both("Personne", "Nobody"), {}}};
    f.places = {place("gao", both("Gao", "Gao"), {-0.04, 16.27}),
                place("niamey", both("Niamey", "Niamey"), {2.1, 13.5})};
    f.sources = {source("rfi", "RFI"), source("rfi-2", "RFI"), source("afp", "AFP")};
    f.events = {event("E2", "2024-04-10", "russia", "", "niamey",
                      both("Télé Sahel : arrivée", "Télé Sahel: arrival")),
                event("E1", "2023-12", "usa", "gao", "unknown", both("Départ", "Departure")),
                event("E3", "2024-04-10", "usa", "gao", "niamey", both("Trajet", "Journey")),
                event("E4", "2024-08", "usa", "", "niamey", both("Hors film", "Not in the film"))};
    f.cues = {cue("a", {}), cue("b", {"E1"}), cue("c", {"E2", "E1"}), cue("d", {"E3"})};
    return f;
}

/// A session of the small film with a sight over it, and keys to press.
struct Desk {
    film::Film film = small::film();
    geo::Projection projection = std::move(*geo::Projection::make("+proj=laea +lat_0=24 +lon_0=9"));
    ui::Session session = ui::makeSession(film, {"night", "paper", "plain"});
    ui::KeyInput keys;
    double clock = 100;
    base::Size size{1280, 720};
    geo::Camera filmCamera{{5, 15}, 3000, 0, 0};

    Desk() = default;
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    ui::Sight sight() const {
        const auto camera = ui::cameraFor(session, filmCamera, projection, size).value_or(filmCamera);
        return {projection, geo::makeView(projection, camera, size)};
    }
    void apply(const ui::Command& command) { ui::apply(session, command, sight()); }
    void apply(ui::CommandId id) { apply(ui::Command{id, 0, {}, {}}); }

    /// Presses a key a second after the last one.
    void press(ui::Key key) {
        clock += 1;
        pressAt(clock, key);
    }
    void pressAt(double at, ui::Key key, bool repeat = false) {
        if (const auto command = keys.command({key, at, repeat}, session)) apply(*command);
    }
    const std::string& cue() const { return film.cues[session.playhead.cue].id; }
};

}  // namespace small
