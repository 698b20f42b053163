// Text that must stay within its room: how much of it is shown, and how it ends where it is cut.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "picture/text_layout.h"

namespace picture {

/// Panels' texts are set no smaller than this share of their theme's size; what needs more room is cut.
inline constexpr double kSmallestShare = 0.75;
/// The sizes that are tried on the way there.
inline constexpr double kShareStep = 0.95;

/// A text that is not shown whole, in characters as readers count them; or a legend, in lines.
struct CutText {
    std::string key;  ///< "title", "text", ...: the film's key; "legend"
    std::size_t shown = 0, whole = 0;
    bool operator==(const CutText&) const = default;
};

/// The first `most` lines; the last of them ends in "…" where others follow.
std::vector<std::string> endedAfter(const Fonts& fonts, std::vector<std::string> lines, std::size_t most,
                                    const TextStyle& style, double width);

/// The line, or as much of its beginning as has room with "…" after it.
std::string endedAt(const Fonts& fonts, const std::string& line, const TextStyle& style, double width);

/// `style` made smaller, down to kSmallestShare, until the line has room.
TextStyle shrunkTo(const Fonts& fonts, const std::string& line, TextStyle style, double width);

/// Letters of `whole` that `lines` show.
CutText cutOf(std::string key, std::string_view whole, const std::vector<std::string>& lines);

}  // namespace picture
