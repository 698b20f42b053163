#include "ui/search_panel.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "ui/find.h"

namespace ui {

namespace {

constexpr float kWidth = 36;         // of the panel, in heights of text
constexpr float kTop = 0.12F;        // of the window's height
constexpr float kListHeight = 0.6F;  // of the window's height, at most

void drawField(const PanelContext& context, Commands& commands) {
    std::array<char, 256> typed{};
    std::snprintf(typed.data(), typed.size(), "%s", context.session.browse.searched.c_str());
    // All that is typed goes there as long as the box is open.
    if (!ImGui::IsAnyItemActive()) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    const std::string hint(context.say(Word::FindHint));
    if (ImGui::InputTextWithHint("##find", hint.c_str(), typed.data(), typed.size()))
        commands.push_back({CommandId::SearchText, 0, typed.data(), {}});
}

void drawResult(const PanelContext& context, const Found& found, std::size_t index, Commands& commands) {
    const bool marked = index == context.session.browse.marked;
    ImGui::PushID(static_cast<int>(index));
    const ImVec2 start = ImGui::GetCursorPos();
    const float line = ImGui::GetTextLineHeight(), pad = context.unit * 0.2F;
    if (ImGui::Selectable("##found", marked, ImGuiSelectableFlags_None, {0, 2 * line + 3 * pad})) {
        commands.push_back({CommandId::BrowseMark, static_cast<double>(index), {}, {}});
        commands.push_back({CommandId::BrowseChoose, 0, {}, {}});
    }
    const ImVec2 past = ImGui::GetCursorPos();
    if (marked && !ImGui::IsItemVisible()) ImGui::SetScrollHereY();
    ImGui::SetCursorPos({start.x + context.unit * 0.4F, start.y + pad});
    text(found.title);
    ImGui::SetCursorPos({start.x + context.unit * 0.4F, start.y + pad + line});
    text(found.note, context.theme.panel.dim);
    ImGui::SetCursorPos(past);
    ImGui::PopID();
}

// A heading where the kind of result changes.
void drawResults(const PanelContext& context, const std::vector<Found>& results, Commands& commands) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    bool isFirst = true, wasEvent = false;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const bool isEvent = results[i].subject.kind == SubjectKind::Event;
        if (std::exchange(isFirst, false) || isEvent != wasEvent) {
            ImGui::Dummy({0, context.unit * 0.3F});
            text(context.say(isEvent ? Word::Events : Word::Places), context.theme.panel.badge);
        }
        wasEvent = isEvent;
        drawResult(context, results[i], i, commands);
    }
    ImGui::PopStyleVar();
}

float heightOf(const PanelContext& context, const std::vector<Found>& results) {
    const float row = 2 * ImGui::GetTextLineHeight() + context.unit * 0.6F;
    const float headings = 2 * (ImGui::GetTextLineHeight() + context.unit * 0.3F);
    return std::min(row * static_cast<float>(results.size()) + headings, context.size.y * kListHeight);
}

}  // namespace

void drawSearchPanel(const PanelContext& context, Commands& commands) {
    const float width = std::min(context.size.x - 2 * context.unit, context.unit * kWidth);
    ImGui::SetNextWindowPos({context.size.x / 2, context.size.y * kTop}, ImGuiCond_Always, {0.5F, 0});
    ImGui::SetNextWindowSize({width, 0});
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                        ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    ImGui::Begin("find", nullptr, kFlags);
    drawField(context, commands);
    const std::string& searched = context.session.browse.searched;
    const std::vector<Found> results = find(
        {context.film, context.session.browse.countries, context.rows, context.session.language}, searched);
    if (!results.empty()) {
        ImGui::BeginChild("results", {0, heightOf(context, results)});
        drawResults(context, results, commands);
        ImGui::EndChild();
    } else if (searched.find_first_not_of(' ') != std::string::npos) {
        text(context.say(Word::FoundNothing), context.theme.panel.dim);
    }
    ImGui::End();
}

}  // namespace ui
