#include "film/claim_words.h"

#include "base/language.h"

namespace film {

namespace {

struct Entry {
    std::string_view fr, en;
    std::string_view in(std::string_view language) const { return language == "fr" ? fr : en; }
};

std::string numberOf(const Count& count, std::string_view language) {
    const std::string least = base::formatNumber(count.min, language);
    if (count.min == count.max) return least;
    const std::string most = base::formatNumber(count.max, language);
    return language == "fr" ? "de " + least + " à " + most : least + " to " + most;
}

// "environ 1 500", "environ 60 à 100".
std::string aboutWords(const Count& count, std::string_view language) {
    if (language != "fr") return "about " + numberOf(count, language);
    const std::string most = base::formatNumber(count.max, language);
    const bool single = count.min == count.max;
    return "environ " + (single ? most : base::formatNumber(count.min, language) + " à " + most);
}

// A status of which both forms, with and without a number, are known.
std::string countedWords(const Entry& label, const Entry& alone, const Event& event,
                         std::string_view language) {
    if (!event.count) return std::string(alone.in(language));
    return labelled(label.in(language), numberOf(*event.count, language), language);
}

}  // namespace

std::string_view claimWords(ClaimStatus status, std::string_view language) {
    switch (status) {
        case ClaimStatus::Confirmed:
            return Entry{"confirmé", "confirmed"}.in(language);
        case ClaimStatus::Reported:
            return Entry{"rapporté", "reported"}.in(language);
        case ClaimStatus::Announced:
            return Entry{"annoncé, pas encore fait", "announced, not done yet"}.in(language);
        case ClaimStatus::Disputed:
            return Entry{"contesté", "disputed"}.in(language);
    }
    return "";
}

std::string countWords(const Event& event, std::string_view language) {
    const Entry unknown{"nombre inconnu", "number not known"};
    switch (event.countStatus) {
        case CountStatus::None:
            return "";
        case CountStatus::Exact:
            return countedWords({"nombre", "number"}, unknown, event, language);
        case CountStatus::Approx:
            return event.count ? aboutWords(*event.count, language) : std::string(unknown.in(language));
        case CountStatus::Range:
            return event.count ? numberOf(*event.count, language) : std::string(unknown.in(language));
        case CountStatus::Presence:
            return countedWords({"présence", "present"},
                                {"présence, nombre inconnu", "present, number not known"}, event, language);
        case CountStatus::Cumulative:
            return countedWords({"total courant", "running total"}, unknown, event, language);
        case CountStatus::Disputed:
            return countedWords({"chiffre contesté", "disputed figure"},
                                {"nombre contesté", "number disputed"}, event, language);
        case CountStatus::Unknown:
            return countedWords({"chiffre au sens incertain", "figure of unclear meaning"}, unknown, event,
                                language);
    }
    return "";
}

std::string labelled(std::string_view label, std::string_view text, std::string_view language) {
    return std::string(label) + (language == "fr" ? "\u00a0: " : ": ") + std::string(text);
}

}  // namespace film
