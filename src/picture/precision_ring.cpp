#include "picture/precision_ring.h"

namespace picture {

std::vector<PrecisionRing> precisionRings(const Context& context, const std::vector<std::string>& places) {
    const geo::Projection& projection = context.world.projection;
    std::vector<PrecisionRing> rings;
    for (const std::string& id : places) {
        const film::Place* place = film::findPlace(context.film, id);
        if (!place || !place->precisionKm) continue;
        const auto anchor = projection.forward(place->at);
        if (!anchor) continue;
        rings.push_back({id, *anchor, *place->precisionKm * 1000 * projection.scaleAt(place->at)});
    }
    return rings;
}

std::optional<geo::FrameEllipse> ellipseOf(const Context& context, const PrecisionRing& ring,
                                           const geo::MapView& view) {
    const auto ellipse = geo::groundCircle(view, ring.anchor, ring.metres);
    const double least = context.theme.label.capitalDot + context.px(4);
    return ellipse && ellipse->longer > least ? ellipse : std::nullopt;
}

}  // namespace picture
