#include "picture/contrast.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace picture {

namespace {

using base::Color;

struct NamedGround {
    const char* name;
    Color color;
};
using Grounds = std::vector<NamedGround>;

double contrastOn(const Color& color, const Color& ground) {
    return base::contrast(base::over(color, ground), ground);
}

/// The grounds with a layer over them.
Grounds under(const Color& layer, const Grounds& grounds) {
    Grounds result;
    for (const NamedGround& g : grounds) result.push_back({g.name, base::over(layer, g.color)});
    return result;
}

class Pairs {
  public:
    void add(const char* setting, const Color& color, const Grounds& grounds, double needs,
             const std::string& on = "") {
        for (const NamedGround& g : grounds)
            m_list.push_back({setting, on + g.name, contrastOn(color, g.color), needs});
    }
    void addCased(const char* setting, const Color& color, const Color& casing, const Grounds& grounds) {
        for (const NamedGround& g : grounds)
            m_list.push_back({setting, g.name, casedContrast(color, casing, g.color), kShapeContrast});
    }
    std::vector<ContrastPair> list() && { return std::move(m_list); }

  private:
    std::vector<ContrastPair> m_list;
};

std::string decimal(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", number);
    return text;
}

}  // namespace

double casedContrast(const Color& shape, const Color& casing, const Color& ground) {
    const Color rim = base::over(casing, ground);
    return std::max(contrastOn(shape, ground), base::contrast(base::over(shape, ground), rim));
}

std::vector<Color> panelGrounds(const Theme& theme) {
    std::vector<Color> grounds;
    for (const Color& ground : {theme.ground.land, theme.ground.focus, theme.ground.sea, theme.ground.lake})
        grounds.push_back(base::over(theme.panel.fill, ground));
    return grounds;
}

std::vector<ContrastPair> contrastPairs(const Theme& t) {
    const NamedGround sea{"sea", t.ground.sea}, land{"land", t.ground.land}, focus{"focus", t.ground.focus},
        lake{"lake", t.ground.lake};
    const Grounds all{sea, land, focus, lake}, dry{land, focus}, wet{sea, lake};
    const Grounds panel = under(t.panel.fill, all), legend = under(t.panel.fill.faded(0.86), all),
                  timeline = under(t.timeline.fade, all);
    const Color halo = t.label.haloWidth >= 1 ? t.label.halo : Color{0, 0, 0, 0};
    const std::string haloOn = halo.a > 0 ? "its halo on " : "";
    Pairs pairs;
    pairs.add("label.text", t.label.text, under(halo, all), kTextContrast, haloOn);
    pairs.add("label.dim", t.label.dim, under(halo, {land}), kTextContrast, haloOn);
    pairs.add("label.focus_country", t.label.focusCountry, under(halo, {focus}), kTextContrast, haloOn);
    pairs.add("label.water", t.label.water, under(halo, wet), kTextContrast, haloOn);
    pairs.addCased("label.dot", t.label.dot, t.label.dotCasing, all);
    pairs.add("ground.border", t.ground.border, {land}, kShapeContrast);
    pairs.add("ground.focus_border", t.ground.focusBorder, dry, kShapeContrast);
    pairs.add("ground.admin", t.ground.admin, {focus}, kContextContrast);
    pairs.add("ground.river", t.ground.river, dry, kContextContrast);
    pairs.add("panel.text", t.panel.text, panel, kTextContrast, "panels over ");
    pairs.add("panel.text", t.panel.text, legend, kTextContrast, "the legend over ");
    pairs.add("panel.dim", t.panel.dim, panel, kTextContrast, "panels over ");
    pairs.add("panel.dim", t.panel.dim, legend, kTextContrast, "the legend over ");
    pairs.add("panel.badge_text", t.panel.badgeText, {{"panel.badge", t.panel.badge}}, kTextContrast);
    pairs.add("panel.badge", t.panel.badge, panel, kShapeContrast, "panels over ");
    pairs.add("timeline.text", t.timeline.text, timeline, kTextContrast, "timeline.fade over ");
    pairs.add("timeline.tick", t.timeline.tick, timeline, kShapeContrast, "timeline.fade over ");
    pairs.add("timeline.line", t.timeline.line, timeline, kShapeContrast, "timeline.fade over ");
    return std::move(pairs).list();
}

base::Problems contrastProblems(const Theme& theme, const film::StyleSheet& sheet) {
    std::vector<ContrastPair> weak = contrastPairs(theme);
    std::erase_if(weak, [](const ContrastPair& pair) { return pair.has >= pair.needs; });
    std::stable_sort(weak.begin(), weak.end(), [](const auto& a, const auto& b) { return a.has < b.has; });
    base::Problems problems;
    std::set<std::string> said;
    for (const ContrastPair& pair : weak) {
        if (!said.insert(pair.setting).second) continue;
        const auto setting = std::find_if(sheet.settings.begin(), sheet.settings.end(),
                                          [&](const auto& s) { return s.key == pair.setting; });
        const bool known = setting != sheet.settings.end();
        problems.push_back({base::Severity::Warning, base::Trouble::Data, sheet.file,
                            known ? setting->line : 0, known ? setting->column : 0,
                            pair.setting + " has a contrast of " + decimal(pair.has) + ":1 on " +
                                pair.ground + "; it needs " + decimal(pair.needs) + ":1",
                            "make one of the two lighter or darker, or less transparent"});
    }
    return problems;
}

}  // namespace picture
