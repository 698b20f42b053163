#include <algorithm>
#include <map>

#include "film/cue_summary.h"
#include "picture/check.h"
#include "picture/panels.h"
#include "picture/shot.h"

namespace picture {

namespace {

struct Frame {
    base::Size size;
    const char* name;
};
constexpr Frame kFrames[] = {
    {{1920, 1080}, "16:9"}, {{1080, 1080}, "1:1"}, {{1080, 1920}, "9:16"}, {{1080, 1350}, "4:5"}};

/// Shorter texts than these letters have room in every frame; looking closer would make a check slow.
constexpr std::size_t kShortText = 240;
constexpr std::size_t kShortTitle = 90;
constexpr std::size_t kManyEvents = 3;

/// The worst of what is said about one text.
struct Cut {
    CutText text;
    const char* frame = "";
    std::string language;
};

CueEvents eventsOf(const film::Film& film, const film::Cue& cue) {
    CueEvents events;
    for (const std::string& id : cue.events) {
        if (const film::Event* event = film::findEvent(film, id)) events.push_back(event);
    }
    return events;
}

bool mayBeCut(const CardTexts& texts) {
    return texts.title.size() > kShortTitle || texts.text.size() > kShortText;
}

/// Only a cue of many events, or one that shows the state, explains more than has room.
bool mayHaveLongLegend(const film::Cue& cue) {
    return cue.card == film::CueCard::None && (cue.events.size() >= kManyEvents || cue.state);
}

std::vector<CutText> cutsIn(const Context& context, const film::Cue& cue, const CueEvents& events) {
    if (cue.card == film::CueCard::Credits) return {};
    if (cue.card == film::CueCard::Title) {
        const bool isLong = mayBeCut(titleCardTexts(context.film, cue, context.language()));
        return isLong ? fitTitleCard(context, cue).cuts : std::vector<CutText>();
    }
    const CaptionTexts texts = captionTexts(context, cue, events);
    const bool isLong = mayBeCut({texts.title, texts.text}) || texts.source.size() > kShortText;
    const auto caption = isLong ? fitCaption(context, cue, events) : std::nullopt;
    return caption ? caption->cuts : std::vector<CutText>();
}

/// Where the film says a cue's text: in the cue, or in its first event.
std::string pathOf(const film::Cue& cue, const std::string& key) {
    if (key == "legend") return "cues/" + cue.id + "/events";
    const bool own =
        key == "sources" || cue.events.empty() || !(key == "title" ? cue.title : cue.text).empty();
    return own ? "cues/" + cue.id + "/" + key : "events/" + cue.events.front() + "/" + key;
}

std::string words(const film::Cue& cue, const Cut& cut) {
    const std::string unit = cut.text.key == "legend" ? " lines " : " characters ";
    return "the " + cut.text.key + " of cue \"" + cue.id + "\" in \"" + cut.language + "\" is cut: of " +
           std::to_string(cut.text.whole) + unit + std::to_string(cut.text.shown) +
           " have room in a frame of " + cut.frame;
}

std::string adviceFor(const std::string& key) {
    if (key == "sources") return "the credits name all; shorten said_by or the publishers' names";
    if (key == "legend") return "show fewer actors and kinds of events in one cue";
    return "shorten it, or share it among several cues";
}

std::map<std::string, Cut> worstCuts(const film::Film& film, std::size_t index, const AuditMeans& means) {
    std::map<std::string, Cut> worst;
    const film::Cue& cue = film.cues[index];
    const CueEvents events = eventsOf(film, cue);
    for (const Frame& frame : kFrames) {
        const FrameLayout layout = layoutFor(frame.size);
        const Theme theme = scaled(means.theme, layout.unit);
        for (const std::string& language : film.languages) {
            const Options options{frame.size, language, means.theme, true};
            const Context context{film, means.world, means.fonts, options, theme, layout};
            std::vector<CutText> cuts = cutsIn(context, cue, events);
            if (index < kMostCuesChecked && mayHaveLongLegend(cue)) {
                for (CutText& cut : panelShot(context, index).legendCuts) cuts.push_back(std::move(cut));
            }
            for (const CutText& cut : cuts) {
                const auto [known, isNew] = worst.try_emplace(cut.key, Cut{cut, frame.name, language});
                if (!isNew && cut.shown < known->second.text.shown)
                    known->second = {cut, frame.name, language};
            }
        }
    }
    return worst;
}

}  // namespace

base::Problems cutTexts(const film::Film& film, const film::Locations& locations, const AuditMeans& means) {
    film::Findings findings(locations);
    for (std::size_t index = 0; index < film.cues.size(); ++index) {
        const film::Cue& cue = film.cues[index];
        for (const auto& [key, cut] : worstCuts(film, index, means))
            findings.warning(pathOf(cue, key), words(cue, cut), adviceFor(key));
    }
    return findings.problems();
}

}  // namespace picture
