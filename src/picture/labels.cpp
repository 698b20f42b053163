#include "picture/labels.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/language.h"
#include "geo/containment.h"
#include "geo/great_circle.h"
#include "picture/text_layout.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;

enum class Kind { Place, Country, Water };

struct Candidate {
    Kind kind;
    int priority;  // smaller comes first
    int rank;
    std::string id;
    std::string text;
    Vec2 plane;
    Vec2 pixel;
    TextSetting setting;
    double dot = 0;  // radius; 0 for areas
    bool capital = false;
    bool must = false;  // takes its best place even where it covers an arrow's body
    int country = -1;   // of a country's name: it stays inside
};

bool orderBefore(const Candidate& a, const Candidate& b) {
    return std::tie(a.priority, a.rank, a.id, a.text) < std::tie(b.priority, b.rank, b.id, b.text);
}

class Placer {
  public:
    Placer(const Context& context, const geo::MapView& view, const Obstacles& obstacles)
        : m_context(context), m_view(view), m_obstacles(obstacles) {}

    std::vector<Candidate> candidates(const std::vector<std::string>& important) const;
    LabelPlan place(std::vector<Candidate> candidates);

  private:
    void addPlaces(const std::vector<std::string>& important, std::vector<Candidate>& list) const;
    void addCountries(std::vector<Candidate>& list) const;
    std::optional<Candidate> placeCandidate(const film::Place& place, int priority, bool must) const;
    TextSetting settingFor(const film::Place& place, bool must) const;
    double screenWidthOf(int country) const;
    bool tryPut(const Candidate& candidate, LabelPlan& plan);
    double cost(const Box& box, bool must) const;
    bool isInside(int country, const Box& box) const;
    bool touchesLand(const Box& box) const;
    std::vector<Vec2> offsets(const Candidate& candidate, double width, double capHeight) const;

    const Context& m_context;
    const geo::MapView& m_view;
    const Obstacles& m_obstacles;
    std::vector<Box> m_taken;
};

TextSetting Placer::settingFor(const film::Place& place, bool must) const {
    const LabelStyle& style = m_context.theme.label;
    TextSetting setting;
    setting.halo = style.halo;
    setting.haloWidth = style.haloWidth;
    setting.color = style.text;
    setting.style.language = m_context.language();
    if (place.kind == film::PlaceKind::Water) {
        setting.style = {Face::SerifItalic, style.waterSize, style.waterSize * 0.09, setting.style.language};
        setting.color = style.water;
    } else if (must || place.kind == film::PlaceKind::Capital) {
        setting.style.face = must ? Face::CondensedSemiBold : Face::CondensedMedium;
        setting.style.size = must ? style.capitalSize : style.citySize;
        setting.style.tracking = setting.style.size * 0.01;
    } else {
        setting.style.face = Face::CondensedRegular;
        setting.style.size = place.kind == film::PlaceKind::Base ? style.baseSize : style.citySize;
        setting.style.tracking = setting.style.size * 0.015;
    }
    return setting;
}

std::optional<Candidate> Placer::placeCandidate(const film::Place& place, int priority, bool must) const {
    const auto plane = m_context.world.projection.forward(place.at);
    if (!plane) return std::nullopt;
    const auto pixel = m_view.toPixels(*plane);
    if (!pixel || !m_context.layout.safe.contains(*pixel)) return std::nullopt;
    const LabelStyle& style = m_context.theme.label;
    Candidate c{place.kind == film::PlaceKind::Water ? Kind::Water : Kind::Place,
                priority,
                place.rank,
                place.id,
                std::string(place.name.in(m_context.language())),
                *plane,
                *pixel,
                settingFor(place, must)};
    c.must = must;
    c.capital = place.kind == film::PlaceKind::Capital;
    if (c.kind == Kind::Place && place.kind != film::PlaceKind::Symbol) {
        c.dot = c.capital || must ? style.capitalDot : style.cityDot;
        if (c.capital && !must) c.dot = style.cityDot * 1.15;
    }
    return c;
}

