#include "video/storyboard_files.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string_view>

#include "film/timeline.h"
#include "render/renderer.h"
#include "video/contact_sheet.h"
#include "video/handout.h"
#include "video/png_writer.h"

namespace video {

namespace {

base::Problem usage(std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Usage, "", 0, 0, std::move(what), std::move(advice)};
}

bool endsIn(const std::string& path, std::string_view ending) {
    if (path.size() < ending.size()) return false;
    return std::equal(ending.begin(), ending.end(), path.end() - std::ssize(ending), [](char a, char b) {
        return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
    });
}

// Draws cues at their ends. A scene keeps what it worked out, so a new one is begun now and then: memory
// stays bounded however many cues there are.
class CuePictures {
  public:
    CuePictures(const film::Film& film, const geo::World& world, const picture::Fonts& fonts,
                picture::Options options)
        : m_film(film),
          m_world(world),
          m_fonts(fonts),
          m_options(std::move(options)),
          m_renderer(world, fonts) {}

    base::Result<base::Image> draw(std::size_t cue, base::Size size) {
        if (const auto problem = prepare(size)) return *problem;
        m_renderer.draw(pictureOf(cue), *m_target);
        return m_target->read();
    }

  private:
    static constexpr int kCuesPerScene = 64;

    std::optional<base::Problem> prepare(base::Size size) {
        if (!m_target || m_target->size() != size) {
            auto target = render::Target::make(size);
            if (!target) return target.problems().front();
            m_target.emplace(std::move(*target));
            m_scene.reset();
        }
        if (!m_scene || m_drawn++ % kCuesPerScene == 0) {
            m_options.size = size;
            m_scene.emplace(m_film, m_world, m_fonts, m_options);
        }
        return std::nullopt;
    }

    // A small picture of a card is the card itself, as the film shows it.
    picture::Picture pictureOf(std::size_t cue) const {
        const film::Moment end = film::endOfCue(m_film, cue);
        const bool card = m_film.cues[cue].card != film::CueCard::None;
        if (!card || m_options.purpose != picture::Purpose::Thumbnail) return m_scene->at(end);
        picture::Options asInFilm = m_options;
        asInFilm.purpose = picture::Purpose::Film;
        return picture::pictureAt(m_film, m_world, m_fonts, end, {}, asInFilm);
    }

    const film::Film& m_film;
    const geo::World& m_world;
    const picture::Fonts& m_fonts;
    picture::Options m_options;
    render::Renderer m_renderer;
    std::optional<render::Target> m_target;
    std::optional<picture::Scene> m_scene;
    int m_drawn = 0;
};

struct Job {
    const film::Film& film;
    const geo::World& world;
    const picture::Fonts& fonts;
    const StoryboardOptions& options;
    const Storyboard& board;
    const TypeSetter& setter;

    CuePictures pictures(picture::Purpose purpose, double scale) const {
        picture::Options look = options.picture;
        look.purpose = purpose;
        look.scale = scale;
        return {film, world, fonts, std::move(look)};
    }
};

base::Result<base::Done> writePdf(const Job& job) {
    const HandoutOptions wanted{job.options.picture.size, job.options.cuesPerPage};
    const Handout handout = layHandout(job.board, job.setter, wanted);
    // Beside its text a picture is too small for a legend that can be read.
    const auto purpose = wanted.perPage == 1 ? picture::Purpose::Page : picture::Purpose::Thumbnail;
    CuePictures pictures = job.pictures(purpose, pictureScale(wanted));
    return writeHandout(job.options.out, job.board, handout, job.setter,
                        [&](std::size_t cue, base::Size size) { return pictures.draw(cue, size); });
}

base::Result<base::Done> writePng(const Job& job) {
    const auto sheet =
        layContactSheet(job.board, job.setter, job.options.picture.theme, job.options.picture.size);
    if (!sheet) return sheet.problems();
    CuePictures pictures = job.pictures(picture::Purpose::Thumbnail, pictureScale(*sheet));
    const auto image = drawContactSheet(
        *sheet, job.setter, [&](std::size_t cue, base::Size size) { return pictures.draw(cue, size); });
    if (!image) return image.problems();
    return writeWhole(job.options.out, encodePng(*image));
}

}  // namespace

base::Result<base::Done> checkStoryboard(const std::string& out, base::Size shape, Existing existing,
                                         std::optional<int> cuesPerPage) {
    if (!endsIn(out, ".png") && !endsIn(out, ".pdf")) {
        return usage("-o " + out + ": a storyboard is a contact sheet (.png) or a handout (.pdf)",
                     "end it in one of these");
    }
    if (cuesPerPage && !endsIn(out, ".pdf")) {
        return usage("--per-page is for a handout (.pdf); a contact sheet has all its cues on one page",
                     "leave --per-page out, or end the output in .pdf");
    }
    if (shape.w > 4 * shape.h || shape.h > 4 * shape.w) {
        return usage("--size " + std::to_string(shape.w) + "x" + std::to_string(shape.h) +
                         " is no shape for a page: one side is more than four times the other",
                     "write a size such as 1920x1080");
    }
    std::error_code ignored;
    if (existing == Existing::Refuse && std::filesystem::exists(out, ignored))
        return usage(out + " is there already", "choose another output, or overwrite with --force");
    return base::Done{};
}

base::Result<base::Done> writeStoryboard(const film::Film& film, const geo::World& world,
                                         const picture::Fonts& fonts, const StoryboardOptions& options) {
    const auto setter = TypeSetter::make(options.fontsDirectory, options.picture.language);
    if (!setter) return setter.problems();
    const Storyboard board = makeStoryboard(
        film, options.picture.language, options.notes, [&](std::string_view code) -> std::string {
            const int index = world.countryIndex(code);
            if (index < 0) return {};
            return std::string(film::nameIn(film, world.countries[static_cast<std::size_t>(index)].name,
                                            options.picture.language));
        });
    const Job job{film, world, fonts, options, board, *setter};
    return endsIn(options.out, ".pdf") ? writePdf(job) : writePng(job);
}

}  // namespace video
