#include "base/text_items.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>
#include <memory>

#include "base/language.h"

namespace base {

namespace {

/// A part of a line, in characters.
struct Span {
    std::size_t begin = 0, end = 0;
};

struct DirectedSpan {
    Span span;
    Direction direction = Direction::LeftToRight;
};

// No character below the Hebrew block is written from right to left.
constexpr std::uint32_t kFirstRightToLeft = 0x0590;

bool touchesOrder(std::uint32_t codePoint) {
    if (codePoint < kFirstRightToLeft) return false;
    switch (u_charDirection(static_cast<UChar32>(codePoint))) {
        case U_LEFT_TO_RIGHT:
        case U_EUROPEAN_NUMBER:
        case U_EUROPEAN_NUMBER_SEPARATOR:
        case U_EUROPEAN_NUMBER_TERMINATOR:
        case U_COMMON_NUMBER_SEPARATOR:
        case U_BLOCK_SEPARATOR:
        case U_SEGMENT_SEPARATOR:
        case U_WHITE_SPACE_NEUTRAL:
        case U_OTHER_NEUTRAL:
        case U_DIR_NON_SPACING_MARK:
        case U_BOUNDARY_NEUTRAL:
            return false;
        default:
            return true;
    }
}

bool isRightToLeftLetter(std::uint32_t codePoint) {
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(codePoint));
    return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

struct BidiClose {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// UTF-16, and for each of its units the character it belongs to.
struct Utf16 {
    icu::UnicodeString text;
    std::vector<std::size_t> characterAt;
};

Utf16 utf16Of(const std::vector<TextCharacter>& characters) {
    Utf16 result;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        result.text.append(static_cast<UChar32>(characters[i].codePoint));
        result.characterAt.resize(static_cast<std::size_t>(result.text.length()), i);
    }
    result.characterAt.push_back(characters.size());
    return result;
}

std::vector<DirectedSpan> visualRuns(const std::vector<TextCharacter>& characters, Direction paragraph) {
    const Utf16 utf16 = utf16Of(characters);
    const std::unique_ptr<UBiDi, BidiClose> bidi(ubidi_open());
    UErrorCode error = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), utf16.text.getBuffer(), utf16.text.length(),
                  paragraph == Direction::RightToLeft ? 1 : 0, nullptr, &error);
    const std::int32_t count = ubidi_countRuns(bidi.get(), &error);
    assert(U_SUCCESS(error));
    std::vector<DirectedSpan> runs;
    for (std::int32_t i = 0; i < count; ++i) {
        std::int32_t begin = 0, length = 0;
        const UBiDiDirection way = ubidi_getVisualRun(bidi.get(), i, &begin, &length);
        runs.push_back({{utf16.characterAt[static_cast<std::size_t>(begin)],
                         utf16.characterAt[static_cast<std::size_t>(begin + length)]},
                        way == UBIDI_RTL ? Direction::RightToLeft : Direction::LeftToRight});
    }
    return runs;
}

std::vector<DirectedSpan> runsOf(const std::vector<TextCharacter>& characters, Direction paragraph) {
    const bool isPlain = paragraph == Direction::LeftToRight &&
                         std::none_of(characters.begin(), characters.end(),
                                      [](const TextCharacter& c) { return touchesOrder(c.codePoint); });
    if (isPlain) return {{{0, characters.size()}, Direction::LeftToRight}};
    return visualRuns(characters, paragraph);
}

UScriptCode scriptOf(std::uint32_t codePoint) {
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(codePoint), &error);
}

bool isReal(UScriptCode script) {
    return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
}

/// Each character's script; what scripts share takes that of the character before, or of the first that has
/// one.
std::vector<UScriptCode> scriptsOf(const std::vector<TextCharacter>& characters) {
    std::vector<UScriptCode> scripts;
    for (const TextCharacter& c : characters) scripts.push_back(scriptOf(c.codePoint));
    const auto first = std::find_if(scripts.begin(), scripts.end(), isReal);
    UScriptCode last = first == scripts.end() ? USCRIPT_COMMON : *first;
    for (UScriptCode& script : scripts) {
        if (isReal(script)) last = script;
        script = last;
    }
    return scripts;
}

