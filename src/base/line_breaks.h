// Where a line may end (Unicode Line Breaking Algorithm, UAX #14, and French spacing). Knows no widths.
#pragma once

#include <string_view>
#include <vector>

namespace base {

/// A part of a paragraph that stays on one line.
struct LinePart {
    std::string_view text;  ///< without the spaces around it
    bool spaceAfter = false;
    bool operator==(const LinePart&) const = default;
};

/// The paragraph cut wherever a line may end. In French what a space sets off stays with its word: ; : ! ? »
/// % after it, « before it. Dates and scores are not parted at their dash.
std::vector<LinePart> lineParts(std::string_view paragraph, std::string_view language);

/// What a reader takes for one letter each (UAX #29).
std::vector<std::string_view> graphemesOf(std::string_view text);

}  // namespace base
