#include "video/tracks.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "video/pinhole_camera.h"

namespace video {

namespace {

using base::Vec2;

using Range = std::pair<std::int64_t, std::int64_t>;

base::Problem usage(std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Usage, "", 0, 0, std::move(what), std::move(advice)};
}

base::Result<Range> rangeOf(const film::Film& film, const TrackOptions& options) {
    const std::int64_t count = film::frameCount(film::duration(film), options.rate);
    const auto [first, last] = options.frames.value_or(Range{1, count});
    if (first < 1 || last < first || last > count) {
        return usage("frames " + std::to_string(first) + "-" + std::to_string(last) + ": there are no such",
                     "the film has frames 1-" + std::to_string(count));
    }
    if (last > kLastTrackFrame) {
        return usage("tracks up to frame " + std::to_string(last) + ": editors do not take so many",
                     "end at frame " + std::to_string(kLastTrackFrame) + ", or lower --fps");
    }
    return Range{first, last};
}

std::vector<PlaceTrack> placesOf(const film::Film& film, const geo::Projection& projection,
                                 std::string_view language) {
    std::vector<PlaceTrack> places;
    for (const film::Place& place : film.places) {
        places.push_back({place.id, std::string(film::nameIn(film, place.name, language)), place.at,
                          projection.forward(place.at)});
    }
    return places;
}

std::vector<HeadTrack> headsOf(const film::Film& film, std::string_view language) {
    std::vector<HeadTrack> heads;
    for (const film::Event* event : film::arrowsOf(film)) {
        const film::Actor* actor = film::findActor(film, event->actor);
        heads.push_back({event->id,
                         event->actor,
                         actor ? std::string(film::nameIn(film, actor->name, language)) : std::string(),
                         {}});
    }
    return heads;
}

Vec2 originOf(const std::vector<PlaceTrack>& places) {
    std::optional<geo::PlaneBounds> bounds;
    for (const PlaceTrack& place : places) {
        if (!place.plane) continue;
        const Vec2 p = *place.plane;
        if (!bounds) bounds = {p.x, p.y, p.x, p.y};
        bounds = {std::min(bounds->minX, p.x), std::min(bounds->minY, p.y), std::max(bounds->maxX, p.x),
                  std::max(bounds->maxY, p.y)};
    }
    if (!bounds) return {};
    const auto middle = [](double low, double high) {
        return std::round((low + high) / 2 / kMetresPerUnit) * kMetresPerUnit;
    };
    return {middle(bounds->minX, bounds->maxX), middle(bounds->minY, bounds->maxY)};
}

// The end of what is drawn of an arrow; nothing when that lies outside this piece of it.
std::optional<Vec2> tipOf(const picture::Arrow& arrow) {
    constexpr double kRounding = 1e-6;  // pixels
    double left = picture::drawnOf(arrow);
    if (left < 0 || arrow.points.empty()) return std::nullopt;
    for (std::size_t i = 1; i < arrow.points.size(); ++i) {
        const Vec2 a = arrow.points[i - 1], b = arrow.points[i];
        const double step = base::length(b - a);
        if (left < step) return base::lerp(a, b, left / step);
        left -= step;
    }
    return left <= kRounding ? std::optional(arrow.points.back()) : std::nullopt;
}

class Recorder {
  public:
    explicit Recorder(Tracks& tracks) : m_tracks(tracks) {
        for (std::size_t i = 0; i < tracks.heads.size(); ++i) m_heads[tracks.heads[i].event] = i;
    }

    void add(std::int64_t frame, std::size_t cue, const picture::Picture& picture) {
        FrameView shown{cue, picture.ground.view, picture.camera};
        if (!m_tracks.frames.empty()) {
            const double before = m_tracks.frames.back().view.bearing;
            shown.view.bearing = before + std::remainder(shown.view.bearing - before, 360.0);
        }
        m_tracks.frames.push_back(shown);
        for (const picture::Arrow& arrow : picture.arrows) {
            const auto head = m_heads.find(arrow.event);
            const auto tip = tipOf(arrow);
            if (head == m_heads.end() || !tip || !std::isfinite(tip->x) || !std::isfinite(tip->y)) continue;
            add(m_tracks.heads[head->second], {frame, *tip, arrow.progress, arrow.alpha});
        }
    }

  private:
    // While one cue's arrows fade and the next cue's begin, the plainer of two of one event counts.
    static void add(HeadTrack& head, const HeadSample& sample) {
        const bool isAgain = !head.samples.empty() && head.samples.back().frame == sample.frame;
        if (!isAgain) head.samples.push_back(sample);
        if (isAgain && sample.alpha > head.samples.back().alpha) head.samples.back() = sample;
    }

    Tracks& m_tracks;
    std::map<std::string, std::size_t, std::less<>> m_heads;
};

}  // namespace

base::Result<Tracks> makeTracks(const film::Film& film, const geo::World& world, const picture::Fonts& fonts,
                                const TrackOptions& options, const std::atomic<bool>& stop) {
    const auto range = rangeOf(film, options);
    if (!range) return range.problems();
    picture::Options look = options.picture;
    look.panels = false;
    Tracks tracks;
    tracks.title = film::nameIn(film, film.title, look.language);
    tracks.language = look.language;
    tracks.projection = world.projection.definition();
    tracks.size = look.size;
    tracks.rate = options.rate;
    tracks.first = range->first;
    for (const film::Cue& cue : film.cues) tracks.cues.push_back(cue.id);
    tracks.places = placesOf(film, world.projection, look.language);
    tracks.heads = headsOf(film, look.language);
    tracks.origin = originOf(tracks.places);
    const picture::Scene scene(film, world, fonts, std::move(look));
    Recorder recorder(tracks);
    for (std::int64_t frame = range->first; frame <= range->second && !stop; ++frame) {
        const film::Moment moment = film::momentAt(film, film::timeOfFrame(frame, options.rate));
        recorder.add(frame, moment.cue, scene.at(moment));
    }
    tracks.interrupted = tracks.last() < range->second;
    return tracks;
}

std::optional<Vec2> pixelOf(const PlaceTrack& place, const FrameView& frame) {
    return place.plane ? frame.view.toPixels(*place.plane) : std::nullopt;
}

std::optional<Vec2> planeUnder(const HeadSample& head, const FrameView& frame) {
    return frame.view.toPlane(head.at);
}

bool isInFrame(Vec2 pixel, base::Size size) {
    return pixel.x >= 0 && pixel.x <= size.w && pixel.y >= 0 && pixel.y <= size.h;
}

}  // namespace video
