#include "video/pinhole_camera.h"

namespace video {

using base::Vec2;

Vec2 worldOf(Vec2 plane, Vec2 origin) {
    return (plane - origin) * (1 / kMetresPerUnit);
}

Vec2 PinholeCamera::above() const {
    const double turn = base::radians(bearing), back = distance * std::sin(base::radians(pitch));
    return ground - Vec2{std::sin(turn), std::cos(turn)} * back;
}

double PinholeCamera::height() const {
    return distance * std::cos(base::radians(pitch));
}

PinholeCamera pinholeCamera(const geo::MapView& view, Vec2 origin) {
    return {worldOf(view.center, origin), view.distance * view.metresPerPixel / kMetresPerUnit, view.bearing,
            view.pitch, view.distance};
}

double verticalFieldOfView(double focal, double height) {
    return base::degrees(2 * std::atan2(height / 2, focal));
}

}  // namespace video
