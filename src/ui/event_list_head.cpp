#include "ui/event_list_head.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace ui {

namespace {

void drawButton(const PanelContext& context, CommandId id, const std::string& says, Commands& commands) {
    const CommandRow& row = rowOf(id);
    const std::string name = says + "##" + std::string(row.name);
    if (ImGui::Button(name.c_str())) commands.push_back({id, 0, {}, {}});
    if (!ImGui::IsItemHovered() || row.keys.empty()) return;
    const bool french = context.session.language == "fr";
    ImGui::BeginTooltip();
    text(std::string(french ? row.fr : row.en) + "  (" + label(row.keys.front(), context.session.language) +
         ")");
    ImGui::EndTooltip();
}

// Puts the next item's right edge at the window's.
void alignRight(float width) {
    ImGui::SameLine(std::max(ImGui::GetCursorPosX(), ImGui::GetWindowContentRegionMax().x - width));
}

void drawTitle(const PanelContext& context, const std::string& count) {
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(context.strong);
    text(context.say(Word::Events));
    ImGui::PopFont();
    ImGui::SameLine();
    text(count, context.theme.panel.dim);
}

// While an export runs, how far it is.
std::string exportLabel(const PanelContext& context) {
    const ExportState& state = context.session.exporting.state;
    const std::string label(context.say(Word::Export));
    if (!isUnderWay(state) || state.total <= 0) return label;
    return label + " " + std::to_string(state.done * 100 / state.total) + " %";
}

void drawButtons(const PanelContext& context, Commands& commands) {
    const Session& session = context.session;
    const std::string language = languageName(session.language);
    const std::string theme = themeName(session.theme, session.language);
    const std::string keys(context.say(Word::Keys)), exports = exportLabel(context);
    const ImGuiStyle& style = ImGui::GetStyle();
    float width = 3 * style.ItemSpacing.x;
    for (const std::string* says : {&language, &theme, &exports, &keys}) {
        width += ImGui::CalcTextSize(says->c_str()).x + 2 * style.FramePadding.x;
    }
    alignRight(width);
    drawButton(context, CommandId::Language, language, commands);
    ImGui::SameLine();
    drawButton(context, CommandId::Theme, theme, commands);
    ImGui::SameLine();
    drawButton(context, CommandId::Export, exports, commands);
    ImGui::SameLine();
    drawButton(context, CommandId::Help, keys, commands);
}

void drawSearch(const PanelContext& context, Commands& commands) {
    std::array<char, 256> typed{};
    std::snprintf(typed.data(), typed.size(), "%s", context.session.filter.text.c_str());
    const bool empty = context.session.filter.text.empty();
    const float side = ImGui::GetFrameHeight();
    ImGui::SetNextItemWidth(empty ? -1 : -side - ImGui::GetStyle().ItemInnerSpacing.x);
    const std::string hint(context.say(Word::Search));
    if (ImGui::InputTextWithHint("##search", hint.c_str(), typed.data(), typed.size())) {
        commands.push_back({CommandId::FilterText, 0, typed.data(), {}});
    }
    if (empty) return;
    ImGui::SameLine(0, ImGui::GetStyle().ItemInnerSpacing.x);
    if (ImGui::Button("×", {side, side})) commands.push_back({CommandId::FilterText, 0, {}, {}});
}

void drawActorFilter(const PanelContext& context, Commands& commands) {
    const auto& hidden = context.session.filter.hiddenActors;
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    const ImGuiStyle& style = ImGui::GetStyle();
    bool first = true;
    for (const film::Actor* actor : actorsWithEvents(context.film)) {
        const std::string name(actor->name.in(context.session.language));
        const float width =
            ImGui::GetFrameHeight() + style.ItemInnerSpacing.x + ImGui::CalcTextSize(name.c_str()).x;
        const bool fits = ImGui::GetItemRectMax().x + style.ItemSpacing.x + width < right;
        if (!first && fits) ImGui::SameLine();
        first = false;
        bool shown = std::find(hidden.begin(), hidden.end(), actor->id) == hidden.end();
        ImGui::PushStyleColor(ImGuiCol_CheckMark, vec4(actor->color));
        if (ImGui::Checkbox((name + "##" + actor->id).c_str(), &shown)) {
            commands.push_back({CommandId::FilterActor, 0, actor->id, {}});
        }
        ImGui::PopStyleColor();
    }
}

}  // namespace

void drawListHead(const PanelContext& context, ListUse use, std::size_t found, Commands& commands) {
    const std::string all = std::to_string(context.rows.size());
    if (use == ListUse::Shown) return drawTitle(context, all);
    drawTitle(context, std::to_string(found) + " / " + all);
    drawButtons(context, commands);
    drawSearch(context, commands);
    drawActorFilter(context, commands);
}

}  // namespace ui
