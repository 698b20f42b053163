#include "film/included_files.h"

#include <algorithm>
#include <filesystem>

namespace film {

namespace {

/// The path with its links followed, as far as it is there. Nothing when it cannot be told.
std::filesystem::path reallyAt(const std::string& path) {
    std::error_code error;
    const auto whole = std::filesystem::absolute(path, error);  // a relative one that is not there stays so
    return error ? std::filesystem::path() : std::filesystem::weakly_canonical(whole, error);
}

/// True when the file is in the folder once links are followed.
bool isReallyIn(const std::string& folder, const std::string& path) {
    const auto inside = reallyAt(folder), file = reallyAt(path);
    return !inside.empty() && !file.empty() &&
           std::mismatch(inside.begin(), inside.end(), file.begin(), file.end()).first == inside.end();
}

}  // namespace

void FilmPart::parse(std::string_view words) {
    text = words;
    table = parseToml(text, report);
    if (table) root.emplace(*table, report);
}

bool staysInFolder(std::string_view path) {
    if (path.empty() || path.front() == '/' || path.find_first_of("\\:") != std::string_view::npos)
        return false;
    while (!path.empty()) {
        const auto slash = path.find('/');
        if (path.substr(0, slash) == "..") return false;
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
    return true;
}

void readIncluded(const TableReader::Item& item, Report& report, std::list<FilmPart>& parts,
                  const Draft& draft) {
    const std::string folder = report.file().substr(0, report.file().rfind('/') + 1);
    const std::string path = folder + item.text;
    // Qualified: <filesystem> brings std::quoted, which argument-dependent lookup would prefer.
    const std::string named = "include " + film::quoted(item.text);
    if (!item.text.ends_with(".toml") || !staysInFolder(item.text) ||
        !isReallyIn(folder.empty() ? "." : folder, path)) {
        report.error(item.at, named + " is not a .toml file in the film's folder",
                     "give a relative path without .. to a file beside the film");
        return;
    }
    const auto text = draft.file == path ? base::Result<std::string>(draft.text) : readTextFile(path);
    if (!text) {
        report.error(item.at, named + ": " + text.problems().front().what, text.problems().front().advice);
        return;
    }
    parts.emplace_back(path).parse(*text);
}

}  // namespace film
