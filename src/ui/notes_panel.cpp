#include "ui/notes_panel.h"

#include <algorithm>
#include <cmath>

#include "film/cue_summary.h"
#include "ui/notes_clock.h"
#include "ui/recording_sign.h"

namespace ui {

namespace {

constexpr float kTextShare = 0.57F;   // width of the notes' column
constexpr float kFactsShare = 0.40F;  // of its height, at most
constexpr float kTall = 1.0F;         // height to width
constexpr float kNowShare = 0.42F;    // width of the small picture, of its column's

constexpr ImGuiWindowFlags kStill = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;

base::Color dim(const NotesContext& context) {
    return context.theme.panel.dim;
}

void wrapped(std::string_view words) {
    ImGui::PushTextWrapPos(0);
    text(words);
    ImGui::PopTextWrapPos();
}

void wrapped(std::string_view words, base::Color color) {
    ImGui::PushStyleColor(ImGuiCol_Text, vec4(color));
    wrapped(words);
    ImGui::PopStyleColor();
}

std::string titleOf(const NotesContext& context, std::size_t cue) {
    if (cue >= context.film.cues.size()) return {};
    const base::LocalText& title = film::titleOfCue(context.film, context.film.cues[cue]);
    return std::string(film::nameIn(context.film, title, context.session.language));
}

// "12 / 39" and the title beside it; the number being typed takes its place.
void drawHeading(const NotesContext& context) {
    const std::size_t cue = stepOfNotes(context.session);
    const Session& session = context.session;
    std::string number = std::to_string(cue + 1) + " / " + std::to_string(context.film.cues.size());
    if (!session.typedNumber.empty()) number = "→ " + session.typedNumber;
    ImGui::PushFont(context.letters.figures);
    text(number, context.theme.panel.badge);
    ImGui::PopFont();
    ImGui::SameLine(0, context.unit);
    ImGui::BeginGroup();
    ImGui::PushFont(context.letters.title);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + context.unit * (kFigureLetters - kTitleLetters) * 0.75F);
    wrapped(titleOf(context, cue));
    ImGui::PopFont();
    ImGui::EndGroup();
}

void drawNotesText(const NotesContext& context, float height) {
    ImGui::BeginChild("notes", {0, height});
    const std::size_t cue = stepOfNotes(context.session);
    // Another step's notes are read from their beginning.
    ImGuiStorage* storage = ImGui::GetStateStorage();
    const ImGuiID id = ImGui::GetID("cue");
    if (storage->GetInt(id, -1) != static_cast<int>(cue)) ImGui::SetScrollY(0);
    storage->SetInt(id, static_cast<int>(cue));
    std::string_view notes;
    if (cue < context.film.cues.size())
        notes = film::nameIn(context.film, context.film.cues[cue].notes, context.session.language);
    if (notes.empty()) {
        text(context.say(Word::NoNotes), dim(context));
    } else {
        ImGui::PushFont(context.letters.reading);
        wrapped(notes);
        ImGui::PopFont();
    }
    ImGui::EndChild();
}

void drawFact(const NotesContext& context, const EventFact& fact) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float side = context.unit * 0.6F, top = at.y + (ImGui::GetTextLineHeight() - side) / 2;
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, top}, {at.x + side, top + side}, packed(fact.color),
                                              side * 0.25F);
    ImGui::Indent(context.unit * 0.95F);
    ImGui::PushFont(context.strong);
    wrapped(fact.date + " · " + fact.title);
    ImGui::PopFont();
    std::string sure = fact.certainty;
    if (!fact.saidBy.empty()) sure += " · " + fact.saidBy;
    wrapped(sure);
    std::string sources;
    for (const std::string& source : fact.sources) sources += (sources.empty() ? "" : " · ") + source;
    wrapped(sources, dim(context));
    ImGui::Unindent(context.unit * 0.95F);
    ImGui::Spacing();
}

// What a questioner will ask: no more of the window than it needs.
void drawFacts(const NotesContext& context, float height) {
    ImGui::Separator();
    ImGui::BeginChild("facts", {0, height});
    for (const EventFact& fact : context.facts) drawFact(context, fact);
    ImGui::EndChild();
}

float heightOfFacts(const NotesContext& context, float width) {
    const float wrap = width - context.unit * 0.95F;
    const auto height = [&](const std::string& words) {
        return ImGui::CalcTextSize(words.c_str(), nullptr, false, wrap).y + ImGui::GetStyle().ItemSpacing.y;
    };
    float sum = context.unit;
    for (const EventFact& fact : context.facts) {
        std::string sources;
        for (const std::string& source : fact.sources) sources += " · " + source;
        ImGui::PushFont(context.strong);
        sum += height(fact.date + " · " + fact.title);
        ImGui::PopFont();
        sum += height(fact.certainty + " · " + fact.saidBy) + height(sources) + context.unit;
    }
    return sum;
}

