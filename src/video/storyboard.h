// What a storyboard says, cue by cue, as plain text in one language. Where it stands on pages is the job of
// handout.h and contact_sheet.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "film/film.h"

namespace video {

/// A source as a reader looks it up; parts that are not known are empty.
struct SourceNote {
    int number = 0;  ///< film::sourceNumber
    std::string publisher;
    std::string citation;  ///< publisher, title and date as one line
    std::string url;
    bool operator==(const SourceNote&) const = default;
};

/// An event with how sure it is, in words.
struct EventNote {
    std::string date, title;  ///< empty where the cue says the same just above
    std::string text;         ///< empty where the cue says the same
    std::string claim;        ///< "rapporté"
    std::string count;        ///< "environ 1 500"; empty when no number is in question
    std::string saidBy;
    std::vector<int> sources;  ///< numbers
    bool outside = false;      ///< rests on none of the film's articles
    base::Color color;         ///< its actor's
    bool operator==(const EventNote&) const = default;
};

struct CueNote {
    int number = 0;  ///< from 1
    std::string id, title, date, places, text;
    std::string notes;  ///< the presenter's
    std::vector<EventNote> events;
    std::vector<int> sources;  ///< numbers of all its events' sources, rising
    base::Color color;         ///< its first event's
    film::CueCard card = film::CueCard::None;
    bool operator==(const CueNote&) const = default;
};

struct Storyboard {
    std::string language;
    std::string title;
    std::string dates;    ///< "de novembre 2021 à décembre 2024"; empty without events
    std::string summary;  ///< how many cues, events and sources
    std::vector<CueNote> cues;
    std::vector<SourceNote> sources;  ///< all of the film's, in order
    bool hasArticles = false;         ///< the film marks sources as its articles
    bool operator==(const Storyboard&) const = default;
};

enum class Notes { Shown, LeftOut };

/// Everything the pages of a film say. `language` is one of the film's.
Storyboard makeStoryboard(const film::Film& film, std::string_view language, Notes notes);

}  // namespace video
