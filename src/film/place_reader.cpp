#include <array>
#include <map>

#include "film/film_parts.h"

namespace film {

namespace {

constexpr std::size_t kMostPlaces = 10'000;
constexpr NumberRange kLongitudes = {-180, 180, "give degrees, east positive"};
constexpr NumberRange kLatitudes = {-90, 90, "longitude comes first; are they swapped?"};
constexpr NumberRange kPrecisions = {0, 5000, "give kilometres"};
constexpr std::array<std::pair<const char*, PlaceKind>, 5> kKinds = {{{"capital", PlaceKind::Capital},
                                                                      {"city", PlaceKind::City},
                                                                      {"base", PlaceKind::Base},
                                                                      {"symbol", PlaceKind::Symbol},
                                                                      {"water", PlaceKind::Water}}};

void checkEntry(TableReader& table, const TableReader::Entry& entry, bool isKnown) {
    if (entry.id == kUnknownPlace) {
        table.report().error(entry.at, "the place id \"unknown\" is reserved",
                             "it stands for an origin or a destination that is not given");
    }
    if (isKnown) return;
    for (const char* key : {"name", "lon", "lat", "kind"}) table.needs(key);
}

Place readPlace(const TableReader::Entry& entry, const Place* known, const FilmNames& names, Report& report) {
    Place place = known ? *known : Place{};
    place.id = entry.id;
    TableReader table(*entry.table, report);
    checkEntry(table, entry, known != nullptr);
    if (auto name = table.text("name", kTitleLimit, names.languages); !name.empty())
        place.name = std::move(name);
    place.at.lon = table.number("lon", kLongitudes).value_or(place.at.lon);
    place.at.lat = table.number("lat", kLatitudes).value_or(place.at.lat);
    place.kind = table.choice("kind", kKinds).value_or(place.kind);
    if (const auto precision = table.number("precision_km", kPrecisions)) place.precisionKm = precision;
    place.rank = table.wholeNumber("rank", 1, 6).value_or(place.rank);
    if (const auto country = table.string("country", kTitleLimit)) {
        place.country = *country;
        if (!isCountryCode(*country, {})) {
            report.error(table.position("country"), "country " + quoted(*country) + " is not a country code",
                         "use ISO 3166-1 alpha-3, such as NER");
        }
    }
    table.reportUnknownKeys();
    return place;
}

}  // namespace

std::vector<Place> readPlaces(TableReader& root, FilmNames& names, const std::vector<Place>& known) {
    std::map<std::string_view, const Place*> knownById;
    for (const Place& place : known) knownById.emplace(place.id, &place);
    std::vector<Place> places;
    for (const auto& entry : root.entries("places", kMostPlaces)) {
        define("place", entry.id, entry.at, names.places, names, root.report());
        const auto found = knownById.find(entry.id);
        const Place* inherited = found == knownById.end() ? nullptr : found->second;
        if (entry.table) places.push_back(readPlace(entry, inherited, names, root.report()));
    }
    return places;
}

}  // namespace film
