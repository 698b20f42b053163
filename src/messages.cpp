#include "messages.h"

#include <cstdio>

using base::Problem;
using base::Problems;
using base::Severity;
using base::Trouble;

int exitCodeOf(const Problems& problems) {
    for (const Problem& p : problems) {
        if (p.severity != Severity::Error) continue;
        return p.trouble == Trouble::Data ? 3 : p.trouble == Trouble::Usage ? 2 : 1;
    }
    return kDone;
}

void print(const Problems& problems) {
    for (const Problem& p : problems) {
        std::fprintf(stderr, "harmattan: %s%s\n", p.severity == Severity::Warning ? "warning: " : "",
                     base::toString(p).c_str());
    }
}

int fail(const Problems& problems) {
    print(problems);
    return exitCodeOf(problems);
}

Problem usage(std::string what, std::string advice) {
    return {Severity::Error, Trouble::Usage, "", 0, 0, std::move(what), std::move(advice)};
}

std::string numberOf(std::size_t number, const std::string& noun) {
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}
