#include "film/findings.h"

#include <algorithm>
#include <tuple>

namespace film {

namespace {

constexpr std::size_t kMostListed = 1000;

using base::Problem;
using base::Severity;

bool isBefore(const Problem& a, const Problem& b) {
    return std::tie(a.file, a.line, a.column, a.what, a.severity, a.advice) <
           std::tie(b.file, b.line, b.column, b.what, b.severity, b.advice);
}

bool isSame(const Problem& a, const Problem& b) {
    return std::tie(a.file, a.line, a.column, a.what) == std::tie(b.file, b.line, b.column, b.what);
}

}  // namespace

void Findings::error(std::string_view path, std::string what, std::string advice) {
    const Location place = m_locations.of(path);
    m_problems.push_back({Severity::Error, base::Trouble::Data, place.file, place.at.line, place.at.column,
                          std::move(what), std::move(advice)});
}

void Findings::warning(std::string_view path, std::string what, std::string advice) {
    error(path, std::move(what), std::move(advice));
    m_problems.back().severity = Severity::Warning;
}

base::Problems inOrder(base::Problems problems) {
    std::sort(problems.begin(), problems.end(), isBefore);  // an error goes before the same as a warning
    problems.erase(std::unique(problems.begin(), problems.end(), isSame), problems.end());
    std::size_t errors = 0, warnings = 0;
    base::Problems listed;
    for (Problem& problem : problems) {
        std::size_t& count = problem.severity == Severity::Error ? errors : warnings;
        if (++count <= kMostListed) listed.push_back(std::move(problem));
    }
    const std::size_t unlisted = problems.size() - listed.size();
    if (unlisted > 0) {
        const auto severity = errors > kMostListed ? Severity::Error : Severity::Warning;
        listed.push_back({severity, base::Trouble::Data, "", 0, 0,
                          std::to_string(unlisted) + " more problems are not listed", "correct these first"});
    }
    return listed;
}

}  // namespace film
