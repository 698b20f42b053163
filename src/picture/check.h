// What `harmattan check` warns of beside the film file's own rules: characters that no font has. All are
// warnings: the film can be shown, but not as its author means it. film/audit.h and picture/audit.h are the
// editor's rules.
#pragma once

#include "film/locations.h"
#include "picture/audit.h"

namespace picture {

/// Each text's first character that no shipped font has, at its line and column.
base::Problems missingCharacters(const film::Film& film, const film::Locations& locations,
                                 const Fonts& fonts);

/// All warnings of this file, not in order.
base::Problems check(const film::Film& film, const film::Locations& locations, const AuditMeans& means);

}  // namespace picture
