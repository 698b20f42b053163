#include "ui/countries.h"

#include <algorithm>

namespace ui {

namespace {

constexpr double kNarrowest = 300, kWidest = 8000;  // km
constexpr double kAir = 1.4;                        // around the country, as a factor

double areaOf(const geo::PlaneBounds& bounds) {
    return (bounds.maxX - bounds.minX) * (bounds.maxY - bounds.minY);
}

}  // namespace

std::vector<CountryEntry> countryEntries(const geo::World& world) {
    std::vector<geo::PlaneBounds> largest(world.countries.size());
    for (const geo::Ring& ring : world.land.rings) {
        if (ring.country < 0) continue;
        geo::PlaneBounds& bounds = largest[static_cast<std::size_t>(ring.country)];
        if (areaOf(ring.bounds) > areaOf(bounds)) bounds = ring.bounds;
    }
    std::vector<CountryEntry> entries;
    for (std::size_t i = 0; i < world.countries.size(); ++i) {
        const geo::Country& country = world.countries[i];
        const geo::PlaneBounds& bounds = largest[i];
        // Wide enough for its height in a frame of 16:9 too.
        const double metres = std::max(bounds.maxX - bounds.minX, (bounds.maxY - bounds.minY) * 16 / 9);
        const double km = metres / 1000 / world.projection.scaleAt(country.label) * kAir;
        entries.push_back({country.a3, country.name, country.label, std::clamp(km, kNarrowest, kWidest)});
    }
    return entries;
}

}  // namespace ui
