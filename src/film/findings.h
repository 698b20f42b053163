// What an audit finds, and how it is listed: by file, line and column, each thing once.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "film/locations.h"

namespace film {

/// Collects what an audit finds, each at its place in the film's files.
class Findings {
  public:
    explicit Findings(const Locations& locations) : m_locations(locations) {}

    /// `path` as in locations.h.
    void error(std::string_view path, std::string what, std::string advice);
    void warning(std::string_view path, std::string what, std::string advice);

    const Locations& locations() const { return m_locations; }
    const base::Problems& problems() const { return m_problems; }

  private:
    const Locations& m_locations;
    base::Problems m_problems;
};

/// Problems in the order of file, line and column, the same one once: what a reader warned of and an audit
/// calls an error is the error. The first 1000 errors and 1000 warnings, and how many more there are.
base::Problems inOrder(base::Problems problems);

}  // namespace film