void Placer::addPlaces(const std::vector<std::string>& important, std::vector<Candidate>& list) const {
    const double nearby = m_context.px(30);
    const auto isNearListed = [&](Vec2 pixel) {
        return std::any_of(list.begin(), list.end(), [&](const Candidate& c) {
            return c.kind == Kind::Place && base::length(c.pixel - pixel) < nearby;
        });
    };
    const auto known = [&](auto&& use) {
        for (const film::Place& p : m_context.film.places) use(p);
        for (const film::Place& p : m_context.film.gazetteer) use(p);
    };
    for (std::size_t i = 0; i < important.size(); ++i) {
        const film::Place* place = film::findPlace(m_context.film, important[i]);
        if (!place) continue;
        auto candidate = placeCandidate(*place, static_cast<int>(i), true);
        if (!candidate) continue;
        // From afar a base and its town are one dot; the town's name says more.
        if (place->kind == film::PlaceKind::Base) {
            const Vec2 at = candidate->pixel;
            double nearestTown = nearby;
            constexpr double kSamePlaceKm = 30;  // farther than that, another town's name would be an untruth
            known([&](const film::Place& other) {
                if (other.kind != film::PlaceKind::Capital && other.kind != film::PlaceKind::City) return;
                if (geo::distanceKm(other.at, place->at) > kSamePlaceKm) return;
                const auto town = placeCandidate(other, static_cast<int>(i), true);
                if (!town || base::length(town->pixel - at) >= nearestTown) return;
                nearestTown = base::length(town->pixel - at);
                candidate = town;
            });
        }
        if (!isNearListed(candidate->pixel)) list.push_back(*candidate);
    }
    const double kmPerPixel = m_view.metresPerPixel / 1000 * m_context.layout.unit;
    const int lowestRank = kmPerPixel < 1.2   ? 6
                           : kmPerPixel < 2.6 ? 4
                           : kmPerPixel < 4.5 ? 3
                           : kmPerPixel < 8   ? 2
                                              : 1;
    std::vector<Candidate> rest;
    known([&](const film::Place& place) {
        if (place.kind == film::PlaceKind::Symbol || place.kind == film::PlaceKind::Base) return;
        const bool focus = std::find(m_context.film.focus.begin(), m_context.film.focus.end(),
                                     place.country) != m_context.film.focus.end();
        const bool focusCapital = focus && place.kind == film::PlaceKind::Capital;
        if (place.rank > lowestRank + (focus ? 1 : 0) && !focusCapital) return;
        const bool water = place.kind == film::PlaceKind::Water;
        auto c = placeCandidate(place,
                                focusCapital ? 50
                                : water      ? 300
                                             : 400 + (focus ? 0 : 10),
                                focusCapital);
        if (c && !isNearListed(c->pixel)) rest.push_back(*c);
    });
    list.insert(list.end(), rest.begin(), rest.end());
}

double Placer::screenWidthOf(int country) const {
    double widest = 0;
    for (const geo::Ring& ring : m_context.world.land.rings) {
        if (ring.country == country) widest = std::max(widest, ring.bounds.maxX - ring.bounds.minX);
    }
    return widest / m_view.metresPerPixel;
}

