#include "video/video_segments.h"

#include <algorithm>
#include <cassert>

namespace video {

namespace {

constexpr std::int64_t kSegmentSeconds = 10;

}  // namespace

std::int64_t segmentLength(film::FrameRate rate) {
    return std::max<std::int64_t>(
        1, (2 * kSegmentSeconds * rate.numerator + rate.denominator) / (2 * rate.denominator));
}

std::vector<Segment> segmentsOf(FrameRange range, film::FrameRate rate) {
    const std::int64_t length = segmentLength(rate);
    std::vector<Segment> segments;
    for (std::int64_t first = range.first; first <= range.last;) {
        const std::int64_t number = (first - 1) / length + 1;
        const std::int64_t last = std::min(range.last, number * length);
        segments.push_back({number, {first, last}});
        first = last + 1;
    }
    return segments;
}

FrameRange segmentRangeOfShard(FrameRange range, film::FrameRate rate, int shard, int shards) {
    assert(1 <= shard && shard <= shards);
    const std::vector<Segment> segments = segmentsOf(range, rate);
    const std::size_t begin = segments.size() * (shard - 1) / shards, end = segments.size() * shard / shards;
    if (begin == end) return {range.first, range.first - 1};
    return {segments[begin].frames.first, segments[end - 1].frames.last};
}

std::string segmentFolder(const std::string& path) {
    return path + ".parts";
}

std::string segmentPath(const std::string& path, const Segment& segment) {
    const std::string number = std::to_string(segment.number);
    return segmentFolder(path) + "/segment-" + std::string(number.size() < 6 ? 6 - number.size() : 0, '0') +
           number + ".packets";
}

std::string framesText(const std::vector<Segment>& segments) {
    std::vector<FrameRange> runs;
    for (const Segment& segment : segments) {
        if (!runs.empty() && runs.back().last + 1 == segment.frames.first)
            runs.back().last = segment.frames.last;
        else
            runs.push_back(segment.frames);
    }
    std::string text;
    for (const FrameRange& run : runs)
        text += (text.empty() ? "" : ", ") + std::to_string(run.first) + "-" + std::to_string(run.last);
    return text;
}

}  // namespace video
