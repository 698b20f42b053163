#include "picture/words.h"

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
            return {"Largeur : effectif", "Width: number of people"};
        case Word::ChevronsUnknown:
            return {"Chevrons : effectif inconnu ou non vérifié",
                    "Chevrons: number not known or not verified"};
        case Word::HollowAnnounced:
            return {"Creux : annoncé", "Hollow: announced"};
        case Word::HatchedDisputed:
            return {"Hachures : contesté", "Hatched: disputed"};
        case Word::RoutesSchematic:
            return {"Trajets schématiques", "Routes are schematic"};
        case Word::FadesUnknown:
            return {"Estompé : lieu non précisé", "Fading: place not given"};
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
    }
    return {};
}

}  // namespace

std::string_view word(Word which, std::string_view language) {
    const Entry e = entry(which);
    return language == "fr" ? e.fr : e.en;
}

}  // namespace picture
