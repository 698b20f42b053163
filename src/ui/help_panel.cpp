#include "ui/help_panel.h"

#include <algorithm>

#include "ui/help_layout.h"

namespace ui {

namespace {

constexpr float kColumn = 26;          // narrowest column, in heights of text
constexpr float kWidest = 32;          // widest
constexpr float kBetween = 1.6F;       // gap between two
constexpr float kKeys = 0.42F;         // share of a column that its keys have
constexpr float kLine = 0.26F;         // gap under a line
constexpr float kHeading = 0.6F;       // gap above a heading
constexpr float kLinesPerHeight = 64;  // smallest letters, where all keys do not fit otherwise ...
constexpr float kSmallest = 12;        // ... in units of the window ...
constexpr float kLeastShare = 0.6F;    // ... but never less than this share of what was asked for
constexpr int kMostColumns = 3;

std::string keysOf(const PanelContext& context, const CommandRow& row) {
    if (row.keys.empty()) return std::string(context.say(Word::NumberThenEnter));
    return keysText(row, context.session.language);
}

std::vector<HelpLine> linesOf(const PanelContext& context) {
    std::vector<HelpLine> lines;
    const bool french = context.session.language == "fr";
    const auto addSection = [&](Section section, Word heading) {
        lines.push_back({std::string(context.say(heading)), "", true});
        for (const CommandRow& row : commandTable()) {
            if (row.section != section || row.fr.empty()) continue;
            lines.push_back({keysOf(context, row), std::string(french ? row.fr : row.en)});
        }
    };
    const auto addMouse = [&](Word how, Word does) {
        lines.push_back({std::string(context.say(how)), std::string(context.say(does))});
    };
    addSection(Section::Story, Word::Story);
    addSection(Section::Screen, Word::Screen);
    addSection(Section::Map, Word::Map);
    lines.push_back({std::string(context.say(Word::Mouse)), "", true});
    addMouse(Word::Drag, Word::DragDoes);
    addMouse(Word::Wheel, Word::WheelDoes);
    addMouse(Word::DoubleClick, Word::DoubleClickDoes);
    addMouse(Word::RightDrag, Word::RightDragDoes);
    addMouse(Word::Click, Word::ClickDoes);
    addMouse(Word::Pinch, Word::PinchDoes);
    addSection(Section::Ink, Word::Ink);
    addSection(Section::Tools, Word::Tools);
    return lines;
}

float heightOf(const std::string& words, float width) {
    return ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y;
}

// Heights at letters of the current size, for columns of this width.
void measure(const PanelContext& context, float column, std::vector<HelpLine>& lines) {
    const float keys = column * kKeys, does = column - keys;
    for (HelpLine& line : lines) {
        if (line.heading)
            line.height = heightOf(line.keys, column) * 1.12F + context.unit * (kHeading + kLine);
        else
            line.height =
                std::max(heightOf(line.keys, keys - context.unit * 0.6F), heightOf(line.does, does)) +
                context.unit * kLine;
    }
}

void drawWrapped(const std::string& words, ImVec2 at, float width, base::Color color) {
    ImGui::SetCursorPos(at);
    ImGui::PushTextWrapPos(at.x + width);
    text(words, color);
    ImGui::PopTextWrapPos();
}

void drawLine(const PanelContext& context, const HelpLine& line, ImVec2 at, float column) {
    const picture::PanelStyle& style = context.theme.panel;
    if (line.heading) {
        ImGui::PushFont(context.strong);
        drawWrapped(line.keys, {at.x, at.y + context.unit * kHeading}, column, style.text);
        ImGui::PopFont();
        return;
    }
    const float keys = column * kKeys;
    drawWrapped(line.keys, at, keys - context.unit * 0.6F, style.badge);
    drawWrapped(line.does, {at.x + keys, at.y}, column - keys, style.text);
}

struct Page {
    std::vector<HelpLine> lines;
    int columns = 1;
    float column = 0, height = 0;  // of one column, of the highest
    float letters = 1;             // scale
};

// The first columns that hold all, the fewest first; `most` of them otherwise.
bool fits(const PanelContext& context, ImVec2 room, Page& page) {
    const float unit = context.unit * page.letters, between = context.unit * kBetween;
    const int most =
        std::clamp(static_cast<int>((room.x + between) / (unit * kColumn + between)), 1, kMostColumns);
    for (page.columns = std::min(2, most);; ++page.columns) {
        const auto n = static_cast<float>(page.columns);
        page.column = std::min((room.x - (n - 1) * between) / n, unit * kWidest);
        measure(context, page.column, page.lines);
        page.height = setColumns(page.lines, page.columns, room.y);
        if (page.height <= room.y) return true;
        if (page.columns == most) return false;
    }
}

// Smaller letters where columns alone do not do; what still does not fit is scrolled.
Page layOut(const PanelContext& context, ImVec2 room) {
    Page page;
    page.lines = linesOf(context);
    const float fitting = std::max(kSmallest, context.size.y / kLinesPerHeight) / context.unit;
    const float smallest = std::clamp(fitting, kLeastShare, 1.0F);
    for (;; page.letters = std::max(page.letters - 0.05F, smallest)) {
        ImGui::SetWindowFontScale(page.letters);
        if (fits(context, room, page) || page.letters <= smallest) return page;
    }
}

}  // namespace

void drawHelp(const PanelContext& context, Commands& commands) {
    const ImVec2 padding = ImGui::GetStyle().WindowPadding;
    const float bar = ImGui::GetStyle().ScrollbarSize;
    const ImVec2 room{context.size.x - 2 * (context.unit + padding.x) - bar,
                      context.size.y - 2 * (context.unit + padding.y)};
    ImGui::SetNextWindowPos({context.size.x / 2, context.size.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSizeConstraints({0, 0},
                                        {context.size.x - context.unit, context.size.y - context.unit});
    ImGui::SetNextWindowFocus();
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                        ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_AlwaysAutoResize;
    ImGui::SetNextWindowBgAlpha(1);
    ImGui::Begin("help", nullptr, kFlags);
    const Page page = layOut(context, room);
    const ImVec2 start = ImGui::GetCursorPos();
    const float step = page.column + context.unit * kBetween;
    for (const HelpLine& line : page.lines) {
        drawLine(context, line, {start.x + static_cast<float>(line.column) * step, start.y + line.top},
                 page.column);
    }
    ImGui::SetCursorPos(start);
    ImGui::Dummy({static_cast<float>(page.columns) * step - context.unit * kBetween, page.height});
    if (ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        commands.push_back({CommandId::Help, 0, {}, {}});
    ImGui::End();
}

}  // namespace ui
