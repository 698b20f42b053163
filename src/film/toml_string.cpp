#include "base/text.h"
#include "film/toml_edit.h"
#include "film/words.h"

namespace film {

namespace {

using base::Result;

base::Problem refused(std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Data, {}, 0, 0, std::move(what), std::move(advice)};
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// Between single quotes nothing is written in another way, so not everything can be.
bool canBeLiteral(std::string_view value, bool isMultiLine) {
    if (isMultiLine) return !has(value, "'''") && !value.ends_with('\'') && !value.starts_with('\n');
    return !has(value, "'") && !has(value, "\n");
}

std::string escaped(std::string_view value, bool isMultiLine) {
    std::string text;
    for (const char c : value) {
        if (c == '\n' && !isMultiLine)
            text += "\\n";
        else if (c == '\t' && !isMultiLine)
            text += "\\t";
        else if (c == '"' || c == '\\')
            text += std::string("\\") + c;
        else
            text += c;
    }
    return text;
}

/// What a text of several lines has after its opening quotes: the line break that does not count.
std::string_view openingBreak(std::string_view like) {
    if (like.substr(3).starts_with("\r\n")) return "\r\n";
    return like.substr(3).starts_with("\n") ? "\n" : "";
}

/// A line break in the kind that the file has, since TOML reads both as one.
std::string withBreaks(std::string text, std::string_view lineBreak) {
    if (lineBreak != "\r\n") return text;
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
        text.insert(at, "\r");
    return text;
}

}  // namespace

Result<std::string> tomlString(std::string_view value, std::string_view like) {
    if (!base::isUtf8(value)) return refused("the text is not UTF-8", "type it again");
    if (const auto control = controlCharacter(base::codePoints(value)))
        return refused("the text holds the control character " + hexadecimal(*control), "remove it");
    const bool isMultiLine = like.starts_with("'''") || like.starts_with("\"\"\"");
    const std::string quotes(isMultiLine ? 3 : 1, like.starts_with('\'') ? '\'' : '"');
    const bool isLiteral = like.starts_with('\'') && canBeLiteral(value, isMultiLine);
    if (like.starts_with('\'') && !isLiteral) return '"' + escaped(value, false) + '"';
    std::string text = isLiteral ? std::string(value) : escaped(value, isMultiLine);
    if (!isMultiLine) return quotes + text + quotes;
    const bool hasReturns = has(like, "\r\n");
    // The first line break after the quotes is not part of the text.
    std::string_view opening = openingBreak(like);
    if (opening.empty() && text.starts_with('\n')) opening = hasReturns ? "\r\n" : "\n";
    return quotes + std::string(opening) + withBreaks(std::move(text), hasReturns ? "\r\n" : "\n") + quotes;
}

}  // namespace film
