// What the tags of a state cue say, and the events that they rest on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "film/film.h"
#include "film/state.h"

namespace video {

/// A tag of the map: a force, or a place in an alliance.
struct TagOnMap {
    std::string name;
    std::string how;  ///< "attested", "member, exit announced"
    base::Color color;
    std::vector<const film::Event*> events;  ///< those that attest it
};

/// The tags of a country at the end of `day`: forces, then alliances. A force that is attested later names
/// the later events, any other those of that day or before.
std::vector<TagOnMap> tagsOnMap(const film::Film& film, const film::StateTable& states,
                                std::string_view country, base::Day day, std::string_view language);

}  // namespace video
