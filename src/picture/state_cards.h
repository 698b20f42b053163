// The state of the map: in each focus country who is present and which alliances it is in, and a band around
// the members of an alliance. What they say comes from film/state.h; here it gets its place and its time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "film/state.h"
#include "film/timeline.h"
#include "picture/context.h"
#include "picture/labels.h"
#include "picture/picture.h"

namespace picture {

/// The film's dates around a cue, and when in the cue they are gone through, in seconds since it began.
struct CueDays {
    std::optional<film::DayRange> own;
    std::optional<film::DayRange> before;  ///< of the cue before
    double fly = 0;
    double play = 0;
};

/// Something begins or ceases to hold, `at` seconds after the cue began.
struct Toggle {
    double at = 0;
    bool on = false;
    bool operator==(const Toggle&) const = default;
};

/// How visible something is, 0..1: it eases in and out over the second after each toggle. Toggles in order.
double shownAt(const std::vector<Toggle>& toggles, double seconds);

enum class TagStyle { Attested, AttestedLater, Disputed, Member, Leaving };

/// A force or an alliance on a country's card.
struct StateTag {
    std::string text;
    TagStyle style = TagStyle::Attested;
    base::Color color;
    int row = 0;       ///< 0 forces, 1 alliances
    int slot = 0;      ///< of the force or alliance in its row; tags of one slot take turns
    double width = 0;  ///< pixels
    std::vector<Toggle> shown;
};

struct StateCard {
    std::string country;  ///< ISO 3166-1 alpha-3
    std::string name;
    base::Vec2 anchor;  ///< plane, metres
    base::Vec2 offset;  ///< of the card's top left corner from the anchor's pixel
    base::Vec2 size;
    bool leader = false;  ///< it stands beside its country: a line leads to it
    std::vector<StateTag> tags;

    base::Box boxAt(base::Vec2 anchorPixel) const {
        return {anchorPixel.x + offset.x, anchorPixel.y + offset.y, size.x, size.y};
    }
};

struct AllianceBand {
    std::string name;
    std::vector<int> countries;  ///< indices into World::countries, sorted
    base::Color color;
    std::vector<Toggle> shown;
};

/// A row that the state brings to the legend.
struct StateSign {
    std::optional<TagStyle> tag;  ///< nothing: a band
    base::Color color;
    std::string text;
};

/// Texts, gaps and heights of a card, in pixels.
struct CardMeasures {
    TextStyle name, tag;
    double pad = 0, gap = 0, tagHeight = 0;
    double firstRow = 0;  ///< top of the first row of tags, from the card's top
};

CardMeasures cardMeasures(const Context& context);

/// The cards of the focus countries with their sizes, not placed. A card keeps its size while forces and
/// alliances come and go on it.
std::vector<StateCard> makeStateCards(const Context& context, const CueDays& days);

/// Places the cards near their countries, inside them where possible, clear of obstacles and of each other.
/// A card that finds no place is left out.
std::vector<StateCard> placeStateCards(const Context& context, std::vector<StateCard> cards,
                                       const geo::MapView& view, const Obstacles& obstacles);

/// The bands of alliances that have an outline.
std::vector<AllianceBand> allianceBands(const Context& context, const CueDays& days);

/// What the legend says about cards and bands that the cue shows.
std::vector<StateSign> stateSigns(const Context& context, const std::vector<StateCard>& cards,
                                  const std::vector<AllianceBand>& bands, const CueDays& days);

/// The pieces of the line that leads from a card that stands beside its country to the anchor in it; none
/// otherwise.
std::vector<base::Box> leaderBoxes(const Context& context, const StateCard& card, base::Vec2 anchorPixel);

/// The card as a panel where its anchor is at this pixel; its id is "state-" and the country's code.
Panel panelOf(const Context& context, const StateCard& card, base::Vec2 anchorPixel, double seconds);

/// A tag's plate: shared by cards and legend.
Shape plateOf(const Context& context, TagStyle style, const base::Color& color, const base::Box& box);

}  // namespace picture
