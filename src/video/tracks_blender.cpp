#include <algorithm>
#include <limits>
#include <string>

#include "video/pinhole_camera.h"
#include "video/track_keys.h"
#include "video/track_writers.h"

namespace video {

namespace {

constexpr int kWorldDecimals = 9, kAngleDecimals = 9;

constexpr std::string_view kFunctions = R"(

def curves_of(block):
    data = block.animation_data
    if hasattr(data.action, "fcurves"):  # up to Blender 4.5
        return data.action.fcurves
    from bpy_extras import anim_utils
    return anim_utils.action_get_channelbag_for_slot(data.action, data.action_slot).fcurves


def bake(block, path, index, frames, values, interpolation="LINEAR"):
    """A key for each frame. The first makes the curve, whatever the version of Blender."""
    block.keyframe_insert(data_path=path, index=index, frame=frames[0])
    curve = curves_of(block).find(path, index=max(index, 0))
    points = curve.keyframe_points
    points.add(len(frames) - 1)
    points.foreach_set("co", [number for key in zip(frames, values) for number in key])
    for point in points:
        point.interpolation = interpolation
    curve.update()


def frames_of(runs):
    return [FRAMES[0] + frame for first, last in runs for frame in range(first, last + 1)]


def add_object(collection, name, data):
    item = bpy.data.objects.new(name, data)
    collection.objects.link(item)
    return item


def add_camera(collection):
    data = bpy.data.cameras.new("Harmattan camera")
    data.sensor_fit = "VERTICAL"
    data.sensor_height = 24
    data.lens = 24 * FOCAL / SIZE[1]
    data.clip_start, data.clip_end = CLIP
    camera = add_object(collection, "Harmattan camera", data)
    camera.rotation_mode = "XYZ"
    frames = list(range(FRAMES[0], FRAMES[1] + 1))
    for axis in range(3):
        bake(camera, "location", axis, frames, CAMERA[axis::5])
    bake(camera, "rotation_euler", 0, frames, [math.radians(pitch) for pitch in CAMERA[3::5]])
    bake(camera, "rotation_euler", 2, frames, [math.radians(-bearing) for bearing in CAMERA[4::5]])
    return camera


def add_empty(collection, name, ident):
    empty = add_object(collection, name, None)
    empty.empty_display_size = 0.5
    empty["harmattan"] = ident
    return empty


def add_head(collection, name, event, runs, places):
    """An empty on the ground under the arrow's head, hidden in frames without one."""
    empty = add_empty(collection, name, event)
    frames = frames_of(runs)
    for axis in range(2):
        bake(empty, "location", axis, frames, places[axis::2])
    changes, hidden = [FRAMES[0]], [1]
    for first, last in runs:
        for frame, value in ((first, 0), (last + 1, 1)):
            if FRAMES[0] + frame == changes[-1]:
                changes.pop()
                hidden.pop()
            changes.append(FRAMES[0] + frame)
            hidden.append(value)
    for path in ("hide_viewport", "hide_render"):
        bake(empty, path, -1, changes, hidden, "CONSTANT")


def main():
    scene = bpy.context.scene
    scene.render.resolution_x, scene.render.resolution_y = SIZE
    scene.render.resolution_percentage = 100
    scene.render.pixel_aspect_x = scene.render.pixel_aspect_y = 1
    scene.render.fps = max(1, round(RATE[0] / RATE[1]))
    scene.render.fps_base = scene.render.fps * RATE[1] / RATE[0]
    scene.frame_start, scene.frame_end = FRAMES
    collection = bpy.data.collections.new("Harmattan")
    scene.collection.children.link(collection)
    scene.camera = add_camera(collection)
    for ident, name, x, y in PLACES:
        add_empty(collection, name, ident).location = (x, y, 0)
    for event, name, runs, places in HEADS:
        add_head(collection, name, event, runs, places)
    scene.frame_set(FRAMES[0])


main()
)";

std::string text(std::string_view utf8) {
    return quoted(utf8, Language::Python);
}

std::string tuple(const std::string& a, const std::string& b) {
    return "(" + a + ", " + b + ")";
}

// From well before what the nearest camera looks at to well beyond what the farthest sees.
std::string clipOf(const Tracks& tracks) {
    constexpr double kNearest = 1e-6;  // the least that Blender takes
    double nearest = std::numeric_limits<double>::infinity(), farthest = 0;
    for (const FrameView& frame : tracks.frames) {
        const double distance = pinholeCamera(frame.view, tracks.origin).distance;
        nearest = std::min(nearest, distance);
        farthest = std::max(farthest, distance);
    }
    return tuple(decimal(std::max(nearest / 100, kNearest), kWorldDecimals),
                 decimal(farthest * 100, kWorldDecimals));
}

Keys cameraKeys(const Tracks& tracks) {
    Keys keys;
    std::int64_t number = tracks.first;
    for (const FrameView& frame : tracks.frames) {
        const PinholeCamera camera = pinholeCamera(frame.view, tracks.origin);
        keys.add(number++,
                 {camera.above().x, camera.above().y, camera.height(), camera.pitch, camera.bearing});
    }
    return keys;
}

Keys groundKeys(const Tracks& tracks, const HeadTrack& head) {
    Keys keys;
    for (const HeadSample& sample : head.samples) {
        const FrameView& frame = tracks.frames[static_cast<std::size_t>(sample.frame - tracks.first)];
        const auto plane = planeUnder(sample, frame);
        if (!plane) continue;
        const base::Vec2 at = worldOf(*plane, tracks.origin);
        keys.add(sample.frame, {at.x, at.y});
    }
    return keys;
}

void writePoints(const Tracks& tracks, TextFile& out) {
    out << "# id, name, x, y\nPLACES = [\n";
    for (const PlaceTrack& place : tracks.places) {
        if (!place.plane) continue;
        const base::Vec2 at = worldOf(*place.plane, tracks.origin);
        out << "    (" << text(place.id) << ", " << text(place.name) << ", " << decimal(at.x, kWorldDecimals)
            << ", " << decimal(at.y, kWorldDecimals) << "),\n";
    }
    out << "]\n# event, name, [first, last] frames counted from 0, x and y for each of them\nHEADS = [\n";
    for (const HeadTrack& head : tracks.heads) {
        const Keys keys = groundKeys(tracks, head);
        if (keys.frames.empty()) continue;
        out << "    (" << text(head.event) << ", " << text(head.event + " " + head.name) << ", "
            << runsOf(keys, tracks.first) << ",\n"
            << listOf(keys, kWorldDecimals) << "),\n";
    }
    out << "]\n";
}

}  // namespace

void writeBlender(const Tracks& tracks, TextFile& out) {
    const double focal = tracks.frames.front().view.distance;
    out << "# Tracks of a film by Harmattan, for Blender: open in the Text Editor and press Run Script.\n"
           "# World: x east, y north, z up; 1 unit = 100 km of the map's plane z = 0. Angles in degrees.\n"
           "import math\n\nimport bpy\n\nTITLE = "
        << text(tracks.title)
        << "\nSIZE = " << tuple(std::to_string(tracks.size.w), std::to_string(tracks.size.h)) << "\nRATE = "
        << tuple(std::to_string(tracks.rate.numerator), std::to_string(tracks.rate.denominator))
        << "\nFRAMES = " << tuple(std::to_string(tracks.first), std::to_string(tracks.last()))
        << "\nFOCAL = " << decimal(focal, 3) << "  # pixels\nCLIP = " << clipOf(tracks)
        << "\n# x, y, z, pitch from straight down, bearing clockwise, for each frame\nCAMERA = "
        << listOf(cameraKeys(tracks), kWorldDecimals) << "\n";
    writePoints(tracks, out);
    out << kFunctions;
}

}  // namespace video
