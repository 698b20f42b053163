#include "ui/ruler.h"

#include <algorithm>
#include <cmath>

#include "base/language.h"
#include "geo/great_circle.h"
#include "picture/words.h"

namespace ui {

namespace {

constexpr double kDragPixels = 8;  // from its begin on, a line is drawn by a drag
constexpr double kWholeFromKm = 100;
constexpr int kPoints = 129;

std::optional<base::LonLat> groundAt(base::Vec2 pixel, const Sight& sight) {
    const auto plane = sight.view.toPlane(pixel);
    return plane ? sight.projection.inverse(*plane) : std::nullopt;
}

std::optional<base::Vec2> pixelOf(base::LonLat at, const Sight& sight) {
    const auto plane = sight.projection.forward(at);
    return plane ? sight.view.toPixels(*plane) : std::nullopt;
}

bool isDrag(const Ruler& ruler, base::Vec2 pixel, const Sight& sight) {
    const auto from = pixelOf(*ruler.from, sight);
    return from && base::length(*from - pixel) > kDragPixels;
}

Command point(RulerStep step, base::LonLat at) {
    Command command{CommandId::RulerPoint, static_cast<double>(step), {}, {}};
    command.ground = at;
    return command;
}

}  // namespace

std::optional<Command> rulerCommand(const Session& session, Touching touching, base::Vec2 pixel,
                                    const Sight& sight) {
    const Ruler& ruler = session.browse.ruler;
    const auto at = groundAt(pixel, sight);
    if (!at) return std::nullopt;
    const bool open = ruler.from && !ruler.laid;
    switch (touching) {
        case Touching::Press:
            return point(open ? RulerStep::End : RulerStep::Begin, *at);
        case Touching::Move:
            if (open) return point(RulerStep::Follow, *at);
            return std::nullopt;
        case Touching::Release:
            if (open && isDrag(ruler, pixel, sight)) return point(RulerStep::End, *at);
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<double> rulerKm(const Ruler& ruler) {
    if (!ruler.from || !ruler.to) return std::nullopt;
    return geo::distanceKm(*ruler.from, *ruler.to);
}

std::string kilometresText(double km, std::string_view language) {
    const auto tenths = std::llround(km * 10);
    std::string number = base::formatNumber(km < kWholeFromKm ? tenths / 10 : std::llround(km), language);
    if (km < kWholeFromKm) number += (language == "fr" ? "," : ".") + std::to_string(tenths % 10);
    return number + "\u00a0" + std::string(picture::word(picture::Word::Kilometres, language));
}

std::vector<std::vector<base::Vec2>> rulerLine(const Ruler& ruler, const Sight& sight) {
    std::vector<std::vector<base::Vec2>> pieces;
    if (!ruler.from || !ruler.to) return pieces;
    const double farthest = 2.0 * std::max(sight.view.size.w, sight.view.size.h);
    bool goesOn = false;
    base::Vec2 last;
    for (const base::LonLat& at : geo::greatCircle(*ruler.from, *ruler.to, kPoints)) {
        const auto pixel = pixelOf(at, sight);
        if (pixel && !(goesOn && base::length(*pixel - last) < farthest)) pieces.emplace_back();
        goesOn = pixel.has_value();
        if (!pixel) continue;
        pieces.back().push_back(*pixel);
        last = *pixel;
    }
    return pieces;
}

}  // namespace ui
