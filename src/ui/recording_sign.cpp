#include "ui/recording_sign.h"

#include "ui/panel.h"

namespace ui {

namespace {

constexpr ImU32 kRed = IM_COL32(226, 60, 52, 255);
constexpr float kDot = 0.6F, kGap = 0.35F, kAfter = 1.2F;  // of the height of text

std::string_view wordOf(const Session& session) {
    return word(Word::Recording, session.language);
}

}  // namespace

float recordingSignWidth(const Session& session, float unit) {
    if (!session.recording) return 0;
    const std::string_view name = wordOf(session);
    return unit * (kDot + kGap + kAfter) + ImGui::CalcTextSize(name.data(), name.data() + name.size()).x;
}

void drawRecordingSign(const Session& session, float unit, base::Color words) {
    if (!session.recording) return;
    const std::string_view name = wordOf(session);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float r = unit * kDot / 2, middle = at.y + ImGui::GetTextLineHeight() / 2;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled({at.x + r, middle}, r, kRed, 24);
    list->AddText({at.x + unit * (kDot + kGap), at.y}, packed(words), name.data(), name.data() + name.size());
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + recordingSignWidth(session, unit));
}

}  // namespace ui
