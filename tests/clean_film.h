// A small film without a fault, for tests that put one in: its lines are numbered at their ends.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

inline const std::string kCleanFilm = R"(format = 1 # 1
title = { fr = "Petit film", en = "Small film" }
languages = ["fr", "en"]
map = { focus = ["NER"] }
[actors.russia] # 5
name = "Russie"
color = "#ff6b3a"
[actors.france]
name = "France"
color = "#5aa9ff" # 10
[places.moscow]
name = "Moscou"
lon = 37.6
lat = 55.8
kind = "symbol" # 15
[places.niamey]
name = "Niamey"
lon = 2.1098
lat = 13.5137
kind = "capital" # 20
country = "NER"
[places.agadez]
name = "Agadez"
lon = 7.9911
lat = 16.9733 # 25
kind = "city"
country = "NER"
[sources.paper]
publisher = "Le Journal"
date = "2024-06" # 30
url = "https://example.org/paper"
[sources.weekly]
publisher = "Le Courrier"
date = "2023-12-22"
url = "https://example.org/weekly" # 35
[chapters.whole]
title = { fr = "Le tout", en = "The whole" }
[[events]]
id = "E1"
date = "2024-04-10" # 40
kind = "arrival"
actor = "russia"
from = "moscow"
to = "niamey"
count = 100 # 45
count_status = "approx"
status = "reported"
said_by = { fr = "la télévision", en = "television" }
sources = ["paper"]
title = { fr = "Des instructeurs arrivent", en = "Instructors arrive" } # 50
text = { fr = "Leur nombre est approximatif.", en = "Their number is approximate." }
[[events]]
id = "E2"
date = "2023-10-10/2023-12-22"
kind = "departure" # 55
actor = "france"
from = "niamey"
to = "unknown"
count = 1500
count_status = "exact" # 60
said_by = { fr = "l’état-major", en = "the general staff" }
sources = ["weekly", "paper"]
title = { fr = "Les troupes quittent le Niger", en = "Troops leave Niger" }
text = { fr = "Le retrait dure dix semaines.", en = "The withdrawal takes ten weeks." }
status = "confirmed" # 65
[[events]]
id = "E3"
date = "2023-10-11"
kind = "departure"
actor = "france"
from = "agadez" # 71
to = "unknown"
said_by = { fr = "une radio", en = "a radio station" }
sources = ["weekly"]
part_of = "E2"
title = { fr = "Un convoi part", en = "A convoy leaves" }
text = { fr = "Il part à l’aube.", en = "It leaves at dawn." }
status = "confirmed"
[[cues]]
id = "opening" # 80
chapter = "whole"
card = "title"
title = { fr = "Un titre", en = "A title" }
notes = { fr = "Saluer.", en = "Greet." }
[[cues]] # 85
id = "arrival"
events = ["E1"]
camera = { fit = ["moscow", "niamey"] }
hold = 8
notes = { fr = "Dire que c’est peu.", en = "Say that it is little." } # 90
[[cues]]
id = "leaving"
events = ["E2", "E3"]
camera = { fit = ["NER"] }
hold = 8
notes = { fr = "Ne rien additionner.", en = "Add nothing up." }
[[cues]] # 97
id = "sources"
card = "credits"
title = { fr = "Sources", en = "Sources" }
notes = { fr = "Laisser lire.", en = "Let them read." }
)";

/// The film with pieces of its text replaced, each of which must stand in it once.
inline std::string filmWith(const std::vector<std::pair<std::string, std::string>>& replacements) {
    std::string text = kCleanFilm;
    for (const auto& [from, to] : replacements) {
        const std::size_t at = text.find(from);
        if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
            ADD_FAILURE() << "the film does not say once: " << from;
            continue;
        }
        text.replace(at, from.size(), to);
    }
    return text;
}
