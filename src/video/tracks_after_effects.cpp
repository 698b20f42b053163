#include <string>

#include "video/pinhole_camera.h"
#include "video/track_keys.h"
#include "video/track_writers.h"

namespace video {

namespace {

// A layer's 100 pixels are then 100 km of the map, and a camera over a continent stands some thousand away.
constexpr double kPixelsPerUnit = 100;
constexpr int kPixelDecimals = 3, kWorldDecimals = 7, kAngleDecimals = 7;

constexpr std::string_view kFunctions = R"(
    function seconds(frame) {
        return frame * rate[1] / rate[0];
    }

    // A key for every frame of `runs` ([first, last], counted from 0); `list` holds `width` numbers for each.
    function bake(property, runs, width, list) {
        var times = [], values = [], at = 0;
        for (var r = 0; r < runs.length; r++) {
            for (var f = runs[r][0]; f <= runs[r][1]; f++) {
                times.push(seconds(f));
                values.push(width === 1 ? list[at] : list.slice(at, at + width));
                at += width;
            }
        }
        property.setValuesAtTimes(times, values);
    }

    function transform(layer, name) {
        return layer.property("ADBE Transform Group").property(name);
    }

    function addNull(name, comment) {
        var layer = comp.layers.addNull(comp.duration);
        layer.name = name;
        layer.comment = comment;
        transform(layer, "ADBE Anchor Point").setValue([0, 0]);
        return layer;
    }

    // A null that follows a point of the screen and is opaque while the frame shows it.
    function addPoint(name, comment, runs, places, shownRuns, shown) {
        var layer = addNull(name, comment);
        bake(transform(layer, "ADBE Position"), runs, 2, places);
        bake(transform(layer, "ADBE Opacity"), shownRuns, 1, shown);
    }

    // Each layer turns about one axis alone, so that no order of rotations comes in.
    function addCamera(grounds, bearings, offsets, pitches, zoom) {
        var all = [[0, frames - 1]];
        var ground = addNull("Harmattan ground", "what the camera looks at; Z rotation is the bearing");
        ground.threeDLayer = true;
        transform(ground, "ADBE Anchor Point").setValue([0, 0, 0]);
        bake(transform(ground, "ADBE Position"), all, 3, grounds);
        bake(transform(ground, "ADBE Rotate Z"), all, 1, bearings);
        transform(ground, "ADBE Opacity").setValue(0);
        var camera = comp.layers.addCamera("Harmattan camera", [size[0] / 2, size[1] / 2]);
        camera.autoOrient = AutoOrientType.NO_AUTO_ORIENT;
        camera.parent = ground;
        transform(camera, "ADBE Orientation").setValue([0, 0, 0]);
        transform(camera, "ADBE Rotate Y").setValue(0);
        transform(camera, "ADBE Rotate Z").setValue(0);
        bake(transform(camera, "ADBE Position"), all, 3, offsets);
        bake(transform(camera, "ADBE Rotate X"), all, 1, pitches);
        camera.property("ADBE Camera Options Group").property("ADBE Camera Zoom").setValue(zoom);
    }

    app.beginUndoGroup("Harmattan tracks");
    try {
        if (!app.project) app.newProject();
        comp = app.project.items.addComp(title || "Harmattan", size[0], size[1], 1, seconds(frames), rate[0] / rate[1]);
)";

constexpr std::string_view kEnd = R"(        comp.openInViewer();
    } finally {
        app.endUndoGroup();
    }
}());
)";

std::string text(std::string_view utf8) {
    return quoted(utf8, Language::JavaScript);
}

void writePoint(const Tracks& tracks, const std::string& name, const std::string& comment,
                const Keys& positions, const Keys& opacities, TextFile& out) {
    if (positions.frames.empty()) return;
    out << "        addPoint(" << text(name) << ", " << text(comment) << ",\n"
        << runsOf(positions, tracks.first) << ",\n"
        << listOf(positions, kPixelDecimals) << ",\n"
        << runsOf(opacities, tracks.first) << ",\n"
        << listOf(opacities, 2) << ");\n";
}

// The world's x east, y north, z up are x right, y up, z towards the viewer.
std::string positionOf(base::Vec2 world) {
    return "[" + decimal(world.x * kPixelsPerUnit, 3) + ", " + decimal(-world.y * kPixelsPerUnit, 3) + ", 0]";
}

void writePoints(const Tracks& tracks, TextFile& out) {
    for (const HeadTrack& head : tracks.heads) {
        writePoint(tracks, head.event + " " + head.name, "head of the arrow of " + head.event,
                   positionKeys(head), opacityKeys(tracks, head), out);
    }
    for (const PlaceTrack& place : tracks.places) {
        if (!place.plane) continue;
        const std::string comment =
            "place " + place.id + ", in 3D at " + positionOf(worldOf(*place.plane, tracks.origin));
        writePoint(tracks, place.name, comment, positionKeys(tracks, place), opacityKeys(tracks, place), out);
    }
}

void writeCamera(const Tracks& tracks, TextFile& out) {
    Keys grounds, bearings, offsets, pitches;
    std::int64_t number = tracks.first;
    for (const FrameView& frame : tracks.frames) {
        const PinholeCamera camera = pinholeCamera(frame.view, tracks.origin);
        const double distance = camera.distance * kPixelsPerUnit, pitch = base::radians(camera.pitch);
        grounds.add(number, {camera.ground.x * kPixelsPerUnit, -camera.ground.y * kPixelsPerUnit, 0});
        bearings.add(number, {camera.bearing});
        offsets.add(number, {0, distance * std::sin(pitch), -distance * std::cos(pitch)});
        pitches.add(number, {camera.pitch});
        ++number;
    }
    out << "        addCamera(" << listOf(grounds, kWorldDecimals) << ",\n"
        << listOf(bearings, kAngleDecimals) << ",\n"
        << listOf(offsets, kWorldDecimals) << ",\n"
        << listOf(pitches, kAngleDecimals) << ",\n"
        << decimal(tracks.frames.front().view.distance, kPixelDecimals) << ");\n";
}

}  // namespace

void writeAfterEffects(const Tracks& tracks, TextFile& out) {
    out << "// Tracks of a film by Harmattan, for After Effects: File > Scripts > Run Script File.\n"
           "// Screen: pixels, origin top left, y down. 3D: x east, y south, z down; 1 pixel = 1 km of the "
           "map's plane z = 0.\n"
           "(function () {\n    var comp, title = "
        << text(tracks.title) << ";\n    var size = [" << std::to_string(tracks.size.w) << ", "
        << std::to_string(tracks.size.h) << "], rate = [" << std::to_string(tracks.rate.numerator) << ", "
        << std::to_string(tracks.rate.denominator) << "], frames = " << std::to_string(tracks.frames.size())
        << ";\n"
        << kFunctions;
    writeCamera(tracks, out);
    writePoints(tracks, out);
    out << kEnd;
}

}  // namespace video
