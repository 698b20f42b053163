#include "film/film_edit.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

#include "film/report.h"
#include "film/words.h"

namespace film {

namespace {

using base::LocalText;
using Path = std::vector<std::string>;

constexpr double kMetresPerDegree = 111'195;  // of the sphere of 6371 km
constexpr double kFinest = 1e-6;              // degrees, a tenth of a metre

template <class T>
const T* entryOf(const std::vector<T>& entries, const std::string& id) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const T& e) { return e.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

std::string in(const LocalText& text, const std::string& language) {
    for (const auto& [name, words] : text.byLanguage) {
        if (name == language || name.empty()) return words;
    }
    return {};
}

std::string joined(const std::vector<std::string>& ids) {
    std::string all;
    for (const std::string& id : ids) all += (all.empty() ? "" : ", ") + id;
    return all;
}

std::string valueOf(const Event& event, const EditTarget& target) {
    if (target.key == "title") return in(event.title, target.language);
    if (target.key == "text") return in(event.text, target.language);
    if (target.key == "said_by") return in(event.saidBy, target.language);
    if (target.key == "date") return event.date.toString();
    if (target.key == "from") return event.from;
    if (target.key == "to") return event.to;
    if (target.key == "towards") return event.towards;
    if (target.key == "via") return joined(event.via);
    return {};
}

std::string valueOf(const CameraSpec& camera, const std::string& key) {
    if (key == "camera") return cameraSource(camera);
    if (key == "camera.fit") return joined(camera.fit);
    if (key == "camera.center" && camera.center)
        return toText(camera.center->lon) + ", " + toText(camera.center->lat);
    if (key == "camera.width_km" && camera.widthKm) return toText(*camera.widthKm);
    if (key == "camera.bearing" && camera.bearing != 0) return toText(camera.bearing);
    if (key == "camera.pitch" && camera.pitch != 0) return toText(camera.pitch);
    return {};
}

std::string valueOf(const Cue& cue, const EditTarget& target) {
    if (target.key == "title") return in(cue.title, target.language);
    if (target.key == "text") return in(cue.text, target.language);
    if (target.key == "notes") return in(cue.notes, target.language);
    if (target.key == "fly") return toText(cue.flySeconds);
    if (target.key == "play") return toText(cue.playSeconds);
    if (target.key == "hold") return toText(cue.holdSeconds);
    return valueOf(cue.camera, target.key);
}

bool isText(const std::string& key) {
    return key == "title" || key == "text" || key == "notes" || key == "said_by" || key == "name";
}

/// `["a", "b"]`.
base::Result<std::string> listSource(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) {
        const auto source = tomlString(word);
        if (!source) return source;
        all += (all.empty() ? "" : ", ") + *source;
    }
    return "[" + all + "]";
}

/// The number as typed, if it is one.
base::Result<std::string> numberSource(std::string_view value) {
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool isNumber = error == std::errc() && end == value.data() + value.size() && std::isfinite(number);
    if (isNumber) return toText(number);
    return base::Problem{base::Severity::Error,
                         base::Trouble::Data,
                         {},
                         0,
                         0,
                         quoted(value) + " is not a number",
                         "write it with a point, such as 12.5"};
}

base::Result<std::string> numbersSource(std::string_view value) {
    std::string all;
    for (const std::string& word : listed(value)) {
        const auto number = numberSource(word);
        if (!number) return number;
        all += (all.empty() ? "" : ", ") + *number;
    }
    return "[" + all + "]";
}

base::Result<std::string> sourceFor(const std::string& key, std::string_view value, std::string_view old) {
    if (key == "camera") return std::string(value);
    if (key == "via" || key == "camera.fit") return listSource(listed(value));
    if (key == "camera.center") return numbersSource(value);
    if (key.starts_with("camera.") || key == "fly" || key == "play" || key == "hold")
        return numberSource(value);
    return tomlString(value, old);
}

/// Where the text of the target stands, or shall stand: a plain one is the same in every language.
Path pathOf(std::string_view text, const EditTarget& target) {
    Path path{target.list, target.id};
    const std::size_t dot = target.key.find('.');
    path.push_back(target.key.substr(0, dot));
    if (dot != std::string::npos) path.push_back(target.key.substr(dot + 1));
    if (!isText(target.key) || target.language.empty()) return path;
    const auto whole = tomlSource(text, path);
    const bool isPlain = whole && (whole->starts_with('"') || whole->starts_with('\''));
    if (!isPlain) path.push_back(target.language);
    return path;
}

/// Without its last language a text is taken out as a whole: an empty table says nothing.
Path shortened(std::string_view text, Path path) {
    if (path.size() < 4) return path;
    const Path whole{path.begin(), path.end() - 1};
    const auto without = editToml(text, {}, {{path, std::nullopt}});
    if (!without) return path;
    const std::string left = tomlSource(without->text, whole).value_or("");
    return left.find('=') == std::string::npos && left.starts_with('{') ? whole : path;
}

/// The number to the nearest `step`, a power of ten.
double rounded(double number, double step) {
    const double shares = std::round(number / step);
    return (step < 1 ? shares / std::round(1 / step) : shares * step) + 0.0;  // no -0
}

/// The power of ten that is not above `step`.
double powerBelow(double step) {
    return std::pow(10.0, std::floor(std::log10(step) + 1e-9));
}

/// A step for degrees that is not farther than some metres.
double stepFor(double metres) {
    return std::clamp(powerBelow(metres / kMetresPerDegree), kFinest, 1.0);
}

}  // namespace

