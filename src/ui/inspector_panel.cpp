#include "ui/inspector_panel.h"

#include <imgui_internal.h>

#include <algorithm>

#include "base/language.h"
#include "ui/problem_words.h"
#include "ui/wrapped_text.h"

namespace ui {

namespace {

using film::EditTarget;

constexpr float kWidth = 31;         // of the panel, in heights of text
constexpr float kLabelWidth = 5.5F;  // of its first column
constexpr float kButtonWidth = 7;
constexpr int kMostLines = 7;
constexpr std::size_t kRoom = 16 * 1024;  // for what is typed or pasted into a field, bytes

int linesOf(const std::string& text) {
    return 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

// A field that is left breaks its lines anew: what was typed can no longer be taken back letter by letter.
void forgetTyping(ImGuiID field) {
    ImGuiInputTextState* state = ImGui::GetInputTextState(field);
    if (!state) return;
    auto& steps = state->Stb.undostate;
    steps.undo_point = 0;
    steps.undo_char_point = 0;
    steps.redo_point = STB_TEXTEDIT_UNDOSTATECOUNT;
    steps.redo_char_point = STB_TEXTEDIT_UNDOCHARCOUNT;
}

// The caret never stands within a line break that is not the text's: what is typed there would tear it apart.
int leaveBreak(ImGuiInputTextCallbackData* data) {
    const int at = data->CursorPos;
    const bool isWithin = at > 0 && data->Buf[at - 1] == '\r' && data->Buf[at] == '\n';
    if (!isWithin) return 0;
    const bool selects = data->HasSelection();
    const bool goesOn = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_RightArrow));
    data->CursorPos += goesOn ? 1 : -1;
    data->SelectionEnd = data->CursorPos;
    if (!selects) data->SelectionStart = data->CursorPos;
    return 0;
}

class Inspector {
  public:
    Inspector(const PanelContext& context, Commands& commands) : m_context(context), m_commands(commands) {}

    void draw() {
        drawHead();
        // Tab and arrows go through the fields of the window that has the focus.
        if (ImGui::IsWindowAppearing()) ImGui::SetNextWindowFocus();
        ImGui::BeginChild("fields", {0, -footHeight()}, false, ImGuiWindowFlags_NavFlattened);
        if (const film::Event* event = inspectedEvent(m_context.session)) drawEvent(*event);
        if (const film::Cue* cue = inspectedCue(m_context.session)) drawCue(*cue);
        ImGui::EndChild();
        drawFoot();
    }

  private:
    // Nothing of a text that waits in a field of another event or step.
    std::string trouble() const {
        const Session& session = m_context.session;
        const bool isElsewhere = !session.writing.refused.empty() && !refusedHere(session);
        return isElsewhere ? std::string() : problemIn(session.writing.trouble, session.language);
    }

    // What has been refused is said at the foot, so that no field moves under the pointer.
    float footHeight() const {
        const std::string words = trouble();
        if (words.empty()) return 0;
        const float room = ImGui::GetContentRegionAvail().x;
        return ImGui::CalcTextSize(words.c_str(), nullptr, false, room).y + ImGui::GetStyle().ItemSpacing.y;
    }

    void drawFoot() {
        const std::string words = trouble();
        if (!words.empty()) drawWrapped(words, m_context.theme.panel.badge);
    }

    void send(CommandId id, std::string words = {}, std::optional<EditTarget> target = {}) {
        Command command{id, 0, std::move(words), {}};
        command.target = std::move(target);
        m_commands.push_back(std::move(command));
    }

    bool button(Word word, const char* id, bool isPossible = true) {
        ImGui::BeginDisabled(!isPossible);
        const bool isPressed = ImGui::Button((std::string(m_context.say(word)) + "###" + id).c_str());
        ImGui::EndDisabled();
        return isPressed;
    }

    void drawHead() {
        const WritingDesk& desk = m_context.session.writing;
        ImGui::AlignTextToFramePadding();
        ImGui::PushFont(m_context.strong);
        text(m_context.say(Word::Inspector));
        ImGui::PopFont();
        ImGui::SameLine(0, m_context.unit);
        const bool canUndo = desk.canUndo || refusedHere(m_context.session);
        if (button(Word::Undo, "undo", canUndo)) send(CommandId::Undo);
        ImGui::SameLine();
        if (button(Word::Redo, "redo", desk.canRedo)) send(CommandId::Redo);
        ImGui::SameLine();
        if (button(Word::Close, "close")) send(CommandId::Inspector);
    }

    void drawWrapped(const std::string& words, base::Color color) {
        ImGui::PushTextWrapPos(0);
        text(words, color);
        ImGui::PopTextWrapPos();
    }

    void drawTitle(Word word, const std::string& id) {
        ImGui::Spacing();
        ImGui::AlignTextToFramePadding();
        ImGui::PushFont(m_context.strong);
        text(m_context.say(word));
        ImGui::PopFont();
        ImGui::SameLine();
        text(id, m_context.theme.panel.dim);
    }

