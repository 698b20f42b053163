#include "video/storyboard_words.h"

#include "base/language.h"

namespace video {

namespace {

struct Entry {
    std::string_view fr, en;
    std::string_view in(std::string_view language) const { return language == "fr" ? fr : en; }
};

Entry entry(PageWord which) {
    switch (which) {
        case PageWord::Certainty:
            return {"Certitude", "How sure"};
        case PageWord::AccordingTo:
            return {"Qui le dit", "Who says so"};
        case PageWord::Sources:
            return {"Sources", "Sources"};
        case PageWord::Notes:
            return {"Notes du présentateur", "Presenter’s notes"};
        case PageWord::Outside:
            return {"hors des articles", "outside the articles"};
        case PageWord::AllSources:
            return {"Toutes les sources", "All sources"};
        case PageWord::Contents:
            return {"Sommaire", "Contents"};
        case PageWord::Events:
            return {"Ce que l’on sait, et d’où", "What is known, and from where"};
        case PageWord::ReadingTitle:
            return {"Comment lire ces pages", "How to read these pages"};
        case PageWord::ReadingNumbers:
            return {
                "[1], [2]… renvoient à la liste des sources, à la fin. Le même numéro désigne partout la "
                "même source.",
                "[1], [2]… refer to the list of sources at the end. A number stands for the same source "
                "everywhere."};
        case PageWord::ReadingClaims:
            return {
                "Chaque fait porte son degré de certitude : confirmé, rapporté, annoncé (pas encore fait) ou "
                "contesté, et dit d’où il vient.",
                "Every fact says how sure it is: confirmed, reported, announced (not done yet) or disputed, "
                "and where it comes from."};
        case PageWord::ReadingCounts:
            return {
                "Les effectifs sont ceux des sources. Ils ne sont jamais additionnés : les mêmes personnes "
                "peuvent y être comptées deux fois.",
                "Numbers are those of the sources. They are never added up: the same people may be counted "
                "twice."};
        case PageWord::ReadingOutside:
            return {
                "ne vient d’aucun des articles sur lesquels repose le film, mais d’autres sources publiques.",
                "comes from none of the articles that the film rests on, but from other public sources."};
        case PageWord::SchematicRoutes:
            return {"Les trajets des flèches sont schématiques.", "The routes of the arrows are schematic."};
        case PageWord::ComprisedIn:
            return {"Compris dans", "Comprised in"};
        case PageWord::Optional:
            return {"facultatif", "optional"};
        case PageWord::Tags:
            return {"Ce que disent les étiquettes, et d’où", "What the tags say, and from where"};
        case PageWord::NoTags:
            return {"Aucun événement du film n’y atteste rien à cette date.",
                    "No event of the film attests anything there at that date."};
        case PageWord::AsOf:
            return {"La carte au ", "The map as of "};
    }
    return {};
}

std::string plural(std::size_t count, const Entry& one, const Entry& many, std::string_view language) {
    // In French nought is singular too.
    const bool single = count == 1 || (count == 0 && language == "fr");
    return base::formatNumber(static_cast<long long>(count), language) + "\u00a0" +
           std::string((single ? one : many).in(language));
}

}  // namespace

std::string_view word(PageWord which, std::string_view language) {
    return entry(which).in(language);
}

std::string_view attestationWords(film::Attestation attestation, std::string_view language) {
    switch (attestation) {
        case film::Attestation::Attested:
            return Entry{"présence attestée", "presence attested"}.in(language);
        case film::Attestation::AttestedLater:
            return Entry{"attestée plus tard, début non daté", "attested later, start not dated"}.in(
                language);
        case film::Attestation::Disputed:
            return Entry{"présence contestée", "presence disputed"}.in(language);
    }
    return "";
}

std::string membershipWords(bool leaving, bool fromBeforeTheFilm, std::string_view language) {
    std::string words(Entry{"membre", "member"}.in(language));
    if (fromBeforeTheFilm) words += Entry{" depuis avant le film", " since before the film"}.in(language);
    if (leaving) words += Entry{", retrait annoncé", ", exit announced"}.in(language);
    return words;
}

std::string contentsLine(std::size_t cues, std::size_t events, std::size_t sources,
                         std::string_view language) {
    return plural(cues, {"séquence", "cue"}, {"séquences", "cues"}, language) + " · " +
           plural(events, {"événement", "event"}, {"événements", "events"}, language) + " · " +
           plural(sources, {"source", "source"}, {"sources", "sources"}, language);
}

}  // namespace video
