#include "ui/overlay.h"

#include <imgui_internal.h>

#include <cstdio>

#include "ui/card_panel.h"
#include "ui/chapter_panel.h"
#include "ui/event_list.h"
#include "ui/export_panel.h"
#include "ui/help_panel.h"
#include "ui/hints_panel.h"
#include "ui/ink_sign.h"
#include "ui/inspector_panel.h"
#include "ui/overview_panel.h"
#include "ui/pace_news.h"
#include "ui/panel_memory.h"
#include "ui/ruler_overlay.h"
#include "ui/scrubber.h"
#include "ui/search_panel.h"
#include "ui/toasts_panel.h"

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

// Arrow keys and Space belong to the story unless a panel has the keyboard.
void giveKeys(const Session& session) {
    const char* window = session.exporting.open ? "export" : windowWithKeys(session);
    ImGuiContext& gui = *ImGui::GetCurrentContext();
    const bool had = (gui.IO.ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) != 0;
    // The inspector leaves letters to the commands, so it does not hold the focus.
    const bool isWritten = session.writing.open;
    gui.IO.ConfigFlags = window || isWritten ? ImGuiConfigFlags_NavEnableKeyboard : ImGuiConfigFlags_None;
    if (!window && !isWritten && had) {
        gui.NavDisableHighlight = true;
        if (!gui.IO.WantTextInput) ImGui::SetWindowFocus(nullptr);
    }
    const ImGuiWindow* now = gui.NavWindow ? gui.NavWindow->RootWindow : nullptr;
    const bool isElsewhere = !now || (now->Flags & ImGuiWindowFlags_Popup) == 0;
    if (!window || session.exporting.open || !isElsewhere || (now && std::string_view(window) == now->Name))
        return;
    ImGui::SetWindowFocus(window);
    if (ImGuiWindow* panel = ImGui::FindWindowByName(window)) ImGui::NavInitWindow(panel, false);
    // Without it ImGui takes the first key for nothing but showing where the focus is.
    gui.NavDisableHighlight = false;
    gui.NavDisableMouseHover = true;
}

// Says why a moving map is less sharp: to who works with the window, not to the room.
void drawInnerSize(const PanelContext& context) {
    char percent[16];
    std::snprintf(percent, sizeof percent, "\u00a0%.0f\u00a0%%", context.innerFactor * 100);
    const std::string words = std::string(context.say(Word::MovingMap)) + percent;
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    const ImVec2 at{context.size.x - size.x - context.unit,
                    context.size.y - scrubberHeight(context) - size.y - context.unit};
    const float rim = context.unit / 3;
    list.AddRectFilled({at.x - rim, at.y - rim}, {at.x + size.x + rim, at.y + size.y + rim},
                       ImGui::GetColorU32(ImGuiCol_WindowBg), rim);
    list.AddText(at, ImGui::GetColorU32(ImGuiCol_Text), words.c_str());
}

}  // namespace

Commands drawOverlay(const PanelContext& context) {
    Commands commands;
    const Session& session = context.session;
    giveKeys(session);
    if (session.blank != Blank::None) {
        drawCover(context);
        return commands;
    }
    if (!session.browse.found.empty()) drawFound(context);
    if (session.browse.ruler.held) drawRuler(context);
    if (session.list) {
        drawEventList(context, ListUse::Worked, commands);
        drawScrubber(context, commands);
        const bool isFree = !session.writing.open && !session.exporting.open && !session.help &&
                            session.browse.open == Browser::None;
        if (context.innerFactor < 1 && isFree) drawInnerSize(context);
    }
    if (session.writing.open) drawInspector(context, commands);
    if (session.browse.card) drawCard(context, commands);
    if (session.browse.open == Browser::Search) drawSearchPanel(context, commands);
    if (session.browse.open == Browser::Chapters) drawChapterPanel(context, commands);
    if (session.browse.open == Browser::Overview) drawOverview(context, commands);
    if (session.panels) drawInkSign(context);
    if (session.exporting.open) drawExportPanel(context, commands);
    if (session.help) drawHelp(context, commands);
    if (!session.typedNumber.empty()) drawTypedNumber(context);
    if (session.pace.news != PaceNews::None) drawPaceNews(context);
    if (session.hints.open) drawHints(context);
    if (session.panels) drawToasts(context);
    return commands;
}

}  // namespace ui
