// The film's cues by chapter: where each begins, and how the overview arranges them in rows.
//
//   Mali, 2021-2022        <- a row that heads a chapter
//   [ 2 ][ 3 ][ 4 ][ 5 ]
//   [ 6 ]                  <- the chapter goes on
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.h"
#include "film/film.h"

namespace ui {

/// Cues that follow each other in one chapter.
struct ChapterRun {
    std::string id;         ///< chapter id; "" for cues without one
    std::size_t first = 0;  ///< index of its first cue
    std::size_t count = 0;
};

/// The film's cues in their order, parted where another chapter begins.
std::vector<ChapterRun> chapterRuns(const film::Film& film);

/// The chapters that can be gone to: those of chapterRuns that have a name.
std::vector<ChapterRun> chaptersOf(const film::Film& film);

/// The title of a run; "" for cues without chapter.
std::string_view titleOf(const film::Film& film, const ChapterRun& run, std::string_view language);

/// The first cue of the chapter after the one that holds `cue`; nothing in the last.
std::optional<std::size_t> nextChapter(const film::Film& film, std::size_t cue);

/// The first cue of the chapter that holds `cue`, or of the one before when `cue` is it; nothing in the
/// first.
std::optional<std::size_t> previousChapter(const film::Film& film, std::size_t cue);

struct OverviewRow {
    std::size_t first = 0, count = 0;  ///< cues
    bool heads = false;                ///< its chapter begins with it
};

/// How many pictures stand side by side in a window of this shape.
int overviewColumns(base::Size window);

/// The cues in rows of at most `columns`, each chapter from a row of its own on.
std::vector<OverviewRow> overviewRows(const film::Film& film, int columns);

/// The cue that lies in a direction ("left" "right" "up" "down" "first" "last") from another in the overview;
/// at the edge, `cue` itself.
std::size_t neighbourInOverview(const film::Film& film, int columns, std::size_t cue,
                                std::string_view direction);

}  // namespace ui