    // The label of a field; what comes next stands beside it.
    void label(Word word, const std::string& language = {}) {
        const std::string words = std::string(m_context.say(word)) + (language.empty() ? "" : " " + language);
        ImGui::AlignTextToFramePadding();
        text(words, m_context.theme.panel.dim);
        ImGui::SameLine(m_context.unit * kLabelWidth);
    }

    static std::string inLines(std::string_view words, float room) {
        return wrapped(words, room, [](std::string_view piece) {
            return ImGui::CalcTextSize(piece.data(), piece.data() + piece.size()).x;
        });
    }

    bool isRefused(const EditTarget& target) const {
        const FieldDraft* refused = refusedHere(m_context.session);
        return refused && refused->target == target;
    }

    // A refused text has the keyboard until it is right or taken back, unless another field has it.
    static void takeKeyboard() {
        const bool isTaken = ImGui::IsAnyItemActive() || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
        if (!isTaken) ImGui::SetKeyboardFocusHere();
    }

    // A field of text that grows with what it holds. `hint` stands in it while it is empty.
    void field(const EditTarget& target, float width, const std::string& hint = {}) {
        const std::string value = fieldValue(m_context.session, target);
        const float room = (width > 0 ? width : ImGui::GetContentRegionAvail().x + width) -
                           2 * ImGui::GetStyle().FramePadding.x - ImGui::GetStyle().ScrollbarSize;
        std::string buffer = inLines(value, room);
        const std::string pale = value.empty() ? inLines(hint, room) : "";
        const int lines = std::max(std::min(linesOf(buffer), kMostLines), linesOf(pale));
        const float height =
            ImGui::GetTextLineHeight() * static_cast<float>(lines) + 2 * ImGui::GetStyle().FramePadding.y;
        buffer.resize(buffer.size() + kRoom);
        const std::string id = "##" + target.list + target.id + target.key + target.language;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const bool isWrong = isRefused(target);
        if (isWrong) takeKeyboard();
        ImGui::PushStyleColor(ImGuiCol_Border, packed(m_context.theme.panel.badge));
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, isWrong ? 1.0F : 0.0F);
        constexpr auto kFlags = ImGuiInputTextFlags_CtrlEnterForNewLine | ImGuiInputTextFlags_CallbackAlways;
        const bool isTyped = ImGui::InputTextMultiline(id.c_str(), buffer.data(), buffer.size(),
                                                       {width, height}, kFlags, leaveBreak);
        ImGui::PopStyleVar();
        ImGui::PopStyleColor();
        if (ImGui::IsItemDeactivated()) forgetTyping(ImGui::GetID(id.c_str()));
        if (value.empty() && !ImGui::IsItemActive()) drawHint(at, pale);
        follow(target, unwrapped(buffer.c_str()), isTyped);
    }

    // What has happened in the field that has just been drawn.
    void follow(const EditTarget& target, const std::string& typed, bool isTyped) {
        const bool isLeft = ImGui::IsItemDeactivated();
        const bool isTakenBack = isLeft && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
        if (isTakenBack)
            send(CommandId::DraftText, film::editedValue(m_context.film, target), target);
        else if (isTyped && typed != fieldValue(m_context.session, target))
            send(CommandId::DraftText, typed, target);
        const auto& draft = m_context.session.writing.draft;
        const bool isOurs = draft && draft->target == target;
        if (isLeft || (isOurs && !ImGui::IsItemActive() && !isTyped)) send(CommandId::KeepText);
    }

    void drawHint(ImVec2 at, const std::string& hint) {
        const ImVec2 padding = ImGui::GetStyle().FramePadding;
        const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
        ImDrawList* list = ImGui::GetWindowDrawList();
        list->PushClipRect(low, high, true);
        list->AddText({at.x + padding.x, at.y + padding.y}, packed(m_context.theme.panel.dim.withAlpha(0.7F)),
                      hint.c_str());
        list->PopClipRect();
    }

    // It stays below the field as long as the text does that it is about.
    void drawObjection(const EditTarget& target) {
        const std::string value = fieldValue(m_context.session, target);
        const std::string why = value.empty() ? "" : objection(m_context.session, target, value);
        if (!why.empty()) drawWrapped(why, m_context.theme.panel.badge);
    }

    void texts(Word word, const EditTarget& target, const base::LocalText& now,
               const base::LocalText& otherwise) {
        for (const std::string& language : languagesOf(m_context.film, now)) {
            EditTarget one = target;
            one.language = language;
            label(word, language);
            field(one, -1, std::string(otherwise.in(language)));
        }
    }

    // A field for a place's id with the known places beside it.
    void place(Word word, const EditTarget& target) {
        label(word);
        const float side = ImGui::GetFrameHeight();
        field(target, -side - 1);
        ImGui::SameLine(0, 1);
        choosePlace(target);
        drawObjection(target);
    }

    void choosePlace(const EditTarget& target) {
        if (!ImGui::BeginCombo(("##places" + target.key).c_str(), nullptr, ImGuiComboFlags_NoPreview)) return;
        const std::string unknown(film::kUnknownPlace);
        if (ImGui::Selectable(unknown.c_str())) send(CommandId::EditText, unknown, target);
        for (const auto* places : {&m_context.film.places, &m_context.film.gazetteer}) {
            for (const film::Place& known : *places) drawPlace(known, target);
            if (places == &m_context.film.places) ImGui::Separator();
        }
        ImGui::EndCombo();
    }

