#include "film/toml_file.h"

#include <algorithm>

#include "base/file.h"
#include "film/toml_mistakes.h"
#include "film/toml_text.h"

namespace film {

namespace {

constexpr std::size_t kLargestFile = std::size_t{16} << 20;
constexpr int kMostDots = 16;

Position positionAt(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const std::string_view line = before.substr(before.rfind('\n') + 1);
    const auto isCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
            static_cast<int>(std::count_if(line.begin(), line.end(), isCharacter)) + 1};
}

bool isLineEnd(std::string_view text, Position position) {
    for (int line = 1; line < position.line; ++line) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return true;
        text.remove_prefix(end + 1);
    }
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    return position.column >= positionAt(line, line.size()).column;
}

/// Where a key has too many dots. toml++ nests one table for each and takes them down recursively: a key of a
/// hundred thousand parts would overflow the stack.
std::optional<Position> findOverlongKey(std::string_view text) {
    int dots = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = endOfString(text, at);
            continue;
        }
        if (c == '#') at = std::min(text.find('\n', at), text.size() - 1);
        if (std::string_view("\n#=,{}[]").find(c) != std::string_view::npos) dots = 0;
        if (c == '.' && ++dots > kMostDots) return positionAt(text, at);
        ++at;
    }
    return std::nullopt;
}

}  // namespace

base::Result<std::string> readTextFile(const std::string& path) {
    return base::readFile(path, kLargestFile);
}

std::optional<toml::table> parseToml(std::string_view text, Report& report) {
    if (const auto at = findOverlongKey(text)) {
        report.error(*at, "syntax error: the key has too many parts", "use fewer dots");
        return std::nullopt;
    }
    try {
        return toml::parse(text, std::string_view());
    } catch (const toml::parse_error& error) {
        const auto& begin = error.source().begin;
        const Position at{static_cast<int>(begin.line), static_cast<int>(begin.column)};
        const Mistake mistake = mistakeIn(error.description(), isLineEnd(text, at));
        report.error(at, mistake.what, mistake.advice);
        return std::nullopt;
    }
}

}  // namespace film
