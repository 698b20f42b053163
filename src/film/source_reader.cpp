#include "film/film_parts.h"

namespace film {

namespace {

constexpr std::size_t kMostSources = 5000;
constexpr std::size_t kUrlLimit = 2000;

void checkUrl(const std::string& url, const TableReader& table) {
    if (url.starts_with("https://") || url.starts_with("http://")) return;
    table.report().error(table.position("url"), "url " + quoted(url) + " is not a web address",
                         "begin it with https:// or leave it out");
}

Source readSource(const TableReader::Entry& entry, Report& report) {
    Source source;
    source.id = entry.id;
    TableReader table(*entry.table, report);
    source.title = table.string("title", kTitleLimit).value_or("");
    source.publisher = table.string("publisher", kTitleLimit).value_or("");
    source.date = table.date("date");
    source.article = table.boolean("article").value_or(false);
    if (const auto url = table.string("url", kUrlLimit)) {
        source.url = *url;
        if (!url->empty()) checkUrl(*url, table);
    }
    if (source.title.empty() && source.publisher.empty() && !table.has("title") && !table.has("publisher")) {
        report.error(table.position(), "source " + quoted(entry.id) + " has neither a title nor a publisher",
                     "the credits need one of them");
    }
    table.reportUnknownKeys();
    return source;
}

}  // namespace

std::vector<Source> readSources(TableReader& root, FilmNames& names) {
    std::vector<Source> sources;
    for (const auto& entry : root.entries("sources", kMostSources)) {
        define("source", entry.id, entry.at, names.sources, names, root.report());
        if (entry.table) sources.push_back(readSource(entry, root.report()));
    }
    return sources;
}

}  // namespace film
