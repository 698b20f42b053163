// Encodes raw RGBA frames as the export does and prints where the time went:
//   encode_times OUT.mp4 WIDTH HEIGHT FPS FRAMES.rgba [THREADS [ENCODER]]
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "video/stopwatch.h"
#include "video/video_mux.h"
#include "video/video_sink.h"

namespace {

bool fails(const base::Problems& problems) {
    for (const base::Problem& problem : problems) std::fprintf(stderr, "%s\n", toString(problem).c_str());
    return !problems.empty();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 6) return 2;
    const std::string path = argv[1];
    video::VideoSettings settings;
    settings.container = video::videoFormatOf(path).value_or(video::VideoContainer::Mp4);
    settings.size = {std::atoi(argv[2]), std::atoi(argv[3])};
    settings.rate = film::parseFrameRate(argv[4]).value_or(film::FrameRate());
    if (argc > 6) settings.threads = std::atoi(argv[6]);
    if (argc > 7) settings.encoder = argv[7];
    if (fails(video::checkVideo(settings))) return 2;

    std::ifstream file(argv[5], std::ios::binary | std::ios::ate);
    const auto bytes = static_cast<std::int64_t>(settings.size.w) * settings.size.h * 4;
    const video::FrameRange range{1, static_cast<std::int64_t>(file.tellg()) / bytes};
    file.seekg(0);
    auto sink = video::openVideoSink(path, settings, range, range);
    if (!sink) return fails(sink.problems());
    const video::Stopwatch whole;
    double reading = 0;
    for (std::int64_t frame = range.first; frame <= range.last; ++frame) {
        const video::Stopwatch watch;
        base::Image image{settings.size.w, settings.size.h, 4, {}};
        image.bytes.resize(static_cast<std::size_t>(bytes));
        file.read(reinterpret_cast<char*>(image.bytes.data()), bytes);
        reading += watch.seconds();
        if (!(*sink)->push({frame, std::make_shared<const base::Image>(std::move(image))})) break;
    }
    if (const auto problem = (*sink)->finish()) return fails({*problem});
    const double encoded = whole.seconds();
    if (const auto done = video::muxVideo(path, settings, range, {}); !done) return fails(done.problems());
    std::printf("frames %lld, wall %.2f s (join %.2f), reading %.2f, converting %.2f, encoding %.2f\n",
                static_cast<long long>(range.count()), whole.seconds(), whole.seconds() - encoded, reading,
                (*sink)->convertSeconds(), (*sink)->encodeSeconds());
    video::removeSegments(path);
    return 0;
}
