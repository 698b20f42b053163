// A take as pictures of any size: what the room saw at a time, computed anew. Any order of calls gives equal
// pictures.
#pragma once

#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <vector>

#include "picture/scene.h"
#include "ui/take_replay.h"

namespace ui {

/// What an export may want otherwise than it was on stage.
struct TakeWishes {
    base::Size size;                      ///< of the pictures, pixels
    std::optional<std::string> language;  ///< all the time
    std::optional<std::string> theme;     ///< name, all the time
    bool panels = true;                   ///< false: never
};

class TakePictures {
  public:
    /// Everything given must outlive it; the take fits film and themes (mismatches() are none).
    TakePictures(const Take& take, const film::Film& film, const geo::World& world,
                 const picture::Fonts& fonts, const std::vector<picture::Theme>& themes, TakeWishes wishes);

    struct Shown {
        picture::Picture picture;
        std::int64_t cuts = 0;  ///< how often something has changed at once until then
    };

    /// The picture at `seconds` of the film that the take makes. Where that has the shape of the stage's
    /// picture it is this picture larger or smaller, else it is laid out anew. A covered screen is covered.
    Shown at(double seconds);

    /// Where the story stands then.
    film::Moment momentAt(double seconds);

  private:
    const picture::Scene& sceneOf(const Session& session, base::Size size);
    std::optional<geo::Camera> cameraOf(const Session& session, base::Size size);
    Sight sightOf(const Session& session, base::Size size);

    TakeTime m_time;
    const film::Film& m_film;
    const geo::World& m_world;
    const picture::Fonts& m_fonts;
    const std::vector<picture::Theme>& m_themes;
    TakeWishes m_wishes;
    std::list<picture::Scene> m_scenes;  // the one used last comes first
    TakeReplay m_replay;
};

/// The picture under an opaque cover. What is covered by the same is the same picture.
picture::Picture covered(const picture::Picture& picture, Blank blank);

}  // namespace ui
