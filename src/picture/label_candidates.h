// What could be named in a view: places, countries, waters, each with its priority and the ways its name may
// be set. Where they stand is decided elsewhere.
#pragma once

#include <string>
#include <vector>

#include "picture/context.h"
#include "picture/text_layout.h"

namespace picture {

enum class LabelKind { Place, Country, Water };

/// One way to set a name: its lines, and how much worse than the best way it looks (0: the best).
struct LabelForm {
    std::vector<std::string> lines;
    TextSetting setting;
    double price = 0;
};

/// How far a place's gauge reaches beyond its dot, in theme units.
inline constexpr double kGaugeReach = 9;

struct LabelCandidate {
    LabelKind kind = LabelKind::Place;
    int priority = 0;  ///< smaller comes first
    int rank = 3;
    std::string id;    ///< of the place, or the country's alpha-3
    std::string text;  ///< the name on one line
    base::Vec2 plane;  ///< metres
    base::Vec2 pixel;
    base::Vec2 dotPlane;  ///< where its dot is drawn, metres
    std::vector<LabelForm> forms;  ///< at least one, the best first
    double dot = 0;                ///< radius in pixels; 0: no dot
    bool capital = false;
    bool must = false;       ///< its dot is there whatever happens
    bool important = false;  ///< takes its best place even where it covers an arrow's body
    int country = -1;        ///< of a country's name: it stays inside,
    double overhang = 0;     ///< but for this share, where there is no better place
};

/// Of what names are wanted: what the frame shows, or the whole world at the view's scale.
enum class Reach { Frame, World };

/// Everything that may be named in `view`, in the order in which names choose their places: a total order.
/// `important`: ids of places the cue is about, most important first. `unnamed`: countries (alpha-3) whose
/// name stands elsewhere.
std::vector<LabelCandidate> labelCandidates(const Context& context, const geo::MapView& view,
                                            const std::vector<std::string>& important,
                                            const std::vector<std::string>& unnamed, Reach reach);

}  // namespace picture
