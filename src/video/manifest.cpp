#include "video/manifest.h"

#include "base/file.h"

namespace video {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;
constexpr std::size_t kLargestFile = std::size_t{1} << 30;
constexpr std::int64_t kMostFrames = 1'000'000'000;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Deep nesting is none of ours, and would be too much for what walks through it.
Json parsed(std::string_view text) {
    constexpr int kDeepest = 6;
    const auto keep = [](int depth, Json::parse_event_t, Json&) { return depth <= kDeepest; };
    return Json::parse(text, keep, false);
}

bool isHash(std::string_view text) {
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

base::Problem notAManifest(const std::string& path) {
    return {base::Severity::Error,
            base::Trouble::Failure,
            path,
            0,
            0,
            "is not a manifest of this program",
            "remove it, or choose another output"};
}

std::string shown(const Json& value) {
    return value.is_string() ? value.get<std::string>() : dump(value);
}

}  // namespace

Json jsonOf(const FrameRecord& record) {
    Json json{{"frame", record.frame}, {"pixels", record.pixels}};
    if (record.bytes > 0) {
        json["bytes"] = record.bytes;
        json["crc32"] = record.crc;
    }
    return json;
}

std::optional<FrameRecord> recordOf(const Json& json) {
    if (!json.is_object()) return std::nullopt;
    const auto frame = json.find("frame"), pixels = json.find("pixels"), bytes = json.find("bytes"),
               crc = json.find("crc32");
    if (frame == json.end() || !frame->is_number_integer() || pixels == json.end() || !pixels->is_string())
        return std::nullopt;
    FrameRecord record;
    record.frame = frame->get<std::int64_t>();
    record.pixels = pixels->get<std::string>();
    if (record.frame < 1 || record.frame > kMostFrames || !isHash(record.pixels)) return std::nullopt;
    if (bytes != json.end() && crc != json.end() && bytes->is_number_unsigned() &&
        crc->is_number_unsigned()) {
        record.bytes = bytes->get<std::uint64_t>();
        record.crc = crc->get<std::uint32_t>();
    }
    return record;
}

std::string toJson(const Manifest& manifest) {
    std::string text = "{\n\"format\": " + std::to_string(kFormat) + ",\n\"settings\": ";
    text += manifest.settings.dump(2, ' ', false, Json::error_handler_t::replace);
    if (!manifest.fileHash.empty())
        text += ",\n\"file\": " + dump({{"bytes", manifest.fileBytes}, {"hash", manifest.fileHash}});
    text += ",\n\"frames\": [";
    bool isFirst = true;
    for (const auto& [number, record] : manifest.frames) {
        text += (isFirst ? "\n" : ",\n") + dump(jsonOf(record));
        isFirst = false;
    }
    return text + "\n]\n}\n";
}

base::Result<Manifest> readManifest(const std::string& path) {
    const auto text = base::readFile(path, kLargestFile);
    if (!text) return text.problems();
    const Json json = parsed(*text);
    if (!json.is_object() || !json.contains("format") || json["format"] != kFormat ||
        !json.contains("settings") || !json["settings"].is_object() || !json.contains("frames") ||
        !json["frames"].is_array())
        return notAManifest(path);
    Manifest manifest{json["settings"], {}, 0, ""};
    if (json.contains("file") && json["file"].is_object()) {
        const Json& file = json["file"];
        if (file.contains("bytes") && file["bytes"].is_number_unsigned())
            manifest.fileBytes = file["bytes"].get<std::uint64_t>();
        if (file.contains("hash") && file["hash"].is_string())
            manifest.fileHash = file["hash"].get<std::string>();
    }
    for (const Json& entry : json["frames"]) {
        auto record = recordOf(entry);
        if (!record) return notAManifest(path);
        manifest.frames.insert_or_assign(record->frame, std::move(*record));
    }
    return manifest;
}

std::string differenceOf(const Json& was, const Json& given) {
    Json is = given;
    if (!was.contains(kEncoding)) is.erase(kEncoding);
    if (was == is) return "";
    const bool anyDriver = is.value("driver", Json()) == "";
    for (const auto& [key, value] : is.items()) {
        if (anyDriver && (key == "driver" || key == "conversion")) continue;
        const auto old = was.find(key);
        if (old == was.end()) return key + " was not given and is " + shown(value);
        if (*old != value && key == kEncoding && old->is_object()) return differenceOf(*old, value);
        if (*old != value) return key + " was " + shown(*old) + " and is " + shown(value);
    }
    for (const auto& [key, value] : was.items()) {
        if (!is.contains(key) && !(anyDriver && key == "conversion"))
            return key + " was " + shown(value) + " and is not given";
    }
    return anyDriver ? "" : "the order of settings";
}

std::optional<nlohmann::ordered_json> parseLine(std::string_view text) {
    Json json = parsed(text);
    if (!json.is_object()) return std::nullopt;
    return json;
}

}  // namespace video
