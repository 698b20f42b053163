#include "base/result.h"

#include <algorithm>

namespace base {

std::string toString(const Problem& problem) {
    std::string text;
    if (!problem.file.empty()) {
        text += problem.file;
        if (problem.line > 0) text.append(":").append(std::to_string(problem.line));
        if (problem.line > 0 && problem.column > 0) text.append(":").append(std::to_string(problem.column));
        text += ": ";
    }
    text += problem.what;
    if (!problem.advice.empty()) text += "; " + problem.advice;
    return text;
}

bool hasErrors(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& p) { return p.severity == Severity::Error; });
}

}  // namespace base
