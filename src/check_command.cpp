#include "commands.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "film/style_sheet.h"
#include "loading.h"
#include "messages.h"
#include "picture/audit.h"
#include "picture/check.h"
#include "picture/contrast.h"

using base::Problem;
using base::Problems;
using base::Severity;

namespace {

nlohmann::ordered_json jsonOf(const Problems& problems) {
    auto list = nlohmann::ordered_json::array();
    for (const Problem& p : problems) {
        list.push_back({{"severity", p.severity == Severity::Error ? "error" : "warning"},
                        {"file", p.file},
                        {"line", p.line},
                        {"column", p.column},
                        {"what", p.what},
                        {"advice", p.advice}});
    }
    return list;
}

// What was said while loading, and what the audit finds, in the order of the files.
Problems auditOf(const Loaded& loaded) {
    Problems problems =
        picture::audit(loaded.film, loaded.locations, {loaded.world, loaded.fonts, loaded.theme});
    problems.insert(problems.end(), loaded.warnings.begin(), loaded.warnings.end());
    return film::inOrder(std::move(problems));
}

void printVerdict(const CommandLine& line, const film::Film& film, const Problems& problems) {
    const auto errors = static_cast<std::size_t>(std::count_if(
        problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::Error; }));
    std::string verdict = problems.empty() ? "no problems" : "no errors";
    if (line.audit) {
        verdict = errors == 0 ? "audit clean" : "audit found " + numberOf(errors, "error");
        verdict += ", " + numberOf(problems.size() - errors, "warning") + " (" +
                   numberOf(film.events.size(), "event") + ", " + numberOf(film.sources.size(), "source") +
                   ", " + numberOf(film.cues.size(), "cue") + ")";
    }
    const std::string theme = line.theme.empty() ? "" : " in theme " + line.theme;
    std::printf("%s%s: %s\n", film.file.c_str(), theme.c_str(), verdict.c_str());
}

// What pictures of this film in this theme cannot show well.
void addLookWarnings(const CommandLine& line, Loaded& loaded) {
    Problems& all = loaded.warnings;
    const auto add = [&](const Problems& seen) { all.insert(all.end(), seen.begin(), seen.end()); };
    const picture::AuditMeans means{loaded.world, loaded.fonts, loaded.theme};
    add(picture::check(loaded.film, loaded.locations, means));
    add(picture::oddCameras(loaded.film, loaded.locations, means, line.size));
    const auto sheet = film::readStyleSheet(themePath(loaded.files, loaded.film, line.theme));
    if (sheet) add(picture::contrastProblems(loaded.theme, *sheet));
    all = film::inOrder(std::move(all));
}

}  // namespace

int runCheck(const CommandLine& line) {
    auto loaded = load(line);
    if (loaded) addLookWarnings(line, *loaded);
    const Problems problems = !loaded ? loaded.problems() : line.audit ? auditOf(*loaded) : loaded->warnings;
    if (line.json) {
        std::printf("%s\n",
                    jsonOf(problems).dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    } else {
        print(problems);
        if (loaded) printVerdict(line, loaded->film, problems);
    }
    if (!loaded && line.audit && exitCodeOf(problems) == 3)
        std::fprintf(stderr, "harmattan: not audited; the audit runs once these errors are gone\n");
    return exitCodeOf(problems);
}
