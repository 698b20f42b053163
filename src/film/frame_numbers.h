// Frames by number, as people write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace film {

/// First and last frame of "A-B", of "A-" (to the largest number there is) or of "A"; frames count from 1.
/// Nothing when it is none of these, or when B is before A.
std::optional<std::pair<std::int64_t, std::int64_t>> parseFrameRange(std::string_view text);

}  // namespace film
