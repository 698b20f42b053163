#include "ui/overview_panel.h"

#include <algorithm>
#include <cmath>

#include "film/cue_summary.h"
#include "ui/chapters.h"
#include "ui/thumbnails.h"

namespace ui {

namespace {

/// The lengths of the overview, window units.
struct Grid {
    int columns = 5;
    float gap = 0, tile = 0, picture = 0, title = 0;  // widths, then heights

    Grid(const PanelContext& context, float width) {
        const base::Size shape{static_cast<int>(context.size.x), static_cast<int>(context.size.y)};
        columns = overviewColumns(shape);
        gap = context.unit * 0.8F;
        const auto across = static_cast<float>(columns);
        tile = std::floor((width - gap * (across - 1)) / across);
        picture = std::floor(tile * context.size.y / context.size.x);
        title = 2 * ImGui::GetTextLineHeight() + context.unit * 0.5F;
    }
};

// The first words of `title` that fit two lines.
std::string twoLines(const std::string& title, float width) {
    const float most = 2.5F * ImGui::GetTextLineHeight();
    const auto height = [&](const std::string& words) {
        return ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y;
    };
    std::string words = title;
    while (height(words) > most) {
        const std::size_t space = title.rfind(' ', words.size() - 5);
        if (space == std::string::npos || space == 0) break;
        words = title.substr(0, space) + "…";
    }
    return words;
}

void drawPicture(const PanelContext& context, std::size_t cue, ImVec2 at, const Grid& grid) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 past{at.x + grid.tile, at.y + grid.picture};
    const std::uintptr_t texture = context.thumbnails ? context.thumbnails->of(cue) : 0;
    const float round = context.unit * 0.2F;
    if (texture != 0)
        list->AddImageRounded(reinterpret_cast<ImTextureID>(texture), at, past, {0, 0}, {1, 1},
                              IM_COL32_WHITE, round);
    else
        list->AddRectFilled(at, past, packed(context.theme.ground.sea), round);
}

void drawFrame(const PanelContext& context, std::size_t cue, ImVec2 at, const Grid& grid) {
    const bool marked = cue == context.session.browse.marked;
    const base::Color color = marked ? context.theme.panel.badge : context.theme.panel.dim.faded(0.4);
    const float width = marked ? context.unit * 0.22F : 1, out = marked ? width / 2 : 0;
    ImGui::GetWindowDrawList()->AddRect({at.x - out, at.y - out},
                                        {at.x + grid.tile + out, at.y + grid.picture + out}, packed(color),
                                        context.unit * 0.2F, ImDrawFlags_None, width);
}

void drawCaption(const PanelContext& context, std::size_t cue, ImVec2 at, const Grid& grid) {
    const film::Cue& shown = context.film.cues[cue];
    const std::string number = std::to_string(cue + 1);
    const float indent = ImGui::CalcTextSize("00").x + context.unit * 0.4F;
    const bool isHere = cue == context.session.home.value_or(context.session.playhead).cue;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float y = at.y + grid.picture + context.unit * 0.25F;
    list->AddText({at.x, y}, packed(isHere ? context.theme.panel.badge : context.theme.panel.dim),
                  number.c_str());
    std::string title(film::titleOfCue(context.film, shown).in(context.session.language));
    if (title.empty() && shown.card == film::CueCard::Title)
        title = context.film.title.in(context.session.language);
    const float width = grid.tile - indent;
    const std::string words = twoLines(title, width);
    list->AddText(ImGui::GetFont(), ImGui::GetFontSize(), {at.x + indent, y},
                  packed(context.theme.panel.text), words.c_str(), nullptr, width);
}

void drawTile(const PanelContext& context, std::size_t cue, const Grid& grid, Commands& commands) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(static_cast<int>(cue));
    if (ImGui::InvisibleButton("cue", {grid.tile, grid.picture + grid.title})) {
        commands.push_back({CommandId::BrowseMark, static_cast<double>(cue), {}, {}});
        commands.push_back({CommandId::BrowseChoose, 0, {}, {}});
    }
    ImGui::PopID();
    if (!ImGui::IsItemVisible()) return;
    drawPicture(context, cue, at, grid);
    drawFrame(context, cue, at, grid);
    drawCaption(context, cue, at, grid);
    if (ImGui::IsItemHovered())
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + grid.tile, at.y + grid.picture},
                                                  packed(context.theme.panel.text.withAlpha(0.12)));
}

// The marked cue comes into sight when it changes, and only then: the wheel may go elsewhere.
bool isNewlyMarked(std::size_t marked) {
    ImGuiStorage* storage = ImGui::GetStateStorage();
    const ImGuiID id = ImGui::GetID("marked");
    const auto now = static_cast<int>(marked);
    const bool isNew = ImGui::IsWindowAppearing() || storage->GetInt(id, -1) != now;
    storage->SetInt(id, now);
    return isNew;
}

void drawRows(const PanelContext& context, Commands& commands) {
    const Grid grid(context, ImGui::GetContentRegionAvail().x);
    const std::size_t marked = context.session.browse.marked;
    const bool isNew = isNewlyMarked(marked);
    const std::vector<ChapterRun> runs = chapterRuns(context.film);
    for (const OverviewRow& row : overviewRows(context.film, grid.columns)) {
        const auto run =
            std::find_if(runs.begin(), runs.end(), [&](const ChapterRun& r) { return r.first == row.first; });
        const bool isNamed = row.heads && run != runs.end() && !run->id.empty();
        if (isNamed) {
            ImGui::Dummy({0, context.unit * 0.2F});
            ImGui::PushFont(context.strong);
            text(titleOf(context.film, *run, context.session.language));
            ImGui::PopFont();
        }
        for (std::size_t i = 0; i < row.count; ++i) {
            if (i > 0) ImGui::SameLine(0, grid.gap);
            drawTile(context, row.first + i, grid, commands);
        }
        if (isNew && marked >= row.first && marked < row.first + row.count) ImGui::SetScrollHereY(0.5F);
    }
}

}  // namespace

void drawOverview(const PanelContext& context, Commands& commands) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(context.size);
    ImGui::SetNextWindowFocus();
    constexpr ImGuiWindowFlags kFlags =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("overview", nullptr, kFlags);
    ImGui::PushFont(context.strong);
    text(context.say(Word::Overview));
    ImGui::PopFont();
    const std::string keys(context.say(Word::BrowseKeys));
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - ImGui::CalcTextSize(keys.c_str()).x);
    text(keys, context.theme.panel.dim);
    ImGui::BeginChild("grid");
    drawRows(context, commands);
    ImGui::EndChild();
    ImGui::End();
    ImGui::PopStyleVar(2);
}

}  // namespace ui
