#include "picture/camera_path.h"

#include <array>
#include <limits>

#include "geo/frame_ground.h"
#include "picture/cue_change.h"

namespace picture {

namespace {

// The trade-off of van Wijk and Nuij: 1.4 is what their onlookers liked best; more means more zooming.
constexpr std::array kTradeOffs = {1.2, 1.4, 1.6, 1.8, 2.1, 2.4};

FlightPoint pointOf(const geo::MapView& view) {
    return {view.center, view.metresPerPixel * std::max(view.size.w, view.size.h)};
}

}  // namespace

CameraPath::CameraPath(const geo::MapView& from, const geo::MapView& to, double seconds)
    : m_from(from), m_to(to), m_flight(pointOf(from), pointOf(to), kTradeOffs.front()) {
    if (rests() || seconds <= 0) return;
    double best = std::numeric_limits<double>::infinity();
    for (const double rho : kTradeOffs) {
        const Flight flight(pointOf(from), pointOf(to), rho);
        const PathSpeed speed = speedOf(flight, seconds);
        if (speed.excess() >= best) continue;
        best = speed.excess();
        m_flight = flight;
        m_speed = speed;
        if (best <= 1) return;
    }
}

PathSpeed CameraPath::speedOf(const Flight& flight, double seconds) const {
    constexpr int kSteps = 64;
    const double step = seconds / kSteps;
    PathSpeed speed;
    FlightPoint last = flight.at(0);
    for (int i = 1; i <= kSteps; ++i) {
        const FlightPoint point = flight.at(cameraShare(double(i) / kSteps));
        const double width = std::min(point.width, last.width);
        speed.pan = std::max(speed.pan, base::length(point.center - last.center) / width / step);
        speed.zoom = std::max(speed.zoom, std::abs(std::log(point.width / last.width)) / step);
        last = point;
    }
    return speed;
}

geo::MapView CameraPath::at(double share) const {
    const double come = cameraShare(share);
    if (come <= 0) return m_from;
    if (come >= 1) return m_to;
    const FlightPoint point = m_flight.at(come);
    geo::MapView view = m_to;
    view.center = point.center;
    view.metresPerPixel = point.width / std::max(view.size.w, view.size.h);
    view.bearing = m_from.bearing + std::remainder(m_to.bearing - m_from.bearing, 360.0) * come;
    view.pitch = base::lerp(m_from.pitch, m_to.pitch, come);
    return view;
}

geo::MapView viewOn(const CameraPath& path, const geo::Projection& projection, double share) {
    return geo::withoutEmptyCorner(projection, path.at(share));
}

}  // namespace picture
