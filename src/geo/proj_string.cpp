#include "geo/proj_string.h"

#include <proj.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <sstream>
#include <vector>

#include "base/text.h"
#include "base/units.h"

namespace geo {

namespace {

// Every parameter of PROJ's map projections (proj.org/operations/projections) that reads no file. What is not
// here, like nadgrids, init, file or step, is refused.
constexpr auto kKnownParameters = std::to_array<std::string_view>(
    {"proj",    "datum",   "ellps",    "a",       "b",          "rf",         "f",       "es",
     "e",       "R",       "R_A",      "R_V",     "R_C",        "R_a",        "R_g",     "R_h",
     "R_lat_a", "R_lat_g", "units",    "lat_0",   "lat_1",      "lat_2",      "lat_3",   "lat_b",
     "lat_ts",  "lon_0",   "lon_1",    "lon_2",   "lon_3",      "lonc",       "alpha",   "gamma",
     "k",       "k_0",     "x_0",      "y_0",     "zone",       "south",      "h",       "tilt",
     "azi",     "sweep",   "n",        "m",       "q",          "M",          "W",       "theta",
     "path",    "lsat",    "aperture", "mode",    "orient",     "resolution", "approx",  "algo",
     "no_cut",  "no_rot",  "no_off",   "no_uoff", "rot_conv",   "o_proj",     "o_lat_p", "o_lon_p",
     "o_alpha", "o_lon_c", "o_lat_c",  "o_lon_1", "o_lat_1",    "o_lon_2",    "o_lat_2", "towgs84",
     "pm",      "no_defs", "type",     "guam",    "hyperbolic", "ns",         "tol",     "wktext",
     "to_meter"});

bool isEpsgCode(const std::string& text) {
    if (!text.starts_with("EPSG:") || text.size() == 5 || text.size() > 12) return false;
    return std::all_of(text.begin() + 5, text.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
}

bool isHarmlessValue(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("_.,+-'\"").find(c) != std::string_view::npos;
    });
}

// Why a "+key=value" is refused, or nothing.
std::optional<std::string> refusal(const std::string& token) {
    if (token.size() < 2 || token[0] != '+') return "\"" + token + "\" is not a +parameter";
    const std::size_t equals = token.find('=');
    const std::string key = token.substr(1, equals == std::string::npos ? equals : equals - 1);
    if (std::find(kKnownParameters.begin(), kKnownParameters.end(), key) == kKnownParameters.end()) {
        const std::vector<std::string> known(kKnownParameters.begin(), kKnownParameters.end());
        const std::string_view near = base::nearest(key, known);
        return "+" + key + " is not allowed" +
               (near.empty() ? "" : ", did you mean +" + std::string(near) + "?");
    }
    if (equals != std::string::npos && !isHarmlessValue(std::string_view(token).substr(equals + 1))) {
        return "the value of +" + key + " is not allowed";
    }
    return std::nullopt;
}

bool hasAny(const std::string& projString, std::initializer_list<const char*> keys) {
    return std::any_of(keys.begin(), keys.end(),
                       [&](const char* key) { return parameter(projString, key).has_value(); });
}

}  // namespace

base::Problem projectionProblem(const std::string& definition, const std::string& why,
                                const std::string& advice) {
    return {base::Severity::Error,
            base::Trouble::Data,
            "",
            0,
            0,
            "the projection \"" + definition.substr(0, 200) + "\" cannot be used: " + why,
            advice};
}

std::optional<std::string> parameter(std::string_view projString, std::string_view key) {
    std::istringstream tokens{std::string(projString)};
    for (std::string token; tokens >> token;) {
        if (token.size() < 2 || token[0] != '+') continue;
        const std::size_t equals = std::min(token.find('='), token.size());
        if (std::string_view(token).substr(1, equals - 1) != key) continue;
        return equals == token.size() ? "" : token.substr(equals + 1);
    }
    return std::nullopt;
}

double parameterNumber(std::string_view projString, std::string_view key, double otherwise) {
    const auto text = parameter(projString, key);
    if (!text || text->empty()) return otherwise;
    double number = 0;
    const char* const last = text->data() + text->size();
    if (std::from_chars(text->data(), last, number).ptr == last)
        return std::isfinite(number) ? number : otherwise;
    char* end = nullptr;
    number = base::degrees(proj_dmstor(text->c_str(), &end));
    return end == text->c_str() || !std::isfinite(number) ? otherwise : number;
}

base::Result<std::string> completeDefinition(const std::string& definition) {
    if (isEpsgCode(definition)) return definition;
    if (definition.size() > 1000) return projectionProblem(definition, "it is too long", kExampleAdvice);
    std::string complete;
    std::istringstream tokens(definition);
    for (std::string token; tokens >> token;) {
        if (const auto why = refusal(token)) return projectionProblem(definition, *why, kExampleAdvice);
        complete += token + " ";
    }
    if (!parameter(complete, "proj"))
        return projectionProblem(definition, "it names no +proj", kExampleAdvice);
    if (!hasAny(complete, {"datum", "ellps", "a", "R", "towgs84"})) complete += "+datum=WGS84 ";
    if (!hasAny(complete, {"units", "to_meter"})) complete += "+units=m ";
    if (!hasAny(complete, {"type"})) complete += "+type=crs";
    return complete;
}

}  // namespace geo