    void drawPlace(const film::Place& known, const EditTarget& target) {
        const std::string name(film::nameIn(m_context.film, known.name, m_context.session.language));
        const bool isNow = fieldValue(m_context.session, target) == known.id;
        if (ImGui::Selectable((name + "  (" + known.id + ")").c_str(), isNow))
            send(CommandId::EditText, known.id, target);
    }

    void chooseEvent(const film::Event& now) {
        const film::Cue* cue = inspectedCue(m_context.session);
        if (!cue || cue->events.size() < 2) return;
        for (const std::string& id : cue->events) {
            if (ImGui::RadioButton(id.c_str(), id == now.id)) send(CommandId::Inspect, id);
            const bool isLast = id == cue->events.back();
            const float next = ImGui::CalcTextSize(id.c_str()).x + 2 * ImGui::GetFrameHeight();
            const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
            if (!isLast && ImGui::GetItemRectMax().x + next < right) ImGui::SameLine();
        }
    }

    void drawEvent(const film::Event& event) {
        const auto target = [&](const char* key) { return EditTarget{"events", event.id, key, ""}; };
        drawTitle(Word::Event, event.id);
        chooseEvent(event);
        label(Word::Date);
        const float width = m_context.unit * 11;
        field(target("date"), width);
        if (!m_context.session.writing.draft) drawDate(event);
        drawObjection(target("date"));
        if (!event.from.empty()) place(Word::PlaceFrom, target("from"));
        place(Word::PlaceTo, target("to"));
        if (event.isMovement()) {
            label(Word::PlaceVia);
            field(target("via"), -1);
            drawObjection(target("via"));
        }
        texts(Word::TextTitle, target("title"), event.title, {});
        texts(Word::TextBody, target("text"), event.text, {});
    }

    void drawDate(const film::Event& event) {
        const std::string date = base::formatDate(event.date, m_context.session.language);
        const float left = ImGui::GetItemRectMin().x - ImGui::GetWindowPos().x;
        ImGui::SameLine();
        const bool hasRoom = ImGui::CalcTextSize(date.c_str()).x <= ImGui::GetContentRegionAvail().x;
        if (!hasRoom) {
            ImGui::NewLine();
            ImGui::SetCursorPosX(left);
        }
        drawWrapped(date, m_context.theme.panel.dim);
    }

    void drawCue(const film::Cue& cue) {
        const auto target = [&](const char* key) { return EditTarget{"cues", cue.id, key, ""}; };
        const film::Event* first =
            cue.events.empty() ? nullptr : film::findEvent(m_context.film, cue.events.front());
        drawTitle(Word::Step, cue.id);
        texts(Word::TextTitle, target("title"), cue.title, first ? first->title : base::LocalText{});
        texts(Word::TextBody, target("text"), cue.text, first ? first->text : base::LocalText{});
        texts(Word::TextNotes, target("notes"), cue.notes, {});
        label(Word::Camera);
        if (button(Word::TakeView, "take view")) send(CommandId::TakeView);
        drawCamera(cue);
        label(Word::Seconds);
        for (const char* key : {"fly", "play", "hold"}) {
            ImGui::AlignTextToFramePadding();
            text(key, m_context.theme.panel.dim);
            ImGui::SameLine(0, m_context.unit * 0.4F);
            field(target(key), m_context.unit * 4);
            ImGui::SameLine();
        }
        ImGui::NewLine();
    }

    void drawCamera(const film::Cue& cue) {
        const auto target = [&](const char* key) { return EditTarget{"cues", cue.id, key, ""}; };
        if (!cue.camera.fit.empty()) {
            label(Word::CameraFit);
            return field(target("camera.fit"), -1);
        }
        label(Word::CameraCenter);
        field(target("camera.center"), m_context.unit * 11);
        label(Word::CameraWidth);
        field(target("camera.width_km"), m_context.unit * 5);
        ImGui::SameLine();
        text(m_context.say(Word::CameraAngles), m_context.theme.panel.dim);
        ImGui::SameLine();
        field(target("camera.bearing"), m_context.unit * 4, "0");
        ImGui::SameLine();
        field(target("camera.pitch"), m_context.unit * 4, "0");
    }

    const PanelContext& m_context;
    Commands& m_commands;
};

}  // namespace

void drawInspector(const PanelContext& context, Commands& commands) {
    const float margin = context.unit, width = std::min(context.size.x - 2 * margin, context.unit * kWidth);
    const float foot = context.session.list ? scrubberHeight(context) : 0;
    ImGui::SetNextWindowPos({context.size.x - margin - width, margin});
    ImGui::SetNextWindowSize({width, context.size.y - 2 * margin - foot});
    constexpr ImGuiWindowFlags kFlags =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    ImGui::Begin("inspector", nullptr, kFlags);
    Inspector(context, commands).draw();
    ImGui::End();
}

}  // namespace ui
