#include "ui/toasts_panel.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "ui/problem_words.h"

namespace ui {

namespace {

constexpr float kLarger = 1.25F;  // letters than those of panels: they are read from farther away
constexpr float kWidth = 34;      // of a toast, in heights of text
constexpr float kIcon = 0.95F;    // half the height of its icon
constexpr float kPadding = 0.8F;  // around its words
constexpr float kGap = 0.6F;      // between two
constexpr float kFoot = 0.1F;     // of the window's height: the picture's timeline, kept clear

struct ToastText {
    std::string words;
    bool strong = false, isAdvice = false;
};

std::string more(const Toast& toast, const std::string& language) {
    if (toast.more == 0) return "";
    return wordWith(Word::MoreProblems, std::to_string(toast.more), language);
}

// In the order in which they stand.
std::array<ToastText, 4> textsOf(const PanelContext& context, const Toast& toast) {
    const bool hasTitle = toast.title.has_value();
    const auto said = [&](const std::string& words) {
        return toast.tone == Tone::Note ? words : problemIn(words, context.session.language);
    };
    return {{{hasTitle ? std::string(context.say(*toast.title)) : "", true, false},
             {said(toast.text), !hasTitle, false},
             {said(toast.advice), false, true},
             {more(toast, context.session.language), false, true}}};
}

// Letters of one text, wrapped to the width; their height alone when `draws` is false.
float layLine(const PanelContext& context, std::string_view words, bool strong, ImVec2 at, float width,
              const ImVec4* color) {
    const ImFont* font = strong ? context.strong : ImGui::GetFont();
    const float size = font->FontSize * ImGui::GetIO().FontGlobalScale * kLarger;
    const char *begin = words.data(), *end = begin + words.size();
    if (color) {
        ImGui::GetWindowDrawList()->AddText(font, size, at, ImGui::ColorConvertFloat4ToU32(*color), begin,
                                            end, width);
    }
    return font->CalcTextSizeA(size, FLT_MAX, width, begin, end).y;
}

// What happened at a glance, also without colour: a triangle for trouble, a disc for news.
void drawIcon(const PanelContext& context, Tone tone, ImVec2 center, float r, float opacity) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const picture::PanelStyle& style = context.theme.panel;
    const base::Color fill = tone == Tone::Note ? style.dim : style.badge;
    const ImU32 color = packed(fill.faded(opacity)), sign = packed(style.fill.withAlpha(opacity));
    const float x = center.x, y = center.y, line = r * 0.26F;
    if (tone == Tone::Note) {
        list->AddCircleFilled(center, r, color, 32);
        const ImVec2 tick[] = {
            {x - r * 0.45F, y}, {x - r * 0.1F, y + r * 0.38F}, {x + r * 0.48F, y - r * 0.34F}};
        list->AddPolyline(tick, 3, sign, 0, line);
        return;
    }
    if (tone == Tone::Error)
        list->AddNgonFilled(center, r * 1.05F, color, 8);
    else
        list->AddTriangleFilled({x, y - r}, {x - r * 1.1F, y + r * 0.9F}, {x + r * 1.1F, y + r * 0.9F},
                                color);
    const float low = tone == Tone::Error ? 0 : r * 0.2F;
    list->AddRectFilled({x - line / 2, y - r * 0.6F + low}, {x + line / 2, y + r * 0.12F + low}, sign);
    list->AddRectFilled({x - line / 2, y + r * 0.32F + low}, {x + line / 2, y + r * 0.58F + low}, sign);
}

struct Lines {
    float width = 0, height = 0;
};

Lines measure(const PanelContext& context, const Toast& toast, float width) {
    Lines lines{width, 0};
    for (const auto& [words, strong, isAdvice] : textsOf(context, toast)) {
        if (!words.empty()) lines.height += layLine(context, words, strong, {}, width, nullptr);
    }
    return lines;
}

void drawToast(const PanelContext& context, const Toast& toast, const Lines& lines, float opacity) {
    const picture::PanelStyle& style = context.theme.panel;
    const ImVec2 corner = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    const float unit = context.unit, bar = toast.tone == Tone::Note ? 0 : unit * 0.25F;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->PushClipRect(corner, {corner.x + size.x, corner.y + size.y});
    list->AddRectFilled(corner, {corner.x + bar, corner.y + size.y}, packed(style.badge.faded(opacity)),
                        ImGui::GetStyle().WindowRounding, ImDrawFlags_RoundCornersLeft);
    list->PopClipRect();
    drawIcon(context, toast.tone, {corner.x + unit * (kPadding + kIcon) + bar, corner.y + size.y / 2},
             unit * kIcon, opacity);
    ImVec2 at{corner.x + bar + unit * (2 * kPadding + 2 * kIcon), corner.y + (size.y - lines.height) / 2};
    for (const auto& [words, strong, isAdvice] : textsOf(context, toast)) {
        if (words.empty()) continue;
        const ImVec4 color = vec4((isAdvice ? style.dim : style.text).faded(opacity));
        at.y += layLine(context, words, strong, at, lines.width, &color);
    }
}

// True when a panel of this frame stands there.
bool isTaken(ImVec2 from, ImVec2 to) {
    const ImRect area(from, to);
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
        const bool isPanel =
            window->Active && !(window->Flags & (ImGuiWindowFlags_ChildWindow | ImGuiWindowFlags_Tooltip));
        const std::string_view name = window->Name;
        if (isPanel && !name.starts_with("toast") && !name.starts_with("Debug") &&
            window->Rect().Overlaps(area))
            return true;
    }
    return false;
}

// The top left corner of a column that no panel stands in: right of left, for there the picture has no texts,
// and above rather than below.
ImVec2 freeCorner(const PanelContext& context, ImVec2 size) {
    const float margin = context.unit, right = context.size.x - margin - size.x,
                low = context.size.y * (1 - kFoot) - size.y;
    const ImVec2 corners[] = {{right, margin}, {right, low}, {margin, margin}, {margin, low}};
    for (const ImVec2 corner : corners) {
        if (!isTaken(corner, {corner.x + size.x, corner.y + size.y})) return corner;
    }
    return corners[0];
}

}  // namespace

void drawToasts(const PanelContext& context) {
    const Toasts& toasts = context.session.toasts;
    if (toasts.empty()) return;
    const float unit = context.unit, width = std::min(context.size.x - 2 * unit, unit * kWidth);
    const float inner = width - unit * (3 * kPadding + 2 * kIcon + 0.25F);
    std::vector<Lines> all;
    ImVec2 size{width, -unit * kGap};
    for (const Toast& toast : toasts) {
        all.push_back(measure(context, toast, inner));
        size.y += all.back().height + unit * (2 * kPadding + kGap);
    }
    ImVec2 at = freeCorner(context, size);
    for (std::size_t i = 0; i < toasts.size(); ++i) {
        const float height = all[i].height + unit * 2 * kPadding;
        const auto opacity = static_cast<float>(opacityOf(toasts[i]));
        constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                            ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing |
                                            ImGuiWindowFlags_NoSavedSettings;
        ImGui::SetNextWindowPos(at);
        ImGui::SetNextWindowSize({width, height});
        ImGui::PushStyleVar(ImGuiStyleVar_Alpha, std::max(opacity, 0.01F));
        ImGui::Begin(("toast " + std::to_string(i)).c_str(), nullptr, kFlags);
        drawToast(context, toasts[i], all[i], opacity);
        ImGui::End();
        ImGui::PopStyleVar();
        at.y += height + unit * kGap;
    }
}

}  // namespace ui
