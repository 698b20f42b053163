#include "film/bibliography.h"

#include <nlohmann/json.hpp>

#include "base/language.h"

namespace film {

namespace {

using Json = nlohmann::ordered_json;

Json datePartsOf(const base::DatePart& part) {
    Json numbers = Json::array({part.date.year});
    if (part.precision != base::DatePrecision::Year) numbers.push_back(part.date.month);
    if (part.precision == base::DatePrecision::Day) numbers.push_back(part.date.day);
    return numbers;
}

bool isCirca(const base::DatePart& part) {
    return part.approximate || part.uncertain;
}

Json issuedOf(const base::Edtf& date) {
    Json parts = Json::array({datePartsOf(date.begin)});
    if (date.end) parts.push_back(datePartsOf(*date.end));
    Json issued = {{"date-parts", parts}};
    if (isCirca(date.begin) || (date.end && isCirca(*date.end))) issued["circa"] = true;
    return issued;
}

// The film does not say what a source is. A dated one is taken for an article; what has only an address is a
// page.
const char* typeOf(const Source& source) {
    return source.article || source.date || source.url.empty() ? "article-newspaper" : "webpage";
}

Json itemOf(const Source& source) {
    Json item = {{"id", source.id}, {"type", typeOf(source)}};
    if (!source.title.empty()) item["title"] = source.title;
    if (!source.publisher.empty()) item["container-title"] = source.publisher;
    if (source.date) item["issued"] = issuedOf(*source.date);
    if (!source.url.empty()) item["URL"] = source.url;
    return item;
}

std::string quoted(const std::string& title, std::string_view language) {
    if (language == "fr") return "«\u00a0" + title + "\u00a0»";
    return "“" + title + "”";
}

}  // namespace

std::string bibliographyCslJson(const Film& film) {
    Json items = Json::array();
    for (const Source& source : film.sources) items.push_back(itemOf(source));
    return items.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string citation(const Source& source, std::string_view language) {
    std::string text = source.publisher;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    if (!source.title.empty()) add(quoted(source.title, language));
    if (source.date) add(base::formatDate(*source.date, language));
    return text.empty() ? source.id : text;
}

std::string bibliographyText(const Film& film, std::string_view language) {
    std::string text;
    for (const Source& source : film.sources) {
        text += "[" + std::to_string(sourceNumber(film, source.id)) + "] " + citation(source, language) + ".";
        if (!source.url.empty()) text += " " + source.url;
        text += "\n";
    }
    return text;
}

}  // namespace film
