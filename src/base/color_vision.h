// How colours look to people who see fewer of them: final colours and pixels in, the same out. Machado,
// Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
// TVCG 15 (6), 2009.
#pragma once

#include <optional>
#include <string_view>

#include "base/color.h"
#include "base/image.h"

namespace base {

enum class Vision {
    Deutan,  ///< without the middle-wave cones: the most common by far
    Protan,  ///< without the long-wave cones
    Tritan,  ///< without the short-wave cones
    Grey,    ///< luminance alone, as a black-and-white printer has it
};

/// "deutan", "protan", "tritan" or "grey".
std::optional<Vision> parseVision(std::string_view name);

/// The colour as such an onlooker sees it, at full severity; alpha stays.
Color simulated(Color color, Vision vision);

/// Every pixel of a picture with 3 or 4 channels.
Image simulated(Image image, Vision vision);

/// How far two colours are apart: Euclidean distance in CIE L*a*b* (1976), D65; about 2 can just be told
/// apart.
double difference(Color a, Color b);

}  // namespace base
