#include "ui/export_panel.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/media_ending.h"
#include "base/shell.h"
#include "ui/export_status.h"
#include "ui/export_words.h"

namespace ui {

namespace {

constexpr float kWidth = 50;       // of the panel, in heights of text
constexpr float kTop = 0.15F;      // of the window's height ...
constexpr float kHeight = 34;      // ... or less where so many heights of text would not fit below
constexpr float kLabelWidth = 8;   // of its first column
constexpr float kShortField = 10;  // of fields for a size or a rate
constexpr std::array<const char*, 7> kSizes{"720p", "1080p", "1440p", "4k", "square", "vertical", "portrait"};
constexpr std::array<const char*, 7> kRates{"24", "25", "30", "50", "60", "24000/1001", "30000/1001"};

std::string_view nameOf(const PanelContext& context, ExportKind kind) {
    switch (kind) {
        case ExportKind::Frames:
            return context.say(Word::ExportFrames);
        case ExportKind::H264:
            return "MP4 H.264";
        case ExportKind::ProRes:
            return "MOV ProRes";
        case ExportKind::WebM:
            return "WebM";
        case ExportKind::Ffv1:
            return "MKV FFV1";
    }
    return "";
}

void beginRow(const PanelContext& context, Word label) {
    ImGui::TableNextRow();
    ImGui::TableSetColumnIndex(0);
    ImGui::AlignTextToFramePadding();
    text(context.say(label), context.theme.panel.dim);
    ImGui::TableSetColumnIndex(1);
}

// Returns true when somebody has typed.
bool field(const char* id, float width, std::string& value) {
    std::array<char, 1024> typed{};
    std::snprintf(typed.data(), typed.size(), "%s", value.c_str());
    ImGui::SetNextItemWidth(width);
    if (!ImGui::InputText(id, typed.data(), typed.size())) return false;
    value = typed.data();
    return true;
}

// A field with a list of common values beside it.
template <std::size_t N>
void fieldWithList(const PanelContext& context, const std::string& id,
                   const std::array<const char*, N>& common, std::string& value) {
    field(("##" + id).c_str(), context.unit * kShortField, value);
    ImGui::SameLine(0, 1);
    if (!ImGui::BeginCombo(("##common " + id).c_str(), nullptr, ImGuiComboFlags_NoPreview)) return;
    for (const char* name : common) {
        if (ImGui::Selectable(name, value == name)) value = name;
    }
    ImGui::EndCombo();
}

// What follows stands beside the last item where it has room, below it otherwise.
void continueRow(float width) {
    const ImGuiStyle& style = ImGui::GetStyle();
    const float end = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    const float room = end - style.CellPadding.x - ImGui::GetItemRectMax().x - style.ItemSpacing.x;
    if (width <= room) ImGui::SameLine();
}

// Of a box or a circle to tick, with its words.
float tickWidth(std::string_view words) {
    return ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x +
           ImGui::CalcTextSize(words.data(), words.data() + words.size()).x;
}

void continueRow(const PanelContext& context, Word word) {
    continueRow(tickWidth(context.say(word)));
}

// One of several, side by side.
template <class Value>
void choice(const PanelContext& context, Word word, Value meant, Value& value) {
    const std::string label(context.say(word));
    if (ImGui::RadioButton(label.c_str(), value == meant)) value = meant;
}

// ImGui's checkbox that can be out of the question.
void check(const PanelContext& context, Word word, bool isPossible, bool& value) {
    ImGui::BeginDisabled(!isPossible);
    bool shown = value && isPossible;
    if (ImGui::Checkbox(std::string(context.say(word)).c_str(), &shown)) value = shown;
    ImGui::EndDisabled();
}

void drawOutput(const PanelContext& context, ExportSettings& settings) {
    const auto& presets = context.session.exporting.origin.presets;
    beginRow(context, Word::ExportTo);
    field("##out", -1, settings.out);
    const std::string& folder = context.session.exporting.origin.folder;
    const bool isElsewhere = settings.out.starts_with('/') || settings.out.starts_with('~');
    if (!isElsewhere && !folder.empty()) {
        const std::string where = std::string(context.say(Word::ExportInFolder)) + " " + folder;
        ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.theme.panel.dim));
        ImGui::TextWrapped("%s", where.c_str());
        ImGui::PopStyleColor();
    }
    const std::string foreign(base::foreignMediaEnding(settings.out));
    if (!foreign.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.theme.panel.badge));
        ImGui::TextWrapped("%s: %s", foreign.c_str(), std::string(context.say(Word::ExportForeign)).c_str());
        ImGui::PopStyleColor();
    }
    beginRow(context, Word::ExportFormat);
    bool isFirst = true;
    for (const ExportKind kind : kExportKinds) {
        const std::string name(nameOf(context, kind));
        if (!std::exchange(isFirst, false)) continueRow(tickWidth(name));
        if (ImGui::RadioButton(name.c_str(), foreign.empty() && kindOf(settings.out) == kind))
            settings = withKind(settings, kind, presets);
    }
}

