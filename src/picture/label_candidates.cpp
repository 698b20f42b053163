#include "picture/label_candidates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "base/language.h"
#include "geo/great_circle.h"

namespace picture {

namespace {

constexpr double kOnTwoLines = 0.3;  // the price of a name that is broken

using base::Vec2;

bool orderBefore(const LabelCandidate& a, const LabelCandidate& b) {
    return std::tie(a.priority, a.rank, a.id, a.text) < std::tie(b.priority, b.rank, b.id, b.text);
}

/// The lowest rank that is named at this scale (km per pixel of a frame of 1080 lines), of places and of
/// countries: from afar only the larger ones, the others would be a carpet of small print.
int lowestPlaceRank(double kmPerPixel) {
    return kmPerPixel < 1.2 ? 6 : kmPerPixel < 2.6 ? 4 : kmPerPixel < 4.5 ? 3 : kmPerPixel < 8 ? 2 : 1;
}
int lowestCountryRank(double kmPerPixel) {
    return kmPerPixel < 3 ? 6 : kmPerPixel < 5 ? 4 : 3;
}

class Collector {
  public:
    Collector(const Context& context, const geo::MapView& view, Reach reach)
        : m_context(context),
          m_view(view),
          m_reach(reach),
          m_kmPerPixel(view.metresPerPixel / 1000 * context.layout.unit) {}

    void addImportant(const std::vector<std::string>& ids);
    void addOtherPlaces();
    void addCountries(const std::vector<std::string>& unnamed);
    std::vector<LabelCandidate> take();

  private:
    std::optional<LabelCandidate> placeCandidate(const film::Place& place, int priority, bool must) const;
    std::optional<LabelCandidate> countryCandidate(int country) const;
    LabelCandidate townOf(const film::Place& base, const LabelCandidate& candidate) const;
    TextSetting settingFor(const film::Place& place, bool must) const;
    std::vector<LabelForm> countryForms(const std::string& name, bool focus, double room) const;
    double widthOf(int country) const;
    bool isFocus(std::string_view country) const;
    bool isNearListed(Vec2 pixel) const;
    bool isListedNextTo(base::LonLat at, const std::string& name) const;
    bool isNamedAlready(const std::string& country) const;
    template <class Use>
    void eachPlace(Use use) const;

