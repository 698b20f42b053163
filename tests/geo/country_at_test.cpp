// Which country a point lies in, by the shapes that ship.
#include "geo/country_at.h"

#include <gtest/gtest.h>

#include "geo/containment.h"
#include "small_geodata.h"

namespace geo {
namespace {

class CountryAt : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        auto loaded =
            loadWorld(shippedGeodata(), std::move(*Projection::make("+proj=laea +lat_0=24 +lon_0=9")));
        ASSERT_TRUE(loaded) << base::toString(loaded.problems().front());
        s_world = std::make_unique<World>(std::move(*loaded));
    }
    static void TearDownTestSuite() { s_world.reset(); }

    static const World& world() { return *s_world; }
    static std::int32_t index(const char* a3) { return world().countryIndex(a3); }
    static std::int32_t ringAt(base::LonLat at) {
        return landRingAt(world(), *world().projection.forward(at));
    }
    static std::string countryAt(base::LonLat at) {
        const std::int32_t ring = ringAt(at);
        if (ring < 0) return "";
        const auto country = world().land.rings[static_cast<std::size_t>(ring)].country;
        return world().countries[static_cast<std::size_t>(country)].a3;
    }

  private:
    static std::unique_ptr<World> s_world;
};

std::unique_ptr<World> CountryAt::s_world;

constexpr base::LonLat kNiamey = {2.1098, 13.5137};

TEST_F(CountryAt, NamesTheCountryOfACapitalAndNoneOfTheSea) {
    EXPECT_EQ(countryAt(kNiamey), "NER");
    EXPECT_EQ(countryAt({-8.0029, 12.6392}), "MLI");
    EXPECT_EQ(countryAt({37.6156, 55.7522}), "RUS");
    EXPECT_EQ(countryAt({0, 0}), "");
}

TEST_F(CountryAt, SeesTheHoleThatAnotherCountryIs) {
    EXPECT_EQ(countryAt({28.2, -29.5}), "LSO");
    EXPECT_EQ(kmToCountry(world(), index("LSO"), {28.2, -29.5}), 0);
    EXPECT_GT(*kmToCountry(world(), index("ZAF"), {28.2, -29.5}), 20);
}

TEST_F(CountryAt, AgreesWithTheCountrysOwnContainment) {
    for (double lon = -15; lon <= 40; lon += 5) {
        for (double lat = -30; lat <= 35; lat += 5) {
            const base::Vec2 plane = *world().projection.forward({lon, lat});
            const std::int32_t ring = landRingAt(world(), plane);
            EXPECT_EQ(ring >= 0, onLand(world().land, plane)) << lon << " " << lat;
            if (ring < 0) continue;
            const Ring& land = world().land.rings[static_cast<std::size_t>(ring)];
            EXPECT_TRUE(contains(world().land, land, plane)) << lon << " " << lat;
            EXPECT_TRUE(contains(world().land, land.country, plane)) << lon << " " << lat;
        }
    }
}

TEST_F(CountryAt, MeasuresOnTheGround) {
    EXPECT_EQ(kmToCountry(world(), index("NER"), kNiamey), 0);
    // From Niamey south-west along the Torodi road it is some 110 km to Burkina Faso, and less due west.
    const auto toBurkina = kmToCountry(world(), index("BFA"), kNiamey);
    ASSERT_TRUE(toBurkina);
    EXPECT_GT(*toBurkina, 60);
    EXPECT_LT(*toBurkina, 120);
    // A degree of longitude on the equator is 111.3 km; the nearest land of São Tomé and Príncipe lies north.
    const auto toSaoTome = kmToCountry(world(), index("STP"), {6.6, -1});
    ASSERT_TRUE(toSaoTome);
    EXPECT_NEAR(*toSaoTome, 113, 5);
}

TEST_F(CountryAt, KnowsWhatIsDisputedWithWhom) {
    const std::int32_t crimea = ringAt({34.3, 44.9});
    EXPECT_TRUE(isDisputedWith(world(), crimea, index("UKR")));
    EXPECT_FALSE(isDisputedWith(world(), crimea, index("GEO")));
    EXPECT_FALSE(isDisputedWith(world(), ringAt({37.6, 55.75}), index("UKR"))) << "Moscow";
    EXPECT_FALSE(isDisputedWith(world(), ringAt(kNiamey), index("BFA")));
}

TEST_F(CountryAt, SaysNothingOfWhatIsNotOnTheMap) {
    EXPECT_EQ(kmToCountry(world(), -2, kNiamey), std::nullopt);
}

}  // namespace
}  // namespace geo
