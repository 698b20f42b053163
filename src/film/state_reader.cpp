// Who is where and which country is in which alliance: tables that name events as their evidence.
#include "film/film_parts.h"

namespace film {

namespace {

constexpr std::size_t kMostPresences = 1000;
constexpr std::size_t kMostAlliances = 50;
constexpr std::size_t kMostMembers = 300;
constexpr std::size_t kMostWitnesses = 100;

std::string readEvent(TableReader& table, std::string_view key, const FilmNames& names) {
    const auto id = table.string(key, kTitleLimit);
    if (id) checkReference({*id, table.position(key)}, names.events, "event", table.report());
    return id.value_or("");
}

std::string readCountry(TableReader& table, const FilmNames& names) {
    if (!table.needs("country")) return {};
    const auto country = table.string("country", kTitleLimit);
    if (country && !isCountryCode(*country, names.countries)) {
        table.report().error(
            table.position("country"), "unknown country " + quoted(*country),
            table.report().suggestion(*country, names.countries, "use ISO 3166-1 alpha-3, such as NER"));
    }
    return country.value_or("");
}

Presence readPresence(const toml::table& source, const FilmNames& names, Report& report) {
    Presence presence;
    TableReader table(source, report);
    if (table.needs("actor")) {
        presence.actor = table.string("actor", kTitleLimit).value_or("");
        checkReference({presence.actor, table.position("actor")}, names.actors, "actor", report);
    }
    presence.country = readCountry(table, names);
    if (table.needs("events", "name the events that attest it")) {
        for (auto& item : table.strings("events", kMostWitnesses)) {
            checkReference(item, names.events, "event", report);
            presence.events.push_back(std::move(item.text));
        }
        if (const auto* list = source.get_as<toml::array>("events"); list && list->empty())
            report.error(table.position("events"), "no event attests this presence", "name at least one");
    }
    presence.until = readEvent(table, "until", names);
    table.reportUnknownKeys();
    return presence;
}

Member readMember(const toml::table& source, const FilmNames& names, Report& report) {
    Member member;
    TableReader table(source, report);
    member.country = readCountry(table, names);
    member.since = readEvent(table, "since", names);
    member.leaving = readEvent(table, "leaving", names);
    member.until = readEvent(table, "until", names);
    table.reportUnknownKeys();
    return member;
}

Alliance readAlliance(const TableReader::Entry& entry, const FilmNames& names, Report& report) {
    Alliance alliance;
    alliance.id = entry.id;
    TableReader table(*entry.table, report);
    if (table.needs("name")) alliance.name = table.text("name", kTitleLimit, names.languages);
    alliance.shortName = table.text("short", kTitleLimit, names.languages);
    if (alliance.shortName.empty()) alliance.shortName = alliance.name;
    if (table.needs("color")) alliance.color = table.color("color").value_or(base::Color{});
    alliance.outline = table.boolean("outline").value_or(false);
    if (table.needs("members", "list them: members = [{ country = \"NER\" }]")) {
        for (const toml::table* member : table.tables("members", kMostMembers))
            alliance.members.push_back(readMember(*member, names, report));
    }
    if (const toml::table* renamed = table.table("renamed")) {
        TableReader change(*renamed, report);
        change.needs("by", "name the event from which it has another name");
        alliance.renamedBy = readEvent(change, "by", names);
        if (change.needs("short")) alliance.newName = change.text("short", kTitleLimit, names.languages);
        change.reportUnknownKeys();
    }
    table.reportUnknownKeys();
    return alliance;
}

}  // namespace

std::vector<Presence> readPresences(TableReader& root, const FilmNames& names) {
    std::vector<Presence> presences;
    for (const toml::table* table : root.tables("presences", kMostPresences))
        presences.push_back(readPresence(*table, names, root.report()));
    return presences;
}

std::vector<Alliance> readAlliances(TableReader& root, FilmNames& names) {
    std::vector<Alliance> alliances;
    IdSet ids;
    for (const auto& entry : root.entries("alliances", kMostAlliances)) {
        define("alliance", entry.id, entry.at, ids, names, root.report());
        if (entry.table) alliances.push_back(readAlliance(entry, names, root.report()));
    }
    return alliances;
}

}  // namespace film
