#include "video/export_plan.h"

#include <algorithm>
#include <limits>

namespace video {

namespace {

base::Problem usage(std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Usage, "", 0, 0, std::move(what), std::move(advice)};
}

base::Result<FrameRange> wholeOf(const ExportOptions& options, std::int64_t count) {
    if (!options.frames) return FrameRange{1, count};
    FrameRange range = *options.frames;
    if (range.last == std::numeric_limits<std::int64_t>::max()) range.last = count;
    if (range.first >= 1 && range.first <= range.last && range.last <= count) return range;
    return usage("--frames " + std::to_string(range.first) + "-" + std::to_string(range.last) +
                     ": there are no such frames",
                 "the film has frames 1-" + std::to_string(count));
}

// Parts that differ by a frame at most, in order.
base::Result<FrameRange> rangeOf(FrameRange whole, const std::optional<Shard>& shard) {
    if (!shard) return whole;
    if (shard->count > whole.count())
        return usage("--shard " + std::to_string(shard->index) + "/" + std::to_string(shard->count) +
                         ": there are only " + std::to_string(whole.count()) + " frames",
                     "use no more parts than frames");
    const auto begin = [&](std::int64_t part) { return whole.first + whole.count() * part / shard->count; };
    return FrameRange{begin(shard->index - 1), begin(shard->index) - 1};
}

nlohmann::ordered_json settingsOf(const ExportOptions& options) {
    const picture::Options& p = options.picture;
    nlohmann::ordered_json settings = options.provenance;
    settings["size"] = std::to_string(p.size.w) + "x" + std::to_string(p.size.h);
    settings["fps"] = std::to_string(options.rate.numerator) +
                      (options.rate.denominator == 1 ? "" : "/" + std::to_string(options.rate.denominator));
    settings["language"] = p.language;
    settings["theme"] = p.theme.name;
    settings["panels"] = p.panels;
    settings["color"] = "sRGB, 8 bits a channel";
    return settings;
}

}  // namespace

base::Result<ExportPlan> planExport(const film::Film& film, ExportOptions options) {
    const std::int64_t count = film::frameCount(film::duration(film), options.rate);
    const auto whole = wholeOf(options, count);
    if (!whole) return whole.problems();
    const auto range = rangeOf(*whole, options.shard);
    if (!range) return range.problems();
    auto pattern = parsePattern(options.out, count);
    if (!pattern) return pattern.problems();
    ExportPlan plan;
    plan.pattern = std::move(*pattern);
    plan.whole = *whole;
    plan.range = *range;
    plan.rate = options.rate;
    plan.existing = options.existing;
    plan.jobs = options.jobs;
    plan.settings = settingsOf(options);
    plan.texts = std::move(options.texts);
    plan.picture = std::move(options.picture);
    return plan;
}

}  // namespace video
