// The picture's own words in its languages: legend, source line, credits. Films bring the rest.
#pragma once

#include <string_view>

namespace picture {

enum class Word {
    Arrival,
    Departure,
    Visit,
    Call,
    Delivery,
    WidthIsCount,
    ChevronsUnknown,
    HollowAnnounced,
    HatchedDisputed,
    RoutesSchematic,
    FadesUnknown,
    Source,
    Sources,
    AccordingTo,
    OutsideArticles,
    Announced,
    Disputed,
    Data,
    Coup,
    Agreement,
    AgreementEnded,
    Alliance,
    Exit,
    Announcement,
    Presence,
    DepartureStep,
    ArrivalStep,
    PrecisionRing,
    BarIsSpan,
    LeavingAnnounced,
    PresenceAttested,
    PresenceAttestedLater,
    PresenceDisputed,
    MemberOfAlliance,
    PartlyOutsideArticles,
    UpTo,
    ByAir,
    ByRoad,
    OnFoot,
    MoreThan,
    Kilometres,
    AnnouncedFeminine,
    DisputedFeminine
};

/// The word in `language`: French, English, Arabic or Russian; English for languages the program does not
/// know.
std::string_view word(Word which, std::string_view language);

/// True for what the French call "une arrivée" rather than "un départ".
bool isFeminine(Word noun);

}  // namespace picture
