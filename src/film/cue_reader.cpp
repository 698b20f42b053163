#include <array>
#include <cmath>

#include "film/film_parts.h"

namespace film {

namespace {

constexpr std::size_t kMostCues = 2000;
constexpr std::size_t kMostEventsOfCue = 10'000;
constexpr std::size_t kMostFitted = 1000;
constexpr NumberRange kSeconds = {0, 3600, "give seconds"};
constexpr NumberRange kWidths = {1, 50'000, "give kilometres"};
constexpr NumberRange kPitches = {0, 60, "give degrees from straight down"};
constexpr NumberRange kLongitudes = {-180, 180, "give [longitude, latitude] in degrees"};
constexpr NumberRange kLatitudes = {-90, 90, "longitude comes first; are they swapped?"};
constexpr std::array<std::pair<const char*, CueCard>, 2> kCards = {
    {{"title", CueCard::Title}, {"credits", CueCard::Credits}}};

/// The same direction in 0 (included) to 360 degrees (excluded).
double turnedOnce(double degrees) {
    const double rest = std::fmod(degrees, 360.0);
    const double positive = rest < 0 ? rest + 360.0 : rest;
    return positive >= 360.0 ? 0.0 : positive;
}

std::optional<base::LonLat> readCenter(TableReader& camera) {
    const toml::array* pair = camera.array("center", kMostFitted);
    if (!pair) return std::nullopt;
    if (pair->size() != 2) {
        camera.report().error(camera.position("center"), "center must have two numbers",
                              "give [longitude, latitude]");
        return std::nullopt;
    }
    const auto lon = readNumber((*pair)[0], "the longitude of center", kLongitudes, camera.report());
    const auto lat = readNumber((*pair)[1], "the latitude of center", kLatitudes, camera.report());
    return lon && lat ? std::optional(base::LonLat{*lon, *lat}) : std::nullopt;
}

std::vector<std::string> readFit(TableReader& camera, const FilmNames& names) {
    std::vector<std::string> fit;
    for (auto& item : camera.strings("fit", kMostFitted)) {
        if (!names.places.contains(item.text) && !isCountryCode(item.text, names.countries)) {
            std::vector<std::string> known(names.places.begin(), names.places.end());
            known.insert(known.end(), names.countries.begin(), names.countries.end());
            camera.report().error(
                item.at, "unknown place or country " + quoted(item.text),
                camera.report().suggestion(item.text, known, "name a place id or an alpha-3 code"));
        }
        fit.push_back(std::move(item.text));
    }
    return fit;
}

void checkFraming(TableReader& camera, const toml::array* fit) {
    if (!camera.has("fit")) {
        if (!camera.has("center") && !camera.has("width_km")) {
            camera.report().error(camera.position(), "the camera has neither fit nor center",
                                  "give fit = [places], or center and width_km");
            return;
        }
        camera.needs("center");
        camera.needs("width_km");
        return;
    }
    for (const char* key : {"center", "width_km"}) {
        if (!camera.has(key)) continue;
        camera.report().error(camera.position(key), std::string("the camera has both fit and ") + key,
                              "give fit, or center and width_km");
    }
    if (fit && fit->empty()) {
        camera.report().error(camera.position("fit"), "fit is empty", "name places or countries to show");
    }
}

CameraSpec readCamera(const toml::table& source, const FilmNames& names, Report& report) {
    CameraSpec spec;
    TableReader camera(source, report);
    const auto* fitNode = camera.find("fit");
    checkFraming(camera, fitNode ? fitNode->as_array() : nullptr);
    spec.fit = readFit(camera, names);
    spec.center = readCenter(camera);
    spec.widthKm = camera.number("width_km", kWidths);
    spec.bearing = turnedOnce(camera.number("bearing", {}).value_or(0));
    spec.pitch = camera.number("pitch", kPitches).value_or(0);
    camera.reportUnknownKeys();
    return spec;
}

/// The camera of a cue that gives none: the previous cue's, or the focus countries.
CameraSpec keptCamera(const TableReader& cue, const Cue* previous, const std::vector<std::string>& focus) {
    if (previous) return previous->camera;
    if (focus.empty()) {
        cue.report().error(cue.position(), "the first cue has no camera and the film has no focus countries",
                           "give camera = { fit = [...] }");
    }
    CameraSpec spec;
    spec.fit = focus;
    return spec;
}

void readTimes(Cue& cue, TableReader& table) {
    cue.flySeconds = table.number("fly", kSeconds).value_or(cue.flySeconds);
    cue.playSeconds = table.number("play", kSeconds).value_or(cue.playSeconds);
    cue.holdSeconds = table.number("hold", kSeconds).value_or(cue.holdSeconds);
    if (cue.seconds() > 0) return;
    table.report().warning(table.position(), "cue " + quoted(cue.id) + " lasts no time",
                           "an export will not show it");
}

void readTexts(Cue& cue, TableReader& table, const FilmNames& names) {
    cue.card = table.choice("card", kCards).value_or(CueCard::None);
    cue.title = table.text("title", kTitleLimit, names.languages);
    cue.text = table.text("text", kTextLimit, names.languages);
    cue.notes = table.text("notes", kNotesLimit, names.languages);
    if (!cue.events.empty() || table.has("title")) return;
    table.report().error(table.position(), "cue " + quoted(cue.id) + " has neither events nor a title",
                         "give one of them");
}

/// The chapter a cue stands in: its own, or the previous cue's.
std::string readChapterOf(TableReader& table, const FilmNames& names, const Cue* previous) {
    if (!table.has("chapter")) return previous ? previous->chapter : std::string();
    const auto chapter = table.string("chapter", kTitleLimit);
    if (chapter)
        checkReference({*chapter, table.position("chapter")}, names.chapters, "chapter", table.report());
    return chapter.value_or("");
}

Cue readCue(const toml::table& source, const FilmNames& names, const Cue* previous,
            const std::vector<std::string>& focus, Report& report) {
    Cue cue;
    TableReader table(source, report);
    if (table.needs("id")) cue.id = table.id("id").value_or("");
    cue.chapter = readChapterOf(table, names, previous);
    cue.date = table.date("date");
    cue.state = table.boolean("state").value_or(false);
    for (auto& item : table.strings("events", kMostEventsOfCue)) {
        checkReference(item, names.events, "event", report);
        cue.events.push_back(std::move(item.text));
    }
    const toml::table* camera = table.table("camera");
    if (camera) cue.camera = readCamera(*camera, names, report);
    if (!table.has("camera")) cue.camera = keptCamera(table, previous, focus);
    readTimes(cue, table);
    readTexts(cue, table, names);
    table.reportUnknownKeys();
    return cue;
}

}  // namespace

std::vector<Cue> readCues(TableReader& root, FilmNames& names, const std::vector<std::string>& focus) {
    std::vector<Cue> cues;
    IdSet ids, chapters;
    for (const toml::table* table : root.tables("cues", kMostCues)) {
        const Cue* previous = cues.empty() ? nullptr : &cues.back();
        Cue cue = readCue(*table, names, previous, focus, root.report());
        TableReader reader(*table, root.report());
        if (!cue.id.empty()) define("cue", cue.id, reader.position("id"), ids, names, root.report());
        const bool begins = !previous || previous->chapter != cue.chapter;
        if (begins && !cue.chapter.empty() && !chapters.insert(cue.chapter).second) {
            root.report().error(reader.position("chapter"),
                                "the cues of chapter " + quoted(cue.chapter) + " do not stand together",
                                "move this cue to the others");
        }
        cues.push_back(std::move(cue));
    }
    return cues;
}

}  // namespace film
