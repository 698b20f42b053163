#include "film/frame_numbers.h"

#include <charconv>
#include <limits>

namespace film {

namespace {

std::optional<std::int64_t> parseNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
    return number;
}

}  // namespace

std::optional<std::pair<std::int64_t, std::int64_t>> parseFrameRange(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto first = parseNumber(text.substr(0, dash));
    if (!first) return std::nullopt;
    if (dash == std::string_view::npos) return std::pair(*first, *first);
    if (dash + 1 == text.size()) return std::pair(*first, std::numeric_limits<std::int64_t>::max());
    const auto last = parseNumber(text.substr(dash + 1));
    if (!last || *last < *first) return std::nullopt;
    return std::pair(*first, *last);
}

}  // namespace film
