// What `harmattan check` warns of beside the film file's own rules: characters that no font has, texts and
// legends that have no room, cameras that the projection cannot show. All are warnings: the film can be
// shown, but not as its author means it. film/audit.h and picture/audit.h are the editor's rules.
#pragma once

#include "film/locations.h"
#include "picture/audit.h"

namespace picture {

/// No check looks at more cues than these, so that none of any film takes long.
inline constexpr std::size_t kMostCuesChecked = 200;

/// Each text's first character that no shipped font has, at its line and column.
base::Problems missingCharacters(const film::Film& film, const film::Locations& locations,
                                 const Fonts& fonts);

/// Titles and texts of captions and cards, and legends, that are cut in the frames films are exported in
/// (16:9, 1:1, 9:16, 4:5), in any of the film's languages, and how much has room where there is least.
base::Problems cutTexts(const film::Film& film, const film::Locations& locations, const AuditMeans& means);

/// Cameras that the projection cannot show as they are meant: it does not show what they must, its edge tears
/// that apart, or much of their frame (of `size` pixels) lies beyond it. Of each camera the first of these,
/// and what to do. They are warnings, because each picture still shows what it can (framing.h).
base::Problems oddCameras(const film::Film& film, const film::Locations& locations, const AuditMeans& means,
                          base::Size size);

/// The same of one cue alone.
base::Problems oddCamera(const film::Film& film, const film::Locations& locations, const AuditMeans& means,
                         base::Size size, std::size_t cue);

/// All warnings of this file but those of cameras, not in order.
base::Problems check(const film::Film& film, const film::Locations& locations, const AuditMeans& means);

}  // namespace picture
