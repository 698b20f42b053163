#include "film/film_parts.h"

namespace film {

namespace {

constexpr std::size_t kMostActors = 200;

Actor readActor(const TableReader::Entry& entry, const FilmNames& names, Report& report) {
    Actor actor;
    actor.id = entry.id;
    TableReader table(*entry.table, report);
    if (table.needs("name")) actor.name = table.text("name", kTitleLimit, names.languages);
    if (table.needs("color", "give the colour of its arrows, such as \"#ff6b3a\"")) {
        actor.color = table.color("color").value_or(base::Color{});
    }
    table.reportUnknownKeys();
    return actor;
}

}  // namespace

std::vector<Actor> readActors(TableReader& root, FilmNames& names) {
    std::vector<Actor> actors;
    for (const auto& entry : root.entries("actors", kMostActors)) {
        define("actor", entry.id, entry.at, names.actors, names, root.report());
        if (entry.table) actors.push_back(readActor(entry, names, root.report()));
    }
    return actors;
}

}  // namespace film
