// How the picture looks: every colour, width and size, read from a theme file (assets/themes). Lengths are in
// pixels of a frame whose shorter side is 1080; the picture scales them. Colours are sRGB with straight
// alpha.
#pragma once

#include <string>
#include <vector>

#include "base/color.h"
#include "base/result.h"
#include "film/style_sheet.h"

namespace picture {

struct GroundStyle {
    base::Color background;  ///< where the projection shows no earth
    base::Color sea;
    base::Color land;
    base::Color focus;  ///< land of the focus countries
    base::Color lake;
    double seaRelief = 0;  ///< how strongly the hillshade darkens and lightens, 0..2
    double landRelief = 0;
    double focusRelief = 0;
    base::Color glow;  ///< light along the coast, on the sea side
    double glowWidth = 0;
    double waterLines = 0;  ///< opacity of the lines along the coast within the light, 0..1
    base::Color border;     ///< coasts and borders
    double borderWidth = 1;
    base::Color borderCasing;  ///< under borders and coasts, wider by its width on both sides
    double borderCasingWidth = 0;
    base::Color graticule;
    double graticuleWidth = 1;
    double disputedDash = 8;  ///< dash and gap of disputed borders
    base::Color admin;
    double adminWidth = 1;
    double adminFromKm = 0;  ///< admin-1 borders appear when the frame is narrower than this
    base::Color river;
    double riverWidth = 1;
    base::Color focusBorder;
    double focusBorderWidth = 2;
    base::Color focusGlow;  ///< inside the borders of focus countries, fading inwards
    double focusGlowWidth = 0;
    double outlineWidth = 14;      ///< of the band around an alliance
    double outlineStrength = 0.6;  ///< its opacity, 0..1
    bool operator==(const GroundStyle&) const = default;
};

struct ArrowStyle {
    base::Color shadow;
    double shadowX = 0, shadowY = 0;
    double shadowBlur = 0;
    double glow = 0;  ///< opacity of the soft glow at the arrow's edge, 0..1
    double glowWidth = 0;
    base::Color casing;  ///< thin line around the arrow, against the ground
    double casingWidth = 0;
    base::Color chevron;
    double classWidths[4] = {9, 12, 15, 19};  ///< body width at the head, by class of count
    double neutralWidth = 11;                 ///< when the number is not known
    double thinWidth = 4;                     ///< visits
    double callWidth = 3;
    bool operator==(const ArrowStyle&) const = default;
};

struct LabelStyle {
    base::Color text;
    base::Color halo;
    double haloWidth = 3;
    base::Color dim;  ///< countries that are not in focus
    base::Color focusCountry;
    base::Color water;
    double capitalSize = 26, citySize = 19, baseSize = 19, countrySize = 15, focusSize = 30, waterSize = 20;
    base::Color dot;
    base::Color dotCasing;
    double capitalDot = 6.5, cityDot = 4;
    bool operator==(const LabelStyle&) const = default;
};

struct PanelStyle {
    base::Color fill;
    base::Color text;
    base::Color dim;
    base::Color badge;  ///< fill of the evidence badge
    base::Color badgeText;
    double radius = 6;
    double accentWidth = 7;
    double dateSize = 30, titleSize = 40, textSize = 23, sourceSize = 19, legendSize = 24, noteSize = 18;
    bool operator==(const PanelStyle&) const = default;
};

struct TimelineStyle {
    base::Color line;
    base::Color tick;
    base::Color text;
    base::Color fade;  ///< the gradient the timeline stands on
    double textSize = 20;
    bool operator==(const TimelineStyle&) const = default;
};

inline constexpr int kInkColors = 4;

struct InkStyle {
    base::Color colors[kInkColors];
    base::Color casing;  ///< thin line around pen and arrow, against whatever they cross
    double casingWidth = 0;
    double penWidth = 5, highlighterWidth = 30, arrowWidth = 7;
    double highlighterStrength = 0.4;  ///< opacity, 0..1
    base::Color laser;
    double laserRadius = 9;
    base::Color spotlight;  ///< laid over all but the circle
    double spotlightRadius = 190;
    bool operator==(const InkStyle&) const = default;
};

struct Theme {
    std::string name;
    GroundStyle ground;
    ArrowStyle arrow;
    LabelStyle label;
    PanelStyle panel;
    TimelineStyle timeline;
    InkStyle ink;
    bool operator==(const Theme&) const = default;
};

/// A theme from the settings of a theme file. Every setting must be there, have the right type and be in
/// range; unknown ones are errors with a suggestion. All problems are returned together, with line and
/// column.
base::Result<Theme> makeTheme(const film::StyleSheet& sheet, const std::string& name);

/// `color` made darker or lighter, keeping its hue, until its contrast against `ground` is at least `ratio`.
base::Color readable(base::Color color, base::Color ground, double ratio = 4.5);

/// The same for several grounds, all of them light or all of them dark.
base::Color readable(base::Color color, const std::vector<base::Color>& grounds, double ratio = 4.5);

}  // namespace picture
