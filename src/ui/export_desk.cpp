#include "ui/export_desk.h"

#include <algorithm>
#include <filesystem>

#include "base/media_ending.h"

namespace ui {

namespace {

const PresetOffer* find(const std::vector<PresetOffer>& presets, const std::string& name) {
    const auto at =
        std::find_if(presets.begin(), presets.end(), [&](const auto& offer) { return offer.name == name; });
    return at == presets.end() ? nullptr : &*at;
}

ExportKind kindEnding(std::string_view ending) {
    for (const ExportKind kind : kExportKinds) {
        if (endingOf(kind) == ending) return kind;
    }
    return ExportKind::Frames;
}

}  // namespace

std::string_view endingOf(ExportKind kind) {
    switch (kind) {
        case ExportKind::Frames:
            return "";
        case ExportKind::H264:
            return ".mp4";
        case ExportKind::ProRes:
            return ".mov";
        case ExportKind::WebM:
            return ".webm";
        case ExportKind::Ffv1:
            return ".mkv";
    }
    return "";
}

ExportKind kindOf(std::string_view out) {
    for (const ExportKind kind : kExportKinds) {
        if (kind != ExportKind::Frames && base::hasEnding(out, endingOf(kind))) return kind;
    }
    return ExportKind::Frames;
}

bool canHaveAlpha(ExportKind kind) {
    return kind != ExportKind::H264;
}

ExportSettings withKind(ExportSettings settings, ExportKind kind, const std::vector<PresetOffer>& presets) {
    const std::size_t old =
        std::max(endingOf(kindOf(settings.out)).size(), base::foreignMediaEnding(settings.out).size());
    settings.out.resize(settings.out.size() - old);
    while (kind != ExportKind::Frames && settings.out.ends_with('/')) settings.out.pop_back();
    settings.out += endingOf(kind);
    const PresetOffer* preset = find(presets, settings.preset);
    if (preset && preset->ending != endingOf(kind)) settings.preset.clear();
    return settings;
}

ExportSettings withPreset(ExportSettings settings, const std::string& name,
                          const std::vector<PresetOffer>& presets) {
    settings.preset.clear();
    const PresetOffer* preset = find(presets, name);
    if (!preset) return settings;
    settings = withKind(std::move(settings), kindEnding(preset->ending), presets);
    settings.preset = name;
    if (!preset->size.empty()) settings.size = preset->size;
    if (!preset->rate.empty()) settings.rate = preset->rate;
    return settings;
}

ExportSettings settingsAfter(ExportSettings settings, const ExportState& state) {
    if (state.phase == ExportPhase::Done && settings.there == ExportThere::Resume)
        settings.there = ExportThere::Refuse;
    if (state.phase != ExportPhase::Stopped) return settings;
    settings.there = ExportThere::Resume;
    const auto option = std::find(state.words.begin(), state.words.end(), "--frames");
    if (settings.part != ExportPart::Cue || option == state.words.end()) return settings;
    settings.part = ExportPart::Frames;
    settings.frames = *std::next(option);
    return settings;
}

std::optional<Toast> endOfExport(const ExportState& before, const ExportState& now) {
    if (!isUnderWay(before) || isUnderWay(now)) return std::nullopt;
    Toast toast{now.message, {}, Tone::Note, false, "export", Word::ExportDone};
    if (now.phase == ExportPhase::Stopped) toast.title = Word::ExportStopped;
    if (now.phase != ExportPhase::Failed) return toast;
    toast.title = Word::ExportFailed;
    toast.tone = Tone::Error;
    return toast;
}

std::string suggestedOutput(const film::Film& film) {
    const std::string stem = std::filesystem::path(film.file).stem().string();
    return (stem.empty() ? "film" : stem) + std::string(endingOf(ExportKind::H264));
}

}  // namespace ui
