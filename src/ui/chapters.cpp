#include "ui/chapters.h"

#include <algorithm>

namespace ui {

std::vector<ChapterRun> chapterRuns(const film::Film& film) {
    std::vector<ChapterRun> runs;
    for (std::size_t i = 0; i < film.cues.size(); ++i) {
        if (runs.empty() || runs.back().id != film.cues[i].chapter)
            runs.push_back({film.cues[i].chapter, i, 0});
        ++runs.back().count;
    }
    return runs;
}

std::vector<ChapterRun> chaptersOf(const film::Film& film) {
    std::vector<ChapterRun> runs = chapterRuns(film);
    std::erase_if(runs, [](const ChapterRun& run) { return run.id.empty(); });
    return runs;
}

std::string_view titleOf(const film::Film& film, const ChapterRun& run, std::string_view language) {
    const film::Chapter* chapter = film::findChapter(film, run.id);
    return chapter ? chapter->title.in(language) : std::string_view(run.id);
}

std::optional<std::size_t> nextChapter(const film::Film& film, std::size_t cue) {
    for (const ChapterRun& run : chaptersOf(film)) {
        if (run.first > cue) return run.first;
    }
    return std::nullopt;
}

std::optional<std::size_t> previousChapter(const film::Film& film, std::size_t cue) {
    std::optional<std::size_t> found;
    for (const ChapterRun& run : chaptersOf(film)) {
        if (run.first < cue) found = run.first;
    }
    return found;
}

int overviewColumns(base::Size window) {
    constexpr int kFewest = 2, kMost = 6;
    constexpr double kPerRatio = 3;  // five beside each other in a window of 16:9
    if (window.w <= 0 || window.h <= 0) return kFewest;
    const double ratio = static_cast<double>(window.w) / window.h;
    return std::clamp(static_cast<int>(ratio * kPerRatio), kFewest, kMost);
}

std::vector<OverviewRow> overviewRows(const film::Film& film, int columns) {
    const auto width = static_cast<std::size_t>(std::max(columns, 1));
    std::vector<OverviewRow> rows;
    for (const ChapterRun& run : chapterRuns(film)) {
        for (std::size_t i = 0; i < run.count; i += width)
            rows.push_back({run.first + i, std::min(width, run.count - i), i == 0});
    }
    return rows;
}

std::size_t neighbourInOverview(const film::Film& film, int columns, std::size_t cue,
                                std::string_view direction) {
    const std::size_t count = film.cues.size();
    if (count == 0) return 0;
    cue = std::min(cue, count - 1);
    if (direction == "first") return 0;
    if (direction == "last") return count - 1;
    if (direction == "left") return cue > 0 ? cue - 1 : 0;
    if (direction == "right") return std::min(cue + 1, count - 1);
    const std::vector<OverviewRow> rows = overviewRows(film, columns);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const OverviewRow& r) {
        return cue >= r.first && cue < r.first + r.count;
    });
    const bool isUp = direction == "up";
    if (row == (isUp ? rows.begin() : rows.end() - 1)) return cue;
    const OverviewRow& other = isUp ? *(row - 1) : *(row + 1);
    return other.first + std::min(cue - row->first, other.count - 1);
}

}  // namespace ui
