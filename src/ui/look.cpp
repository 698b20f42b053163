#include "ui/look.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "base/line_breaks.h"
#include "base/text.h"
#include "ui/panel.h"

namespace ui {

namespace {

// Letters grow with the window, so that they can be read from a little farther away on a large screen.
constexpr double kTextPerHeight = 1.0 / 54;
// The event list takes 40 heights of text with its margins; in tall windows that is the width.
constexpr double kTextPerWidth = 1.0 / 40;
constexpr double kSmallestText = 15;
constexpr double kLargestText = 40;
constexpr double kTiniestText = 9;  // whatever is wished for
// A frame is looked at as a whole, however many pixels it has: below 720 rows letters shrink with it, and
// only what an atlas can hold limits them above, pixels.
constexpr double kSmallestPerSide = kSmallestText / 720;
constexpr double kLargestInFrame = 160;

// Latin with the letters of Africa, Azerbaijan and Vietnam, Greek, Cyrillic, dashes, quotes, narrow space and
// arrows. ImGui does not shape text, so it cannot write Arabic.
constexpr ImWchar kLetters[] = {0x20,   0x24F,  0x250,  0x29F,  0x370,  0x52F,  0x1E00, 0x1EFF, 0x2000,
                                0x2026, 0x202F, 0x202F, 0x2190, 0x2193, 0x2212, 0x2212, 0};

// Stands for what these typefaces cannot write, as it does in the picture.
constexpr ImWchar kMissing = 0xB7;

double wantedLetters(base::Size size) {
    return std::min(size.h * kTextPerHeight, size.w * kTextPerWidth);
}

void setColors(const picture::PanelStyle& panel) {
    ImVec4* colors = ImGui::GetStyle().Colors;
    // Long texts are read off this ground: nothing of the picture may come through.
    const base::Color ground = panel.fill.withAlpha(1), accent = panel.badge;
    const base::Color lift = panel.text;
    for (int i = 0; i < ImGuiCol_COUNT; ++i) colors[i] = vec4(lift.withAlpha(0.12));
    colors[ImGuiCol_Text] = vec4(panel.text);
    colors[ImGuiCol_TextDisabled] = vec4(panel.dim);
    colors[ImGuiCol_WindowBg] = colors[ImGuiCol_PopupBg] = vec4(ground);
    colors[ImGuiCol_ChildBg] = colors[ImGuiCol_TableRowBg] = colors[ImGuiCol_TableRowBgAlt] = {0, 0, 0, 0};
    colors[ImGuiCol_TableHeaderBg] = colors[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
    colors[ImGuiCol_Border] = colors[ImGuiCol_TableBorderLight] = colors[ImGuiCol_TableBorderStrong] =
        vec4(lift.withAlpha(0.10));
    colors[ImGuiCol_BorderShadow] = {0, 0, 0, 0};
    colors[ImGuiCol_FrameBg] = colors[ImGuiCol_Button] = vec4(lift.withAlpha(0.08));
    colors[ImGuiCol_FrameBgHovered] = colors[ImGuiCol_ButtonHovered] = vec4(lift.withAlpha(0.16));
    colors[ImGuiCol_FrameBgActive] = colors[ImGuiCol_ButtonActive] = vec4(lift.withAlpha(0.22));
    colors[ImGuiCol_Header] = vec4(accent.withAlpha(0.16));
    colors[ImGuiCol_HeaderHovered] = vec4(lift.withAlpha(0.10));
    colors[ImGuiCol_HeaderActive] = vec4(accent.withAlpha(0.26));
    colors[ImGuiCol_ScrollbarGrab] = vec4(lift.withAlpha(0.22));
    colors[ImGuiCol_ScrollbarGrabHovered] = colors[ImGuiCol_ScrollbarGrabActive] = vec4(lift.withAlpha(0.38));
    colors[ImGuiCol_CheckMark] = vec4(accent);
    colors[ImGuiCol_NavHighlight] = colors[ImGuiCol_PlotHistogram] = vec4(accent);
    colors[ImGuiCol_TextSelectedBg] = vec4(accent.withAlpha(0.35));
}

void setShape(float unit) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    style.WindowRounding = style.PopupRounding = unit * 0.3F;
    style.FrameRounding = style.ScrollbarRounding = style.GrabRounding = unit * 0.2F;
    style.WindowBorderSize = style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    // Whole, as ImGui's windows are: one that is a fraction lower than what it holds would get a scrollbar.
    const auto whole = [&](float x, float y) { return ImVec2{std::round(unit * x), std::round(unit * y)}; };
    style.WindowPadding = whole(1, 0.8F);
    style.FramePadding = whole(0.5F, 0.28F);
    style.ItemSpacing = whole(0.6F, 0.45F);
    style.ItemInnerSpacing = whole(0.35F, 0.35F);
    style.CellPadding = whole(0.35F, 0.32F);
    style.ScrollbarSize = std::round(unit * 0.7F);
}

}  // namespace

base::Result<Typefaces> findTypefaces(const std::string& fontsDirectory) {
    const auto folder = std::filesystem::path(fontsDirectory);
    Typefaces found{(folder / "Inter-Regular.ttf").string(), (folder / "Inter-SemiBold.ttf").string()};
    for (const std::string& file : {found.regularFile, found.strongFile}) {
        std::error_code unreadable;
        if (!std::filesystem::is_regular_file(file, unreadable)) {
            return base::Problem{base::Severity::Error,
                                 base::Trouble::Failure,
                                 file,
                                 0,
                                 0,
                                 "the typeface is missing",
                                 "install the program's assets folder again"};
        }
    }
    return found;
}

double windowLetters(base::Size window, TextScale scale) {
    const double smallest = kSmallestText * std::clamp(scale.desktop, 1.0, 4.0);
    const double letters = std::clamp(wantedLetters(window), smallest, std::max(kLargestText, smallest));
    const double room = std::max(kSmallestText, window.w * kTextPerWidth);
    return std::clamp(letters * scale.wish, kTiniestText, room);
}

double frameLetters(base::Size frame) {
    const double smallest = std::clamp(std::min(frame.w, frame.h) * kSmallestPerSide, 1.0, kSmallestText);
    return std::clamp(wantedLetters(frame), smallest, kLargestInFrame);
}

ImFont* loadLetters(ImFontAtlas& atlas, const Typefaces& typefaces, float pixels) {
    atlas.Clear();
    ImFontConfig config;
    config.OversampleH = 2;
    const auto add = [&](const std::string& file, float size) {
        ImFont* font = atlas.AddFontFromFileTTF(file.c_str(), size, &config, kLetters);
        // A question mark would read as doubt, which this program has signs for.
        if (font) font->FallbackChar = kMissing;
        return font;
    };
    add(typefaces.regularFile, pixels);
    return add(typefaces.strongFile, pixels * 1.12F);
}

std::string unwritten(std::string_view text) {
    std::string found;
    const auto isIn = [](std::uint32_t character) {
        for (std::size_t i = 0; kLetters[i] != 0; i += 2) {
            if (character >= kLetters[i] && character <= kLetters[i + 1]) return true;
        }
        return character < 0x20;
    };
    for (const std::string_view grapheme : base::graphemesOf(text)) {
        const auto points = base::codePoints(grapheme);
        const bool isWritten = std::all_of(points.begin(), points.end(), isIn);
        if (!isWritten && found.find(grapheme) == std::string::npos) found += grapheme;
    }
    return found;
}

void setLook(const picture::PanelStyle& panel, float unit) {
    setShape(unit);
    setColors(panel);
}

}  // namespace ui
