#include "video/video_mux.h"

#include "video/video_file.h"

namespace video {

namespace {

/// The logs of all segments; a problem that names the frames that are missing.
base::Result<std::vector<PacketLog>> openLogs(const std::string& path, const VideoSettings& settings,
                                              FrameRange range) {
    std::vector<PacketLog> logs;
    std::vector<Segment> missing;
    const std::string fingerprint = fingerprintOf(settings);
    for (const Segment& segment : segmentsOf(range, settings.rate)) {
        auto log = PacketLog::open(segmentPath(path, segment), fingerprint, segment.frames);
        if (log && (logs.empty() || log->hasSameCodec(logs.front())))
            logs.push_back(std::move(*log));
        else
            missing.push_back(segment);
    }
    if (missing.empty()) return logs;
    return base::Problem{base::Severity::Error,
                         base::Trouble::Failure,
                         segmentFolder(path),
                         0,
                         0,
                         "frames " + framesText(missing) + " are missing, damaged or of other settings",
                         "export them with the same settings and --resume"};
}

}  // namespace

base::Result<base::Done> muxVideo(const std::string& path, const VideoSettings& settings, FrameRange range,
                                  const VideoParts& parts) {
    auto logs = openLogs(path, settings, range);
    if (!logs) return logs.problems();
    VideoFile file(path, settings, range);
    if (auto begun = file.begin(parts, logs->front()); !begun) return begun.problems();
    if (auto written = file.write(*logs); !written) return written.problems();
    return file.finish();
}

}  // namespace video
