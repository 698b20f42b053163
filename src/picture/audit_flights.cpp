// Whether an onlooker can follow the camera.
#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "picture/audit.h"
#include "picture/camera_path.h"
#include "picture/check.h"
#include "picture/shot.h"

namespace picture {

namespace {

constexpr double kTolerance = 1.02;
constexpr std::size_t kMostArrows = 1000;  // the limit keeps an audit of any film short
constexpr double kLongest = 30;            // seconds; nobody waits for a longer flight

/// The seconds, to a tenth, in which the flight keeps both speed limits, or kLongest.
double secondsNeeded(const geo::MapView& from, const geo::MapView& to, double seconds) {
    double needed = std::ceil(seconds * 10) / 10;
    while (needed < kLongest && CameraPath(from, to, needed).speed().excess() > kTolerance) needed += 0.1;
    return needed;
}

/// Of every cue, the seconds that its flight needs, or nothing where it has them.
std::vector<std::optional<double>> needsAt(const film::Film& film, const AuditMeans& means, base::Size size) {
    Options options;
    options.size = size;
    options.language = film.languages.front();
    options.theme = means.theme;
    const FrameLayout layout = layoutFor(size);
    const Theme theme = scaled(options.theme, layout.unit);
    const Context context{film, means.world, means.fonts, options, theme, layout};
    std::vector<std::optional<double>> needs(film.cues.size());
    std::optional<geo::MapView> last;
    std::size_t arrows = 0;
    for (std::size_t cue = 0; cue < std::min(film.cues.size(), kMostCuesChecked); ++cue) {
        arrows += film.cues[cue].events.size();
        if (arrows > kMostArrows) break;
        const geo::MapView view = frameShot(context, cue).view;
        const double fly = film.cues[cue].flySeconds;
        if (last && fly > 0 && CameraPath(*last, view, fly).speed().excess() > kTolerance)
            needs[cue] = secondsNeeded(*last, view, fly);
        last = view;
    }
    return needs;
}

}  // namespace

void checkFlights(const film::Film& film, const AuditMeans& means, film::Findings& findings) {
    if (film.cues.empty() || film.languages.empty()) return;
    const auto wide = needsAt(film, means, {1920, 1080}), tall = needsAt(film, means, {1080, 1920});
    for (std::size_t cue = 0; cue < film.cues.size(); ++cue) {
        if (!wide[cue] && !tall[cue]) continue;
        const double needed = std::max(wide[cue].value_or(0), tall[cue].value_or(0));
        findings.warning(
            "cues/" + film.cues[cue].id,
            "the camera flies to cue \"" + film.cues[cue].id + "\" in " +
                base::oneDecimal(film.cues[cue].flySeconds) + " s, faster than an onlooker can follow",
            needed < kLongest ? "give fly at least " + base::oneDecimal(needed) + " s, or 0 for a cut"
                              : "give fly = 0 for a cut, or put a cue between");
    }
}

}  // namespace picture
