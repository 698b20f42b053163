#include "video/track_keys.h"

#include "video/text_file.h"

namespace video {

void Keys::add(std::int64_t frame, std::initializer_list<double> value) {
    frames.push_back(frame);
    values.insert(values.end(), value);
}

Keys positionKeys(const Tracks& tracks, const PlaceTrack& place) {
    Keys keys;
    for (std::size_t i = 0; i < tracks.frames.size(); ++i) {
        if (const auto at = pixelOf(place, tracks.frames[i]))
            keys.add(tracks.first + static_cast<std::int64_t>(i), {at->x, at->y});
    }
    return keys;
}

Keys opacityKeys(const Tracks& tracks, const PlaceTrack& place) {
    Keys keys;
    double last = 0;
    for (std::size_t i = 0; i < tracks.frames.size(); ++i) {
        const auto at = pixelOf(place, tracks.frames[i]);
        const double shown = at && isInFrame(*at, tracks.size) ? 100 : 0;
        const std::int64_t frame = tracks.first + static_cast<std::int64_t>(i);
        const bool changes = i > 0 && shown != last;
        if (changes && keys.frames.back() != frame - 1) keys.add(frame - 1, {last});
        if (i == 0 || changes) keys.add(frame, {shown});
        last = shown;
    }
    return keys;
}

Keys positionKeys(const HeadTrack& head) {
    Keys keys;
    for (const HeadSample& sample : head.samples) keys.add(sample.frame, {sample.at.x, sample.at.y});
    return keys;
}

Keys opacityKeys(const Tracks& tracks, const HeadTrack& head) {
    Keys keys;
    std::int64_t past = tracks.first - 1;  // the last frame that has a key
    const auto endRun = [&] {
        if (past >= tracks.first && past < tracks.last()) keys.add(++past, {0});
    };
    for (const HeadSample& sample : head.samples) {
        if (sample.frame > past + 1) {
            if (!keys.frames.empty()) endRun();
            if (sample.frame > past + 1) keys.add(sample.frame - 1, {0});
        }
        keys.add(sample.frame, {isInFrame(sample.at, tracks.size) ? 100 * sample.alpha : 0});
        past = sample.frame;
    }
    if (!keys.frames.empty()) endRun();
    return keys;
}

std::string runsOf(const Keys& keys, std::int64_t first) {
    std::string text = "[";
    for (std::size_t i = 0; i < keys.frames.size();) {
        std::size_t end = i + 1;
        while (end < keys.frames.size() && keys.frames[end] == keys.frames[end - 1] + 1) ++end;
        text += (i > 0 ? ", [" : "[") + std::to_string(keys.frames[i] - first) + ", " +
                std::to_string(keys.frames[end - 1] - first) + "]";
        i = end;
    }
    return text + "]";
}

std::string listOf(const Keys& keys, int decimals) {
    constexpr std::size_t kPerLine = 30;  // so that a line ends with a frame
    std::string text = "[";
    for (std::size_t i = 0; i < keys.values.size(); ++i) {
        if (i > 0) text += i % kPerLine == 0 ? ",\n" : ", ";
        text += decimal(keys.values[i], decimals);
    }
    return text + "]";
}

}  // namespace video
