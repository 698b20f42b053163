#include "commands.h"

#include <cstdio>
#include <future>

#include "base/color_vision.h"
#include "base/image.h"
#include "loading.h"
#include "messages.h"
#include "picture/check.h"
#include "provenance.h"
#include "render/headless_context.h"
#include "render/renderer.h"
#include "ui/frame_overlay.h"
#include "video/png_writer.h"
#include "video/stopwatch.h"

using base::Result;

namespace {

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

}  // namespace

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
    if (line.overlay) {
        print(ui::FrameOverlay::warnings(loaded->film, picture->language));
        auto list = ui::FrameOverlay::make(loaded->film, loaded->theme, picture->size, loaded->files.fonts());
        if (!list) return fail(list.problems());
        list->draw(*picture, *target);
    }
    base::Image image = target->read();
    if (const auto vision = base::parseVision(line.simulate))
        image = base::simulated(std::move(image), *vision);
    const double drawSeconds = watch.seconds();
    const auto written =
        video::writeWhole(line.out, video::encodePng(image, pngTexts(*loaded, picture->language)));
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
