#include "picture/track_follower.h"

#include <algorithm>
#include <utility>

#include "geo/frame_transform.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;

// Perspective divisors below this are beside or behind the viewer.
constexpr double kNearest = 0.02;
constexpr int kDeepest = 18;  // halvings of the way between two points of a track

/// One point of a track as a view shows it.
struct Seen {
    Vec2 plane, at, ground;
    double share = 0;
    bool isAhead = true;  // not behind the viewer: only then do pixels mean anything
};

/// A view's way from plane metres and heights to pixels, worked out once.
class Eye {
  public:
    Eye(const geo::MapView& view, double peak)
        : m_toFrame(view),
          m_risen(std::sin(base::radians(view.pitch)) / view.metresPerPixel * heightShare(view, peak)) {}

    Seen look(Vec2 plane, double height, double share) const {
        const geo::FramePoint foot = m_toFrame(plane);
        Seen seen{plane, {}, {}, share, foot.w >= kNearest};
        if (!seen.isAhead) return seen;
        seen.ground = foot.pixel();
        seen.at = seen.ground - Vec2{0, height * m_risen / foot.w};
        return seen;
    }

  private:
    geo::FrameTransform m_toFrame;
    double m_risen;
};

/// The smooth curve between two neighbours of a track (cubic Hermite, slopes of the track's points).
struct Span {
    Vec2 from, to, fromSlope, toSlope;
    double fromShare, toShare, fromHeight, toHeight;

    Seen look(const Eye& eye, double u) const {
        const double v = 1 - u;
        const Vec2 plane = from * (v * v * (1 + 2 * u)) + fromSlope * (u * v * v) +
                           to * (u * u * (3 - 2 * u)) - toSlope * (u * u * v);
        return eye.look(plane, base::lerp(fromHeight, toHeight, u), base::lerp(fromShare, toShare, u));
    }
};

Span spanFrom(const Track& track, std::size_t first, std::size_t i, std::size_t end) {
    const auto slope = [&](std::size_t k) {
        const std::size_t a = k > first ? k - 1 : k, b = k + 1 < end ? k + 1 : k;
        const double wide = track.shares[b] - track.shares[a];
        return (track.points[b] - track.points[a]) *
               (wide > 0 ? (track.shares[i + 1] - track.shares[i]) / wide : 0);
    };
    return {track.points[i], track.points[i + 1], slope(i),         slope(i + 1),
            track.shares[i], track.shares[i + 1], track.heights[i], track.heights[i + 1]};
}

class Follower {
  public:
    Follower(const Track& track, const geo::MapView& view, double beyond)
        : m_track(track),
          m_eye(view, peakOf(track.heights)),
          m_metresPerPixel(view.metresPerPixel),
          m_perShare(pixelsPerShare()),
          m_frame(Box{0, 0, double(view.size.w), double(view.size.h)}.grown(beyond)) {}

    FollowedTrack all() {
        double share = 0;
        for (std::size_t first = 0; first < m_track.points.size();) {
            const std::size_t end = m_track.pieceEnd(first);
            skip(m_perShare * (m_track.shares[first] - share));
            for (std::size_t i = first; i + 1 < end; ++i) {
                const Span span = spanFrom(m_track, first, i, end);
                divide(span, 0, span.look(m_eye, 0), 1, span.look(m_eye, 1), 0);
            }
            m_isOpen = false;
            share = m_track.shares[end - 1];
            first = end;
        }
        skip(m_perShare * (1 - share));
        m_result.after = m_hidden;
        return std::move(m_result);
    }

  private:
    // What the map does not show counts at the mean scale of what it does show.
    double pixelsPerShare() const {
        double length = 0, shown = 0;
        for (std::size_t first = 0; first < m_track.points.size(); first = m_track.pieceEnd(first)) {
            const std::size_t end = m_track.pieceEnd(first);
            for (std::size_t i = first + 1; i < end; ++i)
                length += base::length(m_track.points[i] - m_track.points[i - 1]);
            shown += m_track.shares[end - 1] - m_track.shares[first];
        }
        return shown > 0 ? length / shown / m_metresPerPixel : 0;
    }

    void skip(double pixels) {
        m_hidden += pixels;
        m_isOpen = false;
    }

    bool isOutside(const Seen& a, const Seen& b) const {
        if (!a.isAhead || !b.isAhead) return !a.isAhead && !b.isAhead;
        const Box around{std::min(a.at.x, b.at.x), std::min(a.at.y, b.at.y), std::abs(a.at.x - b.at.x),
                         std::abs(a.at.y - b.at.y)};
        // The curve may swing out a little between its ends.
        return !around.grown(0.2 * (around.w + around.h) + 1).intersects(m_frame);
    }

    void divide(const Span& span, double u0, const Seen& a, double u1, const Seen& b, int depth) {
        const bool isFine = a.isAhead && b.isAhead && base::length(b.at - a.at) <= kFinest;
        if (isOutside(a, b) || (depth >= kDeepest && !isFine)) {
            skip(base::length(b.plane - a.plane) / m_metresPerPixel);
        } else if (isFine) {
            if (!m_isOpen) open(a);
            push(b);
        } else {
            const double middle = (u0 + u1) / 2;
            const Seen m = span.look(m_eye, middle);
            divide(span, u0, a, middle, m, depth + 1);
            divide(span, middle, m, u1, b, depth + 1);
        }
    }

    void open(const Seen& seen) {
        m_result.pieces.push_back({{}, std::exchange(m_hidden, 0)});
        m_isOpen = true;
        push(seen);
    }

    void push(const Seen& seen) {
        m_result.pieces.back().points.push_back({seen.at, seen.ground, 4 * seen.share * (1 - seen.share)});
    }

    const Track& m_track;
    Eye m_eye;
    double m_metresPerPixel, m_perShare;
    Box m_frame;
    FollowedTrack m_result;
    double m_hidden = 0;  // pixels since the last piece
    bool m_isOpen = false;
};

}  // namespace

FollowedTrack followTrack(const Track& track, const geo::MapView& view, double beyond) {
    return Follower(track, view, beyond).all();
}

}  // namespace picture
