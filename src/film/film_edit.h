// Changes one value of a film in the text of its file. Values are given as people type them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "film/film.h"
#include "film/toml_edit.h"

namespace film {

/// A value of the film's: "title" of the event "E29" in "fr".
struct EditTarget {
    std::string list;      ///< "events", "cues" or "places"
    std::string id;        ///< of the entry
    std::string key;       ///< as the film file names it; with dots inside tables: "camera.width_km"
    std::string language;  ///< for texts; "" for one that is the same in all
    bool operator==(const EditTarget&) const = default;
};

/// The value as a field shows it: a text in the target's language alone (no other stands in for it), a date
/// in EDTF, a place's id, lists parted by commas, a whole camera as the film file writes it. "" when the film
/// does not give it.
std::string editedValue(const Film& film, const EditTarget& target);

/// The file's text with the value as typed; "" takes out a value that may be left out. What a film may say is
/// for its reader to judge; what cannot be written at all is a problem here.
base::Result<TomlEdit> editFilm(std::string_view text, const std::string& file, const EditTarget& target,
                                std::string_view value);

/// `{ center = [2, 15], width_km = 4300 }` or `{ fit = ["NER"] }`, without angles that are 0.
std::string cameraSource(const CameraSpec& camera);

/// The camera with the digits that can be seen on a frame of `pixels` width, and no more.
CameraSpec roundedCamera(const CameraSpec& camera, double pixels);

/// A table [places.new-place] for a point with digits for `metres`, ready to paste into a film. `remark`
/// stands above it as a comment.
std::string placeSource(base::LonLat at, double metres, std::string_view remark);

/// The words of a list as typed: parted by commas or spaces.
std::vector<std::string> listed(std::string_view typed);

}  // namespace film