void drawPreset(const PanelContext& context, ExportSettings& settings) {
    const auto& presets = context.session.exporting.origin.presets;
    beginRow(context, Word::ExportPreset);
    const std::string none(context.say(Word::ExportNoPreset));
    ImGui::SetNextItemWidth(context.unit * (kShortField + 10));
    if (!ImGui::BeginCombo("##preset", settings.preset.empty() ? none.c_str() : settings.preset.c_str()))
        return;
    if (ImGui::Selectable(none.c_str(), settings.preset.empty())) settings.preset.clear();
    for (const PresetOffer& offer : presets) {
        if (ImGui::Selectable(offer.name.c_str(), settings.preset == offer.name))
            settings = withPreset(settings, offer.name, presets);
    }
    ImGui::EndCombo();
}

void drawShape(const PanelContext& context, ExportSettings& settings) {
    beginRow(context, Word::ExportSize);
    fieldWithList(context, "size", kSizes, settings.size);
    const std::string_view rate = context.say(Word::ExportRate);
    const float label = ImGui::CalcTextSize(rate.data(), rate.data() + rate.size()).x;
    continueRow(label + context.unit * (kShortField + 4));
    text(rate, context.theme.panel.dim);
    ImGui::SameLine();
    fieldWithList(context, "rate", kRates, settings.rate);
}

void drawPart(const PanelContext& context, ExportSettings& settings) {
    beginRow(context, Word::ExportPart);
    choice(context, Word::ExportFilm, ExportPart::Film, settings.part);
    continueRow(context, Word::ExportCue);
    choice(context, Word::ExportCue, ExportPart::Cue, settings.part);
    continueRow(tickWidth(context.say(Word::ExportSomeFrames)) + context.unit * 7);
    choice(context, Word::ExportSomeFrames, ExportPart::Frames, settings.part);
    ImGui::SameLine(0, ImGui::GetStyle().ItemInnerSpacing.x);
    if (field("##frames", context.unit * 6, settings.frames)) settings.part = ExportPart::Frames;
    const auto count = framesAskedFor(context.session);
    if (!count || settings.part == ExportPart::Frames) return;
    const std::string frames = std::to_string(*count) + " " + std::string(context.say(Word::ExportCount));
    continueRow(ImGui::CalcTextSize(frames.c_str()).x);
    text(frames, context.theme.panel.dim);
}

void drawExtras(const PanelContext& context, ExportSettings& settings) {
    beginRow(context, Word::ExportWith);
    const bool canBeClear = canHaveAlpha(kindOf(settings.out));
    check(context, Word::Events, !(settings.alpha && canBeClear), settings.list);
    continueRow(context, Word::ExportPanels);
    check(context, Word::ExportPanels, true, settings.panels);
    continueRow(context, Word::ExportAlpha);
    check(context, Word::ExportAlpha, canBeClear && !settings.list, settings.alpha);
    beginRow(context, Word::ExportThere);
    choice(context, Word::ExportRefuse, ExportThere::Refuse, settings.there);
    continueRow(context, Word::ExportResume);
    choice(context, Word::ExportResume, ExportThere::Resume, settings.there);
    continueRow(context, Word::ExportReplace);
    choice(context, Word::ExportReplace, ExportThere::Replace, settings.there);
}

