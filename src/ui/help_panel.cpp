#include "ui/help_panel.h"

#include <algorithm>

namespace ui {

namespace {

void drawEntry(const PanelContext& context, std::string_view keys, std::string_view does) {
    ImGui::TableNextRow();
    ImGui::TableSetColumnIndex(0);
    ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.theme.panel.badge));
    ImGui::TextWrapped("%.*s", static_cast<int>(keys.size()), keys.data());
    ImGui::PopStyleColor();
    ImGui::TableSetColumnIndex(1);
    ImGui::TextWrapped("%.*s", static_cast<int>(does.size()), does.data());
}

void drawHeading(const PanelContext& context, Word heading) {
    ImGui::TableNextRow();
    ImGui::TableSetColumnIndex(0);
    ImGui::Spacing();
    ImGui::PushFont(context.strong);
    text(context.say(heading));
    ImGui::PopFont();
}

void drawSection(const PanelContext& context, Section section, Word heading) {
    const std::string& language = context.session.language;
    drawHeading(context, heading);
    for (const CommandRow& row : commandTable()) {
        if (row.section != section) continue;
        const std::string keys =
            row.keys.empty() ? std::string(context.say(Word::NumberThenEnter)) : keysText(row, language);
        drawEntry(context, keys, language == "fr" ? row.fr : row.en);
    }
}

void drawMouse(const PanelContext& context) {
    drawHeading(context, Word::Mouse);
    drawEntry(context, context.say(Word::Drag), context.say(Word::DragDoes));
    drawEntry(context, context.say(Word::Wheel), context.say(Word::WheelDoes));
    drawEntry(context, context.say(Word::DoubleClick), context.say(Word::DoubleClickDoes));
    drawEntry(context, context.say(Word::RightDrag), context.say(Word::RightDragDoes));
}

bool beginHalf(const char* name, float width) {
    if (!ImGui::BeginTable(name, 2, ImGuiTableFlags_SizingStretchProp, {width, 0})) return false;
    ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthStretch, 0.44F);
    ImGui::TableSetupColumn("does", ImGuiTableColumnFlags_WidthStretch, 0.56F);
    return true;
}

}  // namespace

void drawHelp(const PanelContext& context, Commands& commands) {
    const float width = std::min(context.size.x - 2 * context.unit, context.unit * 58);
    const float half = width / 2 - 2 * context.unit;
    ImGui::SetNextWindowPos({context.size.x / 2, context.size.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {width, context.size.y - 2 * context.unit});
    ImGui::SetNextWindowFocus();
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                        ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    ImGui::SetNextWindowBgAlpha(1);
    ImGui::Begin("help", nullptr, kFlags);
    if (beginHalf("left", half)) {
        drawSection(context, Section::Story, Word::Story);
        drawSection(context, Section::Screen, Word::Screen);
        ImGui::EndTable();
    }
    ImGui::SameLine(0, 2 * context.unit);
    if (beginHalf("right", half)) {
        drawSection(context, Section::Map, Word::Map);
        drawMouse(context);
        drawSection(context, Section::Tools, Word::Tools);
        ImGui::EndTable();
    }
    if (ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        commands.push_back({CommandId::Help, 0, {}, {}});
    ImGui::End();
}

}  // namespace ui
