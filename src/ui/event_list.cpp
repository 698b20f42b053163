#include "ui/event_list.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr int kColumns = 4;
constexpr std::array<Word, kColumns> kHeads{Word::Date, Word::Actor, Word::EventAndPlace, Word::Sources};
// Shares of the list's width.
constexpr std::array<float, kColumns> kShares{0.19F, 0.20F, 0.385F, 0.225F};
// Width of the list in heights of text: it stands on the picture's own panels and leaves free what the camera
// shows.
constexpr float kWidth = 38;
// Share of the window's height above the picture's timeline; in tall ones above the caption and most of the
// map.
constexpr float kBottom = 0.9F;
constexpr float kBottomWhenTall = 0.42F;
constexpr float kTall = 1.2F;  // height to width

float heightOf(const std::string& words, float width) {
    return ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y;
}

float swatchWidth(const PanelContext& context) {
    return context.unit * 0.95F;
}

void drawActor(const PanelContext& context, const EventRow& row) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float side = context.unit * 0.6F, top = at.y + (ImGui::GetTextLineHeight() - side) / 2;
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, top}, {at.x + side, top + side}, packed(row.color),
                                              side * 0.25F);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + swatchWidth(context));
    ImGui::TextWrapped("%s", row.actor.c_str());
}

void drawCells(const PanelContext& context, const EventRow& row) {
    ImGui::TextWrapped("%s", row.date.c_str());
    ImGui::TableSetColumnIndex(1);
    drawActor(context, row);
    ImGui::TableSetColumnIndex(2);
    ImGui::TextWrapped("%s", row.title.c_str());
    ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.theme.panel.dim));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y);
    ImGui::TextWrapped("%s", row.place.c_str());
    ImGui::TableSetColumnIndex(3);
    ImGui::TextWrapped("%s", row.sources.c_str());
    ImGui::PopStyleColor();
}

using Widths = std::array<float, kColumns>;

float rowHeight(const PanelContext& context, const EventRow& row, const Widths& widths) {
    return std::max({heightOf(row.date, widths[0]), heightOf(row.actor, widths[1] - swatchWidth(context)),
                     heightOf(row.title, widths[2]) + heightOf(row.place, widths[2]),
                     heightOf(row.sources, widths[3])});
}

// One event; the whole row is one button.
void drawRow(const PanelContext& context, const EventRow& row, bool current, const Widths& widths,
             Commands& commands) {
    ImGui::TableNextRow();
    ImGui::TableSetColumnIndex(0);
    ImGui::PushID(row.id.c_str());
    const ImVec2 start = ImGui::GetCursorPos();
    const float height = rowHeight(context, row, widths);
    const ImGuiSelectableFlags flags = ImGuiSelectableFlags_SpanAllColumns;
    if (ImGui::Selectable("##row", current, flags, {0, height}) && row.shown) {
        commands.push_back({CommandId::JumpToEvent, 0, row.id, {}});
    }
    if (!row.shown && ImGui::IsItemHovered()) {
        ImGui::BeginTooltip();
        text(context.say(Word::NotShown));
        ImGui::EndTooltip();
    }
    ImGui::SetCursorPos(start);
    if (!row.shown) ImGui::PushStyleVar(ImGuiStyleVar_Alpha, ImGui::GetStyle().Alpha * 0.6F);
    drawCells(context, row);
    if (!row.shown) ImGui::PopStyleVar();
    ImGui::PopID();
}

bool isCurrent(const PanelContext& context, const EventRow& row) {
    const std::size_t cue = context.session.playhead.cue;
    if (cue >= context.film.cues.size()) return false;
    const auto& events = context.film.cues[cue].events;
    return std::find(events.begin(), events.end(), row.id) != events.end();
}

// The row that the list begins with: the first of the cue at hand, or of the last one that had any.
const EventRow* rowToFollow(const PanelContext& context, const std::vector<const EventRow*>& found) {
    const std::size_t cues = context.film.cues.size();
    if (cues == 0) return nullptr;
    for (std::size_t cue = std::min(context.session.playhead.cue, cues - 1) + 1; cue-- > 0;) {
        const auto& events = context.film.cues[cue].events;
        for (const EventRow* row : found) {
            if (std::find(events.begin(), events.end(), row->id) != events.end()) return row;
        }
    }
    return nullptr;
}

void drawRows(const PanelContext& context, ListUse use, const std::vector<const EventRow*>& found,
              Commands& commands) {
    Widths widths{};
    for (int i = 0; i < kColumns; ++i) {
        ImGui::TableSetColumnIndex(i);
        widths[static_cast<std::size_t>(i)] = ImGui::GetContentRegionAvail().x;
    }
    // The list follows the story: when another cue begins, its first event comes into sight.
    ImGuiStorage* storage = ImGui::GetStateStorage();
    const ImGuiID id = ImGui::GetID("cue");
    const auto cue = static_cast<int>(context.session.playhead.cue);
    const bool follows = use == ListUse::Shown || storage->GetInt(id, -1) != cue;
    const EventRow* followed = follows ? rowToFollow(context, found) : nullptr;
    for (const EventRow* row : found) {
        drawRow(context, *row, isCurrent(context, *row), widths, commands);
        if (row == followed) ImGui::SetScrollHereY(0.3F);
    }
    storage->SetInt(id, cue);
}

void drawTable(const PanelContext& context, ListUse use, const std::vector<const EventRow*>& found,
               Commands& commands) {
    constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                       ImGuiTableFlags_PadOuterX | ImGuiTableFlags_SizingStretchProp |
                                       ImGuiTableFlags_NoSavedSettings;
    if (!ImGui::BeginTable("events", kColumns, kFlags)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    for (int i = 0; i < kColumns; ++i) {
        const auto k = static_cast<std::size_t>(i);
        const std::string head(context.say(kHeads[k]));
        ImGui::TableSetupColumn(head.c_str(), ImGuiTableColumnFlags_WidthStretch, kShares[k]);
    }
    ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.theme.panel.dim));
    ImGui::TableHeadersRow();
    ImGui::PopStyleColor();
    drawRows(context, use, found, commands);
    ImGui::EndTable();
}

}  // namespace

PanelPlace eventListPlace(ImVec2 window, float unit) {
    const float margin = unit, width = std::min(window.x - 2 * margin, unit * kWidth);
    const bool isTall = window.y > window.x * kTall;
    return {{margin, margin}, {width, window.y * (isTall ? kBottomWhenTall : kBottom) - 1.5F * margin}};
}

void drawEventList(const PanelContext& context, ListUse use, Commands& commands) {
    std::vector<const EventRow*> found;
    for (const EventRow& row : context.rows) {
        if (matches(row, context.session.filter)) found.push_back(&row);
    }
    const PanelPlace place = eventListPlace(context.size, context.unit);
    ImGui::SetNextWindowPos(place.at);
    ImGui::SetNextWindowSize(place.size);
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_NoBringToFrontOnFocus;
    ImGui::Begin("events", nullptr, kFlags);
    drawListHead(context, use, found.size(), commands);
    ImGui::Spacing();
    if (found.empty())
        text(context.say(Word::NothingFound), context.theme.panel.dim);
    else
        drawTable(context, use, found, commands);
    ImGui::End();
}

}  // namespace ui
