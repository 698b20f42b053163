#include "ui/card_panel.h"

#include <imgui_internal.h>

#include <algorithm>

#include "ui/card_text.h"
#include "ui/clear_space.h"

namespace ui {

namespace {

constexpr float kWidth = 25;       // of a card, in heights of text
constexpr float kHighest = 0.55F;  // of the window's height: a long list scrolls
constexpr float kGap = 1.6F;       // between a card and what it speaks of, in heights of text

void wrapped(const std::string& words) {
    ImGui::PushTextWrapPos(0);
    text(words);
    ImGui::PopTextWrapPos();
}

void wrapped(const std::string& words, base::Color color) {
    ImGui::PushStyleColor(ImGuiCol_Text, vec4(color));
    wrapped(words);
    ImGui::PopStyleColor();
}

void drawHead(const PanelContext& context, const CardText& card) {
    const picture::PanelStyle& style = context.theme.panel;
    const base::Color accent =
        card.color ? picture::readable(*card.color, style.fill.withAlpha(1)) : style.badge;
    std::string head = card.head;
    if (!card.place.empty()) head += " · " + card.place;
    wrapped(head, accent);
    ImGui::PushFont(context.strong);
    wrapped(card.title);
    ImGui::PopFont();
    if (!card.badge.empty()) wrapped(card.badge, style.dim);
}

void drawFacts(const PanelContext& context, const CardText& card) {
    if (!card.text.empty()) {
        ImGui::Spacing();
        wrapped(card.text);
    }
    if (!card.facts.empty()) ImGui::Spacing();
    for (const std::string& fact : card.facts) wrapped(fact, context.theme.panel.dim);
}

bool isInsideCharacter(const std::string& text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// Without the scheme, and cut where the line ends.
std::string shownAddress(const std::string& address, float width) {
    const std::size_t scheme = address.find("://");
    const std::string whole = scheme == std::string::npos ? address : address.substr(scheme + 3);
    std::string shown = whole;
    for (std::size_t end = whole.size(); end > 0 && ImGui::CalcTextSize(shown.c_str()).x > width; --end) {
        while (isInsideCharacter(whole, end)) --end;
        shown = whole.substr(0, end) + "…";
    }
    return shown;
}

void drawSources(const PanelContext& context, const CardText& card, Commands& commands) {
    if (card.sources.empty()) return;
    ImGui::Separator();
    int index = 0;
    for (const CardSource& source : card.sources) {
        ImGui::PushID(index++);
        wrapped(source.says);
        if (!source.address.empty()) {
            if (ImGui::SmallButton("→")) commands.push_back({CommandId::OpenLink, 0, source.address, {}});
            if (ImGui::IsItemHovered()) {
                ImGui::BeginTooltip();
                text(context.say(Word::ReadOnline));
                ImGui::EndTooltip();
            }
            ImGui::SameLine();
            text(shownAddress(source.address, ImGui::GetContentRegionAvail().x), context.theme.panel.dim);
        }
        ImGui::PopID();
    }
}

void drawEvents(const PanelContext& context, const CardText& card, Commands& commands) {
    if (!card.listsEvents) return;
    ImGui::Separator();
    text(context.say(card.events.empty() ? Word::NoEventsHere : Word::EventsHere), context.theme.panel.dim);
    for (const CardEvent& event : card.events) {
        ImGui::PushID(event.id.c_str());
        const float width = ImGui::GetContentRegionAvail().x;
        const std::string head = event.date + (event.place.empty() ? "" : "\u00a0· " + event.place);
        const auto heightOf = [&](const std::string& words) {
            return ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y;
        };
        const float height = heightOf(head) + heightOf(event.title);
        const ImVec2 start = ImGui::GetCursorPos();
        if (ImGui::Selectable("##event", false, ImGuiSelectableFlags_None, {0, height})) {
            const Subject subject{SubjectKind::Event, event.id};
            commands.push_back({CommandId::OpenCard, 0, toText(subject), {}});
        }
        const ImVec2 past = ImGui::GetCursorPos();
        ImGui::SetCursorPos(start);
        wrapped(head, context.theme.panel.dim);
        ImGui::SetCursorPos({start.x, start.y + heightOf(head)});
        wrapped(event.title);
        ImGui::SetCursorPos(past);
        ImGui::PopID();
    }
}

base::Vec2 anchorOf(const PanelContext& context, const Card& card) {
    const base::Vec2 middle{context.size.x / 2.0, context.size.y / 2.0};
    if (!card.at || !context.sight) return middle;
    const auto plane = context.sight->projection.forward(*card.at);
    const auto pixel = plane ? context.sight->view.toPixels(*plane) : std::nullopt;
    return pixel ? *pixel * static_cast<double>(unitsPerPixel(context)) : middle;
}

base::Box inUnits(const PanelContext& context, const base::Box& box) {
    const double scale = unitsPerPixel(context);
    return {box.x * scale, box.y * scale, box.w * scale, box.h * scale};
}

// What the picture shows: along arrows, marks, names. What is the subject's goes to room.subject, other
// arrows and marks to room.story; names of other focus countries are covered like panels.
void addPicture(const PanelContext& context, const Subject& subject, CardRoom& room) {
    constexpr std::size_t kEvery = 6;  // points of an arrow
    const auto add = [&](bool isSubject, const base::Box& box) {
        (isSubject ? room.subject : room.story).push_back(inUnits(context, box));
    };
    const auto around = [](base::Vec2 at, double radius) {
        return base::Box{at.x, at.y, 0, 0}.grown(radius);
    };
    for (const picture::Arrow& arrow : context.picture->arrows) {
        const bool isSubject = subject.kind == SubjectKind::Event && arrow.event == subject.id;
        for (std::size_t i = 0; i < arrow.points.size(); i += kEvery)
            add(isSubject, around(arrow.points[i], arrow.width));
        if (!arrow.points.empty()) add(isSubject, around(arrow.points.back(), 4 * arrow.width));
    }
    for (const picture::Mark& mark : context.picture->marks)
        add(mark.id == subject.id, around(mark.at, 2 * mark.radius));
    for (const picture::Mark& mark : context.picture->marksBelow) {
        if (mark.id == subject.id) add(true, around(mark.at, 2 * mark.radius));
    }
    const auto& focus = context.film.focus;
    for (const picture::Label& label : context.picture->labels) {
        // A country's card says its name itself, and a country is more than its name.
        if (label.id == subject.id && subject.kind != SubjectKind::Country)
            add(true, label.box);
        else if (std::find(focus.begin(), focus.end(), label.id) != focus.end())
            room.panels.push_back(inUnits(context, label.box));
    }
}

CardRoom roomFor(const PanelContext& context, const Subject& subject) {
    CardRoom room;
    const float foot = context.session.list ? scrubberHeight(context) : 0;
    room.window = base::Box{0, 0, context.size.x, context.size.y - foot}.grown(-context.unit);
    const base::Size window{static_cast<int>(context.size.x), static_cast<int>(context.size.y)};
    room.panels = coveredByPanels(context.session, window, context.unit);
    if (!context.picture) return room;
    addPicture(context, subject, room);
    for (const picture::Panel& panel : context.picture->panels)
        room.panels.push_back(inUnits(context, panel.box));
    return room;
}

// Its size is the one of the frame before: ImGui lays it out while it draws.
void setPlace(const PanelContext& context, const Card& card, const char* name) {
    const ImGuiWindow* window = ImGui::FindWindowByName(name);
    const base::Vec2 size = window ? base::Vec2{window->Size.x, window->Size.y}
                                   : base::Vec2{context.unit * kWidth, context.unit * kWidth};
    const base::Vec2 corner =
        cardCorner(anchorOf(context, card), size, roomFor(context, card.subject), context.unit * kGap);
    ImGui::SetNextWindowPos({static_cast<float>(corner.x), static_cast<float>(corner.y)});
}

}  // namespace

void drawCard(const PanelContext& context, Commands& commands) {
    const Card& card = *context.session.browse.card;
    const auto says =
        cardText(context.film, context.session.browse.countries, card.subject, context.session.language);
    if (!says) return;
    // A window of its own for each subject: it opens at its beginning.
    const std::string name = "card " + toText(card.subject);
    setPlace(context, card, name.c_str());
    const float width = std::min(context.unit * kWidth, context.size.x - 2 * context.unit);
    ImGui::SetNextWindowSize({width, 0});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, context.size.y * kHighest});
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                        ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_NoFocusOnAppearing;
    ImGui::Begin(name.c_str(), nullptr, kFlags);
    drawHead(context, *says);
    drawFacts(context, *says);
    drawSources(context, *says, commands);
    drawEvents(context, *says, commands);
    ImGui::End();
}

}  // namespace ui
