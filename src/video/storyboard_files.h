// A storyboard as a file: a contact sheet (.png) or a handout (.pdf), with pictures drawn by the renderer.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "film/film.h"
#include "geo/world.h"
#include "picture/fonts.h"
#include "picture/scene.h"
#include "video/storyboard.h"

namespace video {

struct StoryboardOptions {
    std::string out;  ///< ends in .png or .pdf, whatever the case
    std::string fontsDirectory;
    picture::Options picture;  ///< language and theme; of its size only the shape counts
    Notes notes = Notes::Shown;
    int cuesPerPage = 1;  ///< of a handout, 1..6
};

/// Whether the output and the shape can be what they are asked to be: a problem of kind Usage when the name
/// ends in neither (in either case), the file is there and may not be overwritten, a side is over four times
/// the other, or a contact sheet is given a number of cues for its pages.
enum class Existing { Refuse, Overwrite };
base::Result<base::Done> checkStoryboard(const std::string& out, base::Size shape, Existing existing,
                                         std::optional<int> cuesPerPage);

/// Draws and writes it with the current GL context. Problems: Usage (too many cues for a sheet), Failure
/// (disk, fonts, GL); nothing half-written stays.
base::Result<base::Done> writeStoryboard(const film::Film& film, const geo::World& world,
                                         const picture::Fonts& fonts, const StoryboardOptions& options);

}  // namespace video
