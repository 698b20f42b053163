// What is wrong with TOML text, in the words of somebody who writes a film rather than a parser.
#pragma once

#include <string>
#include <string_view>

namespace film {

/// What is wrong, and what to do.
struct Mistake {
    std::string what, advice;
};

/// `description`: what toml++ says, as "Error while parsing array: expected ...". `isAtLineEnd`: it stopped
/// at the end of a line. What it says itself, in one line, where no better words are known.
Mistake mistakeIn(std::string_view description, bool isAtLineEnd);

}  // namespace film
