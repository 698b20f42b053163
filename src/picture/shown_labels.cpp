#include "picture/shown_labels.h"

#include "picture/cue_change.h"

namespace picture {

void addDot(const Context& context, const PlacedDot& dot, double alpha, const geo::MapView& view,
            Picture& picture) {
    const auto at = view.toPixels(dot.anchor);
    if (!at || alpha <= 0) return;
    const LabelStyle& style = context.theme.label;
    picture.marksBelow.push_back(
        {dot.id, MarkKind::Dot, *at, dot.radius, context.px(1.6), style.dot, style.dotCasing, alpha});
}

void addName(const PlacedLabel& placed, double alpha, const geo::MapView& view, Picture& picture) {
    const auto at = view.toPixels(placed.anchor);
    if (!at || alpha <= 0) return;
    Label label = placed.label;
    label.alpha = alpha;
    label.box.x += at->x;
    label.box.y += at->y;
    for (GlyphRun& run : label.runs) {
        for (Glyph& glyph : run.glyphs) glyph.pen = glyph.pen + *at;
    }
    picture.labels.push_back(std::move(label));
}

void addLabels(const Context& context, const LabelPlan& plan, const geo::MapView& view, Picture& picture) {
    for (const PlacedDot& dot : plan.dots) addDot(context, dot, 1, view, picture);
    for (const PlacedLabel& name : plan.labels) addName(name, 1, view, picture);
}

void addLabels(const Context& context, const LabelChange& change, double share, const geo::MapView& view,
               Picture& picture) {
    for (const LabelChange::Dot& dot : change.dots) {
        PlacedDot now = dot.from;
        now.radius = base::lerp(dot.from.radius, dot.to.radius, base::smoothstep(share));
        addDot(context, now, dot.seen.alphaAt(share), view, picture);
    }
    for (const LabelChange::Name& name : change.names)
        addName(name.at(share), name.seen.alphaAt(share), view, picture);
}

}  // namespace picture
