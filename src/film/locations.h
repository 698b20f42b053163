// Where each table and value of a film stands in its files: film values hold no positions. A path is what an
// author would say, with slashes since ids may hold dots: "events/E29", "events/E29/sources/2" (from 0),
// "sources/paper/date", "cues/intro/title/fr".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "film/report.h"

namespace film {

struct Location {
    std::string file;
    Position at;
    bool operator==(const Location&) const = default;
};

class Locations {
  public:
    /// `file` is where paths that nothing is known about are said to be.
    explicit Locations(std::string file = {}) : m_files{std::move(file)} {}

    /// The first place given for a path stays.
    void add(std::string path, const std::string& file, Position at);

    bool knows(std::string_view path) const { return m_places.contains(path); }

    /// Where it stands; when it is not there, where its nearest parent does: a key that is left out is missed
    /// in its table. The film's file without a position when not even the parents are known.
    Location of(std::string_view path) const;

  private:
    struct Place {
        std::size_t file = 0;
        Position at;
    };

    std::vector<std::string> m_files;
    std::map<std::string, Place, std::less<>> m_places;
};

}  // namespace film