void Placer::addCountries(std::vector<Candidate>& list) const {
    const LabelStyle& style = m_context.theme.label;
    for (std::size_t i = 0; i < m_context.world.countries.size(); ++i) {
        const geo::Country& country = m_context.world.countries[i];
        const auto plane = m_context.world.projection.forward(country.label);
        const auto pixel = plane ? m_view.toPixels(*plane) : std::nullopt;
        if (!pixel || !m_context.layout.safe.contains(*pixel)) continue;
        const auto& focusList = m_context.film.focus;
        const bool focus = std::find(focusList.begin(), focusList.end(), country.a3) != focusList.end();
        // From afar only the larger countries are named; the others would be a carpet of small print.
        const double kmPerPixel = m_view.metresPerPixel / 1000 * m_context.layout.unit;
        if (!focus && country.rank > (kmPerPixel < 3 ? 6 : kmPerPixel < 5 ? 4 : 3)) continue;
        const double room = screenWidthOf(static_cast<int>(i));
        Candidate c{Kind::Country, focus ? 45 : 200, country.rank, country.a3, {}, *plane, *pixel, {}};
        c.country = static_cast<int>(i);
        c.text = base::upperCase(country.name.in(m_context.language()), m_context.language());
        double size = focus ? style.focusSize : style.countrySize;
        double tracking = size * (focus ? 0.34 : 0.2);
        const auto width = [&] {
            return measure(m_context.fonts, c.text,
                           {focus ? Face::CondensedBold : Face::CondensedMedium, size, tracking, {}});
        };
        // A name wider than its country is first drawn closer, then smaller, then not at all.
        if (width() > room * 0.8) tracking = size * 0.12;
        if (focus && width() > room * 0.8) size = std::max(style.countrySize, size * room * 0.8 / width());
        if (width() > room * 1.25) continue;
        c.setting = {{focus ? Face::CondensedBold : Face::CondensedMedium, size, tracking,
                      std::string(m_context.language())},
                     focus ? style.focusCountry : style.dim,
                     style.halo,
                     style.haloWidth};
        list.push_back(c);
    }
}

std::vector<Candidate> Placer::candidates(const std::vector<std::string>& important) const {
    std::vector<Candidate> list;
    addPlaces(important, list);
    addCountries(list);
    std::sort(list.begin(), list.end(), orderBefore);
    return list;
}

// Offsets of the text's left baseline end from the anchor, best first. Points: around the dot (Imhof's order:
// right before left, above before below). Areas: on the point, then around it.
std::vector<Vec2> Placer::offsets(const Candidate& c, double width, double capHeight) const {
    std::vector<Vec2> list;
    if (c.kind == Kind::Place) {
        const double gap = c.dot + c.setting.style.size * 0.30;
        const double middle = capHeight / 2;
        for (const double push : {1.0, 1.9}) {
            const double d = gap * push;
            list.insert(list.end(), {{d, middle},
                                     {-d - width, middle},
                                     {-width / 2, -d},
                                     {-width / 2, d + capHeight},
                                     {d * 0.75, -d * 0.6},
                                     {d * 0.75, d * 0.6 + capHeight},
                                     {-d * 0.75 - width, -d * 0.6},
                                     {-d * 0.75 - width, d * 0.6 + capHeight}});
        }
        return list;
    }
    const double step = c.setting.style.size;
    constexpr int kCountryRings = 5, kWaterRings = 3;  // a sea's name does not wander into the next sea
    for (int ring = 0; ring <= (c.kind == Kind::Country ? kCountryRings : kWaterRings); ++ring) {
        for (int dy = -ring; dy <= ring; ++dy) {
            for (int dx = -ring; dx <= ring; ++dx) {
                if (std::max(std::abs(dx), std::abs(dy)) != ring) continue;
                list.push_back({-width / 2 + dx * step * 1.5, capHeight / 2 + dy * step * 1.1});
            }
        }
    }
    return list;
}

// True when the middle of the box and both ends of its middle line lie in the country: its name may not stand
// in another.
bool Placer::isInside(int country, const Box& box) const {
    const double inset = box.w * 0.12, y = box.center().y;
    for (const double x : {box.center().x, box.x + inset, box.right() - inset}) {
        const auto plane = m_view.toPlane({x, y});
        if (!plane || !geo::contains(m_context.world.land, country, *plane)) return false;
    }
    return true;
}

// True when one of five points along the box lies on land: a sea's name stands in the sea.
bool Placer::touchesLand(const Box& box) const {
    for (const double share : {0.04, 0.27, 0.5, 0.73, 0.96}) {
        const auto plane = m_view.toPlane({box.x + box.w * share, box.center().y});
        if (!plane || geo::onLand(m_context.world.land, *plane)) return true;
    }
    return false;
}

