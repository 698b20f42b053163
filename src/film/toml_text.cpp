#include "film/toml_text.h"

#include <algorithm>
#include <string>

namespace film {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Past the bracket that closes the one at `begin`.
std::size_t endOfBrackets(std::string_view text, std::size_t begin) {
    int depth = 0;
    for (std::size_t at = begin; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = endOfString(text, at);
            continue;
        }
        if (c == '#') {
            at = lineEnd(text, at);
            continue;
        }
        if (c == '[' || c == '{') ++depth;
        if (c == ']' || c == '}') --depth;
        ++at;
        if (depth == 0) return at;
    }
    return text.size();
}

}  // namespace

std::size_t offsetOf(std::string_view text, Position at) {
    std::size_t offset = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    for (int line = 1; line < at.line; ++line) {
        const std::size_t end = text.find('\n', offset);
        if (end == std::string_view::npos) return text.size();
        offset = end + 1;
    }
    for (int column = 1; column < at.column && offset < text.size(); ++column) {
        ++offset;
        while (offset < text.size() && isContinuation(text[offset])) ++offset;
    }
    return offset;
}

std::size_t endOfString(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    const std::string triple(3, quote);
    const bool isMultiLine = text.substr(begin, 3) == triple;
    const std::string_view closing = std::string_view(triple).substr(0, isMultiLine ? 3 : 1);
    std::size_t at = begin + closing.size();
    while (at < text.size() && (isMultiLine || text[at] != '\n')) {
        if (text.substr(at, closing.size()) == closing) {
            at += closing.size();
            // Before the three that close it, a text of several lines may end in two quotes of its own.
            for (int more = 0; isMultiLine && more < 2 && at < text.size() && text[at] == quote; ++more) ++at;
            return at;
        }
        at += quote == '"' && text[at] == '\\' ? 2 : 1;
    }
    return std::min(at, text.size());
}

std::size_t endOfValue(std::string_view text, std::size_t begin) {
    if (begin >= text.size()) return text.size();
    const char first = text[begin];
    if (first == '"' || first == '\'') return endOfString(text, begin);
    if (first == '[' || first == '{') return endOfBrackets(text, begin);
    std::size_t end = std::min(text.find_first_of(",]}#\r\n", begin), text.size());
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
    return end;
}

std::size_t lineBegin(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    const std::size_t before = text.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t lineEnd(std::string_view text, std::size_t at) {
    const std::size_t end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end + 1;
}

}  // namespace film
