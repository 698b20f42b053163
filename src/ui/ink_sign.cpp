#include "ui/ink_sign.h"

#include <algorithm>

#include "ui/ink_rows.h"

namespace ui {

namespace {

constexpr ImU32 kLight = IM_COL32(255, 255, 255, 230), kDark = IM_COL32(0, 0, 0, 200);

base::Color colorOf(const PanelContext& context) {
    return context.theme.ink.colors[std::clamp(context.session.ink.color, 0, picture::kInkColors - 1)];
}

// A theme's pixels in the window's units.
float unitsOf(const PanelContext& context, double themePixels) {
    return static_cast<float>(themePixels) * std::min(context.size.x, context.size.y) / 1080;
}

// A ring that is seen on any ground.
void drawRing(ImDrawList& list, ImVec2 at, float radius) {
    list.AddCircle(at, radius + 1, kDark, 0, 1.5F);
    list.AddCircle(at, radius, kLight, 0, 1.5F);
}

void drawTip(const PanelContext& context, ImDrawList& list, ImVec2 at) {
    const picture::InkStyle& style = context.theme.ink;
    const InkHold hold = context.session.ink.hold;
    const base::Color color = colorOf(context);
    if (hold == InkHold::Eraser) {
        const double reach = kEraserReach * 1080;
        list.AddCircleFilled(at, unitsOf(context, reach), IM_COL32(255, 255, 255, 60));
        return drawRing(list, at, unitsOf(context, reach));
    }
    if (hold == InkHold::Highlighter) {
        const float radius = unitsOf(context, style.highlighterWidth / 2);
        list.AddCircleFilled(at, radius, packed(color.faded(style.highlighterStrength)));
        return drawRing(list, at, radius);
    }
    const float radius =
        std::max(unitsOf(context, (hold == InkHold::Arrow ? style.arrowWidth : style.penWidth) / 2), 3.0F);
    list.AddCircleFilled(at, radius, packed(color));
    drawRing(list, at, radius + 1);
    if (hold != InkHold::Arrow) return;
    const float step = radius * 3;
    const ImVec2 tip{at.x + step * 1.6F, at.y + step * 1.6F};
    for (const ImU32 ink : {kDark, packed(color)}) {
        const float width = ink == kDark ? 4.5F : 2.5F;
        list.AddLine({at.x + step * 0.6F, at.y + step * 0.6F}, tip, ink, width);
        list.AddLine({tip.x - step * 0.6F, tip.y}, tip, ink, width);
        list.AddLine({tip.x, tip.y - step * 0.6F}, tip, ink, width);
    }
}

std::string signText(const PanelContext& context) {
    const InkDesk& desk = context.session.ink;
    const CommandRow& row = rowOf(desk.hold == InkHold::Nothing ? CommandId::InkKeep : commandOf(desk.hold));
    std::string words(desk.hold == InkHold::Nothing      ? context.say(Word::Ink)
                      : context.session.language == "fr" ? row.fr
                                                         : row.en);
    if (desk.keep) words.append(" · ").append(context.say(Word::InkKept));
    return words;
}

void drawName(const PanelContext& context) {
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                        ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_NoFocusOnAppearing;
    ImGui::SetNextWindowPos({context.size.x / 2, context.unit}, ImGuiCond_Always, {0.5F, 0});
    ImGui::Begin("ink", nullptr, kFlags);
    if (draws(context.session.ink.hold)) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float radius = context.unit * 0.4F;
        ImGui::GetWindowDrawList()->AddCircleFilled({at.x + radius, at.y + context.unit / 2}, radius,
                                                    packed(colorOf(context)));
        ImGui::Dummy({2 * radius, context.unit});
        ImGui::SameLine();
    }
    text(signText(context));
    ImGui::End();
}

}  // namespace

void drawInkSign(const PanelContext& context) {
    const InkDesk& desk = context.session.ink;
    const bool isNamed = desk.hold != InkHold::Nothing || desk.keep;
    if (isNamed && desk.signAge < kInkSignSeconds) drawName(context);
}

void drawInkTip(const PanelContext& context, const std::optional<base::Vec2>& pointer) {
    const InkHold hold = context.session.ink.hold;
    const bool isBlank = context.session.blank != Blank::None;
    if (hold == InkHold::Nothing || isBlank || !pointer || ImGui::GetIO().WantCaptureMouse) return;
    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    const ImVec2 at{static_cast<float>(pointer->x), static_cast<float>(pointer->y)};
    if (!points(hold)) drawTip(context, *ImGui::GetForegroundDrawList(), at);
}

}  // namespace ui
