#include "ui/overlay.h"

#include "ui/event_list.h"
#include "ui/export_panel.h"
#include "ui/help_panel.h"
#include "ui/scrubber.h"

namespace ui {

namespace {

void drawCover(const PanelContext& context) {
    const ImU32 color = context.session.blank == Blank::White ? IM_COL32_WHITE : IM_COL32_BLACK;
    ImGui::GetForegroundDrawList()->AddRectFilled({0, 0}, context.size, color);
}

void drawTypedNumber(const PanelContext& context) {
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                        ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings;
    ImGui::SetNextWindowPos({context.size.x / 2, context.size.y - 3 * context.unit}, ImGuiCond_Always,
                            {0.5F, 1});
    ImGui::Begin("number", nullptr, kFlags);
    ImGui::PushFont(context.strong);
    text(std::string(context.say(Word::Step)) + " " + context.session.typedNumber);
    ImGui::PopFont();
    ImGui::End();
}

void drawNotice(const PanelContext& context) {
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                        ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings;
    ImGui::SetNextWindowPos({context.size.x / 2, context.unit}, ImGuiCond_Always, {0.5F, 0});
    ImGui::Begin("notice", nullptr, kFlags);
    ImGui::PushTextWrapPos(context.size.x * 0.7F);
    text(context.session.notice);
    ImGui::PopTextWrapPos();
    ImGui::End();
}

}  // namespace

Commands drawOverlay(const PanelContext& context) {
    Commands commands;
    const Session& session = context.session;
    // Arrow keys and Space belong to the story unless a panel has the keyboard.
    ImGui::GetIO().ConfigFlags =
        session.exporting.open ? ImGuiConfigFlags_NavEnableKeyboard : ImGuiConfigFlags_None;
    if (session.blank != Blank::None) {
        drawCover(context);
        return commands;
    }
    if (session.list) {
        drawEventList(context, ListUse::Worked, commands);
        drawScrubber(context, commands);
    }
    if (session.exporting.open) drawExportPanel(context, commands);
    if (session.help) drawHelp(context, commands);
    if (!session.typedNumber.empty()) drawTypedNumber(context);
    if (!session.notice.empty()) drawNotice(context);
    return commands;
}

}  // namespace ui
