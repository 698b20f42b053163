#include "ui/export_status.h"

#include <algorithm>

#include "base/text.h"

namespace ui {

namespace {

std::string decimal(double number, std::string_view language) {
    std::string text = base::oneDecimal(number);
    if (language == "fr") std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

// "Frames 120 of 7455     31.2 frames/s     3:52 left     45.1 MB"
std::string paceText(const PanelContext& context) {
    const ExportState& state = context.session.exporting.state;
    const std::string& language = context.session.language;
    const auto say = [&](Word word) { return " " + std::string(context.say(word)); };
    constexpr const char* kGap = "     ";
    std::string left(context.say(Word::ExportLeft));
    left.replace(left.find('%'), 1, clockText(state.secondsLeft));
    return std::string(context.say(Word::ExportSomeFrames)) + " " + std::to_string(state.done) +
           say(Word::ExportOf) + " " + std::to_string(state.total) + kGap +
           decimal(state.framesPerSecond, language) + say(Word::ExportPace) + kGap + left + kGap +
           decimal(static_cast<double>(state.bytes) / 1e6, language) + say(Word::ExportMegabytes);
}

void drawProgress(const PanelContext& context) {
    const ExportState& state = context.session.exporting.state;
    const auto total = static_cast<float>(std::max<std::int64_t>(state.total, 1));
    ImGui::ProgressBar(static_cast<float>(state.done) / total, {-1, context.unit * 0.5F}, "");
    if (state.phase == ExportPhase::Stopping)
        text(context.say(Word::ExportStopping));
    else if (state.total == 0)
        text(context.say(Word::ExportStarting), context.theme.panel.dim);
    else
        text(paceText(context), context.theme.panel.dim);
}

void drawOutcome(const PanelContext& context, Word outcome) {
    const std::string& message = context.session.exporting.state.message;
    ImGui::PushFont(context.strong);
    text(context.say(outcome));
    ImGui::PopFont();
    ImGui::PushTextWrapPos(0);
    text(message.empty() && outcome == Word::ExportFailed ? context.say(Word::ExportSilent) : message);
    ImGui::PopTextWrapPos();
}

}  // namespace

void drawExportStatus(const PanelContext& context) {
    switch (context.session.exporting.state.phase) {
        case ExportPhase::Idle:
            return;
        case ExportPhase::Running:
        case ExportPhase::Stopping:
            return drawProgress(context);
        case ExportPhase::Done:
            return drawOutcome(context, Word::ExportDone);
        case ExportPhase::Stopped:
            return drawOutcome(context, Word::ExportStopped);
        case ExportPhase::Failed:
            return drawOutcome(context, Word::ExportFailed);
    }
}

}  // namespace ui
