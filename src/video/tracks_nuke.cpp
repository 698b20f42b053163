#include <string>

#include "video/pinhole_camera.h"
#include "video/track_writers.h"

namespace video {

void writeNuke(const Tracks& tracks, TextFile& out) {
    constexpr int kDecimals = 9;
    std::int64_t number = tracks.first;
    for (const FrameView& frame : tracks.frames) {
        const PinholeCamera camera = pinholeCamera(frame.view, tracks.origin);
        const base::Vec2 above = camera.above();
        out << std::to_string(number++);
        for (const double value : {above.x, camera.height(), -above.y, camera.pitch - 90, -camera.bearing,
                                   0.0, verticalFieldOfView(camera.focal, tracks.size.h)})
            out << "\t" << decimal(value, kDecimals);
        out << "\n";
    }
}

}  // namespace video
