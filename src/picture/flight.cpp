#include "picture/flight.h"

namespace picture {

namespace {

// Below this share of the width the pan is too short for the general formula, which divides by its square.
constexpr double kPureZoom = 1e-6;

}  // namespace

Flight::Flight(FlightPoint a, FlightPoint b, double rho)
    : m_a(a), m_b(b), m_rho(rho), m_distance(base::length(b.center - a.center)), m_r0(0), m_length(0) {
    const double w0 = a.width, w1 = b.width, rho2 = rho * rho, u = m_distance;
    if (u < kPureZoom * w0) {
        m_distance = 0;
        m_length = std::abs(std::log(w1 / w0)) / rho;
        return;
    }
    const double b0 = (w1 * w1 - w0 * w0 + rho2 * rho2 * u * u) / (2 * w0 * rho2 * u);
    const double b1 = (w1 * w1 - w0 * w0 - rho2 * rho2 * u * u) / (2 * w1 * rho2 * u);
    m_r0 = std::asinh(-b0);
    m_length = (std::asinh(-b1) - m_r0) / rho;
}

FlightPoint Flight::at(double t) const {
    if (t <= 0) return m_a;
    if (t >= 1) return m_b;
    if (m_distance == 0) {
        return {base::lerp(m_a.center, m_b.center, t), m_a.width * std::pow(m_b.width / m_a.width, t)};
    }
    const double s = t * m_length;
    const double w0 = m_a.width;
    const double along =
        w0 / (m_rho * m_rho) * (std::cosh(m_r0) * std::tanh(m_rho * s + m_r0) - std::sinh(m_r0));
    const double width = w0 * std::cosh(m_r0) / std::cosh(m_rho * s + m_r0);
    return {base::lerp(m_a.center, m_b.center, along / m_distance), width};
}

}  // namespace picture
