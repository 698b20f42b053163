// Whether what a theme draws stands out from what it stands on: WCAG 2.1, success criteria 1.4.3
// (text, 4.5:1) and 1.4.11 (graphical objects, 3:1), with its relative luminance (base/color.h). Measured on
// the flat ground, without relief.
#pragma once

#include <string>
#include <vector>

#include "film/style_sheet.h"
#include "picture/theme.h"

namespace picture {

inline constexpr double kTextContrast = 4.5;
inline constexpr double kShapeContrast = 3;
/// Rivers and regions place the story and tell nothing of it: they only have to be seen.
inline constexpr double kContextContrast = 1.4;

/// A colour of a theme on one of its grounds.
struct ContrastPair {
    std::string setting;  ///< the theme's key
    std::string ground;   ///< what it stands on, in words
    double has = 0, needs = 0;
};

/// Every text and line colour of the theme on every ground that it stands on.
std::vector<ContrastPair> contrastPairs(const Theme& theme);

/// A warning for each setting that does not reach its contrast, at its place in the theme file.
base::Problems contrastProblems(const Theme& theme, const film::StyleSheet& sheet);

/// What panels look like over each of the theme's grounds.
std::vector<base::Color> panelGrounds(const Theme& theme);

/// Contrast of a cased shape: that of its edge, against the casing or the ground, whichever is stronger.
double casedContrast(const base::Color& shape, const base::Color& casing, const base::Color& ground);

}  // namespace picture
