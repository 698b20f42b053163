#include "ui/pace_news.h"

namespace ui {

void drawPaceNews(const PanelContext& context) {
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                        ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_NoFocusOnAppearing;
    const StoryPace& pace = context.session.pace;
    ImGui::SetNextWindowPos({context.size.x / 2, 2 * context.unit}, ImGuiCond_Always, {0.5F, 0});
    ImGui::Begin("pace", nullptr, kFlags);
    ImGui::PushFont(context.strong);
    if (pace.news == PaceNews::Speed)
        text(speedText(pace.speed, context.session.language));
    else
        text(context.say(pace.autoPlay ? Word::AutoPlayOn : Word::AutoPlayOff));
    ImGui::PopFont();
    ImGui::End();
}

}  // namespace ui
