#include "picture/words.h"

#include "picture/more_words.h"

namespace picture {

namespace {

struct Entry {
    std::string_view fr, en;
};

Entry entry(Word which) {
    switch (which) {
        case Word::Arrival:
            return {"arrivée", "arrival"};
        case Word::Departure:
            return {"départ", "departure"};
        case Word::Visit:
            return {"visite", "visit"};
        case Word::Call:
            return {"appel", "call"};
        case Word::Delivery:
            return {"livraison", "delivery"};
        case Word::WidthIsCount:
            return {"Largeur\u00a0: effectif", "Width: number of people"};
        case Word::ChevronsUnknown:
            return {"Chevrons\u00a0: effectif inconnu ou non vérifié",
                    "Chevrons: number not known or not verified"};
        case Word::HollowAnnounced:
            return {"Creux\u00a0: annoncé", "Hollow: announced"};
        case Word::HatchedDisputed:
            return {"Hachures\u00a0: contesté", "Hatched: disputed"};
        case Word::RoutesSchematic:
            return {"Trajets schématiques", "Routes are schematic"};
        case Word::FadesUnknown:
            return {"Estompé\u00a0: lieu non précisé", "Fading: place not given"};
        case Word::Source:
            return {"Source\u00a0: ", "Source: "};
        case Word::Sources:
            return {"Sources", "Sources"};
        case Word::AccordingTo:
            return {"d’après ", "according to "};
        case Word::OutsideArticles:
            return {"hors des articles", "outside the articles"};
        case Word::Announced:
            return {"annoncé", "announced"};
        case Word::Disputed:
            return {"contesté", "disputed"};
        case Word::Data:
            return {"Carte\u00a0: Natural Earth (domaine public), GeoNames (CC BY 4.0)",
                    "Map: Natural Earth (public domain), GeoNames (CC BY 4.0)"};
        case Word::Coup:
            return {"coup d’État", "coup"};
        case Word::Agreement:
            return {"accord", "agreement"};
        case Word::AgreementEnded:
            return {"accord dénoncé", "accord denounced"};
        case Word::Alliance:
            return {"création ou statut", "founding or status"};
        case Word::Exit:
            return {"sortie d’une organisation", "leaves an organisation"};
        case Word::Announcement:
            return {"annonce", "announcement"};
        case Word::Presence:
            return {"présence", "presence"};
        case Word::DepartureStep:
            return {"étape d’un départ", "step of a departure"};
        case Word::ArrivalStep:
            return {"étape d’une arrivée", "step of an arrival"};
        case Word::PrecisionRing:
            return {"Anneau\u00a0: le lieu exact s’y trouve", "Ring: the exact place lies within"};
        case Word::BarIsSpan:
            return {"Barre estompée sur la frise\u00a0: période ou mois",
                    "Fading bar on the timeline: span or month"};
        case Word::LeavingAnnounced:
            return {"Contour\u00a0: retrait annoncé", "Outline: exit announced"};
        case Word::PresenceAttested:
            return {"Présence attestée", "Presence attested"};
        case Word::PresenceAttestedLater:
            return {"Contour\u00a0: attestée plus tard, début non daté",
                    "Outline: attested later, start not dated"};
        case Word::PresenceDisputed:
            return {"Présence contestée", "Presence disputed"};
        case Word::MemberOfAlliance:
            return {"Membre de l’organisation", "Member of the organisation"};
        case Word::PartlyOutsideArticles:
            return {"en partie hors des articles", "partly outside the articles"};
        case Word::ByAir:
            return {"par avion", "by air"};
        case Word::ByRoad:
            return {"par la route", "by road"};
        case Word::OnFoot:
            return {"à pied", "on foot"};
        case Word::UpTo:
            return {"≤ ", "≤ "};
        case Word::AnnouncedFeminine:
            return {"annoncée", "announced"};
        case Word::DisputedFeminine:
            return {"contestée", "disputed"};
        case Word::Kilometres:
            return {"km", "km"};
        case Word::MoreThan:
            return {"plus de ", "over "};
    }
    return {};
}

}  // namespace

std::string_view word(Word which, std::string_view language) {
    if (const std::string_view translated = moreWord(which, language); !translated.empty()) return translated;
    const Entry e = entry(which);
    return language == "fr" ? e.fr : e.en;
}

bool isFeminine(Word noun) {
    switch (noun) {
        case Word::Arrival:
        case Word::Delivery:
        case Word::Visit:
        case Word::ArrivalStep:
        case Word::DepartureStep:
        case Word::Alliance:
        case Word::Exit:
        case Word::Announcement:
        case Word::Presence:
            return true;
        default:
            return false;
    }
}

}  // namespace picture
