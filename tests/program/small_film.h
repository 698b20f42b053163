// A short film that exercises the whole pipeline, for tests that run the program.
#pragma once

#include <string>

inline const std::string kSmallFilm = R"(format = 1
title = { fr = "Petit film", en = "Small film" }
languages = ["fr", "en"]

[map]
focus = ["MLI", "NER"]

[actors.one]
name = { fr = "Un", en = "One" }
color = "#ff6b3a"

[sources.paper]
publisher = "Journal"
date = "2024-04"

[[events]]
id = "A"
date = "2024-04-10"
kind = "arrival"
actor = "one"
from = "moscow"
to = "niamey"
count = 1500
count_status = "approx"
sources = ["paper"]
title = { fr = "Arrivée", en = "Arrival" }
text = { fr = "Un texte.", en = "A text." }

[[events]]
id = "B"
date = "2024-05"
kind = "departure"
actor = "one"
from = "bamako"
to = "unknown"
sources = ["paper"]
count_status = "unknown"
title = { fr = "Départ", en = "Departure" }
text = { fr = "Un autre.", en = "Another." }

[[cues]]
id = "first"
events = ["A"]
camera = { fit = ["moscow", "niamey"] }
fly = 0.5
play = 1
hold = 0.5

[[cues]]
id = "second"
events = ["B"]
camera = { center = [-2.0, 15.0], width_km = 3500 }
fly = 1
play = 1
hold = 0.5
)";

// One more, to be put behind it.
inline const std::string kThirdCue = R"(
[[cues]]
id = "third"
events = ["A"]
camera = { center = [5.0, 17.0], width_km = 4500 }
fly = 0.5
play = 1
hold = 0.5
)";
