#include "ui/export_words.h"

#include <algorithm>

#include "film/frame_numbers.h"

namespace ui {

namespace {

film::FrameRate rateOf(const ExportSettings& settings) {
    return film::parseFrameRate(settings.rate).value_or(film::FrameRate{});
}

// A shell would put the home folder in place of "~"; here nobody else does.
std::string withHome(const std::string& path, const std::string& home) {
    const bool isAtHome = path == "~" || path.starts_with("~/");
    return isAtHome && !home.empty() ? home + path.substr(1) : path;
}

std::string framesText(const Session& session) {
    const ExportSettings& settings = session.exporting.settings;
    if (settings.part == ExportPart::Film) return "";
    if (settings.part == ExportPart::Frames) return settings.frames;
    const std::size_t cue = session.home.value_or(session.playhead).cue;
    const auto [first, last] = framesOfCue(*session.film, cue, rateOf(settings));
    return std::to_string(first) + "-" + std::to_string(last);
}

std::optional<std::int64_t> countIn(const std::string& frames, std::int64_t all) {
    const auto range = film::parseFrameRange(frames);
    if (!range || range->first > all) return std::nullopt;
    return std::min(range->second, all) - range->first + 1;
}

}  // namespace

std::pair<std::int64_t, std::int64_t> framesOfCue(const film::Film& film, std::size_t cue,
                                                  film::FrameRate rate) {
    const double start = film::cueStart(film, cue);
    const std::int64_t before = start > 0 ? film::frameCount(start, rate) : 0;
    const std::int64_t last = film::frameCount(film::cueStart(film, cue + 1), rate);
    return {std::min(before + 1, last), last};
}

std::optional<std::int64_t> framesAskedFor(const Session& session) {
    const ExportSettings& settings = session.exporting.settings;
    const auto rate = film::parseFrameRate(settings.rate);
    if (!rate || session.film->cues.empty()) return std::nullopt;
    const std::int64_t all = film::frameCount(film::duration(*session.film), *rate);
    const std::string frames = framesText(session);
    return frames.empty() ? all : countIn(frames, all);
}

std::vector<std::string> exportWords(const Session& session) {
    const ExportSettings& settings = session.exporting.settings;
    const ExportOrigin& origin = session.exporting.origin;
    std::vector<std::string> words{"harmattan", "export"};
    words.insert(words.end(), origin.film.begin(), origin.film.end());
    const auto add = [&](const char* option, const std::string& value) {
        if (value.empty()) return;
        words.emplace_back(option);
        words.push_back(value);
    };
    const auto flag = [&](const char* option, bool isSet) {
        if (isSet) words.emplace_back(option);
    };
    add("-o", withHome(settings.out, origin.home));
    add("--preset", settings.preset);
    const auto preset = std::find_if(origin.presets.begin(), origin.presets.end(),
                                     [&](const auto& offer) { return offer.name == settings.preset; });
    const bool hasPreset = preset != origin.presets.end();
    if (!hasPreset || preset->size != settings.size) add("--size", settings.size);
    if (!hasPreset || preset->rate != settings.rate) add("--fps", settings.rate);
    add("--lang", session.language);
    if (session.theme != origin.ownTheme) add("--theme", session.theme);
    add("--frames", framesText(session));
    const bool hasAlpha = settings.alpha && canHaveAlpha(kindOf(settings.out));
    flag("--alpha", hasAlpha);
    flag("--overlay", settings.list && !hasAlpha);
    flag("--no-panels", !settings.panels);
    flag("--resume", settings.there == ExportThere::Resume);
    flag("--force", settings.there == ExportThere::Replace);
    return words;
}

}  // namespace ui
