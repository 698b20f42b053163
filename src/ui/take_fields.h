// One line of a take's file as JSON, and its fields as typed values; what is wrong goes to a report.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.h"
#include "film/report.h"
#include "geo/map_view.h"

namespace ui {

class TakeFields {
  public:
    /// `json` is an object, read from `text`, the line of this number; all must outlive it.
    TakeFields(const nlohmann::json& json, std::string_view text, int number, film::Report& report)
        : m_json(json), m_text(text), m_number(number), m_report(report) {}

    bool has(const char* key) const { return m_json.contains(key); }

    /// Reports keys that are not among these.
    void allowOnly(const std::vector<std::string>& keys);
    /// Reports the keys that are missing.
    void require(std::initializer_list<const char*> keys);

    /// Nothing when the key is missing, or reported as wrong.
    std::optional<double> number(const char* key, double least, double most);
    std::optional<std::string> string(const char* key);
    std::optional<bool> boolean(const char* key);
    std::vector<std::string> strings(const char* key);
    std::optional<base::Size> size(const char* key);
    std::optional<geo::Camera> camera(const char* key);
    /// Two numbers: `most` says how far from 0 each may be.
    std::optional<base::Vec2> pair(const char* key, base::Vec2 most);

    /// Where the key stands in its line, from 1; 0: it does not.
    int columnOf(const char* key) const { return has(key) ? positionOf(key).column : 0; }

    void wrong(std::string_view key, std::string what, std::string advice);

  private:
    film::Position positionOf(std::string_view key) const;
    static bool isNumber(const nlohmann::json& value, double least, double most);
    std::optional<geo::Camera> cameraOf(const nlohmann::json& value) const;

    const nlohmann::json& m_json;
    std::string_view m_text;
    int m_number;
    film::Report& m_report;
};

/// The place of a byte in a line.
film::Position positionIn(std::string_view line, int number, std::size_t byte);

}  // namespace ui
