#include "film/film_parts.h"

#include <algorithm>

namespace film {

bool isCountryCode(std::string_view text, const std::vector<std::string>& countries) {
    if (!countries.empty()) return std::find(countries.begin(), countries.end(), text) != countries.end();
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
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
