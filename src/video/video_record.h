// What is on record of a video: its manifest when it is whole, the settings of its segments until then.
//
//   film.mp4.manifest.json            settings, frames, length and hash of the file
//   film.mp4.parts/settings.json      while segments are in the making
#pragma once

#include "base/result.h"
#include "video/export_plan.h"
#include "video/manifest.h"

namespace video {

/// The settings as a manifest has them: those of the frames, and the sound's hash.
nlohmann::ordered_json recordedSettings(const Output& output);

/// True when the video of `output` is there: whole, of these settings and frames, byte for byte as recorded.
/// While it has segments it is not, nor when its bytes are others. Problems: Usage when another one is there,
/// or none is on record; Failure when the record cannot be read.
base::Result<bool> isVideoThere(const Output& output, FrameRange whole);

/// True when the video is there, of these settings and frames, but its bytes are not those on record.
bool isVideoDamaged(const Output& output, FrameRange whole);

/// How the file differs from its record; "" when it does not.
std::string damageOf(const Output& output, const Manifest& manifest);

/// The output with the settings that its segments were begun with: those on record, driver included, or its
/// own. A problem of kind Usage when they differ, or when the segments are of another film than `whole`.
base::Result<Output> asBegun(const Output& output, FrameRange whole);

/// Whether settings of segments are on record.
bool hasBegun(const Output& output);

/// Puts settings and frames on record for all who make segments of this video, unless they are. A problem of
/// kind Usage when others are, of kind Failure when the disk fails.
base::Result<base::Done> beginSegments(const Output& output, FrameRange whole);

/// Writes the manifest of a video that is whole. A problem of kind Failure when the disk fails.
base::Result<base::Done> writeVideoManifest(const Output& output, FrameRange whole);

/// Removes segments, their settings, what killed exports have left of them, and their folder when nothing
/// else is in it. For who holds the SegmentLock of the whole video.
void removeParts(const Output& output);

}  // namespace video
