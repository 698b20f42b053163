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
constexpr std::size_t kShortName = 30;  // of an actor
constexpr std::size_t kShortTitle = 90;
constexpr std::size_t kManyEvents = 3;
constexpr std::size_t kMostExplained = 600;  // events; the limit keeps a check of any film short

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

bool isLongActor(const film::Film& film, const film::Event& event) {
    const film::Actor* actor = film::findActor(film, event.actor);
    return actor && std::any_of(actor->name.byLanguage.begin(), actor->name.byLanguage.end(),
                                [](const auto& name) { return name.second.size() > kShortName; });
}

/// Only a cue of many events, of actors with long names, or one that shows the state, explains more than has
/// room.
bool mayHaveLongLegend(const film::Film& film, const film::Cue& cue) {
    if (cue.card != film::CueCard::None) return false;
    const CueEvents events = eventsOf(film, cue);
    return cue.events.size() >= kManyEvents || cue.state ||
           std::any_of(events.begin(), events.end(),
                       [&](const film::Event* e) { return isLongActor(film, *e); });
}

/// Whether the cue's texts may be cut in some frame; what they say is the same in all.
bool hasLongTexts(const Context& context, const film::Cue& cue, const CueEvents& events) {
    if (cue.card == film::CueCard::Credits) return false;
    if (cue.card == film::CueCard::Title)
        return mayBeCut(titleCardTexts(context.film, cue, context.language()));
    const CaptionTexts texts = captionTexts(context, cue, events);
    return mayBeCut({texts.title, texts.text}) || texts.source.size() > kShortText;
}

std::vector<CutText> cutsIn(const Context& context, const film::Cue& cue, const CueEvents& events) {
    if (cue.card == film::CueCard::Title) return fitTitleCard(context, cue).cuts;
    const auto caption = fitCaption(context, cue, events);
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
    if (key == "legend")
        return "show fewer actors and kinds of events in one cue, or give actors shorter names";
    return "shorten it, or share it among several cues";
}

/// What is needed to lay out a cue in a frame and a language.
class FrameIn {
  public:
    FrameIn(const film::Film& film, const AuditMeans& means, base::Size size, const std::string& language)
        : m_layout(layoutFor(size)),
          m_options{size, language, means.theme, true},
          m_theme(scaled(means.theme, m_layout.unit)),
          m_context{film, means.world, means.fonts, m_options, m_theme, m_layout} {}
    FrameIn(const FrameIn&) = delete;
    FrameIn& operator=(const FrameIn&) = delete;
    const Context& context() const { return m_context; }

  private:
    FrameLayout m_layout;
    Options m_options;
    Theme m_theme;
    Context m_context;
};

std::map<std::string, Cut> worstCuts(const film::Film& film, std::size_t index, const AuditMeans& means,
                                     bool withLegend) {
    std::map<std::string, Cut> worst;
    const film::Cue& cue = film.cues[index];
    const CueEvents events = eventsOf(film, cue);
    std::vector<bool> isLong;
    for (const std::string& language : film.languages)
        isLong.push_back(
            hasLongTexts(FrameIn(film, means, kFrames[0].size, language).context(), cue, events));
    for (const Frame& frame : kFrames) {
        for (std::size_t i = 0; i < film.languages.size(); ++i) {
            if (!isLong[i] && !withLegend) continue;
            const FrameIn in(film, means, frame.size, film.languages[i]);
            std::vector<CutText> cuts =
                isLong[i] ? cutsIn(in.context(), cue, events) : std::vector<CutText>();
            if (withLegend) {
                for (CutText& cut : panelShot(in.context(), index).legendCuts) cuts.push_back(std::move(cut));
            }
            for (const CutText& cut : cuts) {
                const auto [known, isNew] =
                    worst.try_emplace(cut.key, Cut{cut, frame.name, film.languages[i]});
                if (!isNew && cut.shown < known->second.text.shown)
                    known->second = {cut, frame.name, film.languages[i]};
            }
        }
    }
    return worst;
}

}  // namespace

base::Problems cutTexts(const film::Film& film, const film::Locations& locations, const AuditMeans& means) {
    film::Findings findings(locations);
    std::size_t explained = 0;  // events of the legends that were looked at
    for (std::size_t index = 0; index < film.cues.size(); ++index) {
        const film::Cue& cue = film.cues[index];
        const bool withLegend =
            index < kMostCuesChecked && explained < kMostExplained && mayHaveLongLegend(film, cue);
        if (withLegend) explained += cue.events.size();
        for (const auto& [key, cut] : worstCuts(film, index, means, withLegend))
            findings.warning(pathOf(cue, key), words(cue, cut), adviceFor(key));
    }
    return findings.problems();
}

}  // namespace picture
