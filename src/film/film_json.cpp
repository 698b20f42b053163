#include "film/film_json.h"

#include <nlohmann/json.hpp>

#include "film/cue_summary.h"
#include "film/timeline.h"

namespace film {

namespace {

using Json = nlohmann::ordered_json;

/// A plain text as a string, others as an object by language; null when there is none.
Json jsonOf(const base::LocalText& text) {
    if (text.empty()) return nullptr;
    if (text.byLanguage.size() == 1 && text.byLanguage.front().first.empty())
        return text.byLanguage.front().second;
    Json object = Json::object();
    for (const auto& [language, words] : text.byLanguage) object[language] = words;
    return object;
}

Json jsonOrNull(std::string_view text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json jsonOf(const std::optional<Count>& count) {
    if (!count) return nullptr;
    if (count->min == count->max) return count->min;
    return {{"min", count->min}, {"max", count->max}};
}

Json jsonOf(const Film& film, std::size_t index) {
    const Cue& cue = film.cues[index];
    return {{"id", cue.id},
            {"start_s", cueStart(film, index)},
            {"fly_s", cue.flySeconds},
            {"play_s", cue.playSeconds},
            {"hold_s", cue.holdSeconds},
            {"events", cue.events},
            {"title", jsonOf(titleOfCue(film, cue))},
            {"chapter", jsonOrNull(cue.chapter)}};
}

Json jsonOf(const Film& film, const Event& event) {
    return {{"id", event.id},
            {"date", event.date.toString()},
            {"kind", toString(event.kind)},
            {"actor", event.actor},
            {"from", jsonOrNull(event.from)},
            {"to", jsonOrNull(event.to)},
            {"via", event.via},
            {"count", jsonOf(event.count)},
            {"count_status", toString(event.countStatus)},
            {"status", toString(event.status)},
            {"said_by", jsonOf(event.saidBy)},
            {"sources", event.sources},
            {"title", jsonOf(event.title)},
            {"text", jsonOf(event.text)},
            {"carrier", event.carrier == Carrier::None ? Json(nullptr) : Json(toString(event.carrier))},
            {"part_of", jsonOrNull(event.partOf)},
            {"outside_articles", isOutsideArticles(film, event)}};
}

Json jsonOf(const Place& place) {
    return {{"id", place.id},
            {"name", jsonOf(place.name)},
            {"lon", place.at.lon},
            {"lat", place.at.lat},
            {"kind", toString(place.kind)}};
}

Json jsonOf(const Source& source) {
    return {{"id", source.id},
            {"title", jsonOrNull(source.title)},
            {"publisher", jsonOrNull(source.publisher)},
            {"date", source.date ? Json(source.date->toString()) : Json(nullptr)},
            {"url", jsonOrNull(source.url)},
            {"article", source.article}};
}

Json jsonOf(const Chapter& chapter) {
    return {{"id", chapter.id},
            {"title", jsonOf(chapter.title)},
            {"optional", chapter.optional},
            {"shown", chapter.shown}};
}

template <class T>
Json jsonOf(const std::vector<T>& entries) {
    Json array = Json::array();
    for (const T& entry : entries) array.push_back(jsonOf(entry));
    return array;
}

}  // namespace

std::string infoJson(const Film& film, const std::vector<std::string>& layers) {
    Json cues = Json::array();
    for (std::size_t i = 0; i < film.cues.size(); ++i) cues.push_back(jsonOf(film, i));
    Json events = Json::array();
    for (const Event& event : film.events) events.push_back(jsonOf(film, event));
    const Json info = {{"title", jsonOf(film.title)},      {"languages", film.languages},
                       {"duration_s", duration(film)},     {"cues", std::move(cues)},
                       {"events", std::move(events)},      {"places", jsonOf(film.places)},
                       {"sources", jsonOf(film.sources)},  {"layers", layers},
                       {"chapters", jsonOf(film.chapters)}};
    return info.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace film
