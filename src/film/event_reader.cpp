#include <array>
#include <map>

#include "film/film_parts.h"

namespace film {

namespace {

constexpr std::size_t kMostEvents = 10'000;
constexpr std::size_t kMostReferences = 100;  // of one event: places on the way, sources
constexpr int kLargestCount = 10'000'000;

constexpr std::array<std::pair<const char*, EventKind>, 12> kKinds = {
    {{"arrival", EventKind::Arrival},
     {"departure", EventKind::Departure},
     {"visit", EventKind::Visit},
     {"call", EventKind::Call},
     {"delivery", EventKind::Delivery},
     {"coup", EventKind::Coup},
     {"agreement", EventKind::Agreement},
     {"denunciation", EventKind::Denunciation},
     {"alliance", EventKind::Alliance},
     {"exit", EventKind::Exit},
     {"announcement", EventKind::Announcement},
     {"presence", EventKind::Presence}}};
constexpr std::array<std::pair<const char*, CountStatus>, 7> kCountStatuses = {
    {{"exact", CountStatus::Exact},
     {"approx", CountStatus::Approx},
     {"range", CountStatus::Range},
     {"presence", CountStatus::Presence},
     {"cumulative", CountStatus::Cumulative},
     {"disputed", CountStatus::Disputed},
     {"unknown", CountStatus::Unknown}}};
constexpr std::array<std::pair<const char*, ClaimStatus>, 4> kStatuses = {
    {{"confirmed", ClaimStatus::Confirmed},
     {"reported", ClaimStatus::Reported},
     {"announced", ClaimStatus::Announced},
     {"disputed", ClaimStatus::Disputed}}};

constexpr std::array<std::pair<const char*, Carrier>, 3> kCarriers = {
    {{"aircraft", Carrier::Aircraft}, {"vehicle", Carrier::Vehicle}, {"foot", Carrier::Foot}}};

/// What a kind of event needs of its two ends.
enum class Ends {
    NeedsTo,    ///< from may be left out: unknown
    NeedsFrom,  ///< to may be left out: unknown
    NeedsBoth,
    OnlyTo,  ///< it happens at one place, or at none that is given
};

Ends endsOf(EventKind kind) {
    switch (kind) {
        case EventKind::Arrival:
        case EventKind::Visit:
        case EventKind::Delivery:
            return Ends::NeedsTo;
        case EventKind::Departure:
            return Ends::NeedsFrom;
        case EventKind::Call:
            return Ends::NeedsBoth;
        default:
            return Ends::OnlyTo;
    }
}

/// True for kinds whose count is unknown, rather than beside the point, when it is left out.
bool countsPeople(EventKind kind) {
    return endsOf(kind) == Ends::NeedsTo || kind == EventKind::Departure || kind == EventKind::Presence;
}

std::string readReference(TableReader& table, std::string_view key, const IdSet& ids, std::string_view noun) {
    const auto id = table.string(key, kTextLimit);
    if (!id) return {};
    const bool isOpenEnd = noun == "place" && *id == kUnknownPlace;
    if (!isOpenEnd) checkReference({*id, table.position(key)}, ids, noun, table.report());
    return *id;
}

std::vector<std::string> readReferences(TableReader& table, std::string_view key, const IdSet& ids,
                                        std::string_view noun) {
    std::vector<std::string> references;
    for (auto& item : table.strings(key, kMostReferences)) {
        checkReference(item, ids, noun, table.report());
        references.push_back(std::move(item.text));
    }
    return references;
}

void checkSinglePlace(const Event& event, TableReader& table) {
    const std::string kind(toString(event.kind));
    for (const char* key : {"from", "via", "towards", "carrier"}) {
        if (!table.has(key)) continue;
        table.report().error(table.position(key), "an event of kind " + quoted(kind) + " has no " + key,
                             "say in to where it happened");
    }
    if (event.to == kUnknownPlace) {
        table.report().error(table.position("to"),
                             "an event of kind " + quoted(kind) + " is not drawn as an arrow",
                             "leave to out when the place is not known");
    }
}

void checkMovement(Event& event, TableReader& table, Ends ends) {
    const bool hasTo = ends == Ends::NeedsFrom || table.needs("to", "give a place, or \"unknown\"");
    const bool hasFrom = ends == Ends::NeedsTo || table.needs("from", "give a place, or \"unknown\"");
    if (!hasTo || !hasFrom) return;
    if (!table.has("from")) event.from = kUnknownPlace;
    if (!table.has("to")) event.to = kUnknownPlace;
    if (!event.towards.empty() && event.to != kUnknownPlace) {
        table.report().error(table.position("towards"), "towards is for an arrow whose end is not given",
                             "leave it out, or write to = \"unknown\"");
    }
    if (event.from != event.to || event.from.empty()) return;
    const bool bothUnknown = event.from == kUnknownPlace;
    table.report().error(
        table.position(table.has("to") ? "to" : "from"),
        bothUnknown ? "from and to are both unknown" : "from and to are the same place",
        bothUnknown ? "an arrow needs one known end" : "an arrow needs two places, or \"unknown\"");
}

void readEnds(Event& event, TableReader& table, const FilmNames& names, bool kindIsKnown) {
    event.from = readReference(table, "from", names.places, "place");
    event.to = readReference(table, "to", names.places, "place");
    event.via = readReferences(table, "via", names.places, "place");
    event.towards = readReference(table, "towards", names.places, "place");
    event.carrier = table.choice("carrier", kCarriers).value_or(Carrier::None);
    if (!kindIsKnown) return;
    const Ends ends = endsOf(event.kind);
    if (ends == Ends::OnlyTo) return checkSinglePlace(event, table);
    checkMovement(event, table, ends);
}

std::optional<Count> readCount(TableReader& table) {
    const toml::node* node = table.find("count");
    if (!node) return std::nullopt;
    if (!node->is_table()) {
        const auto number = table.wholeNumber("count", 0, kLargestCount);
        return number ? std::optional(Count{*number, *number}) : std::nullopt;
    }
    TableReader range(*node->as_table(), table.report());
    range.needs("min");
    range.needs("max");
    const auto min = range.wholeNumber("min", 0, kLargestCount),
               max = range.wholeNumber("max", 0, kLargestCount);
    range.reportUnknownKeys();
    if (!min || !max) return std::nullopt;
    if (*min > *max) {
        table.report().error(range.position("min"), "count.min is greater than count.max", "swap them");
        return std::nullopt;
    }
    return Count{*min, *max};
}

/// The status of a count that the event gives without one.
CountStatus defaultCountStatus(const Event& event, TableReader& table) {
    const toml::node* node = table.find("count");
    if (!node) return countsPeople(event.kind) ? CountStatus::Unknown : CountStatus::None;
    if (node->is_table()) return CountStatus::Range;
    if (event.count) {
        table.report().warning(table.position("count"), "count has no count_status",
                               "it counts as unknown; say exact, approx, presence, cumulative or disputed");
    }
    return CountStatus::Unknown;
}

void checkCountStatus(const Event& event, TableReader& table) {
    const CountStatus status = event.countStatus;
    const bool needsCount = status == CountStatus::Exact || status == CountStatus::Approx ||
                            status == CountStatus::Range || status == CountStatus::Cumulative;
    const std::string named = "count_status " + quoted(toString(status));
    if (needsCount && !table.has("count")) {
        table.report().error(table.position("count_status"), named + " needs a count",
                             "give count, or leave count_status out");
    } else if (status == CountStatus::Exact && event.count && event.count->min != event.count->max) {
        table.report().error(table.position("count_status"), named + " does not fit a count from min to max",
                             "use \"range\"");
    }
}

void readCounts(Event& event, TableReader& table) {
    event.count = readCount(table);
    if (!table.has("count_status")) {
        event.countStatus = defaultCountStatus(event, table);
    } else if (const auto status = table.choice("count_status", kCountStatuses)) {
        event.countStatus = *status;
        checkCountStatus(event, table);
    }
}

void readEvidence(Event& event, TableReader& table, const FilmNames& names) {
    event.status = table.choice("status", kStatuses).value_or(event.status);
    event.saidBy = table.text("said_by", kTitleLimit, names.languages);
    event.sources = readReferences(table, "sources", names.sources, "source");
    const toml::node* sources = table.find("sources");
    if (!sources || (sources->is_array() && sources->as_array()->empty())) {
        table.report().warning(table.position(), "event " + quoted(event.id) + " has no source",
                               "name one in sources");
    }
}

Event readEvent(const toml::table& source, const FilmNames& names, Report& report) {
    Event event;
    TableReader table(source, report);
    if (table.needs("id")) event.id = table.id("id").value_or("");
    if (table.needs("date")) event.date = table.date("date").value_or(base::Edtf{});
    const auto kind = table.needs("kind") ? table.choice("kind", kKinds) : std::nullopt;
    event.kind = kind.value_or(event.kind);
    if (table.needs("actor")) event.actor = readReference(table, "actor", names.actors, "actor");
    readEnds(event, table, names, kind.has_value());
    readCounts(event, table);
    readEvidence(event, table, names);
    event.partOf = table.id("part_of").value_or("");
    if (table.needs("title")) event.title = table.text("title", kTitleLimit, names.languages);
    event.text = table.text("text", kTextLimit, names.languages);
    table.reportUnknownKeys();
    return event;
}

}  // namespace

std::vector<Event> readEvents(TableReader& root, FilmNames& names) {
    std::vector<Event> events;
    for (const toml::table* table : root.tables("events", kMostEvents)) {
        events.push_back(readEvent(*table, names, root.report()));
        const std::string& id = events.back().id;
        if (id.empty()) continue;
        const Position at = TableReader(*table, root.report()).position("id");
        define("event", id, at, names.events, names, root.report());
    }
    return events;
}

void checkParts(TableReader& root, const std::vector<Event>& events, const FilmNames& names) {
    std::map<std::string_view, const Event*> byId;
    for (const Event& event : events) byId.emplace(event.id, &event);
    for (const toml::table* source : root.tables("events", kMostEvents)) {
        TableReader table(*source, root.report());
        const auto* id = source->get_as<std::string>("id");
        const auto* whole = source->get_as<std::string>("part_of");
        if (!id || !whole) continue;
        const Position at = table.position("part_of");
        checkReference({whole->get(), at}, names.events, "event", root.report());
        const auto part = byId.find(id->get()), found = byId.find(whole->get());
        if (part == byId.end() || found == byId.end()) continue;
        if (part->second == found->second) {
            root.report().error(at, "event " + quoted(id->get()) + " is part of itself", "leave part_of out");
        } else if (!part->second->isMovement() || !found->second->isMovement()) {
            root.report().error(at, "part_of joins two movements; one of these is none", "leave part_of out");
        } else if (!found->second->partOf.empty()) {
            root.report().error(at, "event " + quoted(whole->get()) + " is itself part of another",
                                "name the whole, " + quoted(found->second->partOf));
        }
    }
}

}  // namespace film
