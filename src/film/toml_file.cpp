#include "film/toml_file.h"

#include "base/file.h"

namespace film {

namespace {

constexpr std::size_t kLargestFile = std::size_t{16} << 20;

std::string syntaxAdvice(std::string_view description) {
    if (description.find("utf-8") != std::string_view::npos) return "save the file as UTF-8";
    if (description.find("redefine") != std::string_view::npos)
        return "each name may stand once; rename or remove one";
    return "see docs/film-format.md for how a file is written";
}

}  // namespace

base::Result<std::string> readTextFile(const std::string& path) {
    return base::readFile(path, kLargestFile);
}

std::optional<toml::table> parseToml(std::string_view text, Report& report) {
    try {
        return toml::parse(text, std::string_view());
    } catch (const toml::parse_error& error) {
        constexpr std::string_view kPrefix = "Error while parsing ";
        std::string_view description = error.description();
        const bool hasPrefix = description.starts_with(kPrefix);
        if (hasPrefix) description.remove_prefix(kPrefix.size());
        const auto& begin = error.source().begin;
        report.error({static_cast<int>(begin.line), static_cast<int>(begin.column)},
                     std::string(hasPrefix ? "syntax error in " : "syntax error: ").append(description),
                     syntaxAdvice(description));
        return std::nullopt;
    }
}

}  // namespace film
