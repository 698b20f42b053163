#include "picture/state_cards.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/language.h"
#include "picture/text_layout.h"
#include "picture/words.h"

namespace picture {

namespace {

using base::Box;
using base::Color;
using base::Vec2;

constexpr double kEase = 1.0;     // seconds in which something comes or goes
constexpr double kAlways = -1e9;  // before any moment of a cue

struct DayAt {
    double seconds = 0;
    base::Day day;
};

/// The days to look at, each with the second of the cue at which the film's date reaches it.
std::vector<DayAt> daysToShow(const CueDays& days, const std::vector<base::Day>& changes, bool fromBefore) {
    if (!days.own) return {};
    const base::Day first = days.own->first, last = days.own->last;
    std::vector<DayAt> list{{kAlways, fromBefore && days.before ? days.before->last : first}};
    // Going back in time, what is not there yet has gone before the cue plays.
    const bool goesBack = list.front().day > first;
    list.push_back({goesBack ? std::max(0.0, days.fly - kEase) : days.fly, first});
    const auto span = static_cast<double>(last.sinceEpoch - first.sinceEpoch);
    for (const base::Day day : changes) {
        if (day <= first || day > last) continue;
        const auto since = static_cast<double>(day.sinceEpoch - first.sinceEpoch);
        list.push_back({days.fly + days.play * since / span, day});
    }
    return list;
}

/// Collects when each key is there.
template <class Key>
class Appearances {
  public:
    void see(double seconds, const std::set<Key>& present) {
        for (const Key& key : present) {
            auto& toggles = m_toggles[key];
            if (toggles.empty() || !toggles.back().on) toggles.push_back({seconds, true});
        }
        for (auto& [key, toggles] : m_toggles) {
            if (toggles.back().on && !present.contains(key)) toggles.push_back({seconds, false});
        }
    }
    const std::map<Key, std::vector<Toggle>>& all() const { return m_toggles; }

  private:
    std::map<Key, std::vector<Toggle>> m_toggles;
};

TagStyle styleOf(film::Attestation attestation) {
    switch (attestation) {
        case film::Attestation::Attested:
            return TagStyle::Attested;
        case film::Attestation::AttestedLater:
            return TagStyle::AttestedLater;
        case film::Attestation::Disputed:
            return TagStyle::Disputed;
    }
    return TagStyle::Attested;
}

/// A tag by where it stands on the card (row, then order in the film), then by what it says.
struct TagKey {
    int row = 0;  // 0 forces, 1 alliances
    int order = 0;
    TagStyle style = TagStyle::Attested;
    bool renamed = false;
    auto operator<=>(const TagKey&) const = default;
};

template <class T>
int orderOf(const std::vector<T>& entries, const std::string& id) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const T& e) { return e.id == id; });
    return static_cast<int>(found - entries.begin());
}

std::set<TagKey> keysOf(const film::Film& film, const film::CountryState& state) {
    std::set<TagKey> keys;
    for (const film::PresentForce& force : state.forces)
        keys.insert({0, orderOf(film.actors, force.actor), styleOf(force.attestation), false});
    for (const film::Membership& m : state.memberships) {
        keys.insert({1, orderOf(film.alliances, m.alliance), m.leaving ? TagStyle::Leaving : TagStyle::Member,
                     m.renamed});
    }
    return keys;
}

StateTag tagOf(const Context& context, const TagKey& key, std::vector<Toggle> shown) {
    const film::Film& film = context.film;
    const std::string_view language = context.language();
    StateTag tag;
    tag.style = key.style;
    tag.row = key.row;
    tag.slot = key.order;
    tag.shown = std::move(shown);
    const auto index = static_cast<std::size_t>(key.order);
    if (key.row == 0 && index < film.actors.size()) {
        tag.text = film.actors[index].name.in(language);
        tag.color = film.actors[index].color;
        if (key.style == TagStyle::Disputed)
            tag.text += " (" + std::string(word(Word::DisputedFeminine, language)) + ")";  // a presence
    } else if (key.row == 1) {
        const film::Alliance& alliance = film.alliances[index];
        tag.text = (key.renamed ? alliance.newName : alliance.shortName).in(language);
        tag.color = alliance.color;
    }
    const TextStyle text = cardMeasures(context).tag;
    tag.width = measure(context.fonts, tag.text, text) + text.size * 0.9;
    return tag;
}

/// The size that holds the card at every moment of the cue: the widest that its rows ever are.
Vec2 sizeOf(const Context& context, const StateCard& card) {
    const CardMeasures m = cardMeasures(context);
    double width = measure(context.fonts, card.name, m.name);
    int rows = 0;
    for (const StateTag& moment : card.tags) {
        rows = std::max(rows, moment.row + 1);
        for (const Toggle& toggle : moment.shown) {
            double row[2] = {-m.gap, -m.gap};
            for (const StateTag& tag : card.tags) {
                if (shownAt(tag.shown, toggle.at + kEase) > 0.5) row[tag.row] += tag.width + m.gap;
            }
            width = std::max({width, row[0], row[1]});
        }
    }
    const double tags = rows > 0 ? rows * m.tagHeight + (rows - 1) * m.gap : 0;
    return {width + 2 * m.pad, m.firstRow + tags + m.pad * 0.9};
}

}  // namespace

