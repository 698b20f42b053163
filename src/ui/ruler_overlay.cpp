#include "ui/ruler_overlay.h"

#include <algorithm>
#include <cmath>

#include "ui/find.h"
#include "ui/ruler.h"

namespace ui {

namespace {

ImVec2 unitsOf(const PanelContext& context, base::Vec2 pixel) {
    const float scale = unitsPerPixel(context);
    return {static_cast<float>(pixel.x) * scale, static_cast<float>(pixel.y) * scale};
}

// Text on the panels' ground with its middle there.
void drawPlate(const PanelContext& context, const std::string& words, ImVec2 middle) {
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    const picture::PanelStyle& style = context.theme.panel;
    const float size = context.strong->FontSize * ImGui::GetIO().FontGlobalScale;
    const ImVec2 extent = context.strong->CalcTextSizeA(size, 1e6F, 0, words.c_str());
    const ImVec2 pad{context.unit * 0.5F, context.unit * 0.25F};
    const ImVec2 corner{middle.x - extent.x / 2, middle.y - extent.y / 2};
    list->AddRectFilled({corner.x - pad.x, corner.y - pad.y},
                        {corner.x + extent.x + pad.x, corner.y + extent.y + pad.y},
                        packed(style.fill.withAlpha(0.95)), context.unit * 0.3F);
    list->AddText(context.strong, size, corner, packed(style.text), words.c_str());
}

const picture::Label* nameOf(const picture::Picture& picture, const std::string& place) {
    constexpr double kLegible = 0.5;
    const auto name = std::find_if(picture.labels.begin(), picture.labels.end(), [&](const auto& label) {
        return label.id == place && label.alpha > kLegible;
    });
    return name == picture.labels.end() ? nullptr : &*name;
}

double distance(base::Vec2 point, const base::Box& box) {
    return std::hypot(point.x - std::clamp(point.x, box.x, box.right()),
                      point.y - std::clamp(point.y, box.y, box.bottom()));
}

}  // namespace

void drawFound(const PanelContext& context) {
    const Session& session = context.session;
    const film::Place* place = anyPlace(context.film, session.browse.found);
    if (!place || !session.detour || !context.sight || !context.picture) return;
    const auto plane = context.sight->projection.forward(place->at);
    const auto pixel = plane ? context.sight->view.toPixels(*plane) : std::nullopt;
    if (!pixel) return;
    const ImVec2 at = unitsOf(context, *pixel);
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    const float width = context.unit * 0.16F, casing = width * 2.4F;
    float radius = context.unit * 0.9F;
    const picture::Label* label = nameOf(*context.picture, place->id);
    if (label) {
        const float room = static_cast<float>(distance(*pixel, label->box)) * unitsPerPixel(context);
        radius = std::clamp(room - casing / 2, context.unit * 0.55F, radius);
    }
    list->AddCircle(at, radius, packed(context.theme.panel.fill.withAlpha(0.9)), 48, casing);
    list->AddCircle(at, radius, packed(context.theme.panel.badge), 48, width);
    if (label) return;
    const std::string name(film::nameIn(context.film, place->name, session.language));
    drawPlate(context, name, {at.x, at.y + radius + context.unit * 1.1F});
}

void drawRuler(const PanelContext& context) {
    const Ruler& ruler = context.session.browse.ruler;
    const auto km = rulerKm(ruler);
    if (!km || !context.sight) {
        return drawPlate(context, std::string(context.say(Word::RulerHint)),
                         {context.size.x / 2, context.unit * 2.5F});
    }
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    const ImU32 line = packed(context.theme.panel.badge),
                casing = packed(context.theme.panel.fill.withAlpha(0.9));
    const float width = context.unit * 0.16F, dot = context.unit * 0.32F;
    const auto pieces = rulerLine(ruler, *context.sight);
    std::vector<ImVec2> all;
    for (const auto& piece : pieces) {
        std::vector<ImVec2> points;
        for (const base::Vec2& p : piece) points.push_back(unitsOf(context, p));
        const auto count = static_cast<int>(points.size());
        list->AddPolyline(points.data(), count, casing, ImDrawFlags_None, width * 2.4F);
        list->AddPolyline(points.data(), count, line, ImDrawFlags_None, width);
        all.insert(all.end(), points.begin(), points.end());
    }
    if (all.empty()) return;
    for (const ImVec2& end : {all.front(), all.back()}) {
        list->AddCircleFilled(end, dot * 1.35F, casing, 24);
        list->AddCircleFilled(end, dot, line, 24);
    }
    const ImVec2 middle = all[all.size() / 2];
    drawPlate(context, kilometresText(*km, context.session.language),
              {middle.x, middle.y - context.unit * 1.8F});
}

}  // namespace ui
