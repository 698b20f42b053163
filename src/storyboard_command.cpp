#include "commands.h"
#include "loading.h"
#include "messages.h"
#include "render/headless_context.h"
#include "video/storyboard_files.h"

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
