#include "ui/settings.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/file.h"

namespace ui {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMostBytes = 1 << 20;
constexpr std::size_t kMostPanels = 50;
constexpr std::size_t kLongestName = 500;  // bytes
constexpr int kLargestSide = 32768;
constexpr int kDeepest = 50;

std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? std::optional<std::string>(value) : std::nullopt;
}

// Strings of no sensible length, numbers that are none: as if they were not there.
std::string textIn(const Json& from, const char* key) {
    const auto found = from.find(key);
    if (found == from.end() || !found->is_string()) return "";
    auto text = found->get<std::string>();
    return text.size() <= kLongestName ? text : "";
}

bool flagIn(const Json& from, const char* key) {
    const auto found = from.find(key);
    return found != from.end() && found->is_boolean() && found->get<bool>();
}

std::optional<int> wholeIn(const Json& from, const char* key, int least, int most) {
    const auto found = from.find(key);
    if (found == from.end() || !found->is_number_integer()) return std::nullopt;
    const auto value = found->get<std::int64_t>();
    if (value < least || value > most) return std::nullopt;
    return static_cast<int>(value);
}

std::optional<WindowPlace> placeIn(const Json& from, const char* key) {
    const auto found = from.find(key);
    if (found == from.end() || !found->is_object()) return std::nullopt;
    const auto x = wholeIn(*found, "x", -kLargestSide, kLargestSide);
    const auto y = wholeIn(*found, "y", -kLargestSide, kLargestSide);
    const auto w = wholeIn(*found, "w", 1, kLargestSide), h = wholeIn(*found, "h", 1, kLargestSide);
    if (!x || !y || !w || !h) return std::nullopt;
    return WindowPlace{*x, *y, {*w, *h}, flagIn(*found, "maximised")};
}

std::vector<std::string> panelsIn(const Json& from) {
    std::vector<std::string> panels;
    const auto found = from.find("open");
    if (found == from.end() || !found->is_array()) return panels;
    for (const Json& name : *found) {
        const bool isName = name.is_string() && name.get_ref<const std::string&>().size() <= kLongestName;
        if (isName && panels.size() < kMostPanels) panels.push_back(name.get<std::string>());
    }
    std::sort(panels.begin(), panels.end());
    panels.erase(std::unique(panels.begin(), panels.end()), panels.end());
    return panels;
}

Settings settingsIn(const Json& from) {
    Settings settings;
    settings.hintsSeen = flagIn(from, "hints_seen");
    settings.open = panelsIn(from);
    settings.showDisplay = textIn(from, "show_display");
    settings.notesDisplay = textIn(from, "notes_display");
    settings.window = placeIn(from, "window");
    settings.notesWindow = placeIn(from, "notes_window");
    const auto text = from.find("notes_text");
    if (text != from.end() && text->is_number())
        settings.notesText = std::clamp(text->get<double>(), 0.5, 4.0);
    return settings;
}

Json toJson(const std::optional<WindowPlace>& place) {
    if (!place) return nullptr;
    return {{"x", place->x},
            {"y", place->y},
            {"w", place->size.w},
            {"h", place->size.h},
            {"maximised", place->maximised}};
}

void write(const Settings& settings, Json& to) {
    to["hints_seen"] = settings.hintsSeen;
    to["open"] = settings.open;
    to["show_display"] = settings.showDisplay;
    to["notes_display"] = settings.notesDisplay;
    to["window"] = toJson(settings.window);
    to["notes_window"] = toJson(settings.notesWindow);
    to["notes_text"] = settings.notesText;
}

// Null when the file does not hold a JSON object, or one so deep that going through it would take all of the
// stack.
Json parsed(const std::string& bytes) {
    bool isDeep = false;
    const auto keep = [&isDeep](int depth, Json::parse_event_t, Json&) {
        isDeep = isDeep || depth > kDeepest;
        return !isDeep;
    };
    Json json = Json::parse(bytes, keep, false);
    if (isDeep || !json.is_object()) return nullptr;
    return json;
}

// What is in the file; an empty object when there is none that can be read.
Json objectIn(const std::string& path) {
    const auto bytes = base::readFile(path, kMostBytes);
    Json json = bytes ? parsed(*bytes) : Json(nullptr);
    if (!json.is_object()) return Json::object();
    return json;
}

// Whole, or not at all: another start reads the old file or the new one.
bool replaceFile(const std::string& path, const std::string& bytes) {
    std::error_code error;
    fs::create_directories(fs::path(path).parent_path(), error);
    const std::string made = path + "." + std::to_string(::getpid()) + ".tmp";
    {
        std::ofstream file(made, std::ios::binary | std::ios::trunc);
        file << bytes;
        file.close();
        if (!file) {
            fs::remove(made, error);
            return false;
        }
    }
    fs::rename(made, path, error);
    if (!error) return true;
    std::error_code ignored;
    fs::remove(made, ignored);
    return false;
}

}  // namespace

bool wasOpen(const Settings& settings, const std::string& panel) {
    return std::binary_search(settings.open.begin(), settings.open.end(), panel);
}

void setOpen(Settings& settings, const std::string& panel, bool open) {
    const auto at = std::lower_bound(settings.open.begin(), settings.open.end(), panel);
    const bool isThere = at != settings.open.end() && *at == panel;
    if (open && !isThere) settings.open.insert(at, panel);
    if (!open && isThere) settings.open.erase(at);
}

std::string settingsPath(const SettingsPlace& place) {
    if (place.file) return *place.file;
    const auto isAbsolute = [](const std::optional<std::string>& path) {
        return path && path->starts_with('/');
    };
    if (isAbsolute(place.config)) return *place.config + "/harmattan/settings.json";
    if (isAbsolute(place.home)) return *place.home + "/.config/harmattan/settings.json";
    return "";
}

SettingsPlace settingsPlace() {
    return {variable("HARMATTAN_SETTINGS"), variable("XDG_CONFIG_HOME"), variable("HOME")};
}

Settings SettingsFile::read() {
    m_kept = {};
    m_problem.clear();
    std::error_code error;
    if (m_path.empty() || !fs::is_regular_file(m_path, error)) return m_kept;
    const auto bytes = base::readFile(m_path, kMostBytes);
    const bool isUnreadable = !bytes && bytes.problems().front().trouble == base::Trouble::Failure;
    if (isUnreadable) return m_kept;
    const Json json = bytes ? parsed(*bytes) : Json(nullptr);
    if (json.is_object()) {
        m_kept = settingsIn(json);
        return m_kept;
    }
    fs::rename(m_path, m_path + ".broken", error);
    m_problem = m_path;
    return m_kept;
}

bool SettingsFile::keep(const Settings& settings) {
    if (m_path.empty()) return false;
    if (settings == m_kept) return true;
    Json json = objectIn(m_path);
    write(settings, json);
    m_kept = settings;  // also when it cannot be written: once is enough to try
    // Names of displays come from outside: what is no UTF-8 in them is replaced.
    return replaceFile(m_path, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace ui
