#include "film/film_file.h"

#include <algorithm>
#include <iterator>
#include <list>
#include <optional>
#include <set>

#include "film/film_parts.h"
#include "film/included_files.h"
#include "film/toml_file.h"
#include "film/toml_locations.h"

namespace film {

namespace {

constexpr std::size_t kMostLanguages = 50;
constexpr std::size_t kMostFocusCountries = 300;
constexpr std::size_t kMostIncludes = 16;
constexpr std::size_t kPathLimit = 500;
constexpr int kFormat = 1;

/// False when the file says that it is in a format this program does not know; then nothing else of it is
/// judged.
bool checkFormat(TableReader& root) {
    constexpr const char* kAdvice = "this program reads format = 1";
    if (!root.needs("format", kAdvice)) return true;
    const auto format = root.wholeNumber("format", 0, 1'000'000);
    if (!format || *format == kFormat) return true;
    root.report().error(root.position("format"), "format " + std::to_string(*format) + " is not supported",
                        kAdvice);
    return false;
}

std::vector<std::string> readLanguages(TableReader& root) {
    std::vector<std::string> languages;
    if (!root.needs("languages",
                    "list those the texts are in, such as [\"fr\", \"en\"]; the first is the default")) {
        return languages;
    }
    for (auto& item : root.strings("languages", kMostLanguages)) {
        if (!isLanguageCode(item.text)) {
            root.report().error(item.at, "language " + quoted(item.text) + " is not a language code",
                                "use BCP 47, such as fr or pt-BR");
        }
        languages.push_back(std::move(item.text));
    }
    const toml::node* list = root.find("languages");
    if (list->is_array() && list->as_array()->empty()) {
        root.report().error(root.position("languages"), "languages is empty",
                            "name at least one, such as \"en\"");
    }
    return languages;
}

bool isBuiltInTheme(std::string_view theme) {
    return theme == "night" || theme == "paper" || theme == "plain";
}

void checkTheme(const std::string& theme, TableReader& map) {
    if (isBuiltInTheme(theme)) return;
    const Position at = map.position("theme");
    if (!theme.ends_with(".toml")) {
        map.report().error(
            at, "theme " + quoted(theme) + " is not known",
            map.report().suggestion(theme, {"night", "paper", "plain"},
                                    "one of: night, paper, plain, or the path of a .toml file"));
    } else if (!staysInFolder(theme)) {
        map.report().error(at, "theme " + quoted(theme) + " is not in the film's folder",
                           "give a relative path without .. to a file beside the film");
    }
}

std::vector<std::string> readFocus(TableReader& map, const std::vector<std::string>& countries) {
    std::vector<std::string> focus;
    for (auto& item : map.strings("focus", kMostFocusCountries)) {
        if (!isCountryCode(item.text, countries)) {
            map.report().error(
                item.at, "unknown country " + quoted(item.text),
                map.report().suggestion(item.text, countries, "use ISO 3166-1 alpha-3, such as NER"));
        }
        focus.push_back(std::move(item.text));
    }
    return focus;
}

void readMap(Film& film, TableReader& root, const std::vector<std::string>& countries) {
    const toml::table* table = root.table("map");
    if (!table) return;
    TableReader map(*table, root.report());
    film.projection = map.string("projection", kPathLimit).value_or(film.projection);
    if (film.projection.empty()) {
        root.report().error(map.position("projection"), "projection is empty",
                            "give a PROJ string such as \"EPSG:3857\", or leave it out");
    }
    if (const auto theme = map.string("theme", kPathLimit)) {
        film.theme = *theme;
        checkTheme(*theme, map);
    }
    film.focus = readFocus(map, countries);
    film.graticule = map.boolean("graticule").value_or(false);
    film.scaleBar = map.boolean("scale_bar").value_or(false);
    map.reportUnknownKeys();
}

std::set<std::string, std::less<>> usedPlaces(const Film& film) {
    std::set<std::string, std::less<>> used;
    for (const Event& event : film.events) {
        used.insert({event.from, event.to, event.towards});
        used.insert(event.via.begin(), event.via.end());
    }
    for (const Cue& cue : film.cues) used.insert(cue.camera.fit.begin(), cue.camera.fit.end());
    return used;
}

bool byId(const Place& a, const Place& b) {
    return a.id < b.id;
}

/// Shares the known places out: those the film uses join those it defines, the rest are for orientation.
void placeGazetteer(Film& film, const std::vector<Place>& gazetteer) {
    const auto used = usedPlaces(film);
    std::set<std::string, std::less<>> defined;
    for (const Place& place : film.places) defined.insert(place.id);
    for (const Place& place : gazetteer) {
        if (defined.contains(place.id)) continue;
        (used.contains(place.id) ? film.places : film.gazetteer).push_back(place);
    }
    std::sort(film.places.begin(), film.places.end(), byId);
    std::sort(film.gazetteer.begin(), film.gazetteer.end(), byId);
}

void checkHasCues(TableReader& root) {
    const toml::node* cues = root.find("cues");
    if (cues && !(cues->is_array() && cues->as_array()->empty())) return;
    root.report().error(root.position("cues"), "the film has no cue",
                        "add a [[cues]] table: what one press shows");
}

template <class T>
void append(std::vector<T>& list, std::vector<T> more) {
    list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// What a film and the files it includes may all define. Each kind is read from every file before the next
/// kind, which may refer to it.
void readSharedTables(Film& film, const std::vector<TableReader*>& roots, FilmNames& names,
                      const std::vector<Place>& gazetteer) {
    for (TableReader* root : roots) append(film.actors, readActors(*root, names));
    for (TableReader* root : roots) append(film.places, readPlaces(*root, names, gazetteer));
    for (TableReader* root : roots) append(film.sources, readSources(*root, names));
    for (TableReader* root : roots) append(film.events, readEvents(*root, names));
    for (TableReader* root : roots) checkParts(*root, film.events, names);
    for (TableReader* root : roots) append(film.presences, readPresences(*root, names));
    for (TableReader* root : roots) append(film.alliances, readAlliances(*root, names));
}

/// The root tables of the included files, which go before the film's own: what they define comes first in
/// lists. Nothing when one of the files is missing or wrong, which is reported: then whatever the film names
/// may stand in it, and cannot be judged.
std::optional<std::vector<TableReader*>> readIncludes(Film& film, TableReader& root,
                                                      std::list<FilmPart>& parts, const Draft& draft) {
    for (const auto& item : root.strings("include", kMostIncludes))
        readIncluded(item, root.report(), parts, draft);
    std::vector<TableReader*> roots;
    for (FilmPart& part : parts) {
        film.included.push_back(part.report.file());
        if (part.root && checkFormat(*part.root)) roots.push_back(&*part.root);
    }
    const toml::node* list = root.find("include");
    const std::size_t asked = !list ? 0 : list->is_array() ? list->as_array()->size() : 1;
    return roots.size() == asked ? std::optional(roots) : std::nullopt;
}

Film readFilmTables(TableReader& root, std::list<FilmPart>& parts, const std::vector<Place>& gazetteer,
                    const std::vector<std::string>& countries, const Draft& draft) {
    Film film;
    film.languages = readLanguages(root);
    FilmNames names;
    names.languages = film.languages;
    names.countries = countries;
    for (const Place& place : gazetteer) names.places.insert(place.id);
    if (root.needs("title")) film.title = root.text("title", kTitleLimit, film.languages);
    readMap(film, root, countries);
    auto roots = readIncludes(film, root, parts, draft);
    if (!roots) return film;
    roots->push_back(&root);
    readSharedTables(film, *roots, names, gazetteer);
    film.chapters = readChapters(root, names);
    film.cues = readCues(root, names, film.focus);
    checkHasCues(root);
    for (TableReader* each : *roots) each->reportUnknownKeys();
    placeGazetteer(film, gazetteer);
    return film;
}

/// The film's own tables go before those it includes; in lists, what the included files define comes first.
Locations locationsOf(const FilmPart& film, const std::list<FilmPart>& parts) {
    Locations locations(film.report.file());
    ListSizes before;
    for (const FilmPart& part : parts) countItems(*part.table, before);
    addLocations(*film.table, film.report.file(), locations, before);
    before.clear();
    for (const FilmPart& part : parts) {
        addLocations(*part.table, part.report.file(), locations, before);
        countItems(*part.table, before);
    }
    return locations;
}

}  // namespace

base::Result<std::vector<Place>> readGazetteer(const std::string& path) {
    const auto text = readTextFile(path);
    if (!text) return text.problems();
    Report report(path);
    std::vector<Place> places;
    if (const auto table = parseToml(*text, report)) {
        TableReader root(*table, report);
        FilmNames names;
        if (!root.has("format") || checkFormat(root)) {
            places = readPlaces(root, names, {});
            root.reportUnknownKeys();
        }
    }
    std::sort(places.begin(), places.end(), byId);
    const auto problems = report.problems();
    if (base::hasErrors(problems)) return problems;
    return places;
}

base::Result<FilmFile> parseFilm(std::string_view toml, const std::string& path,
                                 const std::vector<Place>& gazetteer,
                                 const std::vector<std::string>& countries, const Draft& draft) {
    FilmPart film(path);
    film.parse(toml);
    std::list<FilmPart> parts;
    FilmFile result;
    if (film.root && checkFormat(*film.root))
        result.film = readFilmTables(*film.root, parts, gazetteer, countries, draft);
    result.film.file = path;
    result.warnings = film.report.problems();
    for (const FilmPart& part : parts) append(result.warnings, part.report.problems());
    if (base::hasErrors(result.warnings)) return result.warnings;
    result.locations = locationsOf(film, parts);
    result.texts.emplace(path, std::move(film.text));
    for (FilmPart& part : parts) result.texts.emplace(part.report.file(), std::move(part.text));
    return result;
}

base::Result<FilmFile> readFilm(const std::string& path, const std::vector<Place>& gazetteer,
                                const std::vector<std::string>& countries, const Draft& draft) {
    const auto text = draft.file == path ? base::Result<std::string>(draft.text) : readTextFile(path);
    if (!text) return text.problems();
    return parseFilm(*text, path, gazetteer, countries, draft);
}

}  // namespace film
