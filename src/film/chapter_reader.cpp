#include "film/film_parts.h"

namespace film {

namespace {

constexpr std::size_t kMostChapters = 200;

Chapter readChapter(const TableReader::Entry& entry, const FilmNames& names, Report& report) {
    Chapter chapter;
    chapter.id = entry.id;
    TableReader table(*entry.table, report);
    if (table.needs("title")) chapter.title = table.text("title", kTitleLimit, names.languages);
    chapter.optional = table.boolean("optional").value_or(false);
    chapter.shown = table.boolean("shown").value_or(true);
    if (!chapter.shown && !chapter.optional) {
        report.error(table.position("shown"), "chapter " + quoted(entry.id) + " is left out but not optional",
                     "add optional = true");
    }
    table.reportUnknownKeys();
    return chapter;
}

}  // namespace

std::vector<Chapter> readChapters(TableReader& root, FilmNames& names) {
    std::vector<Chapter> chapters;
    for (const auto& entry : root.entries("chapters", kMostChapters)) {
        define("chapter", entry.id, entry.at, names.chapters, names, root.report());
        if (entry.table) chapters.push_back(readChapter(entry, names, root.report()));
    }
    return chapters;
}

}  // namespace film
