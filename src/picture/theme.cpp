#include "picture/theme.h"

#include <algorithm>
#include <functional>
#include <map>

#include "base/text.h"

namespace picture {

namespace {

using base::Color;

struct Number {
    double* target;
    double low, high;
};
using Target = std::variant<Color*, Number>;

// Every setting of a theme file, by its dotted key.
std::map<std::string, Target> settingsOf(Theme& t) {
    const auto size = [](double& v) { return Target(Number{&v, 1, 400}); };
    const auto width = [](double& v) { return Target(Number{&v, 0, 200}); };
    return {
        {"ground.background", &t.ground.background},
        {"ground.sea", &t.ground.sea},
        {"ground.land", &t.ground.land},
        {"ground.focus", &t.ground.focus},
        {"ground.lake", &t.ground.lake},
        {"ground.sea_relief", Number{&t.ground.seaRelief, 0, 2}},
        {"ground.land_relief", Number{&t.ground.landRelief, 0, 2}},
        {"ground.focus_relief", Number{&t.ground.focusRelief, 0, 2}},
        {"ground.glow", &t.ground.glow},
        {"ground.glow_width", width(t.ground.glowWidth)},
        {"ground.water_lines", Number{&t.ground.waterLines, 0, 1}},
        {"ground.border", &t.ground.border},
        {"ground.border_width", width(t.ground.borderWidth)},
        {"ground.border_casing", &t.ground.borderCasing},
        {"ground.border_casing_width", width(t.ground.borderCasingWidth)},
        {"ground.graticule", &t.ground.graticule},
        {"ground.graticule_width", width(t.ground.graticuleWidth)},
        {"ground.disputed_dash", size(t.ground.disputedDash)},
        {"ground.admin", &t.ground.admin},
        {"ground.admin_width", width(t.ground.adminWidth)},
        {"ground.admin_from_km", Number{&t.ground.adminFromKm, 0, 50000}},
        {"ground.river", &t.ground.river},
        {"ground.river_width", width(t.ground.riverWidth)},
        {"ground.focus_border", &t.ground.focusBorder},
        {"ground.focus_border_width", width(t.ground.focusBorderWidth)},
        {"ground.focus_glow", &t.ground.focusGlow},
        {"ground.focus_glow_width", width(t.ground.focusGlowWidth)},
        {"ground.outline_width", width(t.ground.outlineWidth)},
        {"ground.outline_strength", Number{&t.ground.outlineStrength, 0, 1}},
        {"arrow.shadow", &t.arrow.shadow},
        {"arrow.shadow_x", Number{&t.arrow.shadowX, -100, 100}},
        {"arrow.shadow_y", Number{&t.arrow.shadowY, -100, 100}},
        {"arrow.shadow_blur", width(t.arrow.shadowBlur)},
        {"arrow.glow", Number{&t.arrow.glow, 0, 1}},
        {"arrow.glow_width", width(t.arrow.glowWidth)},
        {"arrow.casing", &t.arrow.casing},
        {"arrow.casing_width", width(t.arrow.casingWidth)},
        {"arrow.chevron", &t.arrow.chevron},
        {"arrow.width_class_1", size(t.arrow.classWidths[0])},
        {"arrow.width_class_2", size(t.arrow.classWidths[1])},
        {"arrow.width_class_3", size(t.arrow.classWidths[2])},
        {"arrow.width_class_4", size(t.arrow.classWidths[3])},
        {"arrow.width_neutral", size(t.arrow.neutralWidth)},
        {"arrow.width_visit", size(t.arrow.thinWidth)},
        {"arrow.width_call", size(t.arrow.callWidth)},
        {"label.text", &t.label.text},
        {"label.halo", &t.label.halo},
        {"label.halo_width", width(t.label.haloWidth)},
        {"label.dim", &t.label.dim},
        {"label.focus_country", &t.label.focusCountry},
        {"label.water", &t.label.water},
        {"label.capital_size", size(t.label.capitalSize)},
        {"label.city_size", size(t.label.citySize)},
        {"label.base_size", size(t.label.baseSize)},
        {"label.country_size", size(t.label.countrySize)},
        {"label.focus_size", size(t.label.focusSize)},
        {"label.water_size", size(t.label.waterSize)},
        {"label.dot", &t.label.dot},
        {"label.dot_casing", &t.label.dotCasing},
        {"label.capital_dot", size(t.label.capitalDot)},
        {"label.city_dot", size(t.label.cityDot)},
        {"panel.fill", &t.panel.fill},
        {"panel.text", &t.panel.text},
        {"panel.dim", &t.panel.dim},
        {"panel.badge", &t.panel.badge},
        {"panel.badge_text", &t.panel.badgeText},
        {"panel.radius", width(t.panel.radius)},
        {"panel.accent_width", width(t.panel.accentWidth)},
        {"panel.date_size", size(t.panel.dateSize)},
        {"panel.title_size", size(t.panel.titleSize)},
        {"panel.text_size", size(t.panel.textSize)},
        {"panel.source_size", size(t.panel.sourceSize)},
        {"panel.legend_size", size(t.panel.legendSize)},
        {"panel.note_size", size(t.panel.noteSize)},
        {"timeline.line", &t.timeline.line},
        {"timeline.tick", &t.timeline.tick},
        {"timeline.text", &t.timeline.text},
        {"timeline.fade", &t.timeline.fade},
        {"timeline.text_size", size(t.timeline.textSize)},
        {"ink.color_1", &t.ink.colors[0]},
        {"ink.color_2", &t.ink.colors[1]},
        {"ink.color_3", &t.ink.colors[2]},
        {"ink.color_4", &t.ink.colors[3]},
        {"ink.casing", &t.ink.casing},
        {"ink.casing_width", width(t.ink.casingWidth)},
        {"ink.pen_width", size(t.ink.penWidth)},
        {"ink.highlighter_width", size(t.ink.highlighterWidth)},
        {"ink.highlighter_strength", Number{&t.ink.highlighterStrength, 0, 1}},
        {"ink.arrow_width", size(t.ink.arrowWidth)},
        {"ink.laser", &t.ink.laser},
        {"ink.laser_radius", size(t.ink.laserRadius)},
        {"ink.spotlight", &t.ink.spotlight},
        {"ink.spotlight_radius", size(t.ink.spotlightRadius)},
    };
}

// What is wrong with the value, or "" after it has been stored.
std::string store(const film::StyleSetting& setting, const Target& target) {
    if (const auto* number = std::get_if<Number>(&target)) {
        const double* value = std::get_if<double>(&setting.value);
        if (!value) return "must be a number";
        if (!(*value >= number->low && *value <= number->high)) {
            const auto text = [](double v) { return std::to_string(static_cast<int>(v)); };
            return "must be from " + text(number->low) + " to " + text(number->high);
        }
        *number->target = *value;
        return {};
    }
    const std::string* text = std::get_if<std::string>(&setting.value);
    const std::optional<Color> color = text ? base::parseColor(*text) : std::nullopt;
    if (!color) return "must be a colour such as \"#1a2b3c\" or \"#1a2b3c80\"";
    *std::get<Color*>(target) = *color;
    return {};
}

}  // namespace

base::Result<Theme> makeTheme(const film::StyleSheet& sheet, const std::string& name) {
    Theme theme;
    theme.name = name;
    auto targets = settingsOf(theme);
    std::vector<std::string> keys;
    for (const auto& entry : targets) keys.push_back(entry.first);
    std::vector<std::string> missing = keys;

    base::Problems problems;
    const auto report = [&](int line, int column, std::string what, std::string advice) {
        problems.push_back({base::Severity::Error, base::Trouble::Data, sheet.file, line, column,
                            std::move(what), std::move(advice)});
    };
    for (const film::StyleSetting& setting : sheet.settings) {
        const auto found = targets.find(setting.key);
        if (found == targets.end()) {
            const std::string_view near = base::nearest(setting.key, keys);
            report(setting.line, setting.column, "unknown setting \"" + setting.key + "\"",
                   near.empty() ? "see docs/themes.md for the settings"
                                : "did you mean \"" + std::string(near) + "\"?");
            continue;
        }
        const std::string wrong = store(setting, found->second);
        if (!wrong.empty()) report(setting.line, setting.column, setting.key + " " + wrong, "");
        std::erase(missing, setting.key);
    }
    for (const std::string& key : missing) {
        report(0, 0, "the setting \"" + key + "\" is missing", "copy it from assets/themes/night.toml");
    }
    if (!problems.empty()) return problems;
    return theme;
}

base::Color readable(Color color, Color ground, double ratio) {
    return readable(color, std::vector<Color>{ground}, ratio);
}

base::Color readable(Color color, const std::vector<Color>& grounds, double ratio) {
    const bool isLight = base::luminance(grounds.front()) > 0.18;
    const Color goal = isLight ? Color{0, 0, 0, color.a} : Color{1, 1, 1, color.a};
    for (int step = 0; step <= 40; ++step) {
        const Color candidate = base::mix(color, goal, step / 40.0);
        const bool isReadable = std::all_of(grounds.begin(), grounds.end(), [&](const Color& ground) {
            return base::contrast(candidate, ground) >= ratio;
        });
        if (isReadable) return candidate;
    }
    return goal;
}

}  // namespace picture
