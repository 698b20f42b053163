#include "render/graticule.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

geo::Projection projection(const char* definition) {
    auto made = geo::Projection::make(definition);
    if (!made) std::abort();
    return std::move(*made);
}

std::vector<render::GraticuleLine> linesAt(const geo::Projection& p, double widthKm) {
    return render::graticuleOf(geo::makeView(p, {{5, 15}, widthKm, 0, 0}, {1920, 1080}), p, 1);
}

}  // namespace

TEST(Graticule, GrowsDenserAsTheCameraComesNearer) {
    const geo::Projection p = projection("+proj=laea +lat_0=24 +lon_0=9");
    for (const double width : {30000.0, 9000.0, 3000.0, 700.0, 150.0}) {
        const auto lines = linesAt(p, width);
        EXPECT_GT(lines.size(), 4u) << width;
        EXPECT_LT(lines.size(), 80u) << width;
    }
}

TEST(Graticule, LinesComeInByFading) {
    const geo::Projection p = projection("EPSG:3857");
    const double y = p.forward({5, 15})->y;
    double before = 0;
    for (int i = 0; i < 400; ++i) {
        double strength = 0;
        for (const auto& line : linesAt(p, 20000 * std::pow(0.99, i))) {
            if (std::abs(line.points.front().y - y) < 1 && std::abs(line.points.back().y - y) < 1) {
                strength = line.strength;
            }
        }
        EXPECT_GE(strength, before) << i;
        EXPECT_LT(strength, before + 0.04) << i;
        before = strength;
    }
    EXPECT_EQ(before, 1);
}

TEST(Graticule, NoLineJumpsAcrossTheMap) {
    for (const char* definition :
         {"EPSG:3857", "+proj=ortho +lat_0=20 +lon_0=10", "+proj=eqearth +lon_0=11"}) {
        for (const auto& line : linesAt(projection(definition), 30000)) {
            for (std::size_t i = 1; i < line.points.size(); ++i) {
                EXPECT_LE(base::length(line.points[i] - line.points[i - 1]), 2e6) << definition;
            }
        }
    }
}
