#include "picture/shown_panels.h"

#include <algorithm>

#include "picture/cue_change.h"
#include "picture/scale_bar.h"

namespace picture {

namespace {

using base::ramp;
using base::smoothstep;

constexpr double kPageTurn = 0.6;  // seconds in which one page of the credits replaces another
constexpr double kRise = 26;  // theme units that a caption comes up; from aside it would leave the safe area

// The pages of a card share the time that the cue plays and holds, and come round again after it.
void addPage(const Context& context, const Shot& shot, double seconds, double alpha, Picture& picture) {
    const auto pages = static_cast<double>(shot.cards.size());
    if (pages <= 0 || alpha <= 0) return;
    const double whole = shot.cue->playSeconds + shot.cue->holdSeconds;
    const double each = std::max(whole / pages, kShortestPage);
    const double since = std::max(0.0, seconds - shot.cue->flySeconds);
    double page = std::max(0.0, std::ceil(since / each) - 1);
    // No page begins that the cue cannot hold; after the cue the others follow.
    if (since <= whole) page = std::min(page, std::max(0.0, std::floor(whole / each + 1e-9) - 1));
    const double in = pages > 1 && page > 0 ? smoothstep(ramp(0, kPageTurn, since - page * each)) : 1;
    const auto put = [&](double index, double shown) {
        Panel panel = shot.cards[static_cast<std::size_t>(std::fmod(index + pages, pages))];
        panel.alpha = alpha * shown;
        // The veil stays while pages turn.
        if (shown < 1)
            std::erase_if(panel.shapes, [&](const Shape& s) { return s.box.w >= context.options.size.w; });
        picture.panels.push_back(std::move(panel));
    };
    if (in < 1) {
        Panel veil = shot.cards.front();
        std::erase_if(veil.shapes, [&](const Shape& s) { return s.box.w < context.options.size.w; });
        veil.runs.clear();
        veil.texts.clear();
        veil.alpha = alpha;
        picture.panels.push_back(std::move(veil));
        put(page - 1, 1 - in);
    }
    put(page, in);
}

void addPanel(const std::optional<Panel>& source, double alpha, double below, Picture& picture) {
    if (!source || alpha <= 0) return;
    Panel panel = *source;
    if (below != 0) shift(panel, {0, below});
    panel.alpha = alpha;
    picture.panels.push_back(std::move(panel));
}

/// Pixels by which a box leaves the safe area.
double outside(const base::Box& safe, const base::Box& box) {
    return std::max(
        {safe.x - box.x, safe.y - box.y, box.right() - safe.right(), box.bottom() - safe.bottom()});
}

// A card that the moving ground carries over the edge of the safe area is not shown there.
void addCards(const Context& context, const Shot& shot, double seconds, double alpha,
              const geo::MapView& view, Picture& picture) {
    for (const StateCard& card : shot.state) {
        const auto at = view.toPixels(card.anchor);
        if (!at) continue;
        const double shown = 1 - ramp(0, context.px(2), outside(context.layout.safe, card.boxAt(*at)));
        if (alpha * shown <= 0) continue;
        picture.panels.push_back(panelOf(context, card, *at, seconds));
        picture.panels.back().alpha = alpha * shown;
    }
}

}  // namespace

void addPanels(const Context& context, const Change& change, Picture& picture) {
    if (change.last) {
        const double out = leaving(change.share);
        for (const auto* panel : {&change.last->legend, &change.last->caption})
            addPanel(*panel, out, 0, picture);
        addPage(context, *change.last, change.lastSeconds(), out, picture);
    }
    const double in = change.last ? coming(change.share) : 1;
    addPanel(change.shot.legend, in, 0, picture);
    addPanel(change.shot.caption, in, context.px(kRise) * (1 - in), picture);
    addPage(context, change.shot, change.seconds, in, picture);
}

void addState(const Context& context, const Change& change, const geo::MapView& view, Picture& picture) {
    if (change.last)
        addCards(context, *change.last, change.lastSeconds(), leaving(change.share), view, picture);
    addCards(context, change.shot, change.seconds, change.last ? coming(change.share) : 1, view, picture);
}

void addScaleBar(const Context& context, const Change& change, const geo::MapView& view, Picture& picture) {
    if (!context.film.scaleBar || change.last || !change.shot.cards.empty()) return;
    constexpr double kAppears = 0.3;  // seconds
    const double since = change.seconds - change.shot.cue->flySeconds;
    const double shown = since >= 0 ? smoothstep(ramp(0, kAppears, since)) : 1;
    addPanel(makeScaleBar(context, view, change.shot.caption), shown, 0, picture);
}

void addTimeline(const Context& context, const Change& change, std::optional<double> day, Picture& picture) {
    const auto isShownIn = [](const Shot& shot) { return shot.cards.empty() ? 1.0 : 0.0; };
    const Shot& shot = change.shot;
    base::Color accent = shot.accent;
    double alpha = isShownIn(shot);
    if (change.last) {
        const double t = smoothstep(change.share);
        accent = base::mix(change.last->accent, accent, t);
        alpha = base::lerp(isShownIn(*change.last), alpha, t);
    }
    if (alpha <= 0) return;
    auto timeline = makeTimeline(context, day, accent, shot.cue->date && shot.cue->date->end);
    if (!timeline) return;
    timeline->alpha = alpha;
    picture.panels.push_back(std::move(*timeline));
}

}  // namespace picture
