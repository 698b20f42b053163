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

std::string numberOf(const film::Count& count, std::string_view language) {
    const std::string least = base::formatNumber(count.min, language);
    if (count.min == count.max) return least;
    const std::string most = base::formatNumber(count.max, language);
    return language == "fr" ? "de " + least + " à " + most : least + " to " + most;
}

// "environ 1 500", "environ 60 à 100".
std::string aboutWords(const film::Count& count, std::string_view language) {
    if (language != "fr") return "about " + numberOf(count, language);
    const std::string most = base::formatNumber(count.max, language);
    const bool single = count.min == count.max;
    return "environ " + (single ? most : base::formatNumber(count.min, language) + " à " + most);
}

// A status of which both forms, with and without a number, are known.
std::string countedWords(const Entry& label, const Entry& alone, const film::Event& event,
                         std::string_view language) {
    if (!event.count) return std::string(alone.in(language));
    return labelled(label.in(language), numberOf(*event.count, language), language);
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

std::string_view claimWords(film::ClaimStatus status, std::string_view language) {
    switch (status) {
        case film::ClaimStatus::Confirmed:
            return Entry{"confirmé", "confirmed"}.in(language);
        case film::ClaimStatus::Reported:
            return Entry{"rapporté", "reported"}.in(language);
        case film::ClaimStatus::Announced:
            return Entry{"annoncé, pas encore fait", "announced, not done yet"}.in(language);
        case film::ClaimStatus::Disputed:
            return Entry{"contesté", "disputed"}.in(language);
    }
    return "";
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

std::string countWords(const film::Event& event, std::string_view language) {
    const Entry unknown{"nombre inconnu", "number not known"};
    switch (event.countStatus) {
        case film::CountStatus::None:
            return "";
        case film::CountStatus::Exact:
            return countedWords({"nombre", "number"}, unknown, event, language);
        case film::CountStatus::Approx:
            return event.count ? aboutWords(*event.count, language) : std::string(unknown.in(language));
        case film::CountStatus::Range:
            return event.count ? numberOf(*event.count, language) : std::string(unknown.in(language));
        case film::CountStatus::Presence:
            return countedWords({"présence", "present"},
                                {"présence, nombre inconnu", "present, number not known"}, event, language);
        case film::CountStatus::Cumulative:
            return countedWords({"total courant", "running total"}, unknown, event, language);
        case film::CountStatus::Disputed:
            return countedWords({"chiffre contesté", "disputed figure"},
                                {"nombre contesté", "number disputed"}, event, language);
        case film::CountStatus::Unknown:
            return countedWords({"chiffre au sens incertain", "figure of unclear meaning"}, unknown, event,
                                language);
    }
    return "";
}

std::string labelled(std::string_view label, std::string_view text, std::string_view language) {
    return std::string(label) + (language == "fr" ? "\u00a0: " : ": ") + std::string(text);
}

std::string contentsLine(std::size_t cues, std::size_t events, std::size_t sources,
                         std::string_view language) {
    return plural(cues, {"séquence", "cue"}, {"séquences", "cues"}, language) + " · " +
           plural(events, {"événement", "event"}, {"événements", "events"}, language) + " · " +
           plural(sources, {"source", "source"}, {"sources", "sources"}, language);
}

}  // namespace video