std::vector<std::string> listed(std::string_view typed) {
    std::vector<std::string> words;
    while (!typed.empty()) {
        const std::size_t end = std::min(typed.find_first_of(", \t\n"), typed.size());
        if (end > 0) words.emplace_back(typed.substr(0, end));
        typed.remove_prefix(std::min(end + 1, typed.size()));
    }
    return words;
}

std::string editedValue(const Film& film, const EditTarget& target) {
    if (target.list == "events") {
        const Event* event = entryOf(film.events, target.id);
        return event ? valueOf(*event, target) : "";
    }
    const Cue* cue = target.list == "cues" ? entryOf(film.cues, target.id) : nullptr;
    return cue ? valueOf(*cue, target) : "";
}

base::Result<TomlEdit> editFilm(std::string_view text, const std::string& file, const EditTarget& target,
                                std::string_view value) {
    const Path path = pathOf(text, target);
    if (value.empty()) return editToml(text, file, {{shortened(text, path), std::nullopt}});
    const auto source = sourceFor(target.key, value, tomlSource(text, path).value_or(""));
    if (!source) {
        base::Problems problems = source.problems();
        problems.front().file = file;
        return problems;
    }
    return editToml(text, file, {{path, *source}});
}

std::string cameraSource(const CameraSpec& camera) {
    std::string source;
    const auto add = [&](const std::string& words) { source += (source.empty() ? "{ " : ", ") + words; };
    if (!camera.fit.empty()) {
        const auto list = listSource(camera.fit);
        add("fit = " + (list ? *list : "[]"));
    }
    if (camera.center)
        add("center = [" + toText(camera.center->lon) + ", " + toText(camera.center->lat) + "]");
    if (camera.widthKm) add("width_km = " + toText(*camera.widthKm));
    if (camera.bearing != 0) add("bearing = " + toText(camera.bearing));
    if (camera.pitch != 0) add("pitch = " + toText(camera.pitch));
    return source.empty() ? "" : source + " }";
}

CameraSpec roundedCamera(const CameraSpec& camera, double pixels) {
    constexpr double kAngleStep = 0.1, kLargestTurn = 360;
    CameraSpec round = camera;
    if (camera.widthKm) {
        // A quarter of a pixel at the frame's edge, and at its centre.
        round.widthKm = rounded(*camera.widthKm, powerBelow(*camera.widthKm / pixels));
        const double step = stepFor(*camera.widthKm * 1000 / pixels / 4);
        if (camera.center)
            round.center = base::LonLat{rounded(camera.center->lon, step), rounded(camera.center->lat, step)};
    }
    round.bearing = rounded(std::fmod(camera.bearing + kLargestTurn, kLargestTurn), kAngleStep);
    if (round.bearing >= kLargestTurn) round.bearing = 0;
    round.pitch = rounded(camera.pitch, kAngleStep);
    return round;
}

std::string placeSource(base::LonLat at, double metres, std::string_view remark) {
    const double step = stepFor(metres);
    const std::string comment = remark.empty() ? "" : "# " + std::string(remark) + "\n";
    return comment + "[places.new-place]\nname = \"New place\"\nlon = " + toText(rounded(at.lon, step)) +
           "\nlat = " + toText(rounded(at.lat, step)) + "\nkind = \"city\"\n";
}

}  // namespace film