// Infinite where the box may not stand; otherwise how much of arrows it would cover.
double Placer::cost(const Box& box, bool must) const {
    constexpr double kNever = 1e18;
    const Box& safe = m_context.layout.safe;
    if (box.x < safe.x || box.y < safe.y || box.right() > safe.right() || box.bottom() > safe.bottom())
        return kNever;
    for (const Box& other : m_obstacles.hard) {
        if (box.intersects(other)) return kNever;
    }
    for (const Box& other : m_taken) {
        if (box.intersects(other)) return kNever;
    }
    double covered = 0;
    for (const Box& other : m_obstacles.soft) {
        if (box.intersects(other)) covered += 1;
    }
    return covered > 0 && !must ? kNever : covered;
}

bool Placer::tryPut(const Candidate& c, LabelPlan& plan) {
    const FaceMetrics metrics = m_context.fonts.metrics(c.setting.style.face);
    const double width = measure(m_context.fonts, c.text, c.setting.style);
    const double cap = metrics.capHeight * c.setting.style.size;
    const double below = metrics.descent * c.setting.style.size * 0.8;
    const double pad = std::max(2.0, c.setting.haloWidth);
    double best = 1e17;
    Vec2 chosen;
    for (const Vec2 offset : offsets(c, width, cap)) {
        const Box box{c.pixel.x + offset.x - pad, c.pixel.y + offset.y - cap * 1.25 - pad, width + 2 * pad,
                      cap * 1.25 + below + 2 * pad};
        if (c.country >= 0 && !isInside(c.country, box)) continue;
        if (c.kind == Kind::Water && !geo::onLand(m_context.world.land, c.plane) && touchesLand(box))
            continue;
        const double price = cost(box, c.must);
        if (price < best) {
            best = price;
            chosen = offset;
            if (price == 0) break;
        }
    }
    if (best >= 1e17) return false;
    PlacedLabel placed;
    placed.anchor = c.plane;
    placed.label.id = c.id;
    placed.label.text = c.text;
    placed.label.rank = c.rank;
    placed.label.box = {chosen.x - pad, chosen.y - cap * 1.25 - pad, width + 2 * pad,
                        cap * 1.25 + below + 2 * pad};
    placed.label.runs = {setLine(m_context.fonts, c.text, c.setting, chosen)};
    Box onFrame = placed.label.box;
    onFrame.x += c.pixel.x;
    onFrame.y += c.pixel.y;
    m_taken.push_back(onFrame.grown(m_context.px(3)));
    plan.labels.push_back(std::move(placed));
    return true;
}

LabelPlan Placer::place(std::vector<Candidate> list) {
    LabelPlan plan;
    const auto dotBox = [](const Candidate& c) {
        return Box{c.pixel.x, c.pixel.y, 0, 0}.grown(c.dot * 1.15);
    };
    // The cue's own dots are there whatever happens, so every name keeps clear of them from the start.
    for (const Candidate& c : list) {
        if (c.must && c.dot > 0) m_taken.push_back(dotBox(c));
    }
    for (const Candidate& c : list) {
        if (!c.must && c.dot > 0 && cost(dotBox(c), false) > 0) continue;
        const bool put = tryPut(c, plan);
        if (c.dot > 0 && (put || c.must)) {
            plan.dots.push_back({c.id, c.plane, c.dot, c.capital});
            if (!c.must) m_taken.push_back(dotBox(c));
        }
    }
    return plan;
}

}  // namespace

LabelPlan placeLabels(const Context& context, const geo::MapView& view,
                      const std::vector<std::string>& important, const std::vector<std::string>& named,
                      const Obstacles& obstacles) {
    Placer placer(context, view, obstacles);
    std::vector<Candidate> list = placer.candidates(important);
    std::erase_if(list, [&](const Candidate& c) {
        return c.kind == Kind::Country && std::find(named.begin(), named.end(), c.id) != named.end();
    });
    return placer.place(std::move(list));
}

}  // namespace picture
