#include "ui/notes_clock.h"

#include <cmath>

#include "ui/notes_panel.h"

namespace ui {

namespace {

// A pace within this many seconds is as good as the plan.
constexpr double kOnTime = 5;

std::string with(std::string_view pattern, const std::string& value) {
    std::string words(pattern);
    return words.replace(words.find('%'), 1, value);
}

void drawFigure(const TimesContext& context, Word label, const std::string& figure, base::Color color) {
    text(word(label, context.session.language), context.style.dim);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y);
    ImGui::PushFont(context.figures);
    text(figure, color);
    ImGui::PopFont();
}

bool button(const TimesContext& context, Word label) {
    return ImGui::SmallButton(std::string(word(label, context.session.language)).c_str());
}

}  // namespace

std::string paceText(const Talk& talk, const Pace& pace, std::string_view language) {
    if (!talk.started) return std::string(word(Word::TalkWaits, language));
    if (talk.stopped) return std::string(word(Word::TalkStopped, language));
    if (std::abs(pace.ahead) < kOnTime) return std::string(word(Word::OnTime, language));
    return with(word(pace.ahead > 0 ? Word::Ahead : Word::Behind, language), clockText(std::abs(pace.ahead)));
}

std::string remainingText(double seconds) {
    // What is left counts down to nought, what is over counts up from it.
    return seconds >= 0 ? clockText(std::ceil(seconds)) : "−" + clockText(-seconds);
}

std::string timeText(TimeOfDay time) {
    return std::to_string(time.hour) + (time.minute < 10 ? ":0" : ":") + std::to_string(time.minute);
}

void drawTimes(const TimesContext& context, Commands& commands) {
    const Talk& talk = context.session.notes.talk;
    const Pace pace = paceOf(talk, context.film, stepOfNotes(context.session));
    const base::Color plain = context.style.text, bright = context.style.badge;
    if (ImGui::BeginTable("times", 3, ImGuiTableFlags_SizingStretchSame)) {
        ImGui::TableNextColumn();
        drawFigure(context, Word::Elapsed, clockText(talk.elapsed), talk.stopped ? context.style.dim : plain);
        ImGui::TableNextColumn();
        drawFigure(context, Word::Remaining, remainingText(pace.remaining),
                   pace.remaining < 0 ? bright : plain);
        ImGui::TableNextColumn();
        drawFigure(context, Word::Clock, timeText(context.time), plain);
        ImGui::EndTable();
    }
    const bool late = talk.started && !talk.stopped && pace.ahead <= -kOnTime;
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(context.strong);
    text(paceText(talk, pace, context.session.language), late ? bright : plain);
    ImGui::PopFont();
    if (!talk.started) return;
    ImGui::SameLine(0, context.unit);
    if (button(context, talk.stopped ? Word::TalkGoOn : Word::TalkStop))
        commands.push_back({CommandId::TalkStop, 0, {}, {}});
    ImGui::SameLine();
    if (button(context, Word::TalkReset)) commands.push_back({CommandId::TalkReset, 0, {}, {}});
}

}  // namespace ui
