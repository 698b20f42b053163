#include "video/tracks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "video/track_files.h"
#include "video/track_stage.h"

namespace video {
namespace {

using base::Vec2;

constexpr base::Size kSize{320, 180};

const PlaceTrack& placeOf(const Tracks& tracks, std::string_view id) {
    return *std::find_if(tracks.places.begin(), tracks.places.end(),
                         [&](const PlaceTrack& p) { return p.id == id; });
}

const HeadTrack& headOf(const Tracks& tracks, std::string_view event) {
    return *std::find_if(tracks.heads.begin(), tracks.heads.end(),
                         [&](const HeadTrack& h) { return h.event == event; });
}

TEST(Tracks, FollowTheSceneFrameByFrame) {
    const film::Film film = tiltedFilm();
    const TrackOptions options = trackOptions(kSize, {5, 1});
    const Tracks tracks = tracksOf(film, options);
    ASSERT_EQ(tracks.last(), film::frameCount(film::duration(film), options.rate));
    EXPECT_EQ(tracks.places.size(), film.places.size());
    const picture::Scene scene(film, trackWorld(film.projection), trackFonts(), options.picture);
    for (const std::int64_t frame : {std::int64_t{1}, tracks.last() / 3, tracks.last() / 2, tracks.last()}) {
        const FrameView& shown = tracks.frames[static_cast<std::size_t>(frame - 1)];
        const film::Moment moment = film::momentAt(film, film::timeOfFrame(frame, options.rate));
        EXPECT_EQ(shown.cue, moment.cue);
        const geo::MapView view =
            geo::makeView(trackWorld(film.projection).projection, scene.cameraAt(moment), kSize);
        for (const PlaceTrack& place : tracks.places) {
            const auto at = pixelOf(place, shown), expected = view.toPixels(*place.plane);
            ASSERT_EQ(at.has_value(), expected.has_value());
            if (!at) continue;
            EXPECT_LT(base::length(*at - *expected), 0.05) << place.id << " " << frame;
        }
    }
}

TEST(Tracks, HoldTheTipsOfArrowsAsTheyGrow) {
    const film::Film film = tiltedFilm();
    const TrackOptions options = trackOptions(kSize, {5, 1});
    const Tracks tracks = tracksOf(film, options);
    const HeadTrack& head = headOf(tracks, "E1");
    EXPECT_EQ(head.name, "Russie");
    ASSERT_GT(head.samples.size(), 10u);
    const PlaceTrack& niamey = placeOf(tracks, "niamey");
    double before = 0;
    for (const HeadSample& sample : head.samples) {
        EXPECT_GE(sample.progress, before);
        before = sample.progress;
        EXPECT_GT(sample.alpha, 0);
    }
    EXPECT_EQ(before, 1);
    const HeadSample& landed = *std::find_if(head.samples.begin(), head.samples.end(),
                                             [](const HeadSample& s) { return s.progress == 1; });
    const FrameView& frame = tracks.frames[static_cast<std::size_t>(landed.frame - 1)];
    EXPECT_LT(base::length(landed.at - *pixelOf(niamey, frame)), 25);
    const Vec2 ground = *planeUnder(landed, frame);
    EXPECT_LT(base::length(*frame.view.toPixels(ground) - landed.at), 1e-6);
    const auto picture = picture::Scene(film, trackWorld(film.projection), trackFonts(), options.picture)
                             .at(film::momentAt(film, film::timeOfFrame(landed.frame, options.rate)));
    EXPECT_LT(base::length(landed.at - picture.arrows.front().points.back()), 1e-6);
}

TEST(Tracks, OfARangeAreThoseOfTheWholeFilm) {
    const film::Film film = tiltedFilm();
    TrackOptions options = trackOptions(kSize, {30000, 1001});
    options.frames = {200, 203};
    const Tracks part = tracksOf(film, options);
    EXPECT_EQ(part.first, 200);
    EXPECT_EQ(part.last(), 203);
    options.frames = {190, 210};
    const Tracks more = tracksOf(film, options);
    EXPECT_EQ(part.origin, more.origin);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(part.frames[i].view, more.frames[i + 10].view);
        EXPECT_EQ(part.frames[i].camera, more.frames[i + 10].camera);
    }
}

TEST(Tracks, TurnWithoutJumps) {
    const Tracks tracks = tracksOf(tiltedFilm(), trackOptions(kSize, {10, 1}));
    double most = 0;
    for (std::size_t i = 1; i < tracks.frames.size(); ++i)
        most = std::max(most, std::abs(tracks.frames[i].view.bearing - tracks.frames[i - 1].view.bearing));
    EXPECT_GT(most, 5);
    EXPECT_LT(most, 45);
}

TEST(Tracks, OfAGlobeLeaveOutWhatIsBeyondItsHorizon) {
    film::Film film = tiltedFilm("+proj=ortho +lat_0=15 +lon_0=0");
    for (film::Place& place : film.places) {
        if (place.id == "moscow") place.at = {170, 10};
    }
    const Tracks tracks = tracksOf(film, trackOptions(kSize, {2, 1}));
    EXPECT_FALSE(placeOf(tracks, "moscow").plane);
    EXPECT_FALSE(pixelOf(placeOf(tracks, "moscow"), tracks.frames.front()));
    EXPECT_TRUE(pixelOf(placeOf(tracks, "niamey"), tracks.frames.front()));
    for (const char* ending : {".json", ".jsx", ".py", ".chan"}) {
        const std::string text = written(tracks, ending);
        EXPECT_EQ(text.find("nan"), std::string::npos) << ending;
        EXPECT_EQ(text.find("inf"), std::string::npos) << ending;
    }
}

TEST(Tracks, RefuseFramesThatAreNotThere) {
    const film::Film film = tiltedFilm();
    TrackOptions options = trackOptions(kSize, {30, 1});
    const auto trouble = [&](std::int64_t first, std::int64_t last) {
        options.frames = {first, last};
        const auto made = makeTracks(film, trackWorld(film.projection), trackFonts(), options, {});
        return made ? std::string("none") : made.problems().front().what;
    };
    EXPECT_EQ(trouble(0, 3), "frames 0-3: there are no such");
    EXPECT_EQ(trouble(4, 3), "frames 4-3: there are no such");
    EXPECT_EQ(trouble(1, 1'000'000), "frames 1-1000000: there are no such");
    film::Film endless = film;
    endless.cues.back().holdSeconds = 1e6;
    options.frames.reset();
    const auto made = makeTracks(endless, trackWorld(film.projection), trackFonts(), options, {});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.problems().front().trouble, base::Trouble::Usage);
}

TEST(Tracks, ThatAreInterruptedAreNotWritten) {
    const film::Film film = tiltedFilm();
    const auto made = makeTracks(film, trackWorld(film.projection), trackFonts(), trackOptions(kSize, {5, 1}),
                                 std::atomic<bool>{true});
    ASSERT_TRUE(made);
    EXPECT_TRUE(made->interrupted);
    EXPECT_FALSE(writeTracks("/tmp/never.json", *made));
}

TEST(Tracks, AreWrittenInFourForms) {
    for (const char* path : {"a.json", "b/c.JSX", "d.py", "e.Chan"})
        EXPECT_FALSE(checkTracksPath(path)) << path;
    for (const char* path : {"", "json", ".json", "a.txt", "a.json.gz", "a"}) {
        const auto problem = checkTracksPath(path);
        ASSERT_TRUE(problem) << path;
        EXPECT_EQ(problem->trouble, base::Trouble::Usage);
    }
    const Tracks tracks = tracksOf(tiltedFilm(), trackOptions(kSize, {1, 1}));
    EXPECT_FALSE(writeTracks("/no/such/folder/a.json", tracks));
    EXPECT_EQ(written(tracks, ".json"), written(tracks, ".json"));
}

}  // namespace
}  // namespace video
