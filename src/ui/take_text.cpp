#include "ui/take_text.h"

#include <nlohmann/json.hpp>

namespace ui {

namespace {

using Json = nlohmann::ordered_json;

// Words of a presenter's files may hold any bytes.
std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json toJson(const geo::Camera& camera) {
    const geo::Camera c = rounded(camera);
    Json json{{"center", {c.center.lon, c.center.lat}}, {"width_km", c.widthKm}};
    if (c.bearing != 0) json["bearing"] = c.bearing;
    if (c.pitch != 0) json["pitch"] = c.pitch;
    return json;
}

void addCommand(const TakeLine& line, Json& json) {
    const Command& command = line.command;
    if (command.number != 0) json["number"] = command.number;
    if (!command.text.empty()) json["text"] = command.text;
    if (command.camera) json["camera"] = toJson(*command.camera);
    if (command.ink && command.ink->ground) {
        json["at"] = {command.ink->ground->lon, command.ink->ground->lat};
    } else if (command.ink) {
        json["share"] = {command.ink->share.x, command.ink->share.y};
    }
    if (line.from) json["from"] = toJson(*line.from);
    if (!line.cue.empty()) json["cue"] = line.cue;
    if (line.seconds) json["seconds"] = roundedSeconds(*line.seconds);
    if (line.on) json["on"] = *line.on;
    if (line.paused) json["paused"] = *line.paused;
    if (!line.to.empty()) json["to"] = line.to;
}

}  // namespace

std::string_view nameOf(const TakeLine& line) {
    switch (line.kind) {
        case TakeKind::Command:
            return rowOf(line.command.id).name;
        case TakeKind::Size:
            return "size";
        case TakeKind::Hold:
            return "hold";
        case TakeKind::Sound:
            return "sound";
        case TakeKind::End:
            return "end";
    }
    return "";
}

std::string textOf(const TakeHeader& header) {
    Json json{{"take", kTakeFormat}, {"program", header.program}};
    if (!header.film.empty()) json["film"] = header.film;
    if (!header.filmHash.empty()) json["film_hash"] = header.filmHash;
    if (!header.skip.empty()) json["skip"] = header.skip;
    if (!header.with.empty()) json["with"] = header.with;
    json["size"] = {header.size.w, header.size.h};
    json["language"] = header.language;
    json["theme"] = header.theme;
    json["cue"] = header.cue;
    json["seconds"] = roundedSeconds(header.seconds);
    json["paused"] = header.paused;
    json["panels"] = header.panels;
    if (header.camera) json["camera"] = toJson(*header.camera);
    if (header.from) json["from"] = *header.from;
    if (header.to) json["to"] = *header.to;
    return dumped(json);
}

std::string textOf(const TakeLine& line) {
    Json json{{"t", roundedSeconds(line.at)}, {"do", nameOf(line)}};
    if (line.kind == TakeKind::Command) addCommand(line, json);
    if (line.kind == TakeKind::Size) json["size"] = {line.size.w, line.size.h};
    if (line.kind == TakeKind::Hold) json["seconds"] = roundedSeconds(line.seconds.value_or(0));
    if (line.kind == TakeKind::Sound) json["file"] = line.file;
    return dumped(json);
}

}  // namespace ui
