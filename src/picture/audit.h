// The rules of an audit that need the map or the words of a caption; film/audit.h has those that need the
// film alone. docs/evidence.md explains each.
#pragma once

#include "film/audit.h"
#include "geo/world.h"
#include "picture/fonts.h"
#include "picture/theme.h"

namespace picture {

/// What an audit rests on besides the film.
struct AuditMeans {
    const geo::World& world;
    const Fonts& fonts;
    const Theme& theme;
};

/// Every caption can be said, and read, while its cue shows it, in each language of the film.
void checkCaptions(const film::Film& film, const AuditMeans& means, film::Findings& findings);

/// Credits play and hold long enough for each of their pages, at 1920x1080 and at 1080x1920.
void checkCredits(const film::Film& film, const AuditMeans& means, film::Findings& findings);

/// No flight of the camera is too fast to follow (picture/camera_path.h), at 1920x1080 and at 1080x1920.
void checkFlights(const film::Film& film, const AuditMeans& means, film::Findings& findings);

/// Every place lies in the country it claims, or within its precision and 15 km of it.
void checkPlaces(const film::Film& film, const geo::World& world, film::Findings& findings);

/// All that an audit finds, by these rules and by the film's; not in order.
base::Problems audit(const film::Film& film, const film::Locations& locations, const AuditMeans& means);

}  // namespace picture
