#include "commands.h"

#include <cstdlib>
#include <filesystem>

#include "loading.h"
#include "messages.h"
#include "provenance.h"
#include "take_loading.h"
#include "ui/present.h"
#include "ui/settings.h"

using base::Problem;
using base::Result;
using base::Severity;
using base::Trouble;

namespace {

// The files that the show is made from.
std::vector<std::string> filesOf(const base::ProgramFiles& files, const film::Film& film,
                                 const CommandLine& line) {
    std::vector<std::string> list{film.file, themePath(files, film, line.theme)};
    list.insert(list.end(), film.included.begin(), film.included.end());
    // What the program brings is read again too: a theme or a place can be worked on while it is seen.
    for (const char* name : {"night", "paper", "plain"})
        list.push_back(files.themes() + "/" + name + ".toml");
    list.push_back(files.geodata() + "/places.toml");
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

// Scripts and tests see what anybody sees, not what is remembered of one person; unless they say where.
std::string settingsFileFor(const CommandLine& line) {
    const ui::SettingsPlace place = ui::settingsPlace();
    const bool isScripted = !line.trace.empty() || line.exitAfterSeconds > 0;
    if (line.noSettings || (isScripted && !place.file)) return "";
    return ui::settingsPath(place);
}

// Film and themes as their files are now. The map stays: it is what takes long.
Result<ui::Show> showAgain(const CommandLine& line, const std::string& projection, const film::Draft& draft) {
    auto film = loadFilm(line, draft);
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
    return ui::Show{std::move(now), std::move(*themes), std::move(files), std::move(film->film.locations),
                    std::move(film->film.texts)};
}

// What a take says of the film it was recorded with.
Result<ui::TakeHeader> headerOf(const CommandLine& line, const film::Film& film) {
    ui::TakeHeader header;
    header.program = HARMATTAN_VERSION;
    std::error_code ignored;
    if (!line.film.empty()) header.film = std::filesystem::absolute(line.film, ignored).string();
    header.skip = line.skip;
    header.with = line.with;
    const auto hash = filmHashOf(film);
    if (!hash) return hash.problems();
    header.filmHash = *hash;
    return header;
}

Result<ui::TakeOptions> takeOptions(const CommandLine& line, const Loaded& loaded) {
    ui::TakeOptions options{line.record, line.sound, line.force, {}, {}};
    if (line.record.empty()) return options;
    if (!line.sound.empty() && !line.sound.ends_with(".wav"))
        return usage("--audio " + line.sound + ": sound is recorded as .wav", "end it in .wav");
    auto header = headerOf(line, loaded.film);
    if (!header) return header.problems();
    options.header = std::move(*header);
    return options;
}

}  // namespace

int runPresent(const CommandLine& given) {
    CommandLine line = given;
    // A take names it, and is shown from anywhere.
    std::error_code ignored;
    if (!isShippedTheme(line.theme) && std::filesystem::exists(line.theme, ignored))
        line.theme = std::filesystem::absolute(line.theme, ignored).string();
    std::optional<AskedTake> played;
    if (!line.take.empty()) {
        auto asked = loadTake(line);
        if (!asked) return fail(asked.problems());
        played = std::move(*asked);
    }
    auto loaded = load(line);
    if (!loaded) return fail(loaded.problems());
    printWarnings(line, *loaded);
    const auto language = languageOf(loaded->film, line.language);
    if (!language) return fail(language.problems());
    auto themes =
        played ? themesOf(*played, *loaded) : stageThemes(loaded->files, loaded->film, loaded->theme);
    if (!themes) return fail(themes.problems());
    auto take = takeOptions(line, *loaded);
    if (!take) return fail(take.problems());
    if (played) {
        if (const auto fits = checkTake(*played, *loaded, *themes); !fits) return fail(fits.problems());
        take->play = played->take;
        if (played->language) take->play->header.language = line.language;
        if (played->theme) take->play->header.theme = loaded->theme.name;
    }
    ui::PresentOptions options;
    options.take = std::move(*take);
    options.fullscreen = line.fullscreen;
    options.display = line.display;
    options.notes = line.notes;
    if (!line.talk.empty()) options.talkSeconds = parseTime(line.talk, {}).value_or(0);
    options.language = *language;
    options.theme = loaded->theme.name;
    options.size = line.sizeGiven ? line.size : base::Size{1280, 720};
    options.sizeGiven = line.sizeGiven;
    if (!line.at.empty()) {
        const auto at = parseTime(line.at, line.rate);
        if (!at) return fail({usage("--at " + line.at + " is not a time", "write 12.5s, 1:02.5 or 375f")});
        options.at = *at;
    }
    options.overlay = line.overlay;
    options.paused = line.paused;
    options.loop = line.loop;
    options.traceFile = line.trace;
    options.stats = line.stats;
    options.exitAfterSeconds = line.exitAfterSeconds;
    options.settingsFile = settingsFileFor(line);
    options.uiScale = line.uiScale;
    options.fontsDirectory = loaded->files.fonts();
    options.exporting = originOf(loaded->film, line);
    options.again = [line, projection = loaded->film.projection](const film::Draft& draft) {
        return showAgain(line, projection, draft);
    };
    std::vector<std::string> files = filesOf(loaded->files, loaded->film, line);
    const auto result = ui::present({std::move(loaded->film), std::move(*themes), std::move(files),
                                     std::move(loaded->locations), std::move(loaded->texts)},
                                    loaded->world, loaded->fonts, options);
    return result ? *result : fail(result.problems());
}
