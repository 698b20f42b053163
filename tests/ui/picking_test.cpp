#include "ui/picking.h"

#include <gtest/gtest.h>

#include "small_film.h"

using namespace ui;
using small::Desk;

namespace {

/// A picture over a world of one square country, "NER", with one thing of each kind.
struct Table : Desk {
    geo::World world;
    picture::Picture picture;

    Table() : world(makeWorld()) {
        picture.size = size;
        picture.cue = "d";
        picture.ground.view = geo::makeView(projection, filmCamera, size);
        picture::Arrow arrow;
        arrow.event = "E3";
        arrow.width = 10;
        for (int x = 200; x <= 600; x += 5) arrow.points.push_back({static_cast<double>(x), 500});
        picture.arrows = {arrow};
        picture.marks = {mark("E2", picture::MarkKind::Diamond, {900, 200}, 12)};
        picture.marksBelow = {mark("gao", picture::MarkKind::Dot, {600, 500}, 5)};
        picture::Label city, country;
        city.id = "niamey";
        city.box = {1000, 300, 80, 20};
        country.id = "NER";
        country.box = {1000, 400, 80, 20};
        picture.labels = {city, country};
        picture.panels = {panel("caption", {40, 400, 120, 200}), panel("timeline", {40, 640, 1200, 40}),
                          panel("count-E1", {300, 300, 40, 20})};
    }

    static geo::World makeWorld() {
        geo::World world{std::move(*geo::Projection::make("+proj=laea +lat_0=24 +lon_0=9")),
                         {},
                         {},
                         {},
                         {},
                         {},
                         {},
                         {},
                         {},
                         {},
                         {},
                         {}};
        geo::Country niger;
        niger.a3 = "NER";
        world.countries = {niger};
        // About the frame's upper right quarter.
        world.land.points = {{-400e3F, -1000e3F}, {1200e3F, -1000e3F}, {1200e3F, 0}, {-400e3F, 0}};
        world.land.rings = {{0, 4, 0, {-400e3, -1000e3, 1200e3, 0}}};
        return world;
    }
    static picture::Mark mark(const std::string& id, picture::MarkKind kind, base::Vec2 at, double radius) {
        picture::Mark m;
        m.id = id;
        m.kind = kind;
        m.at = at;
        m.radius = radius;
        return m;
    }
    static picture::Panel panel(const std::string& id, base::Box box) {
        picture::Panel p;
        p.id = id;
        p.box = box;
        return p;
    }
    std::string at(base::Vec2 pixel) const {
        const auto subject = subjectAt(film, world, picture, pixel, 10);
        return subject ? toText(*subject) : "";
    }
    base::Vec2 pixelOf(base::Vec2 plane) const { return picture.ground.view.toPixels(plane).value(); }
};

}  // namespace

TEST(Picking, FindsArrowsByTheirDistance) {
    const Table table;
    EXPECT_EQ(table.at({400, 500}), "event:E3");
    EXPECT_EQ(table.at({400, 514}), "event:E3") << "within reach of its edge";
    EXPECT_NE(table.at({400, 517}), "event:E3");
}

TEST(Picking, FindsOnlyWhatIsDrawnOfAnArrow) {
    Table table;
    table.picture.arrows[0].progress = 0.25;
    EXPECT_EQ(table.at({250, 500}), "event:E3");
    EXPECT_NE(table.at({500, 500}), "event:E3");
    table.picture.arrows[0].alpha = 0;
    EXPECT_NE(table.at({250, 500}), "event:E3");
}

TEST(Picking, FindsMarksDotsAndNames) {
    const Table table;
    EXPECT_EQ(table.at({905, 205}), "event:E2");
    EXPECT_EQ(table.at({602, 501}), "place:gao") << "the dot at the arrow's end, pointed at exactly";
    EXPECT_EQ(table.at({590, 503}), "event:E3");
    EXPECT_EQ(table.at({1040, 310}), "place:niamey");
    EXPECT_EQ(table.at({1040, 410}), "country:NER");
}

TEST(Picking, LeavesRingsOfLightOut) {
    Table table;
    table.picture.marks = {Table::mark("E1", picture::MarkKind::Pulse, {400, 100}, 60)};
    EXPECT_NE(table.at({400, 100}), "event:E1");
}

TEST(Picking, FindsThePlaceInTheMiddleOfARingAndTheEventAroundIt) {
    Table table;
    table.picture.marks = {Table::mark("E1", picture::MarkKind::Gauge, {600, 500}, 20)};
    EXPECT_EQ(table.at({602, 501}), "place:gao");
    EXPECT_EQ(table.at({612, 490}), "event:E1");
    table.picture.marks[0].kind = picture::MarkKind::Diamond;
    EXPECT_EQ(table.at({602, 501}), "event:E1") << "a mark that covers the dot";
}

TEST(Picking, TakesPanelsForWhatTheyStandFor) {
    const Table table;
    EXPECT_EQ(table.at({100, 500}), "event:E3") << "the caption means its step's first event";
    EXPECT_EQ(table.at({310, 310}), "event:E1");
    EXPECT_EQ(table.at({600, 660}), "") << "the timeline means nothing, whatever lies under it";
}

TEST(Picking, FindsTheCountryThatTheGroundBelongsTo) {
    const Table table;
    EXPECT_EQ(table.at(table.pixelOf({0, -500e3})), "country:NER");
    EXPECT_EQ(table.at(table.pixelOf({-900e3, -500e3})), "") << "at sea";
}

TEST(Picking, ForgetsWhatTheFilmDoesNotKnow) {
    Table table;
    table.film.events.clear();
    EXPECT_EQ(table.at({400, 500}), table.at({400, 530}));
}
