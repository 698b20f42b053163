#include "ui/hints_panel.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr float kCard = 25;   // width of a card, in heights of text
constexpr float kKeys = 6;    // of the column with its key
constexpr float kGap = 0.6F;  // between two

struct Hint {
    std::string keys;
    std::string_view says;
};

std::array<Hint, 3> hintsFor(const PanelContext& context) {
    const std::string& language = context.session.language;
    return {{{label(key(KeyName::Space), language), context.say(Word::HintNext)},
             {std::string(context.say(Word::HintDrag)), context.say(Word::HintDetour)},
             {"?", context.say(Word::HintKeys)}}};
}

float heightOf(std::string_view words, float width) {
    return ImGui::CalcTextSize(words.data(), words.data() + words.size(), false, width).y;
}

// The key, and beside it what it does.
void drawCard(const PanelContext& context, const Hint& hint, float inner) {
    const picture::PanelStyle& style = context.theme.panel;
    const ImVec2 start = ImGui::GetCursorPos();
    const float room = ImGui::GetContentRegionAvail().y, said = heightOf(hint.says, inner);
    ImGui::PushFont(context.strong);
    ImGui::SetCursorPosY(start.y + (room - ImGui::GetTextLineHeight()) / 2);
    text(hint.keys, style.badge);
    ImGui::PopFont();
    ImGui::SetCursorPos({start.x + context.unit * kKeys, start.y + (room - said) / 2});
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + inner);
    text(hint.says);
    ImGui::PopTextWrapPos();
}

}  // namespace

// One under the other at the right, where the picture has no texts of its own.
void drawHints(const PanelContext& context) {
    const auto hints = hintsFor(context);
    const float unit = context.unit, width = std::min(unit * kCard, context.size.x - 2 * unit);
    const ImVec2 padding = ImGui::GetStyle().WindowPadding;
    const float inner = width - 2 * padding.x - unit * kKeys;
    ImVec2 at{context.size.x - width - unit, unit};
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                        ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing |
                                        ImGuiWindowFlags_NoSavedSettings;
    const auto opacity = static_cast<float>(opacityOf(context.session.hints));
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, std::max(opacity, 0.01F));
    for (std::size_t i = 0; i < hints.size(); ++i) {
        const float height = heightOf(hints[i].says, inner) + 2 * padding.y;
        ImGui::SetNextWindowPos(at);
        ImGui::SetNextWindowSize({width, height});
        ImGui::Begin(("hint " + std::to_string(i)).c_str(), nullptr, kFlags);
        drawCard(context, hints[i], inner);
        ImGui::End();
        at.y += height + unit * kGap;
    }
    ImGui::PopStyleVar();
}

}  // namespace ui
