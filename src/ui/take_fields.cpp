#include "ui/take_fields.h"

#include <algorithm>

#include "base/text.h"
#include "ui/navigation.h"

namespace ui {

namespace {

constexpr double kLargestSide = 32768;  // pixels
constexpr double kLongest = 4096;       // of a string, bytes
constexpr int kMostWrongKeys = 20;      // told of one line: each is searched for in it
// A film's own cameras may go farther than hands can.
constexpr double kLeastKm = 1, kMostKm = 100000;

std::string range(double least, double most) {
    const auto plain = [](double value) { return nlohmann::json(value).dump(); };
    return "write a number from " + plain(least) + " to " + plain(most);
}

}  // namespace

film::Position positionIn(std::string_view line, int number, std::size_t byte) {
    const auto before = base::codePoints(line.substr(0, std::min(byte, line.size())));
    return {number, static_cast<int>(before.size()) + 1};
}

film::Position TakeFields::positionOf(std::string_view key) const {
    const std::size_t at = m_text.find('"' + std::string(key) + '"');
    return positionIn(m_text, m_number, at == std::string_view::npos ? 0 : at);
}

void TakeFields::wrong(std::string_view key, std::string what, std::string advice) {
    const film::Position at = m_report.isFull() ? film::Position{m_number, 1} : positionOf(key);
    m_report.error(at, std::move(what), std::move(advice));
}

void TakeFields::allowOnly(const std::vector<std::string>& keys) {
    int left = kMostWrongKeys;
    for (const auto& item : m_json.items()) {
        if (std::find(keys.begin(), keys.end(), item.key()) != keys.end()) continue;
        if (left-- == 0) return;
        if (m_report.isFull()) return wrong(item.key(), {}, {});
        wrong(item.key(), film::quoted(item.key()) + " is no key of this line",
              m_report.suggestion(item.key(), keys, film::oneOf(keys)));
    }
}

void TakeFields::require(std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
        if (!has(key))
            m_report.error({m_number, 1}, "\"" + std::string(key) + "\" is missing",
                           "docs/takes.md says what a line needs");
    }
}

bool TakeFields::isNumber(const nlohmann::json& value, double least, double most) {
    if (!value.is_number()) return false;
    const auto number = value.get<double>();
    return number >= least && number <= most;
}

std::optional<double> TakeFields::number(const char* key, double least, double most) {
    if (!has(key)) return std::nullopt;
    if (isNumber(m_json[key], least, most)) return m_json[key].get<double>();
    wrong(key, "\"" + std::string(key) + "\" is not in range", range(least, most));
    return std::nullopt;
}

std::optional<std::string> TakeFields::string(const char* key) {
    if (!has(key)) return std::nullopt;
    if (m_json[key].is_string() && m_json[key].get_ref<const std::string&>().size() <= kLongest)
        return m_json[key].get<std::string>();
    wrong(key, "\"" + std::string(key) + "\" is no text", "write it in quotes");
    return std::nullopt;
}

std::optional<bool> TakeFields::boolean(const char* key) {
    if (!has(key)) return std::nullopt;
    if (m_json[key].is_boolean()) return m_json[key].get<bool>();
    wrong(key, "\"" + std::string(key) + "\" is neither true nor false", "write true or false");
    return std::nullopt;
}

std::vector<std::string> TakeFields::strings(const char* key) {
    std::vector<std::string> list;
    if (!has(key)) return list;
    const nlohmann::json& value = m_json[key];
    const bool isList = value.is_array() && std::all_of(value.begin(), value.end(),
                                                        [](const auto& each) { return each.is_string(); });
    if (isList) return value.get<std::vector<std::string>>();
    wrong(key, "\"" + std::string(key) + "\" is no list of texts", "write [\"one\", \"two\"]");
    return list;
}

std::optional<base::Size> TakeFields::size(const char* key) {
    if (!has(key)) return std::nullopt;
    const nlohmann::json& value = m_json[key];
    const auto isSide = [](const nlohmann::json& side) {
        return side.is_number_integer() && isNumber(side, 1, kLargestSide);
    };
    if (value.is_array() && value.size() == 2 && isSide(value[0]) && isSide(value[1]))
        return base::Size{value[0].get<int>(), value[1].get<int>()};
    wrong(key, "\"" + std::string(key) + "\" is no size", "write [width, height] in pixels");
    return std::nullopt;
}

std::optional<base::Vec2> TakeFields::pair(const char* key, base::Vec2 most) {
    if (!has(key)) return std::nullopt;
    const nlohmann::json& value = m_json[key];
    if (value.is_array() && value.size() == 2 && isNumber(value[0], -most.x, most.x) &&
        isNumber(value[1], -most.y, most.y))
        return base::Vec2{value[0].get<double>(), value[1].get<double>()};
    wrong(key, "\"" + std::string(key) + "\" is no point", "write two numbers in brackets");
    return std::nullopt;
}

std::optional<geo::Camera> TakeFields::cameraOf(const nlohmann::json& value) const {
    if (!value.is_object()) return std::nullopt;
    for (const auto& item : value.items()) {
        const std::string& key = item.key();
        if (key != "center" && key != "width_km" && key != "bearing" && key != "pitch") return std::nullopt;
    }
    if (!value.contains("center") || !value.contains("width_km")) return std::nullopt;
    // Copying a value that is nested deep would overflow the stack.
    static const nlohmann::json kNone = 0;
    const auto angle = [&](const char* key) -> const nlohmann::json& {
        return value.contains(key) ? value[key] : kNone;
    };
    const nlohmann::json &center = value["center"], &width = value["width_km"], &bearing = angle("bearing"),
                         &pitch = angle("pitch");
    if (!center.is_array() || center.size() != 2 || !isNumber(center[0], -180, 180) ||
        !isNumber(center[1], -90, 90) || !isNumber(width, kLeastKm, kMostKm) ||
        !isNumber(bearing, -360, 360) || !isNumber(pitch, 0, kSteepest))
        return std::nullopt;
    return geo::Camera{{center[0].get<double>(), center[1].get<double>()},
                       width.get<double>(),
                       bearing.get<double>(),
                       pitch.get<double>()};
}

std::optional<geo::Camera> TakeFields::camera(const char* key) {
    if (!has(key)) return std::nullopt;
    if (const auto camera = cameraOf(m_json[key])) return camera;
    wrong(key, "\"" + std::string(key) + "\" is no camera",
          "write {\"center\": [lon, lat], \"width_km\": 1 to 100000, \"bearing\": -360 to 360, \"pitch\": 0 "
          "to 60}; the angles may be left out");
    return std::nullopt;
}

}  // namespace ui
