// The record of an export: what it was made from, and a fingerprint of each frame. No clock times: two runs
// give the same bytes.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace video {

/// A frame that is finished and on disk.
struct FrameRecord {
    std::int64_t frame = 0;
    std::string pixels;       ///< pixelHash of what was drawn
    std::uint64_t bytes = 0;  ///< size of its file; 0 in a video
    std::uint32_t crc = 0;    ///< CRC-32 of its file; 0 in a video
    bool operator==(const FrameRecord&) const = default;
};

using FrameRecords = std::map<std::int64_t, FrameRecord>;

/// The key of settings that says in words how a video is encoded. Records of earlier versions lack it.
inline constexpr const char* kEncoding = "encoding";

struct Manifest {
    nlohmann::ordered_json settings;  ///< everything that decides what the frames look like
    FrameRecords frames;
    std::uint64_t fileBytes = 0;  ///< of a video
    std::string fileHash;         ///< byteHash of a video's file; empty for PNG files
};

nlohmann::ordered_json jsonOf(const FrameRecord& record);
/// Nothing when it is not a record that this program wrote.
std::optional<FrameRecord> recordOf(const nlohmann::ordered_json& json);

/// A line of a journal; nothing when it is no JSON object, or nested deeper than ours are.
std::optional<nlohmann::ordered_json> parseLine(std::string_view text);

/// The manifest as a JSON document, a line for each frame.
std::string toJson(const Manifest& manifest);

/// Reads a manifest back. A problem of kind Failure when the file cannot be read or is none.
base::Result<Manifest> readManifest(const std::string& path);

/// How two exports' settings differ, for a person: "size was 1920x1080 and is 1280x720"; "" when they are
/// the same. Where `given` has an empty driver, that of `was` does not matter.
std::string differenceOf(const nlohmann::ordered_json& was, const nlohmann::ordered_json& given);

}  // namespace video