CardMeasures cardMeasures(const Context& context) {
    const std::string language(context.language());
    const double pad = context.px(14), size = context.theme.panel.legendSize;
    const double nameSize = context.theme.label.focusSize * 0.86;
    CardMeasures m;
    m.name = {Face::CondensedBold, nameSize, nameSize * 0.2, language};
    m.tag = {Face::CondensedSemiBold, size, size * 0.01, language};
    m.pad = pad;
    m.gap = context.px(8);
    m.tagHeight = size * 1.42;
    m.firstRow = pad * 0.7 + nameSize * 1.2;
    return m;
}

double shownAt(const std::vector<Toggle>& toggles, double seconds) {
    double shown = 0;
    for (const Toggle& toggle : toggles) {
        if (toggle.at > seconds) break;
        const double eased = base::smoothstep(base::ramp(toggle.at, toggle.at + kEase, seconds));
        shown = base::lerp(shown, toggle.on ? 1.0 : 0.0, eased);
    }
    return shown;
}

std::vector<StateCard> makeStateCards(const Context& context, const CueDays& days) {
    const film::StateTable states(context.film);
    std::vector<StateCard> cards;
    constexpr std::size_t kMostCards = 12;  // more would cover the map
    for (const std::string& code : context.film.focus) {
        if (cards.size() == kMostCards) break;
        const int index = context.world.countryIndex(code);
        if (index < 0) continue;
        const geo::Country& country = context.world.countries[static_cast<std::size_t>(index)];
        const auto anchor = context.world.projection.forward(country.label);
        if (!anchor) continue;
        Appearances<TagKey> appearances;
        for (const DayAt& at : daysToShow(days, states.changes(code), false))
            appearances.see(at.seconds, keysOf(context.film, states.at(code, at.day)));
        StateCard card;
        card.country = code;
        card.name = film::nameInCapitals(context.film, country.name, context.language());
        card.anchor = *anchor;
        for (const auto& [key, toggles] : appearances.all())
            card.tags.push_back(tagOf(context, key, toggles));
        card.size = sizeOf(context, card);
        cards.push_back(std::move(card));
    }
    return cards;
}

std::vector<AllianceBand> allianceBands(const Context& context, const CueDays& days) {
    if (context.film.alliances.empty()) return {};
    const film::StateTable states(context.film);
    std::vector<AllianceBand> bands;
    for (const film::Alliance& alliance : context.film.alliances) {
        if (!alliance.outline) continue;
        Appearances<std::vector<int>> appearances;
        for (const DayAt& at : daysToShow(days, states.membershipChanges(alliance.id), true)) {
            std::vector<int> members;
            for (const std::string& code : states.membersOf(alliance.id, at.day)) {
                if (const int index = context.world.countryIndex(code); index >= 0) members.push_back(index);
            }
            std::sort(members.begin(), members.end());
            appearances.see(at.seconds, members.empty() ? std::set<std::vector<int>>{}
                                                        : std::set<std::vector<int>>{members});
        }
        for (const auto& [members, toggles] : appearances.all()) {
            bands.push_back(
                {std::string(alliance.name.in(context.language())), members, alliance.color, toggles});
        }
    }
    return bands;
}

std::vector<StateSign> stateSigns(const Context& context, const std::vector<StateCard>& cards,
                                  const std::vector<AllianceBand>& bands, const CueDays& days) {
    std::vector<StateSign> signs;
    const auto show = [&](TagStyle style, Word text) {
        for (const StateCard& card : cards) {
            for (const StateTag& tag : card.tags) {
                if (tag.style != style) continue;
                signs.push_back({style, tag.color, std::string(word(text, context.language()))});
                return;
            }
        }
    };
    // Each sample has the colour of a tag that the cue shows.
    show(TagStyle::Attested, Word::PresenceAttested);
    show(TagStyle::AttestedLater, Word::PresenceAttestedLater);
    show(TagStyle::Disputed, Word::PresenceDisputed);
    show(TagStyle::Member, Word::MemberOfAlliance);
    show(TagStyle::Leaving, Word::LeavingAnnounced);
    for (const AllianceBand& band : bands) {
        const bool seen = std::any_of(band.shown.begin(), band.shown.end(),
                                      [&](const Toggle& t) { return t.on && t.at > days.fly; }) ||
                          shownAt(band.shown, days.fly + kEase) > 0;
        if (seen) signs.push_back({std::nullopt, band.color, band.name});
    }
    return signs;
}

Shape plateOf(const Context& context, TagStyle style, const Color& color, const Box& box) {
    Shape plate{ShapeKind::Rectangle, box, box.h * 0.28, color, color};
    plate.outline = color;
    plate.outlineWidth = context.px(2);
    plate.hatched = style == TagStyle::Disputed;
    // What is not attested yet, or only announced, is hollow.
    const double fill = plate.hatched                 ? 0.55
                        : style == TagStyle::Member   ? 0.3
                        : style == TagStyle::Attested ? 1
                                                      : 0;
    plate.top = plate.bottom = color.faded(fill);
    return plate;
}

}  // namespace picture
