// How each program wants its tracks written. There is at least one frame.
#pragma once

#include "video/text_file.h"
#include "video/tracks.h"

namespace video {

/// Plain JSON that says its own units and axes; a frame a line.
void writeJson(const Tracks& tracks, TextFile& out);

/// A script for After Effects (ExtendScript, ECMAScript 3): a composition with a null for each place and
/// head and a camera. It names properties by match name, which no translation changes. Axes of After Effects:
/// x right, y down, z away from the viewer; zoom is the focal length in pixels; rotations by the right hand
/// in these axes (After Effects Scripting Guide: "AVLayer Match Names", "Camera Layer Match Names").
void writeAfterEffects(const Tracks& tracks, TextFile& out);

/// A script for Blender 2.83 and later: a camera and empties in the world of pinhole_camera.h, whose axes are
/// Blender's. A camera without rotation looks along -z, y up; rotation mode XYZ turns about x first
/// (Blender Manual, "Rotation Modes"; Blender Python API, bpy.types.Camera).
void writeBlender(const Tracks& tracks, TextFile& out);

/// The camera for Nuke: a line a frame of frame, tx ty tz, rx ry rz, vertical field of view (degrees; Nuke
/// Python Reference, nukescripts.import_boujou). Axes x east, y up, z south; a camera without rotation looks
/// along -z, y up. Rotation order ZXY, Nuke's own: about z first, about y last.
void writeNuke(const Tracks& tracks, TextFile& out);

}  // namespace video
