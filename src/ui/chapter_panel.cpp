#include "ui/chapter_panel.h"

#include <algorithm>

#include "film/timeline.h"
#include "ui/chapters.h"

namespace ui {

namespace {

void drawChapter(const PanelContext& context, const ChapterRun& run, std::size_t index, Commands& commands) {
    const bool marked = index == context.session.browse.marked;
    ImGui::PushID(static_cast<int>(index));
    const ImVec2 start = ImGui::GetCursorPos();
    if (ImGui::Selectable("##chapter", marked, ImGuiSelectableFlags_None, {0, context.unit * 1.5F})) {
        commands.push_back({CommandId::BrowseMark, static_cast<double>(index), {}, {}});
        commands.push_back({CommandId::BrowseChoose, 0, {}, {}});
    }
    const ImVec2 past = ImGui::GetCursorPos();
    if (marked) ImGui::SetScrollHereY();
    const float top = start.y + (context.unit * 1.5F - ImGui::GetTextLineHeight()) / 2;
    const std::string time = clockText(film::cueStart(context.film, run.first));
    ImGui::SetCursorPos({start.x + context.unit * 0.4F, top});
    text(std::to_string(run.first + 1), context.theme.panel.badge);
    ImGui::SetCursorPos({start.x + context.unit * 2.2F, top});
    text(titleOf(context.film, run, context.session.language));
    const float right = ImGui::GetWindowContentRegionMax().x - context.unit * 0.4F;
    ImGui::SetCursorPos({right - ImGui::CalcTextSize(time.c_str()).x, top});
    text(time, context.theme.panel.dim);
    ImGui::SetCursorPos(past);
    ImGui::PopID();
}

}  // namespace

void drawChapterPanel(const PanelContext& context, Commands& commands) {
    const float width = std::min(context.size.x - 2 * context.unit, context.unit * 36);
    ImGui::SetNextWindowPos({context.size.x / 2, context.size.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {width, context.size.y - 2 * context.unit});
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                        ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    ImGui::Begin("chapters", nullptr, kFlags);
    ImGui::PushFont(context.strong);
    text(context.say(Word::Chapters));
    ImGui::PopFont();
    ImGui::Spacing();
    const std::vector<ChapterRun> chapters = chaptersOf(context.film);
    if (chapters.empty()) text(context.say(Word::NoChapters), context.theme.panel.dim);
    for (std::size_t i = 0; i < chapters.size(); ++i) drawChapter(context, chapters[i], i, commands);
    ImGui::End();
}

}  // namespace ui