    const Context& m_context;
    const geo::MapView& m_view;
    Reach m_reach;
    double m_kmPerPixel;
    std::vector<LabelCandidate> m_list;
};

template <class Use>
void Collector::eachPlace(Use use) const {
    for (const film::Place& place : m_context.film.places) use(place);
    for (const film::Place& place : m_context.film.gazetteer) use(place);
}

bool Collector::isFocus(std::string_view country) const {
    const auto& focus = m_context.film.focus;
    return std::find(focus.begin(), focus.end(), country) != focus.end();
}

bool Collector::isNearListed(Vec2 pixel) const {
    const double nearby = m_context.px(30);
    return std::any_of(m_list.begin(), m_list.end(), [&](const LabelCandidate& c) {
        return c.kind == LabelKind::Place && base::length(c.pixel - pixel) < nearby;
    });
}

// The film may have a town of its own that the gazetteer has under another id.
bool Collector::isListedNextTo(base::LonLat at, const std::string& name) const {
    constexpr double kSameTownKm = 30;
    return std::any_of(m_list.begin(), m_list.end(), [&](const LabelCandidate& c) {
        const film::Place* listed = c.text == name ? film::findPlace(m_context.film, c.id) : nullptr;
        return listed && geo::distanceKm(listed->at, at) < kSameTownKm;
    });
}

// A film may have a country as a place of its own, where somebody sets out from it: it is not named twice.
bool Collector::isNamedAlready(const std::string& country) const {
    return std::any_of(m_list.begin(), m_list.end(), [&](const LabelCandidate& c) {
        if (!c.important) return false;
        return base::upperCase(c.text, m_context.language()) == country ||
               base::folded(c.text) == base::folded(country);
    });
}

TextSetting Collector::settingFor(const film::Place& place, bool must) const {
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

/// The name as it stands and, where it has several words, broken into the two most equal lines.
std::vector<std::vector<std::string>> breaksOf(const std::string& name) {
    std::vector<std::vector<std::string>> breaks = {{name}};
    std::size_t best = std::string::npos;
    const auto longer = [&](std::size_t at) { return std::max(at, name.size() - at); };
    for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
        if (best == std::string::npos || longer(at) < longer(best)) best = at;
    }
    if (best != std::string::npos) breaks.push_back({name.substr(0, best), name.substr(best + 1)});
    return breaks;
}

std::optional<LabelCandidate> Collector::placeCandidate(const film::Place& place, int priority,
                                                        bool must) const {
    const auto plane = m_context.world.projection.forward(place.at);
    const auto pixel = plane ? m_view.toPixels(*plane) : std::nullopt;
    if (!pixel) return std::nullopt;
    if (m_reach == Reach::Frame && !m_context.layout.safe.contains(*pixel)) return std::nullopt;
    const LabelStyle& style = m_context.theme.label;
    LabelCandidate c;
    c.kind = place.kind == film::PlaceKind::Water ? LabelKind::Water : LabelKind::Place;
    c.priority = priority;
    c.rank = place.rank;
    c.id = place.id;
    c.text = film::nameIn(m_context.film, place.name, m_context.language());
    c.plane = c.dotPlane = *plane;
    c.pixel = *pixel;
    c.must = must;
    c.capital = place.kind == film::PlaceKind::Capital;
    const TextSetting setting = settingFor(place, must);
    c.forms = {{{c.text}, setting, 0}};
    if (c.kind == LabelKind::Water || must) {
        for (const auto& lines : breaksOf(c.text)) {
            if (lines.size() > 1) c.forms.push_back({lines, setting, kOnTwoLines});
        }
    }
    if (c.kind != LabelKind::Water && place.kind != film::PlaceKind::Symbol) {
        c.dot = c.capital || must ? style.capitalDot : style.cityDot;
        if (c.capital && !must) c.dot = style.cityDot * 1.15;
    }
    return c;
}

// From afar a base and its town are one dot; the town's name says more.
LabelCandidate Collector::townOf(const film::Place& base, const LabelCandidate& candidate) const {
    constexpr double kSamePlaceKm = 30;  // farther than that, another town's name would be an untruth
    LabelCandidate best = candidate;
    double nearest = m_context.px(30);
    eachPlace([&](const film::Place& other) {
        if (other.kind != film::PlaceKind::Capital && other.kind != film::PlaceKind::City) return;
        if (geo::distanceKm(other.at, base.at) > kSamePlaceKm) return;
        const auto town = placeCandidate(other, candidate.priority, true);
        if (!town || base::length(town->pixel - candidate.pixel) >= nearest) return;
        nearest = base::length(town->pixel - candidate.pixel);
        best = *town;
    });
    // A dot half under the base's rings would be neither here nor there.
    const double ring = m_context.theme.label.capitalDot + m_context.px(kGaugeReach);
    if (nearest < ring) best.dotPlane = candidate.plane;
    return best;
}

void Collector::addImportant(const std::vector<std::string>& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const film::Place* place = film::findPlace(m_context.film, ids[i]);
        if (!place) continue;
        auto candidate = placeCandidate(*place, static_cast<int>(i), true);
        if (candidate && place->kind == film::PlaceKind::Base) candidate = townOf(*place, *candidate);
        if (!candidate || isNearListed(candidate->pixel)) continue;
        candidate->important = true;
        m_list.push_back(std::move(*candidate));
    }
}

void Collector::addOtherPlaces() {
    const int lowest = lowestPlaceRank(m_kmPerPixel);
    std::vector<LabelCandidate> rest;
    eachPlace([&](const film::Place& place) {
        if (place.kind == film::PlaceKind::Symbol || place.kind == film::PlaceKind::Base) return;
        const bool focus = isFocus(place.country);
        const bool focusCapital = focus && place.kind == film::PlaceKind::Capital;
        if (place.rank > lowest + (focus ? 1 : 0) && !focusCapital) return;
        const int priority = focusCapital                           ? 50
                             : place.kind == film::PlaceKind::Water ? 300
                                                                    : 400 + (focus ? 0 : 10);
        auto c = placeCandidate(place, priority, focusCapital);
        if (c && !isNearListed(c->pixel) && !isListedNextTo(place.at, c->text)) rest.push_back(std::move(*c));
    });
    m_list.insert(m_list.end(), rest.begin(), rest.end());
}

/// Width in pixels of the country's widest ring (in the frame, when only that counts); 0 when there is none.
double Collector::widthOf(int country) const {
    const geo::PlaneBounds visible = m_view.visible(0);
    double widest = 0;
    for (const geo::Ring& ring : m_context.world.land.rings) {
        const bool counts = m_reach == Reach::World || ring.bounds.intersects(visible);
        if (ring.country == country && counts) widest = std::max(widest, ring.bounds.maxX - ring.bounds.minX);
    }
    return widest / m_view.metresPerPixel;
}

// A name too wide for its country is set closer, then on two lines, then smaller.
std::vector<LabelForm> Collector::countryForms(const std::string& name, bool focus, double room) const {
    struct Way {
        double tracking, size, price;
    };
    const LabelStyle& style = m_context.theme.label;
    const Face face = focus ? Face::CondensedBold : Face::CondensedMedium;
    const std::array<Way, 4> ways =
        focus ? std::array<Way, 4>{{{0.34, 1, 0}, {0.16, 1, 0.35}, {0.1, 0.8, 0.9}, {0.06, 0.62, 1.5}}}
              : std::array<Way, 4>{{{0.34, 1, 0}, {0.2, 1, 0.05}, {0.1, 1, 0.4}, {0.06, 0.88, 0.9}}};
    std::vector<LabelForm> forms;
    for (const auto& lines : breaksOf(name)) {
        for (const Way& way : ways) {
            const double size = (focus ? style.focusSize : style.countrySize) * way.size;
            TextSetting setting{{face, size, size * way.tracking, std::string(m_context.language())},
                                focus ? style.focusCountry : style.dim,
                                style.halo,
                                style.haloWidth};
            double widest = 0;
            for (const std::string& line : lines)
                widest = std::max(widest, measure(m_context.fonts, line, setting.style));
            const double broken = lines.size() > 1 ? 0.45 : 0;
            if (widest <= room) forms.push_back({lines, setting, way.price + broken});
        }
    }
    std::stable_sort(forms.begin(), forms.end(),
                     [](const LabelForm& a, const LabelForm& b) { return a.price < b.price; });
    return forms;
}

std::optional<LabelCandidate> Collector::countryCandidate(int index) const {
    const geo::Country& country = m_context.world.countries[static_cast<std::size_t>(index)];
    const bool focus = isFocus(country.a3);
    if (!focus && country.rank > lowestCountryRank(m_kmPerPixel)) return std::nullopt;
    const double room = widthOf(index);
    const auto plane = m_context.world.projection.forward(country.label);
    const auto pixel = plane ? m_view.toPixels(*plane) : std::nullopt;
    if (!pixel || room <= 0) return std::nullopt;
    LabelCandidate c;
    c.kind = LabelKind::Country;
    c.priority = focus ? 45 : 200;
    c.rank = country.rank;
    c.id = country.a3;
    c.text = film::nameInCapitals(m_context.film, country.name, m_context.language());
    c.plane = *plane;
    c.pixel = *pixel;
    c.country = index;
    c.overhang = focus ? 0.3 : 0;
    c.forms = countryForms(c.text, focus, room * 1.05);
    return c.forms.empty() ? std::nullopt : std::optional(std::move(c));
}

void Collector::addCountries(const std::vector<std::string>& unnamed) {
    for (std::size_t i = 0; i < m_context.world.countries.size(); ++i) {
        const std::string& code = m_context.world.countries[i].a3;
        if (std::find(unnamed.begin(), unnamed.end(), code) != unnamed.end()) continue;
        auto c = countryCandidate(static_cast<int>(i));
        if (c && !isNamedAlready(c->text)) m_list.push_back(std::move(*c));
    }
}

std::vector<LabelCandidate> Collector::take() {
    std::sort(m_list.begin(), m_list.end(), orderBefore);
    return std::move(m_list);
}

}  // namespace

std::vector<LabelCandidate> labelCandidates(const Context& context, const geo::MapView& view,
                                            const std::vector<std::string>& important,
                                            const std::vector<std::string>& unnamed, Reach reach) {
    Collector collector(context, view, reach);
    collector.addImportant(important);
    collector.addOtherPlaces();
    collector.addCountries(unnamed);
    return collector.take();
}

}  // namespace picture