bool joins(UScriptCode script) {
    constexpr UScriptCode kJoined[] = {USCRIPT_ARABIC,   USCRIPT_SYRIAC,         USCRIPT_NKO,
                                       USCRIPT_ADLAM,    USCRIPT_MONGOLIAN,      USCRIPT_MANDAIC,
                                       USCRIPT_PHAGS_PA, USCRIPT_HANIFI_ROHINGYA};
    return std::find(std::begin(kJoined), std::end(kJoined), script) != std::end(kJoined);
}

}  // namespace

std::vector<TextCharacter> charactersOf(std::string_view utf8) {
    std::vector<TextCharacter> characters;
    const auto length = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t i = 0; i < length;) {
        const auto begin = static_cast<std::size_t>(i);
        UChar32 codePoint = 0;
        U8_NEXT_OR_FFFD(utf8.data(), i, length, codePoint);
        characters.push_back({static_cast<std::uint32_t>(codePoint), begin, static_cast<std::size_t>(i)});
    }
    return characters;
}

std::vector<TextItem> itemsOf(std::string_view line, Direction paragraph) {
    const std::vector<TextCharacter> characters = charactersOf(line);
    const std::vector<UScriptCode> scripts = scriptsOf(characters);
    std::vector<TextItem> items;
    for (const DirectedSpan& run : runsOf(characters, paragraph)) {
        std::vector<TextItem> inRun;
        for (std::size_t i = run.span.begin; i < run.span.end;) {
            std::size_t end = i + 1;
            while (end < run.span.end && scripts[end] == scripts[i]) ++end;
            inRun.push_back({characters[i].begin, characters[end - 1].end, run.direction,
                             uscript_getShortName(scripts[i]), joins(scripts[i])});
            i = end;
        }
        if (run.direction == Direction::RightToLeft) std::reverse(inRun.begin(), inRun.end());
        items.insert(items.end(), inRun.begin(), inRun.end());
    }
    return items;
}

bool isRightToLeftLanguage(std::string_view language) {
    return uloc_isRightToLeft(std::string(language).c_str()) != 0;
}

Direction paragraphDirection(std::string_view text, std::string_view language) {
    const auto characters = charactersOf(text);
    const bool hasLetters = std::any_of(characters.begin(), characters.end(), [](const TextCharacter& c) {
        return isRightToLeftLetter(c.codePoint);
    });
    if (!hasLetters) return Direction::LeftToRight;
    if (isRightToLeftLanguage(language)) return Direction::RightToLeft;
    const bool hasOthers = std::any_of(characters.begin(), characters.end(), [](const TextCharacter& c) {
        return u_charDirection(static_cast<UChar32>(c.codePoint)) == U_LEFT_TO_RIGHT;
    });
    const bool isLanguages = !language.empty() && hasOthers;
    return !isLanguages && isRightToLeft(text) ? Direction::RightToLeft : Direction::LeftToRight;
}

std::string isolated(std::string_view text, std::string_view language) {
    const auto characters = charactersOf(text);
    const bool againstOrder = std::any_of(characters.begin(), characters.end(), [&](const TextCharacter& c) {
        return isRightToLeftLanguage(language)
                   ? u_charDirection(static_cast<UChar32>(c.codePoint)) == U_LEFT_TO_RIGHT
                   : isRightToLeftLetter(c.codePoint);
    });
    return againstOrder ? "\u2068" + std::string(text) + "\u2069" : std::string(text);
}

bool needsGlyph(std::uint32_t codePoint) {
    const auto c = static_cast<UChar32>(codePoint);
    return u_isgraph(c) != 0 && u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0;
}

bool belongsToLetterBefore(std::uint32_t codePoint) {
    const auto c = static_cast<UChar32>(codePoint);
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 ||
           u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool isShared(std::uint32_t codePoint) {
    return !isReal(scriptOf(codePoint));
}

}  // namespace base
