// The problems of one file, collected while it is read, and the words that messages share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace film {

struct Position {
    int line = 0;    ///< from 1; 0 when unknown
    int column = 0;  ///< from 1, in code points; 0 when unknown
    auto operator<=>(const Position&) const = default;
};

/// Collects the problems of one file: the first 1000 errors and the first 1000 warnings, and how many more
/// there are.
class Report {
  public:
    explicit Report(std::string file) : m_file(std::move(file)) {}

    const std::string& file() const { return m_file; }

    void error(Position at, std::string what, std::string advice = {});
    void warning(Position at, std::string what, std::string advice = {});

    /// `did you mean "nearest"?`, or `otherwise` when nothing is near. Only the first 200 calls search, so
    /// that a file of thousands of mistakes is still reported at once.
    std::string suggestion(std::string_view word, const std::vector<std::string>& candidates,
                           std::string otherwise = {});

    /// Whether errors are counted only from now on: what would go into their words need not be found out.
    bool isFull() const;

    /// All problems, sorted by line and column.
    base::Problems problems() const;

  private:
    void add(base::Severity severity, Position at, std::string what, std::string advice);

    std::string m_file;
    base::Problems m_problems;
    std::size_t m_errors = 0;
    std::size_t m_warnings = 0;
    int m_suggestionsLeft = 200;
};

/// `"text"`, shortened when it is long: for quoting a wrong value in a message.
std::string quoted(std::string_view text);

/// `one of: a, b, c`.
std::string oneOf(const std::vector<std::string>& words);

}  // namespace film