void drawSettings(const PanelContext& context, Commands& commands) {
    const ExportSettings& before = context.session.exporting.settings;
    ExportSettings settings = before;
    ImGui::BeginDisabled(isUnderWay(context.session.exporting.state));
    if (ImGui::BeginTable("settings", 2, ImGuiTableFlags_SizingFixedFit)) {
        ImGui::TableSetupColumn("label", ImGuiTableColumnFlags_WidthFixed, context.unit * kLabelWidth);
        ImGui::TableSetupColumn("value", ImGuiTableColumnFlags_WidthStretch);
        drawOutput(context, settings);
        drawPreset(context, settings);
        drawShape(context, settings);
        drawPart(context, settings);
        drawExtras(context, settings);
        ImGui::EndTable();
    }
    ImGui::EndDisabled();
    if (settings != before) commands.push_back({CommandId::ExportSet, 0, {}, {}, std::move(settings)});
}

void drawCommandLine(const PanelContext& context, const std::string& line) {
    text(context.say(Word::ExportCommand), context.theme.panel.dim);
    const ImVec2 padding = ImGui::GetStyle().FramePadding;
    const float width = ImGui::GetContentRegionAvail().x,
                height = ImGui::CalcTextSize(line.c_str(), nullptr, false, width - 2 * padding.x).y +
                         2 * padding.y;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height},
                                              ImGui::GetColorU32(ImGuiCol_FrameBg),
                                              ImGui::GetStyle().FrameRounding);
    const ImVec2 start = ImGui::GetCursorPos();
    ImGui::SetCursorPos({start.x + padding.x, start.y + padding.y});
    ImGui::PushTextWrapPos(start.x + width - padding.x);
    text(line);
    ImGui::PopTextWrapPos();
    ImGui::SetCursorPos({start.x, start.y + height + ImGui::GetStyle().ItemSpacing.y});
}

void drawButtons(const PanelContext& context, const std::string& line, Commands& commands) {
    const bool isRunning = isUnderWay(context.session.exporting.state);
    const auto button = [&](Word word, const char* id) {
        return ImGui::Button((std::string(context.say(word)) + "###" + id).c_str(), {context.unit * 7, 0});
    };
    ImGui::PushStyleColor(ImGuiCol_Button, vec4(context.theme.panel.badge.withAlpha(0.35F)));
    if (button(isRunning ? Word::ExportStop : Word::ExportRun, "run"))
        commands.push_back({isRunning ? CommandId::ExportStop : CommandId::ExportRun, 0, {}, {}});
    ImGui::PopStyleColor();
    if (ImGui::IsWindowAppearing()) {
        ImGui::SetItemDefaultFocus();
        // Without it ImGui takes the first press of Space for nothing but showing where the focus is.
        ImGui::GetCurrentContext()->NavDisableHighlight = false;
    }
    ImGui::SameLine();
    if (button(Word::ExportCopy, "copy")) ImGui::SetClipboardText(line.c_str());
    ImGui::SameLine();
    if (button(Word::Close, "close")) commands.push_back({CommandId::Export, 0, {}, {}});
}

}  // namespace

void drawExportPanel(const PanelContext& context, Commands& commands) {
    const float width = std::min(context.size.x - 2 * context.unit, context.unit * kWidth);
    // Hung from above: what comes to stand at its foot must not move the buttons from under the pointer.
    const float top =
        std::min(context.size.y * kTop, std::max(context.unit, context.size.y - context.unit * kHeight));
    ImGui::SetNextWindowPos({context.size.x / 2, top}, ImGuiCond_Always, {0.5F, 0});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {width, context.size.y - top - context.unit});
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                        ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    ImGui::Begin("export", nullptr, kFlags);
    ImGui::PushFont(context.strong);
    text(context.say(Word::Export));
    ImGui::PopFont();
    drawSettings(context, commands);
    ImGui::Spacing();
    const ExportState& state = context.session.exporting.state;
    const std::string line = base::shellLine(isUnderWay(state) ? state.words : exportWords(context.session));
    drawCommandLine(context, line);
    ImGui::Spacing();
    drawButtons(context, line, commands);
    if (state.phase != ExportPhase::Idle) ImGui::Spacing();
    drawExportStatus(context);
    ImGui::End();
}

}  // namespace ui
