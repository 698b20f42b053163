#include "film/report.h"

#include <algorithm>

#include "base/text.h"

namespace film {

namespace {

constexpr std::size_t kMostListed = 1000;
constexpr std::size_t kLongestQuote = 60;
constexpr std::size_t kLongestSuggestible = 64;

Position positionOf(const base::Problem& problem) {
    return {problem.line, problem.column};
}

}  // namespace

void Report::add(base::Severity severity, Position at, std::string what, std::string advice) {
    m_problems.push_back(
        {severity, base::Trouble::Data, m_file, at.line, at.column, std::move(what), std::move(advice)});
}

void Report::error(Position at, std::string what, std::string advice) {
    if (++m_errors <= kMostListed) add(base::Severity::Error, at, std::move(what), std::move(advice));
}

void Report::warning(Position at, std::string what, std::string advice) {
    if (++m_warnings <= kMostListed) add(base::Severity::Warning, at, std::move(what), std::move(advice));
}

std::string Report::suggestion(std::string_view word, const std::vector<std::string>& candidates,
                               std::string otherwise) {
    if (m_suggestionsLeft == 0 || word.size() > kLongestSuggestible) return otherwise;
    --m_suggestionsLeft;
    const std::string_view near = base::nearest(word, candidates);
    return near.empty() ? otherwise : "did you mean " + quoted(near) + "?";
}

bool Report::isFull() const {
    return m_errors >= kMostListed;
}

base::Problems Report::problems() const {
    base::Problems sorted = m_problems;
    std::stable_sort(sorted.begin(), sorted.end(), [](const base::Problem& a, const base::Problem& b) {
        return positionOf(a) < positionOf(b);
    });
    const std::size_t unlisted = m_errors + m_warnings - m_problems.size();
    if (unlisted > 0) {
        const auto severity = m_errors > kMostListed ? base::Severity::Error : base::Severity::Warning;
        sorted.push_back({severity, base::Trouble::Data, m_file, 0, 0,
                          std::to_string(unlisted) + " more problems are not listed", "correct these first"});
    }
    return sorted;
}

std::string quoted(std::string_view text) {
    std::string shown(text);
    if (text.size() > kLongestQuote) {
        std::size_t end = kLongestQuote;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        shown = std::string(text.substr(0, end)) + "\u2026";
    }
    return std::string(1, '"').append(shown).append(1, '"');
}

std::string oneOf(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text.append(text.empty() ? "one of: " : ", ").append(word);
    return text;
}

}  // namespace film
