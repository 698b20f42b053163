#include "picture/check.h"

namespace picture {

base::Problems check(const film::Film& film, const film::Locations& locations, const AuditMeans& means) {
    base::Problems problems = missingCharacters(film, locations, means.fonts);
    for (const base::Problem& problem : cutTexts(film, locations, means)) problems.push_back(problem);
    return problems;
}

}  // namespace picture
