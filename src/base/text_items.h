// What shaping must know of a line: its pieces of one script and one direction, in the order in which they
// stand (Unicode Bidirectional Algorithm, UAX #9; scripts by UAX #24). Not glyphs: that is picture/fonts.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace base {

enum class Direction : std::uint8_t { LeftToRight, RightToLeft };

/// The direction of a paragraph: that of the language where the text has letters of that direction, else that
/// of the text's first letter.
Direction paragraphDirection(std::string_view text, std::string_view language);

/// True for languages that are written from right to left: Arabic, Hebrew, Persian, ...
bool isRightToLeftLanguage(std::string_view language);

/// `text`, marked so that a sentence of `language` around it keeps its own order when the text runs the other
/// way (first strong isolate).
std::string isolated(std::string_view text, std::string_view language);

/// Bytes [begin, end) of a line in one script and one direction.
struct TextItem {
    std::size_t begin = 0, end = 0;
    Direction direction = Direction::LeftToRight;
    std::string script;   ///< ISO 15924; "Zyyy" when nothing in the line has a script of its own
    bool joined = false;  ///< its letters join, so they cannot be spaced
    bool operator==(const TextItem&) const = default;
};

/// The items of a line from left to right, as they are seen. Ill-formed bytes count as U+FFFD.
std::vector<TextItem> itemsOf(std::string_view line, Direction paragraph);

/// A code point of a text, and the first of its bytes.
struct TextCharacter {
    std::uint32_t codePoint = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<TextCharacter> charactersOf(std::string_view utf8);

/// False for what leaves no ink: spaces, controls, joiners, direction marks.
bool needsGlyph(std::uint32_t codePoint);

/// True for marks and joiners, which belong to the letter before them.
bool belongsToLetterBefore(std::uint32_t codePoint);

/// True for what all scripts share: spaces, digits, punctuation.
bool isShared(std::uint32_t codePoint);

}  // namespace base
