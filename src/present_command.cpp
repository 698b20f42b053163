#include "commands.h"

#include <cstdlib>
#include <filesystem>

#include "loading.h"
#include "messages.h"
#include "ui/present.h"

using base::Problem;
using base::Result;
using base::Severity;
using base::Trouble;

namespace {

// The theme shown first, then the others that ship, in the order the key steps through them.
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

// The files that the show is made from.
std::vector<std::string> filesOf(const base::ProgramFiles& files, const film::Film& film,
                                 const CommandLine& line) {
    std::vector<std::string> list{film.file, themePath(files, film, line.theme)};
    list.insert(list.end(), film.included.begin(), film.included.end());
    return list;
}

// What an export from the window has to be told again.
ui::ExportOrigin originOf(const film::Film& film, const CommandLine& line) {
    ui::ExportOrigin origin;
    const auto add = [&](const std::string& word) {
        if (!word.empty()) origin.film.push_back(word);
    };
    const auto addEach = [&](const char* option, const std::vector<std::string>& values) {
        for (const std::string& value : values) origin.film.insert(origin.film.end(), {option, value});
    };
    add(line.film);
    addEach("--skip", line.skip);
    addEach("--with", line.with);
    if (!line.dataFolder.empty()) addEach("--data", {line.dataFolder});
    // A film names its theme file from where it is itself, a command line from where that is.
    if (line.theme.empty()) origin.ownTheme = film.theme;
    if (isShippedTheme(film.theme)) origin.ownTheme.clear();
    std::error_code ignored;
    origin.folder = std::filesystem::current_path(ignored).string();
    if (const char* home = std::getenv("HOME")) origin.home = home;
    for (const ExportPreset& preset : exportPresets())
        origin.presets.push_back({preset.name, preset.size, preset.rate, preset.ending});
    return origin;
}

// Film and themes as their files are now. The map stays: it is what takes long.
Result<ui::Show> showAgain(const CommandLine& line, const std::string& projection) {
    auto film = loadFilm(line);
    if (!film) return film.problems();
    film::Film& now = film->film.film;
    if (now.projection != projection)
        return Problem{Severity::Error,        Trouble::Data, now.file, 0, 0, "the projection has changed",
                       "start again to see it"};
    auto theme = loadTheme(film->files, now, line.theme);
    if (!theme) return theme.problems();
    auto themes = stageThemes(film->files, now, *theme);
    if (!themes) return themes.problems();
    std::vector<std::string> files = filesOf(film->files, now, line);
    return ui::Show{std::move(now), std::move(*themes), std::move(files)};
}

}  // namespace

int runPresent(const CommandLine& line) {
    auto loaded = load(line);
    if (!loaded) return fail(loaded.problems());
    printWarnings(line, *loaded);
    const auto language = languageOf(loaded->film, line.language);
    if (!language) return fail(language.problems());
    auto themes = stageThemes(loaded->files, loaded->film, loaded->theme);
    if (!themes) return fail(themes.problems());
    ui::PresentOptions options;
    options.fullscreen = line.fullscreen;
    options.display = line.display;
    options.language = *language;
    options.theme = loaded->theme.name;
    options.size = line.sizeGiven ? line.size : base::Size{1280, 720};
    if (!line.at.empty()) {
        const auto at = parseTime(line.at, line.rate);
        if (!at) return fail({usage("--at " + line.at + " is not a time", "write 12.5s, 1:02.5 or 375f")});
        options.at = *at;
    }
    options.overlay = line.overlay;
    options.paused = line.paused;
    options.traceFile = line.trace;
    options.exitAfterSeconds = line.exitAfterSeconds;
    options.fontsDirectory = loaded->files.fonts();
    options.exporting = originOf(loaded->film, line);
    options.again = [&line, projection = loaded->film.projection] { return showAgain(line, projection); };
    std::vector<std::string> files = filesOf(loaded->files, loaded->film, line);
    const auto result = ui::present({std::move(loaded->film), std::move(*themes), std::move(files)},
                                    loaded->world, loaded->fonts, options);
    return result ? *result : fail(result.problems());
}
