#include "loading.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/text.h"
#include "film/style_sheet.h"
#include "messages.h"
#include "picture/check.h"

using base::Problem;
using base::Problems;
using base::Result;

namespace {

// The film without the optional chapters that it or the command line leaves out.
Result<film::Film> chosenChapters(film::Film film, const CommandLine& line) {
    std::vector<std::string> left, known;
    for (const film::Chapter& chapter : film.chapters) {
        if (chapter.optional) known.push_back(chapter.id);
    }
    for (const auto& [option, ids] : {std::pair("--skip ", &line.skip), std::pair("--with ", &line.with)}) {
        for (const std::string& id : *ids) {
            if (std::find(known.begin(), known.end(), id) != known.end()) continue;
            if (film::findChapter(film, id))
                return usage(option + id + ": this chapter is not optional",
                             "`harmattan info` says which are");
            const std::string near(base::nearest(id, known));
            return usage(
                option + id + ": the film has no such optional chapter",
                near.empty() ? "`harmattan info` lists the chapters" : "did you mean \"" + near + "\"?");
        }
    }
    const auto names = [](const std::vector<std::string>& ids, const std::string& id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    for (const film::Chapter& chapter : film.chapters) {
        const bool isHidden = !chapter.shown && !line.audit && !names(line.with, chapter.id);
        if (isHidden || names(line.skip, chapter.id)) left.push_back(chapter.id);
    }
    film = film::withoutChapters(std::move(film), left);
    if (film.cues.empty()) return usage("no cue is left", "leave out fewer chapters");
    return film;
}

// The film's projection. What is wrong with it is said where the film gives it.
Result<geo::Projection> projectionOf(const film::FilmFile& file) {
    auto projection = geo::Projection::make(file.film.projection);
    if (projection) return projection;
    const film::Location place = file.locations.of("map/projection");
    Problems problems = projection.problems();
    for (Problem& p : problems) {
        p.file = place.file;
        p.line = place.at.line;
        p.column = place.at.column;
    }
    return problems;
}

}  // namespace

bool isShippedTheme(const std::string& theme) {
    return theme == "night" || theme == "paper" || theme == "plain";
}

std::string themePath(const base::ProgramFiles& files, const film::Film& film, const std::string& asked) {
    const std::string name = asked.empty() ? film.theme : asked;
    if (isShippedTheme(name)) return files.themes() + "/" + name + ".toml";
    if (!asked.empty()) return name;
    // A film names its theme file relative to itself.
    const std::size_t slash = film.file.rfind('/');
    return (slash == std::string::npos ? "" : film.file.substr(0, slash + 1)) + name;
}

Result<picture::Theme> loadTheme(const base::ProgramFiles& files, const film::Film& film,
                                 const std::string& asked) {
    const std::string name = asked.empty() ? film.theme : asked;
    const std::string path = themePath(files, film, asked);
    std::error_code ignored;
    if (!asked.empty() && !isShippedTheme(name) && !std::filesystem::exists(path, ignored)) {
        const std::string near(base::nearest(name, {"night", "paper", "plain"}));
        return usage("--theme " + name + ": there is no such theme",
                     near.empty() ? "choose night, paper, plain, or a theme file that is there"
                                  : "did you mean \"" + near + "\"?");
    }
    const auto sheet = film::readStyleSheet(path);
    if (!sheet) return sheet.problems();
    return picture::makeTheme(*sheet, name);
}

Result<std::vector<picture::Theme>> stageThemes(const base::ProgramFiles& files, const film::Film& film,
                                                const picture::Theme& first) {
    std::vector<picture::Theme> themes{first};
    for (const char* name : {"night", "paper", "plain"}) {
        if (first.name == name) continue;
        auto theme = loadTheme(files, film, name);
        if (!theme) return theme.problems();
        themes.push_back(std::move(*theme));
    }
    return themes;
}

Result<std::string> languageOf(const film::Film& film, const std::string& asked) {
    if (asked.empty()) return film.languages.front();
    for (const std::string& language : film.languages) {
        if (language == asked) return asked;
    }
    std::string list;
    for (const std::string& language : film.languages) list += (list.empty() ? "" : ", ") + language;
    return usage("--lang " + asked + ": the film is not in this language", "choose one of: " + list);
}

Result<FilmAndFiles> loadFilm(const CommandLine& line, const film::Draft& draft) {
    const auto files = base::findProgramFiles(line.dataFolder);
    if (!files) return files.problems();
    const auto gazetteer = film::readGazetteer(files->geodata() + "/places.toml");
    if (!gazetteer) return gazetteer.problems();
    const auto countries = geo::readCountryCodes(files->geodata());
    if (!countries) return countries.problems();
    auto film = film::readFilm(line.film.empty() ? files->film() : line.film, *gazetteer, *countries, draft);
    if (!film) return film.problems();
    auto chosen = chosenChapters(std::move(film->film), line);
    if (!chosen) return chosen.problems();
    film->film = std::move(*chosen);
    return FilmAndFiles{*files, std::move(*film)};
}

Result<Loaded> load(const CommandLine& line) {
    auto film = loadFilm(line);
    if (!film) return film.problems();
    auto theme = loadTheme(film->files, film->film.film, line.theme);
    if (!theme) return theme.problems();
    auto fonts = picture::Fonts::load(film->files.fonts());
    if (!fonts) return fonts.problems();
    auto projection = projectionOf(film->film);
    if (!projection) return projection.problems();
    auto world = geo::loadWorld(film->files.geodata(), std::move(*projection));
    if (!world) return world.problems();
    Problems warnings = std::move(film->film.warnings);
    warnings.insert(warnings.end(), world->warnings.begin(), world->warnings.end());
    return Loaded{film->files,         std::move(film->film.film), std::move(film->film.locations),
                  std::move(warnings), std::move(*theme),          std::move(*world),
                  std::move(*fonts),   std::move(film->film.texts)};
}

Result<picture::Options> pictureOptions(const CommandLine& line, const Loaded& loaded) {
    const auto language = languageOf(loaded.film, line.language);
    if (!language) return language.problems();
    return picture::Options{line.size, *language, loaded.theme, !line.noPanels};
}

Result<film::Moment> momentOf(const CommandLine& line, const film::Film& film) {
    if (!line.cue.empty()) {
        if (const auto cue = film::findCue(film, line.cue)) return film::endOfCue(film, *cue);
        std::vector<std::string> ids;
        for (const film::Cue& cue : film.cues) ids.push_back(cue.id);
        const std::string near(base::nearest(line.cue, ids));
        return usage("--cue " + line.cue + ": the film has no such cue",
                     near.empty() ? "`harmattan info` lists the cues" : "did you mean \"" + near + "\"?");
    }
    if (!line.date.empty()) {
        const base::EdtfParse date = base::parseEdtf(line.date);
        if (!date.date)
            return usage("--date " + line.date + ": " + date.why, "write a date such as 2024-04-10");
        if (const auto cue = film::cueAtDate(film, date.date->lastDay())) return film::endOfCue(film, *cue);
        return usage("--date " + line.date + ": nothing has happened yet in the film", "choose a later date");
    }
    const double seconds = line.at.empty() ? 0 : *parseTime(line.at, line.rate);
    if (seconds > film::duration(film)) {
        char lasts[32];
        std::snprintf(lasts, sizeof lasts, "%.1f s", film::duration(film));
        return usage("--at " + line.at + " is after the film's end", std::string("the film lasts ") + lasts);
    }
    return film::momentAt(film, seconds);
}

void printWarnings(const CommandLine& line, const Loaded& loaded) {
    print(loaded.warnings);
    print(picture::oddCameras(loaded.film, loaded.locations, {loaded.world, loaded.fonts, loaded.theme},
                              line.size));
}
