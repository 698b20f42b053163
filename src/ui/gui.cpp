#include "ui/gui.h"

#include <SDL.h>
#include <backends/imgui_impl_opengl3.h>
#include <backends/imgui_impl_sdl.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/wrapped_text.h"

namespace ui {

namespace {

constexpr const char* kShaderVersion = "#version 330 core";

// Where a field breaks its lines is nobody else's business: pasted, such a break would be one of the text.
void copyText(void*, const char* text) {
    SDL_SetClipboardText(unwrapped(text).c_str());
}

// The backend asks for modifiers as they are now; a quick hand has let go of them before their key is read.
void setModifiers(ImGuiIO& io, int held) {
    io.KeyCtrl = (held & KMOD_CTRL) != 0;
    io.KeyShift = (held & KMOD_SHIFT) != 0;
    io.KeyAlt = (held & KMOD_ALT) != 0;
}

void endImGui(ImGuiContext* context) {
    ImGui::SetCurrentContext(context);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext(context);
}

// Where the last event has it. ImGui asks for its place on the desktop instead, which stands still under a
// held button where the pointer is set rather than moved, as by remote desktops.
void placePointer(const Window& window) {
    ImVec2& pointer = ImGui::GetIO().MousePos;
    if (!ImGui::IsMousePosValid(&pointer) || SDL_GetMouseFocus() != window.handle()) return;
    int x = 0, y = 0;
    SDL_GetMouseState(&x, &y);
    pointer = {static_cast<float>(x), static_cast<float>(y)};
}

}  // namespace

Gui::Gui(Window& window) : m_window(&window), m_context(ImGui::CreateContext(), endImGui) {
    use();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // nothing is written beside the film
    io.LogFilename = nullptr;
    ImGui_ImplSDL2_InitForOpenGL(window.handle(), window.context());
    io.SetClipboardTextFn = copyText;
    ImGui_ImplOpenGL3_Init(kShaderVersion);
}

base::Result<Gui> Gui::make(Window& window, const std::string& fontsDirectory, double scale) {
    auto typefaces = findTypefaces(fontsDirectory);
    if (!typefaces) return typefaces.problems();
    Gui gui(window);
    gui.m_typefaces = std::move(*typefaces);
    gui.m_scale = scale;
    return gui;
}

void Gui::loadFonts(float pixels) {
    const bool again = m_loaded;
    m_strong = loadLetters(*ImGui::GetIO().Fonts, m_typefaces, pixels);
    if (m_more) m_more(*ImGui::GetIO().Fonts, m_typefaces, pixels);
    if (again) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    m_pixels = pixels;
    m_loaded = true;
}

void Gui::want(MoreLetters more) {
    m_more = std::move(more);
    m_pixels = 0;
}

void Gui::fit(const picture::Theme& theme) {
    use();
    const double scale = m_window->pixelsPerUnit();
    const TextScale text{desktopScale(m_window->display()), m_scale};
    const auto pixels = static_cast<float>(std::round(windowLetters(m_window->size(), text) * scale));
    if (pixels != m_pixels) loadFonts(pixels);
    m_unit = pixels / static_cast<float>(scale);
    ImGui::GetIO().FontGlobalScale = static_cast<float>(1 / scale);
    setLook(theme.panel, m_unit);
}

void Gui::handle(const SDL_Event& event) {
    use();
    ImGui_ImplSDL2_ProcessEvent(&event);
    const bool isKey = event.type == SDL_KEYDOWN || event.type == SDL_KEYUP;
    if (isKey) setModifiers(ImGui::GetIO(), event.key.keysym.mod);
}

void Gui::begin() {
    use();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    placePointer(*m_window);
    ImGui::NewFrame();
}

void Gui::end() {
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Gui::letGo() {
    ImGui_ImplOpenGL3_Shutdown();
}

void Gui::restart() {
    ImGui_ImplOpenGL3_Init(kShaderVersion);
}

bool Gui::wantsMouse() const {
    use();
    return ImGui::GetIO().WantCaptureMouse;
}

bool Gui::takesPress(base::Vec2 at) const {
    const ImVec2 point{static_cast<float>(at.x), static_cast<float>(at.y)};
    const ImGuiContext& gui = *ImGui::GetCurrentContext();
    const auto takes = [&](const ImGuiWindow* window) {
        const bool isThere = window->Active && !window->Hidden;
        const bool isDeaf = (window->Flags & ImGuiWindowFlags_NoMouseInputs) != 0;
        return isThere && !isDeaf && window->OuterRectClipped.Contains(point);
    };
    return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup) ||
           std::any_of(gui.Windows.begin(), gui.Windows.end(), takes);
}

bool Gui::wantsText() const {
    use();
    const ImGuiContext& gui = *ImGui::GetCurrentContext();
    // ImGui goes on wanting text for a frame when a field is no longer there.
    const bool isThere = gui.ActiveId != 0 && gui.ActiveIdIsAlive == gui.ActiveId;
    return (gui.IO.WantTextInput && isThere) || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
}

void Gui::leavePointer() {
    use();
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
}

void Gui::hidePointer() {
    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
}

}  // namespace ui
