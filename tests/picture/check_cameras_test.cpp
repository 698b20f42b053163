// Cameras that a projection cannot show: what is said about them, and what is seen all the same.
#include <gtest/gtest.h>

#include "film/film_file.h"
#include "geo/frame_ground.h"
#include "picture/check.h"
#include "picture/scene.h"
#include "picture/stage.h"

namespace {

const std::string kOrthographic = "+proj=ortho +lat_0=20 +lon_0=10";

/// A film of one cue with this camera, and the world in its projection.
class CheckCameras : public testing::Test {
  protected:
    void show(const std::string& projection, const std::string& camera) {
        const std::string text = R"(format = 1
title = "Edges"
languages = ["en"]
[places.suva]
name = "Suva"
lon = 178.44
lat = -18.14
kind = "city"
[places.apia]
name = "Apia"
lon = -171.76
lat = -13.83
kind = "city"
[places.auckland]
name = "Auckland"
lon = 174.76
lat = -36.85
kind = "city"
[places.niamey]
name = "Niamey"
lon = 2.1
lat = 13.5
kind = "city"
[[cues]]
id = "c"
title = "A title"
camera = { )" + camera + " }\n";
        auto file = film::parseFilm(text, "f", {}, {"FJI", "NZL"});
        ASSERT_TRUE(file) << base::toString(file.problems()[0]);
        m_film = std::move(*file);
        auto loaded = geo::loadWorld(std::string(HARMATTAN_SOURCE_DIR) + "/geodata",
                                     std::move(*geo::Projection::make(projection)));
        ASSERT_TRUE(loaded);
        m_world.emplace(std::move(*loaded));
    }

    /// The warnings, without the advice.
    std::vector<std::string> warnings() const {
        const picture::Theme night = theme("night");
        std::vector<std::string> lines;
        for (base::Problem problem :
             picture::oddCameras(m_film.film, m_film.locations, {*m_world, fonts(), night}, {1280, 720})) {
            EXPECT_EQ(problem.severity, base::Severity::Warning);
            EXPECT_FALSE(problem.advice.empty());
            m_advice = std::exchange(problem.advice, "");
            lines.push_back(base::toString(problem));
        }
        return lines;
    }

    geo::MapView view() const {
        return picture::pictureAt(m_film.film, *m_world, fonts(), {0, 99}, {}, optionsFor({1280, 720}, "en"))
            .ground.view;
    }
    bool sees(const std::string& place) const {
        const auto plane = m_world->projection.forward(film::findPlace(m_film.film, place)->at);
        const auto at = plane ? view().toPixels(*plane) : std::nullopt;
        return at && base::Box{0, 0, 1280, 720}.contains(*at);
    }

    using Lines = std::vector<std::string>;
    film::FilmFile m_film;
    std::optional<geo::World> m_world;
    mutable std::string m_advice;
};

}  // namespace

TEST_F(CheckCameras, PlacesOnBothSidesOfTheCutAreBothSeenAndToldOf) {
    show("EPSG:3857", "fit = [\"suva\", \"apia\"]");
    EXPECT_EQ(warnings(), Lines{"f:27:18: the camera of cue \"c\" is to show \"suva\" and \"apia\", 1152 km "
                                "apart, which the projection tears apart to 32.2 times as far"});
    EXPECT_EQ(m_advice,
              "use a projection with its middle there, such as \"+proj=laea +lat_0=-16 +lon_0=-177\"");
    EXPECT_TRUE(sees("suva"));
    EXPECT_TRUE(sees("apia"));
}

TEST_F(CheckCameras, TheAdviceIsOneThatHelps) {
    show("+proj=laea +lat_0=-16 +lon_0=-177", "fit = [\"suva\", \"apia\"]");
    EXPECT_EQ(warnings(), Lines{});
    EXPECT_TRUE(geo::isFilled(m_world->projection, view()));
    EXPECT_TRUE(sees("suva"));
    EXPECT_TRUE(sees("apia"));
}

TEST_F(CheckCameras, OfAFitThatIsPartlyBehindTheGlobeTheRestIsShown) {
    show(kOrthographic, "fit = [\"suva\", \"niamey\", \"apia\"]");
    EXPECT_EQ(warnings(), Lines{"f:27:19: the camera of cue \"c\" is to show \"suva\" and 1 more of its fit, "
                                "which the projection does not"});
    EXPECT_TRUE(sees("niamey"));
    EXPECT_LT(geo::cameraOf(m_world->projection, view()).widthKm, 1600);
}

TEST_F(CheckCameras, WhereNothingCanBeShownTheWholeMapIs) {
    for (const char* camera :
         {"fit = [\"suva\", \"apia\"]", "fit = [\"FJI\", \"NZL\"]", "center = [178, -18], width_km = 900"}) {
        show(kOrthographic, camera);
        EXPECT_EQ(warnings().size(), 1u) << camera;
        const geo::MapView seen = view();
        const double globe = 2 * 6'378'137.0 / seen.metresPerPixel;
        EXPECT_GT(globe, 300) << camera;
        EXPECT_LT(globe, 720) << camera;
        EXPECT_LT(geo::emptyShare(m_world->projection, seen), 0.9) << camera;
    }
}

TEST_F(CheckCameras, ACentreNextToTheEdgeIsToldOfAGlobeInItsFrameIsNot) {
    show("EPSG:3857", "center = [175, -15], width_km = 9000");
    EXPECT_EQ(warnings(), Lines{"f:27:21: the camera of cue \"c\" shows nothing on 44 % of its frame, which "
                                "lies beyond the edge of the map"});
    show(kOrthographic, "center = [10, 20], width_km = 24000");
    EXPECT_EQ(warnings(), Lines{});
    show(kOrthographic, "center = [10, 20], width_km = 48000");
    EXPECT_EQ(warnings().size(), 1u);
    EXPECT_EQ(m_advice.find("give width_km at most 22"), 0u) << m_advice;
}

TEST_F(CheckCameras, AWholeMapThatTheFrameCutsALittleIsMeantSo) {
    show("+proj=laea +lat_0=24 +lon_0=9", "center = [9, 24], width_km = 34000");
    EXPECT_TRUE(warnings().empty()) << warnings().front();
}

TEST_F(CheckCameras, NoAdviceIsAWidthThatAFilmMayNotGive) {
    show("+proj=nsper +h=3000 +lat_0=13 +lon_0=2", "center = [2, 13], width_km = 5000");
    ASSERT_EQ(warnings().size(), 1u);
    EXPECT_EQ(m_advice, "give width_km at most 348") << "the disc, 196 km wide, fills the height";
}

TEST_F(CheckCameras, AFitNextToTheEdgeIsShownAwayFromIt) {
    show("EPSG:3857", "fit = [\"suva\", \"auckland\"]");
    EXPECT_EQ(warnings(), Lines{});
    EXPECT_TRUE(sees("suva"));
    EXPECT_TRUE(sees("auckland"));
    EXPECT_LT(geo::emptyShare(m_world->projection, view()), 0.2);
}

TEST_F(CheckCameras, WhereAConicMapIsBrokenBothSidesAreSeen) {
    show("+proj=lcc +lat_1=10 +lat_2=40 +lat_0=20 +lon_0=5", "fit = [\"suva\", \"apia\"]");
    EXPECT_EQ(warnings().size(), 1u);
    EXPECT_TRUE(sees("suva"));
    EXPECT_TRUE(sees("apia"));
}
