#include "base/color_vision.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/units.h"

namespace base {

namespace {

using Row = std::array<double, 3>;
using Matrix = std::array<Row, 3>;

// Table 1 of the paper, severity 1.0, for linear light; the last is the luminance of sRGB in each component.
constexpr Matrix kProtan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritan{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Row kLuminance{0.2126, 0.7152, 0.0722};
constexpr Matrix kGrey{{kLuminance, kLuminance, kLuminance}};

const Matrix& matrixOf(Vision vision) {
    switch (vision) {
        case Vision::Deutan:
            return kDeutan;
        case Vision::Protan:
            return kProtan;
        case Vision::Tritan:
            return kTritan;
        case Vision::Grey:
            break;
    }
    return kGrey;
}

double applied(const Row& row, const Row& light) {
    return clamp01(row[0] * light[0] + row[1] * light[1] + row[2] * light[2]);
}

Row labOf(Color color) {
    const Row light{linear(color.r), linear(color.g), linear(color.b)};
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * light[0] + 0.3576 * light[1] + 0.1805 * light[2]) / 0.9505);
    const double y = f(0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]);
    const double z = f((0.0193 * light[0] + 0.1192 * light[1] + 0.9505 * light[2]) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

}  // namespace

std::optional<Vision> parseVision(std::string_view name) {
    if (name == "deutan") return Vision::Deutan;
    if (name == "protan") return Vision::Protan;
    if (name == "tritan") return Vision::Tritan;
    if (name == "grey") return Vision::Grey;
    return std::nullopt;
}

Color simulated(Color color, Vision vision) {
    const Matrix& matrix = matrixOf(vision);
    const Row light{linear(color.r), linear(color.g), linear(color.b)};
    const auto component = [&](const Row& row) { return static_cast<float>(encoded(applied(row, light))); };
    return {component(matrix[0]), component(matrix[1]), component(matrix[2]), color.a};
}

Image simulated(Image image, Vision vision) {
    const Matrix& matrix = matrixOf(vision);
    std::array<double, 256> light{};
    for (std::size_t i = 0; i < light.size(); ++i) light[i] = linear(static_cast<double>(i) / 255);
    const auto step = static_cast<std::size_t>(image.channels);
    for (std::size_t i = 0; i + 2 < image.bytes.size(); i += step) {
        const Row seen{light[image.bytes[i]], light[image.bytes[i + 1]], light[image.bytes[i + 2]]};
        for (std::size_t k = 0; k < 3; ++k)
            image.bytes[i + k] =
                static_cast<std::uint8_t>(std::lround(encoded(applied(matrix[k], seen)) * 255));
    }
    return image;
}

double difference(Color a, Color b) {
    const Row x = labOf(a), y = labOf(b);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

}  // namespace base