void drawTexts(const NotesContext& context, ImVec2 size) {
    ImGui::BeginChild("texts", size);
    drawHeading(context);
    ImGui::Dummy({0, context.unit * 0.3F});
    const float left = ImGui::GetContentRegionAvail().y, width = ImGui::GetContentRegionAvail().x;
    const float facts =
        context.facts.empty() ? 0 : std::min(heightOfFacts(context, width), left * kFactsShare);
    drawNotesText(context, left - facts - (facts > 0 ? context.unit : 0));
    if (facts > 0) drawFacts(context, facts);
    ImGui::EndChild();
}

// The picture, `width` wide, in a thin frame; where there is none, its place.
void drawPicture(const NotesContext& context, const SmallPicture& picture, float width) {
    const float height = picture.size.w > 0
                             ? width * static_cast<float>(picture.size.h) / static_cast<float>(picture.size.w)
                             : width * 9 / 16;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (picture.texture)
        ImGui::Image(picture.texture, {width, height});
    else
        ImGui::Dummy({width, height});
    ImGui::GetWindowDrawList()->AddRect(at, {at.x + width, at.y + height},
                                        packed(context.theme.panel.text.withAlpha(0.25)));
}

void drawNext(const NotesContext& context, float width, Commands& commands) {
    const std::size_t next = stepOfNotes(context.session) + 1;
    ImGui::BeginGroup();
    if (next >= context.film.cues.size()) {
        text(context.say(Word::LastStep), dim(context));
    } else {
        text(context.say(Word::NextStep), dim(context));
        ImGui::SameLine(0, context.unit * 0.6F);
        ImGui::PushFont(context.strong);
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() - ImGui::GetItemRectSize().x - context.unit * 0.6F +
                               width);
        text(titleOf(context, next));
        ImGui::PopTextWrapPos();
        ImGui::PopFont();
        drawPicture(context, context.next, width);
        if (ImGui::IsItemClicked()) commands.push_back({CommandId::Next, 0, {}, {}});
    }
    ImGui::EndGroup();
}

Word stateWord(Mode mode) {
    switch (mode) {
        case Mode::Black:
            return Word::BlackScreen;
        case Mode::White:
            return Word::WhiteScreen;
        case Mode::Detour:
            return Word::Detour;
        default:
            return Word::Stopped;
    }
}

// What the room sees, and what it does not see of the story.
void drawNow(const NotesContext& context, float width) {
    const Session& session = context.session;
    ImGui::BeginGroup();
    text(context.say(Word::OnScreen), dim(context));
    const Mode mode = modeOf(session);
    if (mode == Mode::Black || mode == Mode::White || mode == Mode::Detour || session.paused) {
        ImGui::SameLine(0, context.unit * 0.6F);
        ImGui::PushFont(context.strong);
        text(context.say(stateWord(mode)), context.theme.panel.badge);
        ImGui::PopFont();
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    drawPicture(context, context.now, width);
    if (session.blank != Blank::None) {
        const ImVec2 size = ImGui::GetItemRectSize();
        ImGui::GetWindowDrawList()->AddRectFilled(
            at, {at.x + size.x, at.y + size.y},
            session.blank == Blank::White ? IM_COL32_WHITE : IM_COL32_BLACK);
    }
    ImGui::EndGroup();
}

// The column of what is looked at: time, next picture, what the room sees.
void drawAside(const NotesContext& context, ImVec2 size, Commands& commands) {
    ImGui::BeginChild("aside", size);
    const float width = ImGui::GetContentRegionAvail().x;
    if (context.session.recording) {
        drawRecordingSign(context.session, context.unit, dim(context));
        ImGui::Dummy({0, ImGui::GetTextLineHeight()});
    }
    drawTimes({context.session, context.film, context.theme.panel, context.time, context.unit, context.strong,
               context.letters.figures},
              commands);
    ImGui::Dummy({0, context.unit * 0.4F});
    const bool isWide = size.x > size.y * 1.3F;
    drawNext(context, isWide ? width * 0.55F : width, commands);
    if (isWide)
        ImGui::SameLine(0, context.unit);
    else
        ImGui::Dummy({0, context.unit * 0.2F});
    drawNow(context, width * (isWide ? 0.38F : kNowShare));
    ImGui::EndChild();
}

}  // namespace

std::size_t stepOfNotes(const Session& session) {
    return session.home.value_or(session.playhead).cue;
}

Commands drawNotes(const NotesContext& context) {
    Commands commands;
    const float gap = context.unit * 1.6F;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(context.size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {context.unit * 1.4F, context.unit * 1.1F});
    ImGui::Begin("presenter", nullptr, kStill);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    if (context.size.y > context.size.x * kTall) {
        drawAside(context, {room.x, room.y * 0.42F}, commands);
        drawTexts(context, {room.x, 0});
    } else {
        const float texts = (room.x - gap) * kTextShare;
        drawTexts(context, {texts, 0});
        ImGui::SameLine(0, gap);
        drawAside(context, {0, 0}, commands);
    }
    ImGui::End();
    ImGui::PopStyleVar(3);
    return commands;
}

}  // namespace ui
