#include "ui/gui.h"

#include <SDL.h>
#include <backends/imgui_impl_opengl3.h>
#include <backends/imgui_impl_sdl.h>

#include <cmath>

namespace ui {

namespace {

void endImGui(ImGuiContext* context) {
    ImGui::SetCurrentContext(context);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext(context);
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
    auto typefaces = findTypefaces(fontsDirectory);
    if (!typefaces) return typefaces.problems();
    Gui gui(window);
    gui.m_typefaces = std::move(*typefaces);
    return gui;
}

void Gui::loadFonts(float pixels) {
    const bool again = m_pixels > 0;
    m_strong = loadLetters(*ImGui::GetIO().Fonts, m_typefaces, pixels);
    if (again) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    m_pixels = pixels;
}

void Gui::fit(const picture::Theme& theme) {
    const double scale = m_window->pixelsPerUnit();
    const auto pixels = static_cast<float>(std::round(windowLetters(m_window->size()) * scale));
    if (pixels != m_pixels) loadFonts(pixels);
    m_unit = pixels / static_cast<float>(scale);
    ImGui::GetIO().FontGlobalScale = static_cast<float>(1 / scale);
    setLook(theme.panel, m_unit);
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
    return ImGui::GetIO().WantTextInput || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
}

void Gui::hidePointer() {
    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
}

}  // namespace ui
