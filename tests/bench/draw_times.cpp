// How long pictures take to draw, without encoding: the median of each frame's wall time until its pixels are
// there, and of the processor time of all threads. Usage: draw_times FILM THEME FPS FIRST LAST [WxH [LAYERS]]
#include <epoxy/gl.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "base/program_files.h"
#include "film/film_file.h"
#include "film/style_sheet.h"
#include "geo/world.h"
#include "picture/scene.h"
#include "render/headless_context.h"
#include "render/renderer.h"

namespace {

struct Job {
    std::string film, theme;
    std::int64_t framesPerSecond = 30, first = 1, last = 1;
    base::Size size;
    render::Layers layers;
};

render::Layers layersOf(const std::string& word) {
    const bool all = word == "all";
    return {all || word == "map", all || word == "arrows", all || word == "labels", all || word == "panels"};
}

struct Times {
    std::vector<double> picture, draw, processor;  // milliseconds
};

template <class T>
T must(base::Result<T> result) {
    if (result) return std::move(*result);
    for (const base::Problem& p : result.problems())
        std::fprintf(stderr, "draw_times: %s\n", base::toString(p).c_str());
    std::exit(1);
}

std::optional<Job> jobOf(int count, char** words) {
    if (count < 6) return std::nullopt;
    Job job{words[1], words[2], std::atoll(words[3]), std::atoll(words[4]), std::atoll(words[5]), {}, {}};
    job.size = {1920, 1080};
    if (count > 6 && std::sscanf(words[6], "%dx%d", &job.size.w, &job.size.h) != 2) return std::nullopt;
    if (count > 7) job.layers = layersOf(words[7]);
    return job;
}

double wallMilliseconds() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

double processorMilliseconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto of = [](const timeval& t) { return double(t.tv_sec) * 1e3 + double(t.tv_usec) * 1e-3; };
    return of(used.ru_utime) + of(used.ru_stime);
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Times measure(const Job& job) {
    const base::ProgramFiles files = must(base::findProgramFiles(""));
    const auto gazetteer = must(film::readGazetteer(files.geodata() + "/places.toml"));
    const auto countries = must(geo::readCountryCodes(files.geodata()));
    const film::Film film = must(film::readFilm(job.film, gazetteer, countries)).film;
    const auto fonts = must(picture::Fonts::load(files.fonts()));
    const auto world = must(geo::loadWorld(files.geodata(), must(geo::Projection::make(film.projection))));
    const auto sheet = must(film::readStyleSheet(files.themes() + "/" + job.theme + ".toml"));
    const picture::Options options{job.size, film.languages.front(),
                                   must(picture::makeTheme(sheet, job.theme))};
    const auto context = must(render::HeadlessContext::make());
    const render::Target target = must(render::Target::make(job.size));
    const picture::Scene scene(film, world, fonts, options);
    render::Renderer renderer(world, fonts);
    Times times;
    for (std::int64_t frame = job.first; frame <= job.last; ++frame) {
        const double before = wallMilliseconds();
        const auto moment = film::momentAt(film, film::timeOfFrame(frame, {job.framesPerSecond, 1}));
        const picture::Picture picture = scene.at(moment);
        const double begin = wallMilliseconds(), used = processorMilliseconds();
        renderer.draw(picture, target, job.layers);
        glFinish();
        times.picture.push_back(begin - before);
        times.draw.push_back(wallMilliseconds() - begin);
        times.processor.push_back(processorMilliseconds() - used);
    }
    return times;
}

}  // namespace

int main(int count, char** words) {
    const auto job = jobOf(count, words);
    if (!job) {
        std::fprintf(stderr, "usage: draw_times FILM THEME FPS FIRST LAST [WxH [LAYERS]]\n");
        return 2;
    }
    const Times times = measure(*job);
    std::printf("picture %.1f ms, draw %.1f ms, processor %.1f ms\n", median(times.picture),
                median(times.draw), median(times.processor));
}
