#include "ui/frame_overlay.h"

#include <backends/imgui_impl_opengl3.h>

#include <cassert>
#include <cmath>

#include "base/line_breaks.h"
#include "film/timeline.h"
#include "ui/event_list.h"
#include "ui/look.h"

namespace ui {

namespace {

// The first pass sizes the columns, the second wraps the rows to them, the third scrolls, the fourth shows
// it.
constexpr int kPasses = 4;
constexpr float kPassSeconds = 1.0F / 60;

using Context = std::unique_ptr<ImGuiContext, void (*)(ImGuiContext*)>;

void endDrawing(ImGuiContext* context) {
    ImGui::SetCurrentContext(context);
    if (ImGui::GetIO().BackendRendererUserData) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(context);
}

void endLayout(ImGuiContext* context) {
    ImGui::DestroyContext(context);
}

Context makeContext(ImFontAtlas& letters, void (*end)(ImGuiContext*)) {
    Context context(ImGui::CreateContext(&letters), end);
    ImGui::SetCurrentContext(context.get());
    ImGui::GetIO().IniFilename = ImGui::GetIO().LogFilename = nullptr;
    return context;
}

// ImGui's first row is the top of a framebuffer, which in a target is the picture's last.
void turnOver(ImDrawData& data) {
    const float height = data.DisplaySize.y;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        ImDrawList& list = *data.CmdLists[i];
        for (ImDrawVert& vertex : list.VtxBuffer) vertex.pos.y = height - vertex.pos.y;
        for (ImDrawCmd& command : list.CmdBuffer) {
            const ImVec4 clip = command.ClipRect;
            command.ClipRect = {clip.x, height - clip.w, clip.z, height - clip.y};
        }
    }
}

}  // namespace

struct FrameOverlay::Implementation {
    const film::Film* film = nullptr;
    picture::Theme theme;
    base::Size size;
    float unit = 0;
    ImFontAtlas letters;  // before the contexts, which share it
    ImFont* strong = nullptr;
    Context drawing{nullptr, endDrawing};  // holds what OpenGL needs
    Context layout{nullptr, endLayout};    // holds the list as it was laid out for ...
    std::string cue, language;             // ... these
    std::string rowsLanguage;
    std::vector<EventRow> rows;

    void layOut();
};

// In a context of its own: nothing of an earlier cue can be left.
void FrameOverlay::Implementation::layOut() {
    layout.reset();
    layout = makeContext(letters, endLayout);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size.w), static_cast<float>(size.h)};
    io.DeltaTime = kPassSeconds;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    setLook(theme.panel, unit);
    if (rowsLanguage != language) {
        rows = eventRows(*film, language);
        rowsLanguage = language;
    }
    Session session = makeSession(*film, {theme.name});
    session.language = language;
    session.playhead = {film::findCue(*film, cue).value_or(0), 0};
    const PanelContext context{*film, session, rows, theme, io.DisplaySize, unit, strong};
    Commands none;
    for (int pass = 0; pass < kPasses; ++pass) {
        ImGui::NewFrame();
        drawEventList(context, ListUse::Shown, none);
        ImGui::Render();
    }
    turnOver(*ImGui::GetDrawData());
}

FrameOverlay::FrameOverlay() : m_implementation(std::make_unique<Implementation>()) {}
FrameOverlay::FrameOverlay(FrameOverlay&&) noexcept = default;
FrameOverlay& FrameOverlay::operator=(FrameOverlay&&) noexcept = default;
FrameOverlay::~FrameOverlay() = default;

base::Result<FrameOverlay> FrameOverlay::make(const film::Film& film, const picture::Theme& theme,
                                              base::Size size, const std::string& fontsDirectory) {
    const auto typefaces = findTypefaces(fontsDirectory);
    if (!typefaces) return typefaces.problems();
    FrameOverlay overlay;
    Implementation& self = *overlay.m_implementation;
    self.film = &film;
    self.theme = theme;
    self.size = size;
    self.unit = static_cast<float>(std::round(frameLetters(size)));
    self.strong = loadLetters(self.letters, *typefaces, self.unit);
    self.drawing = makeContext(self.letters, endDrawing);
    if (!ImGui_ImplOpenGL3_Init("#version 330 core")) {
        return base::Problem{base::Severity::Error,
                             base::Trouble::Failure,
                             "",
                             0,
                             0,
                             "the event list cannot be drawn: ImGui finds no OpenGL",
                             "install libGL (Debian: libgl1), or leave out --overlay"};
    }
    ImGui_ImplOpenGL3_NewFrame();  // makes its shader and uploads the letters
    return overlay;
}

base::Problems FrameOverlay::warnings(const film::Film& film, std::string_view language) {
    std::string all;
    for (const EventRow& row : eventRows(film, language))
        all += row.date + row.actor + row.place + row.title + row.sources;
    const std::string missing = unwritten(all);
    if (missing.empty()) return {};
    constexpr std::size_t kTold = 8;
    std::string some;
    std::size_t count = 0;
    for (const std::string_view letter : base::graphemesOf(missing)) {
        if (++count <= kTold) some += letter;
    }
    if (count > kTold) some += "…";
    return {{base::Severity::Warning, base::Trouble::Usage, "", 0, 0,
             "--overlay: the event list cannot write \"" + some + "\"; dots stand for it",
             "leave --overlay out, or choose another --lang"}};
}

void FrameOverlay::draw(const picture::Picture& picture, const render::Target& target) {
    Implementation& self = *m_implementation;
    assert(picture.size == self.size && target.size() == self.size);
    if (!self.layout || picture.cue != self.cue || picture.language != self.language) {
        self.cue = picture.cue;
        self.language = picture.language;
        self.layOut();
    }
    ImGui::SetCurrentContext(self.layout.get());
    ImDrawData* list = ImGui::GetDrawData();
    ImGui::SetCurrentContext(self.drawing.get());
    target.canvas().begin({}, render::gl::Clearing::Needless);
    ImGui_ImplOpenGL3_RenderDrawData(list);
}

}  // namespace ui
