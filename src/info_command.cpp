#include "commands.h"

#include <cstdio>

#include "film/bibliography.h"
#include "film/cue_summary.h"
#include "film/film_json.h"
#include "loading.h"
#include "messages.h"

namespace {

int printSources(const CommandLine& line) {
    const auto loaded = loadFilm(line);
    if (!loaded) return fail(loaded.problems());
    const film::Film& film = loaded->film.film;
    const auto language = languageOf(film, line.language);
    if (!language) return fail(language.problems());
    const std::string text = line.format == "csl-json" ? film::bibliographyCslJson(film) + "\n"
                                                       : film::bibliographyText(film, *language);
    std::fputs(text.c_str(), stdout);
    return kDone;
}

}  // namespace

int runInfo(const CommandLine& line) {
    if (line.sources) return printSources(line);
    auto loaded = load(line);
    if (!loaded) return fail(loaded.problems());
    if (line.json) {
        std::fputs(film::infoJson(loaded->film, loaded->world.layers).c_str(), stdout);
        return kDone;
    }
    const film::Film& film = loaded->film;
    const std::string_view language = film.languages.front();
    std::printf("%s\n%s, %.1f s, %s, %s, %s\n\n", std::string(film.title.in(language)).c_str(),
                film.file.c_str(), film::duration(film), numberOf(film.cues.size(), "cue").c_str(),
                numberOf(film.events.size(), "event").c_str(),
                numberOf(film.sources.size(), "source").c_str());
    for (std::size_t i = 0; i < film.cues.size(); ++i) {
        const film::Cue& cue = film.cues[i];
        const film::Chapter* chapter = film::findChapter(film, cue.chapter);
        if (chapter && (i == 0 || film.cues[i - 1].chapter != cue.chapter)) {
            std::printf("%s: %s%s\n", chapter->id.c_str(), std::string(chapter->title.in(language)).c_str(),
                        chapter->optional ? " (optional)" : "");
        }
        const std::string title(film::titleOfCue(film, cue).in(language));
        std::printf("%3zu  %6.1f s  %-24s %s\n", i + 1, film::cueStart(film, i), cue.id.c_str(),
                    title.c_str());
    }
    return kDone;
}
