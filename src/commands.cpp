#include "commands.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <future>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/color_vision.h"
#include "base/image.h"
#include "base/program_files.h"
#include "film/bibliography.h"
#include "film/cue_summary.h"
#include "film/film_file.h"
#include "film/film_json.h"
#include "film/style_sheet.h"
#include "geo/world.h"
#include "picture/audit.h"
#include "picture/check.h"
#include "picture/contrast.h"
#include "picture/scene.h"
#include "render/headless_context.h"
#include "render/renderer.h"
#include "ui/present.h"
#include "video/export.h"
#include "video/png_writer.h"
#include "video/stopwatch.h"
#include "video/storyboard_files.h"

namespace {

using base::Problem;
using base::Problems;
using base::Result;
using base::Severity;
using base::Trouble;

constexpr int kDone = 0, kDiffer = 4, kInterrupted = 130;

std::atomic<bool> interrupted{false};

void interrupt(int) {
    interrupted = true;
}

int exitCodeOf(const Problems& problems) {
    for (const Problem& p : problems) {
        if (p.severity != Severity::Error) continue;
        return p.trouble == Trouble::Data ? 3 : p.trouble == Trouble::Usage ? 2 : 1;
    }
    return kDone;
}

void print(const Problems& problems) {
    for (const Problem& p : problems) {
        std::fprintf(stderr, "harmattan: %s%s\n", p.severity == Severity::Warning ? "warning: " : "",
                     base::toString(p).c_str());
    }
}

int fail(const Problems& problems) {
    print(problems);
    return exitCodeOf(problems);
}

Problem usage(std::string what, std::string advice) {
    return {Severity::Error, Trouble::Usage, "", 0, 0, std::move(what), std::move(advice)};
}

// Everything a picture is made from, loaded.
struct Loaded {
    base::ProgramFiles files;
    film::Film film;
    film::Locations locations;
    Problems warnings;
    picture::Theme theme;
    geo::World world;
    picture::Fonts fonts;
};

bool isBuiltIn(const std::string& theme) {
    return theme == "night" || theme == "paper" || theme == "plain";
}

// The file of the theme asked for, or of the film's own.
std::string themePath(const base::ProgramFiles& files, const film::Film& film, const std::string& asked) {
    const std::string name = asked.empty() ? film.theme : asked;
    if (isBuiltIn(name)) return files.themes() + "/" + name + ".toml";
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
    if (!asked.empty() && !isBuiltIn(name) && !std::filesystem::exists(path, ignored)) {
        const std::string near(base::nearest(name, {"night", "paper", "plain"}));
        return usage("--theme " + name + ": there is no such theme",
                     near.empty() ? "choose night, paper, plain, or a theme file that is there"
                                  : "did you mean \"" + near + "\"?");
    }
    const auto sheet = film::readStyleSheet(path);
    if (!sheet) return sheet.problems();
    return picture::makeTheme(*sheet, name);
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

struct FilmAndFiles {
    base::ProgramFiles files;
    film::FilmFile film;
};

Result<FilmAndFiles> loadFilm(const CommandLine& line) {
    const auto files = base::findProgramFiles(line.dataFolder);
    if (!files) return files.problems();
    const auto gazetteer = film::readGazetteer(files->geodata() + "/places.toml");
    if (!gazetteer) return gazetteer.problems();
    const auto countries = geo::readCountryCodes(files->geodata());
    if (!countries) return countries.problems();
    auto film = film::readFilm(line.film.empty() ? files->film() : line.film, *gazetteer, *countries);
    if (!film) return film.problems();
    auto chosen = chosenChapters(std::move(film->film), line);
    if (!chosen) return chosen.problems();
    film->film = std::move(*chosen);
    return FilmAndFiles{*files, std::move(*film)};
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
                  std::move(*fonts)};
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

// What a person who is about to see the whole film should know.
void printWarnings(const CommandLine& line, const Loaded& loaded) {
    print(loaded.warnings);
    print(picture::oddCameras(loaded.film, loaded.locations, {loaded.world, loaded.fonts, loaded.theme},
                              line.size));
}

// The one picture that `still` and `picture` are about.
Result<picture::Picture> pictureAsked(const CommandLine& line, const Loaded& loaded) {
    const auto moment = momentOf(line, loaded.film);
    if (!moment) return moment.problems();
    print(picture::oddCamera(loaded.film, loaded.locations, {loaded.world, loaded.fonts, loaded.theme},
                             line.size, moment->cue));
    const auto options = pictureOptions(line, loaded);
    if (!options) return options.problems();
    return picture::pictureAt(loaded.film, loaded.world, loaded.fonts, *moment, {}, *options);
}

int compareWithReference(const CommandLine& line, const base::Image& image) {
    const auto reference = base::readImage(line.reference);
    if (!reference) return fail(reference.problems());
    const base::ImageDifference difference = base::compare(image, *reference);
    if (difference.sameSize && difference.worst <= line.worst && difference.mean <= line.mean) return kDone;
    std::fprintf(stderr, "harmattan: %s differs from %s: worst %d, mean %.4f%s\n", line.out.c_str(),
                 line.reference.c_str(), difference.worst, difference.mean,
                 difference.sameSize ? "" : " (the sizes differ)");
    return kDiffer;
}

int runStill(const CommandLine& line) {
    if (!line.out.ends_with(".png"))
        return fail({usage("-o " + line.out + ": a still is a PNG file", "end it in .png")});
    const video::Stopwatch watch;
    // The context needs nothing of the film, and takes as long as the film's loading.
    auto loading = std::async(std::launch::async, [&] { return load(line); });
    const auto context = render::HeadlessContext::make();
    auto loaded = loading.get();
    if (!loaded) return fail(loaded.problems());
    print(loaded->warnings);
    if (!context) return fail(context.problems());
    const double loadSeconds = watch.seconds();
    const auto picture = pictureAsked(line, *loaded);
    if (!picture) return fail(picture.problems());
    const double pictureSeconds = watch.seconds();
    const auto target = render::Target::make(picture->size);
    if (!target) return fail(target.problems());
    render::Renderer renderer(loaded->world, loaded->fonts);
    renderer.draw(*picture, *target);
    base::Image image = target->read();
    if (const auto vision = base::parseVision(line.simulate))
        image = base::simulated(std::move(image), *vision);
    const double drawSeconds = watch.seconds();
    const auto written = video::writeWhole(line.out, video::encodePng(image));
    if (!written) return fail(written.problems());
    if (line.stats) {
        std::fprintf(stderr, "loaded %.3f s, picture %.3f s, drawn and read %.3f s, written %.3f s\n",
                     loadSeconds, pictureSeconds - loadSeconds, drawSeconds - pictureSeconds,
                     watch.seconds() - drawSeconds);
    }
    return line.reference.empty() ? kDone : compareWithReference(line, image);
}

int runPicture(const CommandLine& line) {
    const auto loaded = load(line);
    if (!loaded) return fail(loaded.problems());
    const auto picture = pictureAsked(line, *loaded);
    if (!picture) return fail(picture.problems());
    std::fputs(picture::toJson(*picture).c_str(), stdout);
    return kDone;
}

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

std::string numberOf(std::size_t number, const std::string& noun) {
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

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

nlohmann::ordered_json jsonOf(const Problems& problems) {
    auto list = nlohmann::ordered_json::array();
    for (const Problem& p : problems) {
        list.push_back({{"severity", p.severity == Severity::Error ? "error" : "warning"},
                        {"file", p.file},
                        {"line", p.line},
                        {"column", p.column},
                        {"what", p.what},
                        {"advice", p.advice}});
    }
    return list;
}

// What was said while loading, and what the audit finds, in the order of the files.
Problems auditOf(const Loaded& loaded) {
    Problems problems =
        picture::audit(loaded.film, loaded.locations, {loaded.world, loaded.fonts, loaded.theme});
    problems.insert(problems.end(), loaded.warnings.begin(), loaded.warnings.end());
    return film::inOrder(std::move(problems));
}

void printVerdict(const CommandLine& line, const film::Film& film, const Problems& problems) {
    const auto errors = static_cast<std::size_t>(std::count_if(
        problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::Error; }));
    std::string verdict = problems.empty() ? "no problems" : "no errors";
    if (line.audit) {
        verdict = errors == 0 ? "audit clean" : "audit found " + numberOf(errors, "error");
        verdict += ", " + numberOf(problems.size() - errors, "warning") + " (" +
                   numberOf(film.events.size(), "event") + ", " + numberOf(film.sources.size(), "source") +
                   ", " + numberOf(film.cues.size(), "cue") + ")";
    }
    const std::string theme = line.theme.empty() ? "" : " in theme " + line.theme;
    std::printf("%s%s: %s\n", film.file.c_str(), theme.c_str(), verdict.c_str());
}

// What pictures of this film in this theme cannot show well.
void addLookWarnings(const CommandLine& line, Loaded& loaded) {
    Problems& all = loaded.warnings;
    const auto add = [&](const Problems& seen) { all.insert(all.end(), seen.begin(), seen.end()); };
    const picture::AuditMeans means{loaded.world, loaded.fonts, loaded.theme};
    add(picture::check(loaded.film, loaded.locations, means));
    add(picture::oddCameras(loaded.film, loaded.locations, means, line.size));
    const auto sheet = film::readStyleSheet(themePath(loaded.files, loaded.film, line.theme));
    if (sheet) add(picture::contrastProblems(loaded.theme, *sheet));
    all = film::inOrder(std::move(all));
}

int runCheck(const CommandLine& line) {
    auto loaded = load(line);
    if (loaded) addLookWarnings(line, *loaded);
    const Problems problems = !loaded ? loaded.problems() : line.audit ? auditOf(*loaded) : loaded->warnings;
    if (line.json) {
        std::printf("%s\n",
                    jsonOf(problems).dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    } else {
        print(problems);
        if (loaded) printVerdict(line, loaded->film, problems);
    }
    if (!loaded && line.audit && exitCodeOf(problems) == 3)
        std::fprintf(stderr, "harmattan: not audited; the audit runs once these errors are gone\n");
    return exitCodeOf(problems);
}

// On a terminal a line that changes; in a log, a line each tenth of the way.
void printProgress(const video::Progress& progress, const video::Stopwatch& watch, bool terminal) {
    const auto done = static_cast<long long>(progress.done), total = static_cast<long long>(progress.total);
    if (!terminal) {
        if (done * 10 / total != (done - 1) * 10 / total)
            std::fprintf(stderr, "%lld of %lld frames\n", done, total);
        return;
    }
    const double rate = static_cast<double>(progress.done) / std::max(watch.seconds(), 1e-3);
    const int left =
        static_cast<int>(static_cast<double>(progress.total - progress.done) / std::max(rate, 1e-3));
    std::fprintf(stderr, "\rframe %lld, %lld of %lld, %.1f frames/s, %d:%02d left ",
                 static_cast<long long>(progress.frame), done, total, rate, left / 60, left % 60);
}

void printStats(const video::ExportResult& result) {
    const video::ExportStats& s = result.stats;
    const auto frames = static_cast<double>(std::max<std::int64_t>(result.written, 1));
    std::fprintf(
        stderr,
        "%lld frames in %.2f s, %.1f frames/s\nper frame: picture %.1f ms, draw %.1f ms, read %.1f ms, "
        "waiting for encoders %.1f ms; encoding, on its own threads, %.1f ms\n",
        static_cast<long long>(result.written), s.total, frames / std::max(s.total, 1e-9),
        s.picture / frames * 1e3, s.draw / frames * 1e3, s.read / frames * 1e3, s.wait / frames * 1e3,
        s.encode / frames * 1e3);
}

int reportExport(const video::ExportResult& result) {
    if (!result.interrupted) {
        std::printf("%lld frames in %s\n", static_cast<long long>(result.written), result.folder.c_str());
        return kDone;
    }
    std::fprintf(stderr, "harmattan: interrupted after frame %lld; go on with --frames %lld-%lld\n",
                 static_cast<long long>(result.firstFrame + result.written - 1),
                 static_cast<long long>(result.firstFrame + result.written),
                 static_cast<long long>(result.lastFrame));
    return kInterrupted;
}

int runExport(const CommandLine& line) {
    auto loaded = load(line);
    if (!loaded) return fail(loaded.problems());
    printWarnings(line, *loaded);
    const auto options = pictureOptions(line, *loaded);
    if (!options) return fail(options.problems());
    const auto context = render::HeadlessContext::make();
    if (!context) return fail(context.problems());

    video::ExportOptions wanted{line.out, *options, line.rate, line.frames, video::Overwrite::Refuse,
                                line.jobs};
    if (line.force) wanted.overwrite = video::Overwrite::Allow;
    if (wanted.frames) {
        const std::int64_t count = film::frameCount(film::duration(loaded->film), line.rate);
        if (wanted.frames->second == std::numeric_limits<std::int64_t>::max()) wanted.frames->second = count;
    }
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    const video::Stopwatch watch;
    const bool terminal = isatty(STDERR_FILENO) == 1;
    const auto progress = [&](const video::Progress& p) { printProgress(p, watch, terminal); };
    const auto result =
        video::exportFilm(loaded->film, loaded->world, loaded->fonts, wanted, progress, interrupted);
    if (terminal) std::fputc('\n', stderr);
    if (!result) return fail(result.problems());
    if (line.stats) printStats(*result);
    return reportExport(*result);
}

int runStoryboard(const CommandLine& line) {
    const auto existing = line.force ? video::Existing::Overwrite : video::Existing::Refuse;
    if (const auto possible = video::checkStoryboard(line.out, line.size, existing, line.perPage); !possible)
        return fail(possible.problems());
    auto loaded = load(line);
    if (!loaded) return fail(loaded.problems());
    printWarnings(line, *loaded);
    const auto options = pictureOptions(line, *loaded);
    if (!options) return fail(options.problems());
    const auto context = render::HeadlessContext::make();
    if (!context) return fail(context.problems());
    const video::StoryboardOptions wanted{line.out, loaded->files.fonts(), *options,
                                          line.noNotes ? video::Notes::LeftOut : video::Notes::Shown,
                                          line.perPage.value_or(1)};
    const auto written = video::writeStoryboard(loaded->film, loaded->world, loaded->fonts, wanted);
    return written ? kDone : fail(written.problems());
}

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
    options.again = [&line, projection = loaded->film.projection] { return showAgain(line, projection); };
    std::vector<std::string> files = filesOf(loaded->files, loaded->film, line);
    const auto result = ui::present({std::move(loaded->film), std::move(*themes), std::move(files)},
                                    loaded->world, loaded->fonts, options);
    return result ? *result : fail(result.problems());
}

}  // namespace

int runCommand(const CommandLine& line) {
    if (line.command == "still") return runStill(line);
    if (line.command == "picture") return runPicture(line);
    if (line.command == "info") return runInfo(line);
    if (line.command == "check") return runCheck(line);
    if (line.command == "export") return runExport(line);
    if (line.command == "storyboard") return runStoryboard(line);
    return runPresent(line);
}
