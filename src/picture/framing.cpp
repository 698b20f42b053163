#include "picture/framing.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <set>

#include "geo/frame_ground.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;

constexpr double kSmallestKm = 1500;
constexpr double kLargestKm = 16000;
constexpr double kWidestKm = 50000;  // the widest frame that a film may ask for

/// What must be seen: points of the plane, their heights above it and those of the tops of the arches they
/// belong to, metres; arrows rise when seen aslant.
struct Subject {
    std::vector<Vec2> points;
    std::vector<double> heights, peaks;
    std::vector<Vec2> wished;  ///< of the focus countries: rather in sight than not

    void add(Vec2 plane, double height = 0, double peak = 0) {
        points.push_back(plane);
        heights.push_back(height);
        peaks.push_back(peak);
    }
};

// The largest ring stands for the country: overseas departments must not pull the camera away. Of its points
// one in each cell of a grid is enough.
std::vector<Vec2> outlineOf(const geo::World& world, int index) {
    const geo::Ring* largest = nullptr;
    const auto area = [](const geo::PlaneBounds& b) { return (b.maxX - b.minX) * (b.maxY - b.minY); };
    for (const geo::Ring& ring : world.land.rings) {
        if (ring.country == index && (!largest || area(ring.bounds) > area(largest->bounds))) largest = &ring;
    }
    if (!largest) return {};
    constexpr double kCells = 24;
    const geo::PlaneBounds& b = largest->bounds;
    const double cell = std::max({b.maxX - b.minX, b.maxY - b.minY, 1.0}) / kCells;
    std::set<std::pair<long, long>> seen;
    std::vector<Vec2> outline;
    for (std::uint32_t i = 0; i < largest->count; ++i) {
        const geo::PlanePoint p = world.land.points[largest->first + i];
        const bool isFirst = seen.emplace(std::lround(p.x / cell), std::lround(p.y / cell)).second;
        const bool isOutermost =
            p.x <= b.minX || p.x >= b.maxX || p.y <= b.minY || p.y >= b.maxY;  // kept: they bound it
        if (isFirst || isOutermost) outline.push_back({p.x, p.y});
    }
    return outline;
}

bool fits(const film::CameraSpec& spec, const std::string& id) {
    return std::find(spec.fit.begin(), spec.fit.end(), id) != spec.fit.end();
}

