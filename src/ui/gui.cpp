#include "ui/gui.h"

#include <SDL.h>
#include <backends/imgui_impl_opengl3.h>
#include <backends/imgui_impl_sdl.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "ui/panel.h"

namespace ui {

namespace {

// Letters grow with the window, so that they can be read from a little farther away on a large screen.
constexpr double kTextPerHeight = 1.0 / 54;
constexpr double kSmallestText = 15;
constexpr double kLargestText = 40;

// Latin with what French needs, Greek, Cyrillic, dashes, quotes, narrow space and arrows. ImGui does not
// shape text, so it cannot write Arabic.
constexpr ImWchar kLetters[] = {0x20, 0x17F, 0x370, 0x52F, 0x2010, 0x2026, 0x202F, 0x202F, 0x2190, 0x2193, 0};

void endImGui(ImGuiContext* context) {
    ImGui::SetCurrentContext(context);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext(context);
}

void setColors(const picture::PanelStyle& panel) {
    ImVec4* colors = ImGui::GetStyle().Colors;
    // Long texts are read off this ground: hardly anything of the map may come through.
    const base::Color ground = panel.fill.withAlpha(std::max(panel.fill.a, 0.985F)), accent = panel.badge;
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
    colors[ImGuiCol_TextSelectedBg] = vec4(accent.withAlpha(0.35));
}

void setShape(float unit) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    style.WindowRounding = style.PopupRounding = unit * 0.3F;
    style.FrameRounding = style.ScrollbarRounding = style.GrabRounding = unit * 0.2F;
    style.WindowBorderSize = style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.WindowPadding = {unit, unit * 0.8F};
    style.FramePadding = {unit * 0.5F, unit * 0.28F};
    style.ItemSpacing = {unit * 0.6F, unit * 0.45F};
    style.ItemInnerSpacing = {unit * 0.35F, unit * 0.35F};
    style.CellPadding = {unit * 0.35F, unit * 0.32F};
    style.ScrollbarSize = unit * 0.7F;
}

}  // namespace

Gui::Gui(Window& window) : m_window(&window), m_context(ImGui::CreateContext(), endImGui) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // nothing is written beside the film
    io.LogFilename = nullptr;
    ImGui_ImplSDL2_InitForOpenGL(window.handle(), window.context());
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

base::Result<Gui> Gui::make(Window& window, const std::string& fontsDirectory) {
    const auto folder = std::filesystem::path(fontsDirectory);
    const std::string regular = (folder / "Inter-Regular.ttf").string(),
                      strong = (folder / "Inter-SemiBold.ttf").string();
    for (const std::string& file : {regular, strong}) {
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
    Gui gui(window);
    gui.m_regularFile = regular;
    gui.m_strongFile = strong;
    return gui;
}

void Gui::loadFonts(float pixels) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const bool again = m_pixels > 0;
    atlas.Clear();
    ImFontConfig config;
    config.OversampleH = 2;
    atlas.AddFontFromFileTTF(m_regularFile.c_str(), pixels, &config, kLetters);
    m_strong = atlas.AddFontFromFileTTF(m_strongFile.c_str(), pixels * 1.12F, &config, kLetters);
    if (again) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    m_pixels = pixels;
}

void Gui::fit(const picture::Theme& theme) {
    const double scale = m_window->pixelsPerUnit();
    const double height = std::clamp(m_window->size().h * kTextPerHeight, kSmallestText, kLargestText);
    const auto pixels = static_cast<float>(std::round(height * scale));
    if (pixels != m_pixels) loadFonts(pixels);
    m_unit = pixels / static_cast<float>(scale);
    ImGui::GetIO().FontGlobalScale = static_cast<float>(1 / scale);
    setShape(m_unit);
    setColors(theme.panel);
}

void Gui::handle(const SDL_Event& event) {
    ImGui_ImplSDL2_ProcessEvent(&event);
}

void Gui::begin() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGui::NewFrame();
}

void Gui::end() {
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool Gui::wantsMouse() const {
    return ImGui::GetIO().WantCaptureMouse;
}

bool Gui::wantsText() const {
    return ImGui::GetIO().WantTextInput;
}

void Gui::hidePointer() {
    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
}

}  // namespace ui
