#include "ui/scrubber.h"

#include <imgui_internal.h>

#include <algorithm>

#include "base/language.h"
#include "film/cue_summary.h"
#include "film/timeline.h"
#include "ui/recording_sign.h"

namespace ui {

namespace {

enum class Icon { Previous, Play, Stop, Next };

void drawIcon(Icon icon, ImVec2 center, float r, ImU32 color) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float x = center.x, y = center.y;
    const auto triangle = [&](float from, float to) {
        list->AddTriangleFilled({from, y - r}, {from, y + r}, {to, y}, color);
    };
    switch (icon) {
        case Icon::Play:
            triangle(x - r * 0.7F, x + r);
            break;
        case Icon::Next:
            triangle(x - r, x + r * 0.6F);
            list->AddRectFilled({x + r * 0.6F, y - r}, {x + r, y + r}, color);
            break;
        case Icon::Previous:
            triangle(x + r, x - r * 0.6F);
            list->AddRectFilled({x - r, y - r}, {x - r * 0.6F, y + r}, color);
            break;
        case Icon::Stop:
            list->AddRectFilled({x - r * 0.8F, y - r}, {x - r * 0.2F, y + r}, color);
            list->AddRectFilled({x + r * 0.2F, y - r}, {x + r * 0.8F, y + r}, color);
            break;
    }
}

void drawIconButton(const PanelContext& context, CommandId id, Icon icon, Commands& commands) {
    const float side = context.unit * 1.6F;
    const CommandRow& row = rowOf(id);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton(std::string(row.name).c_str(), {side, side}))
        commands.push_back({id, 0, {}, {}});
    const bool hovered = ImGui::IsItemHovered();
    const base::Color color = hovered ? context.theme.panel.badge : context.theme.panel.text;
    drawIcon(icon, {at.x + side / 2, at.y + side / 2}, context.unit * 0.4F, packed(color));
    if (!hovered) return;
    ImGui::BeginTooltip();
    text(std::string(context.session.language == "fr" ? row.fr : row.en) + "  (" +
         label(row.keys.front(), context.session.language) + ")");
    ImGui::EndTooltip();
}

struct Track {
    float left, right, y;
    double seconds;  // of the whole film
    float at(double time) const {
        return left + static_cast<float>(seconds > 0 ? time / seconds : 0) * (right - left);
    }
    double timeAt(float x) const {
        return base::clamp01((x - left) / std::max(right - left, 1.0F)) * seconds;
    }
};

void drawTrack(const PanelContext& context, const Track& track, double now) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const picture::PanelStyle& style = context.theme.panel;
    const float half = context.unit * 0.11F, tick = context.unit * 0.34F, x = track.at(now);
    list->AddRectFilled({track.left, track.y - half}, {track.right, track.y + half},
                        packed(style.dim.faded(0.45)), half);
    list->AddRectFilled({track.left, track.y - half}, {x, track.y + half}, packed(style.badge), half);
    for (std::size_t i = 0; i < context.film.cues.size(); ++i) {
        const double start = film::cueStart(context.film, i);
        const float at = track.at(start);
        list->AddLine({at, track.y - tick}, {at, track.y + tick},
                      packed(start <= now ? style.badge : style.dim), 1.5F);
    }
    list->AddCircleFilled({x, track.y}, context.unit * 0.42F, packed(style.badge), 24);
}

// What is pointed at, above the bar: beside the pointer it would cover the ticks one aims at.
void drawTooltip(const PanelContext& context, const Track& track, double time) {
    const film::Moment moment = film::momentAt(context.film, time);
    const film::Cue& cue = context.film.cues[moment.cue];
    const auto events = film::eventsShown(context.film, cue);
    const std::string title = clockText(time) + "   " + std::to_string(moment.cue + 1) + "  " +
                              std::string(film::titleOfCue(cue, events).in(context.session.language));
    const auto date = film::dateOfCue(cue, events);
    const float half = ImGui::CalcTextSize(title.c_str()).x / 2 + ImGui::GetStyle().WindowPadding.x;
    const float middle = std::max(half, std::min(track.at(time), context.size.x - half));
    ImGui::SetNextWindowPos({middle, track.y - context.unit}, ImGuiCond_Always, {0.5F, 1});
    ImGui::BeginTooltip();
    text(title);
    if (date) text(base::formatDate(*date, context.session.language), context.theme.panel.dim);
    ImGui::EndTooltip();
}

