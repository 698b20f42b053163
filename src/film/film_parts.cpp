#include "film/film_parts.h"

#include <algorithm>

namespace film {

bool isCountryCode(std::string_view text, const std::vector<std::string>& countries) {
    if (!countries.empty()) return std::find(countries.begin(), countries.end(), text) != countries.end();
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void define(std::string_view noun, const std::string& id, Position at, IdSet& ids, FilmNames& names,
            Report& report) {
    ids.insert(id);
    const std::string line = "on line " + std::to_string(at.line);
    const auto [first, isNew] =
        names.defined.emplace(std::string(noun) + " " + id, report.file() + "\n" + line);
    if (isNew) return;
    const auto end = first->second.find('\n');
    const std::string file = first->second.substr(0, end), where = first->second.substr(end + 1);
    report.error(at, std::string("the ").append(noun) + " id " + quoted(id) + " stands twice",
                 "the first is " + (file == report.file() ? "" : "in " + file + " ") + where);
}

void checkReference(const TableReader::Item& reference, const IdSet& ids, std::string_view noun,
                    Report& report) {
    if (ids.contains(reference.text)) return;
    const std::string otherwise = std::string("define it in [").append(noun).append("s.").append("ID]");
    report.error(reference.at,
                 std::string("unknown ").append(noun).append(" ").append(quoted(reference.text)),
                 report.suggestion(reference.text, {ids.begin(), ids.end()},
                                   noun == "event" ? "define it in an [[events]] table" : otherwise));
}

}  // namespace film