Box boundsOf(const std::vector<Vec2>& points) {
    Vec2 low = points.front(), high = points.front();
    for (const Vec2 p : points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

// Where an end is not given, nobody can ask for it to be seen: the arrow is held where the other end stands
// among what is asked for, as a base does in its country.
bool holdsOpenArrow(const Track& track, const std::vector<Vec2>& asked) {
    if (track.startKnown == track.endKnown || asked.empty()) return false;
    return boundsOf(asked).contains(track.startKnown ? track.points.front() : track.points.back());
}

void addTracks(const film::CameraSpec& spec, const std::vector<Track>& tracks, Subject& subject) {
    const std::vector<Vec2> asked = subject.points;
    for (const Track& track : tracks) {
        const bool held =
            (!track.startKnown || fits(spec, track.from)) && (!track.endKnown || fits(spec, track.to));
        if (!held && !holdsOpenArrow(track, asked)) continue;
        const double peak = peakOf(track.heights);
        constexpr std::size_t kEach = 4;  // a curve of 257 points bends little from one to the next
        for (std::size_t i = 0; i < track.points.size(); i += kEach)
            subject.add(track.points[i], track.heights[i], peak);
    }
}

void addRings(const film::CameraSpec& spec, const std::vector<PrecisionRing>& rings, Subject& subject) {
    constexpr int kCorners = 16;
    for (const PrecisionRing& ring : rings) {
        if (!fits(spec, ring.place)) continue;
        for (int i = 0; i < kCorners; ++i) {
            const double angle = base::radians(360.0 * i / kCorners);
            subject.add(ring.anchor + Vec2{std::cos(angle), std::sin(angle)} * ring.metres);
        }
    }
}

Subject subjectOf(const film::Film& film, const geo::World& world, const film::CameraSpec& spec,
                  const Drawn& drawn) {
    Subject subject;
    for (const std::string& id : spec.fit) {
        if (const film::Place* place = film::findPlace(film, id)) {
            if (const auto p = world.projection.forward(place->at)) subject.add(*p);
        } else if (const int country = world.countryIndex(id); country >= 0) {
            for (const Vec2 p : outlineOf(world, country)) subject.add(p);
        }
    }
    for (const std::string& code : film.focus) {
        const int country = world.countryIndex(code);
        const std::vector<Vec2> outline = country >= 0 ? outlineOf(world, country) : std::vector<Vec2>{};
        subject.wished.insert(subject.wished.end(), outline.begin(), outline.end());
    }
    addTracks(spec, drawn.tracks, subject);
    addRings(spec, drawn.rings, subject);
    return subject;
}

/// Lays points (pixels, at a scale of 1) into the free space.
class Fitter {
  public:
    Fitter(std::vector<Vec2> points, std::vector<Vec2> wished, const FreeSpace& free, double margin)
        : m_points(std::move(points)),
          m_wished(std::move(wished)),
          m_bounds(boundsOf(m_points)),
          m_area(inset(free.area, margin)) {
        // A panel's own gap is part of its box; the rest of the margin is for names and marks.
        for (const Box& panel : free.panels) m_panels.push_back(panel.grown(margin * 0.45));
    }

    /// True when some shift, after scaling, puts all points into the free space.
    bool fitsAt(double scale) const;
    /// The best of these shifts: it shows most of what is wished for, near the middle of the space.
    /// `emptyShare`: of the frame, after a shift; may be empty.
    std::optional<Vec2> shiftAt(double scale, const std::function<double(Vec2)>& emptyShare) const;

    /// The largest scale within these limits that fits; nothing when even the smallest does not.
    std::optional<double> largestScale(double smallest, double largest) const;

    /// True when there is room for all points, if not clear of the panels.
    bool hasRoomAt(double scale) const {
        return m_bounds.w * scale <= m_area.w && m_bounds.h * scale <= m_area.h;
    }

    /// True when these pixels lie in the free space.
    bool holds(const std::vector<Vec2>& pixels) const;

    Box boundsAt(double scale, Vec2 shift) const {
        return {m_bounds.x * scale + shift.x, m_bounds.y * scale + shift.y, m_bounds.w * scale,
                m_bounds.h * scale};
    }
    Vec2 centered(double scale) const { return m_area.center() - m_bounds.center() * scale; }

  private:
    static Box inset(const Box& area, double margin) {
        const double x = std::min(margin, area.w * 0.35), y = std::min(margin, area.h * 0.35);
        return {area.x + x, area.y + y, area.w - 2 * x, area.h - 2 * y};
    }
    template <class Use>
    void eachShift(double scale, Use use) const;
    bool isFree(double scale, Vec2 shift) const;
    double price(double scale, Vec2 shift) const;

    std::vector<Vec2> m_points, m_wished;
    Box m_bounds;
    Box m_area;
    std::vector<Box> m_panels;
};

bool Fitter::isFree(double scale, Vec2 shift) const {
    return std::none_of(m_points.begin(), m_points.end(), [&](Vec2 p) {
        const Vec2 at = p * scale + shift;
        return std::any_of(m_panels.begin(), m_panels.end(), [&](const Box& b) { return b.contains(at); });
    });
}

/// Calls `use` with every shift at which the points' bounds lie in the area, until it returns true.
template <class Use>
void Fitter::eachShift(double scale, Use use) const {
    const double roomX = m_area.w - m_bounds.w * scale, roomY = m_area.h - m_bounds.h * scale;
    if (roomX < 0 || roomY < 0) return;
    constexpr int kAcross = 32, kDown = 16;
    const Vec2 corner{m_area.x - m_bounds.x * scale, m_area.y - m_bounds.y * scale};
    for (int i = 0; i <= kAcross; ++i) {
        for (int j = 0; j <= kDown; ++j) {
            const Vec2 shift = corner + Vec2{roomX * i / kAcross, roomY * j / kDown};
            if (isFree(scale, shift) && use(shift)) return;
        }
    }
}

bool Fitter::fitsAt(double scale) const {
    bool found = false;
    eachShift(scale, [&](Vec2) { return found = true; });
    return found;
}

// How far from the middle, in widths of the area, and how much of what is wished for cannot be seen.
double Fitter::price(double scale, Vec2 shift) const {
    constexpr double kHidden = 3;
    const auto hidden = std::count_if(m_wished.begin(), m_wished.end(), [&](Vec2 p) {
        const Vec2 at = p * scale + shift;
        return !m_area.contains(at) ||
               std::any_of(m_panels.begin(), m_panels.end(), [&](const Box& b) { return b.contains(at); });
    });
    const double share =
        m_wished.empty() ? 0 : static_cast<double>(hidden) / static_cast<double>(m_wished.size());
    return base::length(shift - centered(scale)) / m_area.w + kHidden * share;
}

std::optional<Vec2> Fitter::shiftAt(double scale, const std::function<double(Vec2)>& emptyShare) const {
    constexpr double kEmpty = 3;
    std::optional<Vec2> best;
    double least = std::numeric_limits<double>::infinity();
    eachShift(scale, [&](Vec2 shift) {
        const double cost = price(scale, shift) + (emptyShare ? kEmpty * emptyShare(shift) : 0);
        if (cost < least) best = shift;
        least = std::min(least, cost);
        return false;
    });
    return best;
}

std::optional<double> Fitter::largestScale(double smallest, double largest) const {
    if (fitsAt(largest)) return largest;
    if (!fitsAt(smallest)) return std::nullopt;
    constexpr int kHalvings = 18;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = std::sqrt(smallest * largest);
        (fitsAt(middle) ? smallest : largest) = middle;
    }
    return smallest;
}

bool Fitter::holds(const std::vector<Vec2>& pixels) const {
    return std::all_of(pixels.begin(), pixels.end(), [&](Vec2 p) {
        return m_area.grown(1).contains(p) &&
               std::none_of(m_panels.begin(), m_panels.end(), [&](const Box& b) { return b.contains(p); });
    });
}

/// The points as a camera with this bearing sees them from straight above, metres, y down.
std::vector<Vec2> turned(std::vector<Vec2> points, double bearing) {
    const double cosine = std::cos(base::radians(bearing)), sine = std::sin(base::radians(bearing));
    for (Vec2& p : points) p = {p.x * cosine - p.y * sine, -(p.x * sine + p.y * cosine)};
    return points;
}

Vec2 turnedBack(Vec2 p, double bearing) {
    const double cosine = std::cos(base::radians(bearing)), sine = std::sin(base::radians(bearing));
    return {p.x * cosine - p.y * sine, -p.x * sine - p.y * cosine};
}

std::vector<Vec2> pixelsOf(const Subject& subject, const geo::MapView& view) {
    std::vector<Vec2> pixels;
    for (std::size_t i = 0; i < subject.points.size(); ++i) {
        const double height = subject.heights[i] * heightShare(view, subject.peaks[i]);
        if (const auto p = view.toPixels(subject.points[i], height)) pixels.push_back(*p);
    }
    return pixels;
}

/// A tilted camera sees near things larger and far ones smaller: from nearby it moves back until all
/// of the subject is in the free space, its middle at `middle` (pixels).
geo::MapView settled(geo::MapView view, const Subject& subject, const Fitter& fitter, Vec2 middle) {
    constexpr int kSteps = 80;
    constexpr double kNearer = 0.5, kBack = 1.03;
    view.metresPerPixel *= kNearer;
    for (int i = 0; i < kSteps; ++i) {
        const std::vector<Vec2> pixels = pixelsOf(subject, view);
        if (pixels.empty()) return view;
        const auto from = view.toPlane(boundsOf(pixels).center()), to = view.toPlane(middle);
        if (from && to) view.center = view.center + (*from - *to);
        if (fitter.holds(pixelsOf(subject, view))) return view;
        view.metresPerPixel *= kBack;
    }
    return view;
}

/// Lays a subject into the free space; `view` gives the frame, the bearing and the pitch.
class Framer {
  public:
    Framer(const geo::Projection& projection, const Subject& subject, const FreeSpace& free, double margin,
           geo::MapView view)
        : m_projection(projection),
          m_subject(subject),
          m_fitter(turned(subject.points, view.bearing), turned(subject.wished, view.bearing), free, margin),
          m_view(view) {}

    geo::MapView framed() const {
        const double scale = bestScale();
        const Vec2 shift = bestShift(scale);
        geo::MapView view = viewFromAbove(scale, shift);
        view.pitch = m_view.pitch;
        if (view.pitch <= 0) return view;
        return settled(view, m_subject, m_fitter, m_fitter.boundsAt(scale, shift).center());
    }

  private:
    // Pixels per metre of the plane that show so many kilometres of the ground.
    double scaleOf(double km) const {
        const std::vector<Vec2>& points = m_subject.points;
        const Vec2 middle = boundsOf(points).center();
        auto ground = m_projection.inverse(middle);  // nothing where the map is broken there
        if (!ground) ground = m_projection.inverse(points.front());
        return m_view.size.w / (1000 * km * m_projection.scaleAt(ground.value_or(base::LonLat{})));
    }

    double bestScale() const {
        const double usual = scaleOf(kLargestKm), widest = scaleOf(kWidestKm);
        if (const auto scale = m_fitter.largestScale(usual, scaleOf(kSmallestKm))) return *scale;
        if (m_fitter.hasRoomAt(usual)) return usual;
        return m_fitter.largestScale(widest, usual).value_or(widest);
    }

    Vec2 bestShift(double scale) const {
        const Vec2 best = m_fitter.shiftAt(scale, {}).value_or(m_fitter.centered(scale));
        if (geo::isFilled(m_projection, viewFromAbove(scale, best))) return best;
        const auto emptyShare = [&](Vec2 shift) {
            return geo::emptyShare(m_projection, viewFromAbove(scale, shift));
        };
        return m_fitter.shiftAt(scale, emptyShare).value_or(best);
    }

    geo::MapView viewFromAbove(double scale, Vec2 shift) const {
        const Vec2 middle{m_view.size.w / 2.0, m_view.size.h / 2.0};
        geo::MapView view = m_view;
        view.center = turnedBack((middle - shift) * (1 / scale), view.bearing);
        view.metresPerPixel = 1 / scale;
        view.pitch = 0;
        return view;
    }

    const geo::Projection& m_projection;
    const Subject& m_subject;
    Fitter m_fitter;
    geo::MapView m_view;
};

Subject wholeMapSubject(const geo::Projection& projection) {
    const geo::PlaneBounds map = geo::wholeMap(projection);
    Subject subject;
    for (const double x : {map.minX, map.maxX}) {
        for (const double y : {map.minY, map.maxY}) subject.add({x, y});
    }
    return subject;
}

}  // namespace

geo::MapView frameCue(const film::Film& film, const geo::World& world, const film::CameraSpec& spec,
                      const Drawn& drawn, base::Size size, const FreeSpace& free, double margin) {
    const geo::Projection& projection = world.projection;
    const geo::Camera camera{spec.center.value_or(base::LonLat{}), spec.widthKm.value_or(5000), spec.bearing,
                             spec.pitch};
    const geo::MapView view = geo::makeView(projection, camera, size);
    if (spec.center && projection.forward(*spec.center)) return view;
    Subject subject = subjectOf(film, world, spec, drawn);
    if (spec.center || subject.points.empty()) subject = wholeMapSubject(projection);
    return Framer(projection, subject, free, margin, view).framed();
}

}  // namespace picture