std::string stateText(const PanelContext& context, double now, double whole) {
    constexpr std::string_view kGap = "     ";
    const Session& session = context.session;
    std::string state;
    if (modeOf(session) == Mode::Detour)
        state.append(context.say(Word::Detour)).append(kGap);
    else if (session.paused)
        state.append(context.say(Word::Stopped)).append(kGap);
    if (session.pace.autoPlay) state.append(context.say(Word::AutoPlayOn)).append(kGap);
    if (session.pace.speed != 1) state.append(speedText(session.pace.speed, session.language)).append(kGap);
    state.append(context.say(Word::Step)).append(" ").append(std::to_string(session.playhead.cue + 1));
    state.append(" / ").append(std::to_string(context.film.cues.size())).append(kGap);
    return state.append(clockText(now)).append(" / ").append(clockText(whole));
}

// As wide as the text can become while the film runs: the bar's end does not follow the digits.
float widthOf(const PanelContext& context, std::string state) {
    const std::size_t most = std::to_string(context.film.cues.size()).size(),
                      now = std::to_string(context.session.playhead.cue + 1).size();
    std::replace_if(
        state.begin(), state.end(), [](char c) { return c >= '0' && c <= '9'; }, '0');
    return ImGui::CalcTextSize(state.append(most - std::min(most, now), '0').c_str()).x;
}

// Under a hand that holds it the bar keeps the width at which it was taken.
float barWidth(float wanted) {
    const ImGuiID id = ImGui::GetID("bar");
    float* const kept = ImGui::GetStateStorage()->GetFloatRef(id, wanted);
    if (ImGui::GetActiveID() != id) *kept = wanted;
    return *kept;
}

void drawBar(const PanelContext& context, Commands& commands) {
    const double whole = film::duration(context.film);
    const double now = film::filmTime(context.film, context.session.home.value_or(context.session.playhead));
    const std::string state = stateText(context, now, whole);
    const float height = context.unit * 1.6F, stateWidth = widthOf(context, state) + context.unit +
                                                           recordingSignWidth(context.session, context.unit);
    const float width = barWidth(std::max(ImGui::GetContentRegionAvail().x - stateWidth, context.unit));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Track track{at.x + context.unit / 2, at.x + width - context.unit / 2, at.y + height / 2, whole};
    ImGui::InvisibleButton("bar", {width, height});
    const double pointed = track.timeAt(ImGui::GetIO().MousePos.x);
    if (ImGui::IsItemActive()) commands.push_back({CommandId::Scrub, pointed, {}, {}});
    drawTrack(context, track, now);
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) drawTooltip(context, track, pointed);
    ImGui::SameLine();
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (height - ImGui::GetTextLineHeight()) / 2);
    drawRecordingSign(context.session, context.unit, context.theme.panel.dim);
    text(state, context.theme.panel.dim);
}

}  // namespace

void drawScrubber(const PanelContext& context, Commands& commands) {
    if (context.film.cues.empty()) return;
    const float height = scrubberHeight(context);
    ImGui::SetNextWindowPos({0, context.size.y - height});
    ImGui::SetNextWindowSize({context.size.x, height});
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_NoBringToFrontOnFocus;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {context.unit, (height - context.unit * 1.6F) / 2});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("scrubber", nullptr, kFlags);
    const bool stopped = context.session.paused;
    drawIconButton(context, CommandId::Previous, Icon::Previous, commands);
    ImGui::SameLine(0, 0);
    drawIconButton(context, CommandId::Pause, stopped ? Icon::Play : Icon::Stop, commands);
    ImGui::SameLine(0, 0);
    drawIconButton(context, CommandId::Next, Icon::Next, commands);
    ImGui::SameLine();
    drawBar(context, commands);
    ImGui::End();
    ImGui::PopStyleVar(3);
}

}  // namespace ui
