// The one function: film and moment in, picture out. No clock, no randomness, no state between calls.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "film/film.h"
#include "film/timeline.h"
#include "geo/world.h"
#include "picture/fonts.h"
#include "picture/ink.h"
#include "picture/picture.h"
#include "picture/theme.h"

namespace picture {

/// What a picture is made for: which panels it carries, and so what room the camera leaves.
enum class Purpose {
    Film,       ///< caption, legend, timeline and cards
    Page,       ///< a page that says the rest itself: the legend alone
    Thumbnail,  ///< a small picture beside its title: no panels
};

struct Options {
    base::Size size{1920, 1080};
    std::string language = "fr";
    Theme theme;
    bool panels = true;  ///< false: no caption, legend, timeline or cards; the camera leaves them room
    Purpose purpose = Purpose::Film;
    double scale = 1;  ///< of texts, arrows and marks, above 1 when it is shown small; not for Purpose::Film
    /// Pixels that something else stands on, as the panels of a window do: the camera and names leave them free
    /// too, and a title that begins there is not shown.
    std::vector<base::Box> covered = {};
    bool operator==(const Options&) const = default;
};

/// Where the onlooker's camera has come to rest, and how far its names have settled: 0 as while it moves, 1
/// placed for this very view.
struct Rest {
    geo::Camera camera;
    double share = 0;
    bool operator==(const Rest&) const = default;
};

/// What the onlooker has done to the film's own picture: moved away from its camera, drawn over it.
struct View {
    std::optional<geo::Camera> camera;
    Ink ink = {};                   ///< what they have drawn over it
    std::optional<Rest> rest = {};  ///< only with a camera, which may have left it
};

/// A film prepared for one size, language and theme: the cameras, tracks and label places of every cue,
/// worked out once so that labels stand still. `film`, `world` and `fonts` must outlive it. For one thread at
/// a time.
class Scene {
  public:
    Scene(const film::Film& film, const geo::World& world, const Fonts& fonts, Options options);
    ~Scene();
    Scene(Scene&&) noexcept;
    Scene& operator=(Scene&&) noexcept;

    /// The picture at a moment. Pure: any order of calls gives equal pictures.
    Picture at(const film::Moment& moment, const View& view = {}) const;

    /// The film's own camera at a moment.
    geo::Camera cameraAt(const film::Moment& moment) const;

    /// True when the picture of this moment's cue no longer changes with time, whoever looks: nothing of it
    /// flows or pulses, and all that eases has eased. False when in doubt.
    bool restsAt(const film::Moment& moment) const;

    const Options& options() const;

  private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

/// picture = pictureAt(film, world, fonts, moment, view, options), for one picture; a Scene does the same for
/// many.
Picture pictureAt(const film::Film& film, const geo::World& world, const Fonts& fonts,
                  const film::Moment& moment, const View& view, const Options& options);

}  // namespace picture
