#include "picture/audit.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "film/reading.h"
#include "film/report.h"
#include "geo/country_at.h"
#include "picture/panels.h"

namespace picture {

namespace {

using film::Findings;

/// Nobody reads the caption of a cue with more; the limit keeps an audit of any film short.
constexpr std::size_t kMostEventsRead = 50;

/// A film's entries by their id, for films of thousands.
struct Index {
    std::map<std::string_view, const film::Event*> events;
    std::map<std::string_view, const film::Place*> places;
    std::map<std::string_view, const film::Source*> sources;
};

CueEvents eventsOf(const film::Cue& cue, const Index& index) {
    CueEvents events;
    for (const std::string& id : cue.events) {
        const auto found = index.events.find(id);
        if (found != index.events.end()) events.push_back(found->second);
        if (events.size() == kMostEventsRead) break;
    }
    return events;
}

template <class T>
void copyEntry(const std::map<std::string_view, const T*>& from, const std::string& id, std::vector<T>& to) {
    const auto found = from.find(id);
    if (found != from.end()) to.push_back(*found->second);
}

/// A film of nothing but the places and sources that these events name. A caption looks them up by going
/// through all of a film's, once for each event and language.
film::Film namedBy(const CueEvents& events, const Index& index) {
    film::Film named;
    for (const film::Event* event : events) {
        copyEntry(index.places, event->from, named.places);
        copyEntry(index.places, event->to, named.places);
        for (const std::string& source : event->sources) copyEntry(index.sources, source, named.sources);
    }
    return named;
}

/// How many words a caption has people say and read.
struct WordCounts {
    int said = 0;
    int shown = 0;
};

WordCounts countsOf(const CardTexts& card) {
    const int words = film::wordCount(card.title) + film::wordCount(card.text);
    return {words, words};
}

WordCounts countsOf(const CaptionTexts& caption) {
    const int said = film::wordCount(caption.title) + film::wordCount(caption.text);
    return {said, said + film::wordCount(caption.date) + film::wordCount(caption.places) +
                      film::wordCount(caption.source)};
}

std::string numberOf(std::size_t number, const std::string& noun) {
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string saidIn(int words) {
    return numberOf(static_cast<std::size_t>(words), "word") + (words == 1 ? " takes" : " take");
}

std::string readIn(int words) {
    return numberOf(static_cast<std::size_t>(words), "word") + ", dates and sources with " +
           (words == 1 ? "it, takes" : "them, take");
}

/// The slower of saying and reading, which is what a cue must leave time for.
void checkCaption(const film::Cue& cue, const WordCounts& words, const std::string& language,
                  Findings& findings) {
    constexpr double kRounding = 1e-6;
    const double said = film::secondsFor(words.said, film::kAloudWordsPerMinute),
                 read = film::secondsFor(words.shown, film::kSilentWordsPerMinute),
                 has = film::readableSeconds(cue), needs = std::max(said, read);
    if (needs <= has + kRounding) return;
    const bool isSaid = said >= read;
    findings.error(
        "cues/" + cue.id + "/text",
        "the caption of cue " + film::quoted(cue.id) + " in " + film::quoted(language) + " can be read for " +
            base::oneDecimal(has) + " s; its " + (isSaid ? saidIn(words.said) : readIn(words.shown)) + " " +
            base::oneDecimal(needs) + " s" + (isSaid ? " to say" : " to read"),
        "shorten it, or hold the cue " + base::oneDecimal(std::ceil((needs - has) * 10) / 10) + " s longer");
}

/// Nobody has credits with more texts than this; the limit keeps an audit of any film short.
constexpr std::size_t kMostCreditTexts = 4;

/// The most pages that the credits have in the two sizes that films are exported in, in any language.
std::size_t pagesOfCredits(const film::Film& film, const film::Cue& cue, const AuditMeans& means) {
    std::size_t most = 0;
    for (const base::Size size : {base::Size{1920, 1080}, base::Size{1080, 1920}}) {
        const FrameLayout layout = layoutFor(size);
        const Theme theme = scaled(means.theme, layout.unit);
        for (const std::string& language : film.languages) {
            const Options options{size, language, means.theme, true};
            const Context context{film, means.world, means.fonts, options, theme, layout};
            most = std::max(most, makeCredits(context, cue).size());
        }
    }
    return most;
}

/// Coasts and borders are simplified, and ports and border posts stand on them, kilometres.
constexpr double kTolerance = 15;

std::string codeOf(const geo::World& world, std::int32_t country) {
    return world.countries[static_cast<std::size_t>(country)].a3;
}

/// Where the film says it; for a place it only names, where it does so first.
using PlaceUses = std::map<std::string_view, std::string>;

PlaceUses usesOf(const film::Film& film) {
    PlaceUses uses;
    for (const film::Event& event : film.events) {
        const std::string path = "events/" + event.id + "/";
        uses.emplace(event.from, path + "from");
        uses.emplace(event.to, path + "to");
        for (std::size_t i = 0; i < event.via.size(); ++i)
            uses.emplace(event.via[i], path + "via/" + std::to_string(i));
    }
    for (const film::Cue& cue : film.cues) {
        for (std::size_t i = 0; i < cue.camera.fit.size(); ++i)
            uses.emplace(cue.camera.fit[i], "cues/" + cue.id + "/camera/fit/" + std::to_string(i));
    }
    return uses;
}

std::string pathOf(const film::Place& place, const PlaceUses& uses, const film::Locations& locations) {
    const std::string defined = "places/" + place.id;
    const auto use = uses.find(place.id);
    return locations.knows(defined) || use == uses.end() ? defined + "/country" : use->second;
}

/// What is wrong with a place that claims `country`, in words, or nothing.
std::string countryFault(const film::Place& place, std::int32_t country, const geo::World& world) {
    const auto km = geo::kmToCountry(world, country, place.at);
    if (!km || *km <= kTolerance + place.precisionKm.value_or(0)) return {};
    const std::int32_t ring = geo::landRingAt(world, *world.projection.forward(place.at));
    if (ring >= 0 && geo::isDisputedWith(world, ring, country)) return {};
    const std::string in =
        ring < 0 ? "at sea" : "in " + codeOf(world, world.land.rings[static_cast<std::size_t>(ring)].country);
    return "place " + film::quoted(place.id) + " is not in " + place.country + " but " + in + ", " +
           std::to_string(std::lround(*km)) + " km away from it";
}

void checkPlace(const film::Place& place, const std::string& path, const geo::World& world,
                Findings& findings) {
    const std::int32_t country = world.countryIndex(place.country);
    if (country < 0) {
        findings.warning(path,
                         "place " + film::quoted(place.id) + " is in country " + film::quoted(place.country) +
                             ", which the map does not have",
                         "correct the country; if it is right, the map cannot tell");
        return;
    }
    const std::string fault = countryFault(place, country, world);
    if (!fault.empty()) findings.error(path, fault, "correct its point or its country");
}

}  // namespace

void checkCaptions(const film::Film& film, const AuditMeans& means, Findings& findings) {
    const Index index{film::indexById(film.events), film::indexById(film.places),
                      film::indexById(film.sources)};
    std::vector<Options> options;
    for (const std::string& language : film.languages)
        options.push_back({{1920, 1080}, language, means.theme, true});
    for (const film::Cue& cue : film.cues) {
        if (cue.card == film::CueCard::Credits) continue;
        const CueEvents events = eventsOf(cue, index);
        // A state rests on events that the cue does not list: its caption needs the whole film.
        const film::Film few = cue.state ? film::Film{} : namedBy(events, index);
        const film::Film& named = cue.state ? film : few;
        for (const Options& each : options) {
            const Context context{named, means.world, means.fonts, each, each.theme, layoutFor(each.size)};
            const WordCounts words = cue.card == film::CueCard::Title
                                         ? countsOf(titleCardTexts(film, cue, each.language))
                                         : countsOf(captionTexts(context, cue, events));
            checkCaption(cue, words, each.language, findings);
        }
    }
}

void checkCredits(const film::Film& film, const AuditMeans& means, Findings& findings) {
    constexpr double kRounding = 1e-6;
    std::vector<std::pair<base::LocalText, std::size_t>> known;  // credits differ by their texts alone
    for (const film::Cue& cue : film.cues) {
        if (cue.card != film::CueCard::Credits) continue;
        auto pages =
            std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.first == cue.text; });
        if (pages == known.end()) {
            if (known.size() == kMostCreditTexts) continue;
            pages = known.insert(pages, {cue.text, pagesOfCredits(film, cue, means)});
        }
        const double has = cue.playSeconds + cue.holdSeconds,
                     needs = kShortestPage * static_cast<double>(pages->second);
        if (needs <= has + kRounding) continue;
        const double shown = std::floor(has * 10 + kRounding) / 10;  // not rounded up to what it needs
        findings.error(
            "cues/" + cue.id,
            "the credits have " + numberOf(pages->second, "page") + " in " + base::oneDecimal(shown) + " s",
            "give them at least " + base::oneDecimal(needs) + " s");
    }
}

void checkPlaces(const film::Film& film, const geo::World& world, Findings& findings) {
    const PlaceUses uses = usesOf(film);
    for (const film::Place& place : film.places) {
        const bool isPoint = place.kind != film::PlaceKind::Symbol && place.kind != film::PlaceKind::Water;
        if (isPoint && !place.country.empty())
            checkPlace(place, pathOf(place, uses, findings.locations()), world, findings);
    }
}

base::Problems audit(const film::Film& film, const film::Locations& locations, const AuditMeans& means) {
    Findings findings(locations);
    film::checkFacts(film, findings);
    checkCaptions(film, means, findings);
    checkCredits(film, means, findings);
    checkFlights(film, means, findings);
    checkPlaces(film, means.world, findings);
    return findings.problems();
}

}  // namespace picture
