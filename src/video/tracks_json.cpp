#include <string>

#include "video/pinhole_camera.h"
#include "video/track_writers.h"

namespace video {

namespace {

using base::Vec2;

constexpr int kPixelDecimals = 3, kWorldDecimals = 9, kAngleDecimals = 9;

// What the keys mean, for a reader who has nothing but the file.
constexpr std::string_view kAbout = R"(  "about": {
    "frames": "frame n shows (n - 1) / fps seconds of the film; fps is [numerator, denominator]",
    "pixels": "origin at the top left corner of the frame, x right, y down; pixel centres at .5",
    "world": "x east, y north, z up over the map's plane z = 0; 1 unit = unit_m metres of the plane; [0, 0] is origin_m of the projection",
    "camera.center": "degrees: longitude, latitude of the middle of the frame",
    "camera.width_km": "ground width of the frame through its middle",
    "camera.bearing": "degrees clockwise from the plane's north to the top of the frame, without jumps",
    "camera.pitch": "degrees from straight down",
    "camera.position": "of the pinhole camera, world; it looks at camera.target; no roll",
    "camera.target": "the point of the plane in the middle of the frame, world",
    "focal_px": "focal length of every frame in pixels; vfov_deg is the vertical field of view",
    "frames.places": "by id: [x, y, 1 in the frame or 0]; null beyond the horizon or behind the viewer",
    "frames.heads": "by event: tips of the arrows that the frame's picture holds; world is the point of the plane under the tip, or null; alpha of the whole arrow; progress is the share of its way"
  },
)";

std::string text(std::string_view utf8) {
    return quoted(utf8, Language::JavaScript);
}

std::string pair(Vec2 p, int decimals) {
    return decimal(p.x, decimals) + ", " + decimal(p.y, decimals);
}

void writePlaces(const Tracks& tracks, TextFile& out) {
    out << "  \"places\": [";
    std::string_view comma = "\n    ";
    for (const PlaceTrack& place : tracks.places) {
        out << comma << "{\"id\": " << text(place.id) << ", \"name\": " << text(place.name)
            << ", \"lon\": " << decimal(place.at.lon, 6) << ", \"lat\": " << decimal(place.at.lat, 6)
            << ", \"world\": ";
        if (place.plane)
            out << "[" << pair(worldOf(*place.plane, tracks.origin), kWorldDecimals) << ", 0]}";
        else
            out << "null}";
        comma = ",\n    ";
    }
    out << "\n  ],\n";
}

void writeHeads(const Tracks& tracks, TextFile& out) {
    out << "  \"heads\": [";
    std::string_view comma = "\n    ";
    for (const HeadTrack& head : tracks.heads) {
        out << comma << "{\"event\": " << text(head.event) << ", \"actor\": " << text(head.actor)
            << ", \"name\": " << text(head.name) << "}";
        comma = ",\n    ";
    }
    out << "\n  ],\n";
}

void writeHeader(const Tracks& tracks, TextFile& out) {
    const double focal = tracks.frames.front().view.distance;
    out << "{\n  \"format\": \"harmattan-tracks\",\n  \"version\": 1,\n"
        << kAbout << "  \"title\": " << text(tracks.title) << ",\n  \"language\": " << text(tracks.language)
        << ",\n  \"size\": [" << std::to_string(tracks.size.w) << ", " << std::to_string(tracks.size.h)
        << "],\n  \"fps\": [" << std::to_string(tracks.rate.numerator) << ", "
        << std::to_string(tracks.rate.denominator)
        << "],\n  \"first_frame\": " << std::to_string(tracks.first)
        << ",\n  \"last_frame\": " << std::to_string(tracks.last())
        << ",\n  \"focal_px\": " << decimal(focal, kPixelDecimals)
        << ",\n  \"vfov_deg\": " << decimal(verticalFieldOfView(focal, tracks.size.h), kAngleDecimals)
        << ",\n  \"world\": {\"unit_m\": " << decimal(kMetresPerUnit, 0) << ", \"origin_m\": ["
        << pair(tracks.origin, 3) << "], \"projection\": " << text(tracks.projection) << "},\n";
}

void writeCamera(const FrameView& frame, Vec2 origin, TextFile& out) {
    const PinholeCamera camera = pinholeCamera(frame.view, origin);
    out << "\"camera\": {\"center\": [" << decimal(frame.camera.center.lon, kAngleDecimals) << ", "
        << decimal(frame.camera.center.lat, kAngleDecimals)
        << "], \"width_km\": " << decimal(frame.camera.widthKm, 6)
        << ", \"bearing\": " << decimal(frame.view.bearing, kAngleDecimals)
        << ", \"pitch\": " << decimal(frame.view.pitch, kAngleDecimals) << ", \"position\": ["
        << pair(camera.above(), kWorldDecimals) << ", " << decimal(camera.height(), kWorldDecimals)
        << "], \"target\": [" << pair(camera.ground, kWorldDecimals) << ", 0]}";
}

void writePlacePixels(const Tracks& tracks, const FrameView& frame, TextFile& out) {
    out << "\"places\": {";
    std::string_view comma;
    for (const PlaceTrack& place : tracks.places) {
        out << comma << text(place.id) << ": ";
        if (const auto at = pixelOf(place, frame))
            out << "[" << pair(*at, kPixelDecimals) << (isInFrame(*at, tracks.size) ? ", 1]" : ", 0]");
        else
            out << "null";
        comma = ", ";
    }
    out << "}";
}

void writeHead(const Tracks& tracks, const HeadSample& head, const FrameView& frame, TextFile& out) {
    out << "{\"at\": [" << pair(head.at, kPixelDecimals)
        << "], \"in_frame\": " << (isInFrame(head.at, tracks.size) ? "true" : "false")
        << ", \"alpha\": " << decimal(head.alpha, 4) << ", \"progress\": " << decimal(head.progress, 6)
        << ", \"world\": ";
    if (const auto plane = planeUnder(head, frame))
        out << "[" << pair(worldOf(*plane, tracks.origin), kWorldDecimals) << ", 0]}";
    else
        out << "null}";
}

}  // namespace

void writeJson(const Tracks& tracks, TextFile& out) {
    writeHeader(tracks, out);
    writePlaces(tracks, out);
    writeHeads(tracks, out);
    out << "  \"frames\": [";
    std::vector<std::size_t> next(tracks.heads.size(), 0);
    for (std::size_t i = 0; i < tracks.frames.size(); ++i) {
        const FrameView& frame = tracks.frames[i];
        const std::int64_t number = tracks.first + static_cast<std::int64_t>(i);
        out << (i > 0 ? ",\n    " : "\n    ") << "{\"frame\": " << std::to_string(number)
            << ", \"time_s\": " << decimal(film::timeOfFrame(number, tracks.rate), 9)
            << ", \"cue\": " << text(tracks.cues[frame.cue]) << ", ";
        writeCamera(frame, tracks.origin, out);
        out << ", ";
        writePlacePixels(tracks, frame, out);
        out << ", \"heads\": {";
        std::string_view comma;
        for (std::size_t h = 0; h < tracks.heads.size(); ++h) {
            const HeadTrack& head = tracks.heads[h];
            if (next[h] >= head.samples.size() || head.samples[next[h]].frame != number) continue;
            out << comma << text(head.event) << ": ";
            writeHead(tracks, head.samples[next[h]++], frame, out);
            comma = ", ";
        }
        out << "}}";
    }
    out << "\n  ]\n}\n";
}

}  // namespace video
