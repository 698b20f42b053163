#include "film/film_file.h"

#include <algorithm>
#include <set>

#include "film/film_parts.h"
#include "film/toml_file.h"

namespace film {

namespace {

constexpr std::size_t kMostLanguages = 50;
constexpr std::size_t kMostFocusCountries = 300;
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

/// True for a path that cannot leave the film's folder, on any system.
bool staysInFolder(std::string_view path) {
    if (path.empty() || path.front() == '/' || path.find_first_of("\\:") != std::string_view::npos)
        return false;
    while (!path.empty()) {
        const auto slash = path.find('/');
        if (path.substr(0, slash) == "..") return false;
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
    return true;
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
    map.reportUnknownKeys();
}

std::set<std::string, std::less<>> usedPlaces(const Film& film) {
    std::set<std::string, std::less<>> used;
    for (const Event& event : film.events) {
        used.insert({event.from, event.to});
        used.insert(event.via.begin(), event.via.end());
    }
    for (const Cue& cue : film.cues) used.insert(cue.camera.fit.begin(), cue.camera.fit.end());
    return used;
}

/// Shares the known places out: those the film uses join those it defines, the rest are for orientation.
void placeGazetteer(Film& film, const std::vector<Place>& gazetteer) {
    const auto byId = [](const Place& a, const Place& b) { return a.id < b.id; };
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

Film readFilmTables(TableReader& root, const std::vector<Place>& gazetteer,
                    const std::vector<std::string>& countries) {
    Film film;
    film.languages = readLanguages(root);
    FilmNames names;
    names.languages = film.languages;
    names.countries = countries;
    for (const Place& place : gazetteer) names.places.insert(place.id);
    if (root.needs("title")) film.title = root.text("title", kTitleLimit, film.languages);
    readMap(film, root, countries);
    film.actors = readActors(root, names);
    film.places = readPlaces(root, names, gazetteer);
    film.sources = readSources(root, names);
    film.events = readEvents(root, names);
    film.cues = readCues(root, names, film.focus);
    checkHasCues(root);
    root.reportUnknownKeys();
    placeGazetteer(film, gazetteer);
    return film;
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
    const auto problems = report.problems();
    if (base::hasErrors(problems)) return problems;
    return places;
}

base::Result<FilmFile> parseFilm(std::string_view toml, const std::string& path,
                                 const std::vector<Place>& gazetteer,
                                 const std::vector<std::string>& countries) {
    Report report(path);
    FilmFile result;
    if (const auto table = parseToml(toml, report)) {
        TableReader root(*table, report);
        if (checkFormat(root)) result.film = readFilmTables(root, gazetteer, countries);
    }
    result.film.file = path;
    result.warnings = report.problems();
    if (base::hasErrors(result.warnings)) return result.warnings;
    return result;
}

base::Result<FilmFile> readFilm(const std::string& path, const std::vector<Place>& gazetteer,
                                const std::vector<std::string>& countries) {
    const auto text = readTextFile(path);
    if (!text) return text.problems();
    return parseFilm(*text, path, gazetteer, countries);
}

}  // namespace film
