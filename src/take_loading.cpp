#include "take_loading.h"

#include <cstdio>
#include <filesystem>

#include "messages.h"
#include "provenance.h"
#include "ui/read_take.h"
#include "ui/show.h"
#include "ui/take_pictures.h"

using base::Done;
using base::Result;

namespace {

namespace fs = std::filesystem;

/// What the pictures of a take are made from, kept as long as they are asked for.
struct TakeShow {
    ui::Take take;
    std::vector<picture::Theme> themes;
    std::unique_ptr<ui::TakePictures> pictures;
};

ui::TakeWishes wishesOf(const AskedTake& asked, const CommandLine& line, const Loaded& loaded) {
    ui::TakeWishes wishes;
    wishes.size = line.size;
    if (asked.language) wishes.language = line.language;
    if (asked.theme) wishes.theme = loaded.theme.name;
    wishes.panels = !line.noPanels;
    return wishes;
}

}  // namespace

Result<AskedTake> loadTake(CommandLine& line) {
    auto read = ui::readTake(line.take);
    if (!read) return read.problems();
    print(read->warnings);
    AskedTake asked{std::move(read->take), !line.language.empty(), !line.theme.empty()};
    const ui::TakeHeader& header = asked.take.header;
    if (line.film.empty() && !header.film.empty()) {
        line.film = (fs::path(line.take).parent_path() / header.film).lexically_normal().string();
        std::error_code ignored;
        if (!fs::exists(line.film, ignored))
            return usage(line.film + ": the take's film is not there", "name the film in front of --take");
    }
    if (line.skip.empty() && line.with.empty()) {
        line.skip = header.skip;
        line.with = header.with;
    }
    if (!asked.language) line.language = header.language;
    if (!asked.theme && isShippedTheme(header.theme)) line.theme = header.theme;
    return asked;
}

std::vector<std::string> overridesOf(const AskedTake& asked) {
    std::vector<std::string> names;
    if (asked.language) names.emplace_back("language");
    if (asked.theme) names.emplace_back("theme");
    return names;
}

Result<std::vector<picture::Theme>> themesOf(const AskedTake& asked, const Loaded& loaded) {
    const std::string& name = asked.take.header.theme;
    const bool isThere = asked.theme || name.empty() || name == loaded.theme.name;
    if (isThere) return stageThemes(loaded.files, loaded.film, loaded.theme);
    // As the film: from where the take is.
    const fs::path beside = fs::path(asked.take.path).parent_path() / name;
    std::error_code ignored;
    const bool isBeside = !isShippedTheme(name) && fs::exists(beside, ignored);
    auto first = loadTheme(loaded.files, loaded.film, isBeside ? beside.string() : name);
    if (!first) return first.problems();
    first->name = name;
    return stageThemes(loaded.files, loaded.film, *first);
}

Result<Done> checkTake(const AskedTake& asked, const Loaded& loaded,
                       const std::vector<picture::Theme>& themes) {
    ui::Take take = asked.take;
    // What is shown in another language or theme needs none of its own.
    if (asked.theme) take.header.theme.clear();
    if (asked.language) take.header.language.clear();
    for (ui::TakeLine& line : take.lines) {
        const bool isReplaced = (asked.theme && line.command.id == ui::CommandId::Theme) ||
                                (asked.language && line.command.id == ui::CommandId::Language);
        if (isReplaced) line.to.clear();
    }
    if (const auto wrong = ui::mismatches(take, loaded.film, ui::namesOf(themes)); !wrong.empty())
        return wrong;
    const auto hash = filmHashOf(loaded.film);
    if (!hash) return hash.problems();
    if (!take.header.filmHash.empty() && take.header.filmHash != *hash)
        std::fprintf(stderr,
                     "harmattan: %s: the film has changed since this take was recorded; look at the result\n",
                     take.path.c_str());
    return Done{};
}

Result<std::shared_ptr<const video::Performance>> performanceOf(const AskedTake& asked,
                                                                const CommandLine& line,
                                                                const Loaded& loaded) {
    auto themes = themesOf(asked, loaded);
    if (!themes) return themes.problems();
    if (const auto fits = checkTake(asked, loaded, *themes); !fits) return fits.problems();
    auto show = std::make_shared<TakeShow>(TakeShow{asked.take, std::move(*themes), nullptr});
    show->pictures = std::make_unique<ui::TakePictures>(show->take, loaded.film, loaded.world, loaded.fonts,
                                                        show->themes, wishesOf(asked, line, loaded));
    auto performance = std::make_shared<video::Performance>();
    performance->seconds = ui::TakeTime(show->take).filmSeconds();
    if (const auto sound = ui::soundOf(show->take)) performance->soundAt = sound->at;
    performance->at = [show](double seconds) {
        auto shown = show->pictures->at(seconds);
        return video::Performed{std::move(shown.picture), shown.cuts};
    };
    return std::shared_ptr<const video::Performance>(std::move(performance));
}
