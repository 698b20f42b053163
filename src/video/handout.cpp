#include "video/handout.h"

#include <algorithm>
#include <cmath>

#include "base/language.h"
#include "picture/theme.h"
#include "picture/words.h"
#include "video/storyboard_words.h"

namespace video {

namespace {

using base::Color;

constexpr Color kInk{0.11F, 0.12F, 0.14F, 1}, kDim{0.36F, 0.38F, 0.41F, 1}, kPaper{1, 1, 1, 1},
    kLink{0.09F, 0.34F, 0.62F, 1}, kRule{0.80F, 0.80F, 0.79F, 1}, kTint{0.957F, 0.949F, 0.929F, 1},
    kBadge{0.35F, 0.29F, 0.17F, 1};
constexpr double kSide = 48, kTop = 46, kFoot = 34, kFooterSize = 8;
constexpr double kHeadingAndFirstLines = 60;
constexpr double kPictureShare = 0.39;   // of the width, when the text stands beside the picture
constexpr double kTallestPicture = 330;  // points; leaves the page room for words

// How a cue's page is set. The first that takes the fewest pages is chosen.
struct Setting {
    double narrowest;  // how narrow its picture may be, of the page's width
    int sourceColumns;
    double sourceSize;
    double scale = 1;  // of the words
};
constexpr Setting kSettings[] = {
    {0.7, 1, 8}, {0.7, 2, 7.4}, {0.6, 2, 7.4}, {0.6, 2, 6.8}, {0.6, 2, 6.8, 0.93}};

std::string cueAnchor(int number) {
    return "cue-" + std::to_string(number);
}

Color accentOf(Color color) {
    return picture::readable(color, kPaper);
}

std::string bracketed(const std::vector<int>& numbers) {
    std::string text;
    for (const int number : numbers) text += (text.empty() ? "[" : " [") + std::to_string(number) + "]";
    return text;
}

Paragraph plain(std::string text, Face face, double size, Color color, double leading = 1.4) {
    Paragraph paragraph;
    paragraph.spans.push_back({std::move(text), face, color, {}});
    paragraph.size = size;
    paragraph.leading = leading;
    return paragraph;
}

Span outsideBadge(std::string_view language) {
    return badgeSpan(word(PageWord::Outside, language), kPaper, kBadge);
}

class Layout {
  public:
    Layout(const Storyboard& board, const TypeSetter& setter, const HandoutOptions& options)
        : m_board(board), m_setter(setter), m_options(options), m_flow(setter, columnFor(board, setter)) {
        constexpr double kScales[] = {1, 0.9, 0.88, 0.84, 0.82, 0.82};
        m_scale = kScales[std::clamp(options.perPage, 1, 6) - 1];
    }

    Handout lay() && {
        cover();
        for (std::size_t i = 0; i < m_board.cues.size(); ++i)
            m_options.perPage > 1 ? cueBesidePicture(i) : cueOnItsPage(i);
        m_flow.setColumn(pageColumn());
        sources();
        fillContents();
        footers();
        m_handout.pages = std::move(m_flow).finished();
        return std::move(m_handout);
    }

  private:
    std::string_view language() const { return m_board.language; }
    std::string_view say(PageWord which) const { return word(which, language()); }
    double size(double points) const { return points * m_scale; }

    static Paragraph footerTitle(const Storyboard& board) {
        return plain(board.title, Face::Text, kFooterSize, kDim, 1.3);
    }
    static double footerWidth() { return kPageWidth - 2 * kSide - 70; }
    // The footer carries the whole title, in as many lines as that takes.
    static double footerTop(const Storyboard& board, const TypeSetter& setter) {
        const Paragraph title = footerTitle(board);
        const int lines = std::max(1, setter.lineCount(title, footerWidth()));
        return kPageHeight - kFoot - lines * title.lineHeight();
    }
    static Column columnFor(const Storyboard& board, const TypeSetter& setter) {
        return {kSide, kTop, kPageWidth - 2 * kSide, footerTop(board, setter) - 16};
    }
    Column pageColumn() const { return columnFor(m_board, m_setter); }

    void heading(PageFlow& flow, std::string_view text, double above) const;
    void cuePage(PageFlow& flow, std::size_t index, double pictureWidth, const Setting& setting) const;
    void sourcesOf(PageFlow& flow, const CueNote& cue, const Setting& setting) const;
    double roomForSources(const CueNote& cue, const Setting& setting) const;
    double widestPicture() const { return std::min(pageColumn().width, kTallestPicture * ratio()); }
    void cover();
    void howToRead();
    void contents();
    void chapterInContents(const std::string& chapter);
    void fillContents();
    void cueOnItsPage(std::size_t index);
    void cueBesidePicture(std::size_t index);
    void sources();
    void footers();

    Block opening(const CueNote& cue, double titleSize) const;
    Block textOf(const CueNote& cue) const;
    Block factsOf(const EventNote& event) const;
    std::vector<Block> tagsOf(const StateNote& state) const;
    Paragraph witness(const EventNote& event, double points) const;
    Block notesOf(const CueNote& cue) const;
    Block entryOf(const SourceNote& source, double points) const;
    bool hasPicture(const CueNote& cue) const { return cue.card != film::CueCard::Credits; }
    double ratio() const { return static_cast<double>(m_options.shape.w) / m_options.shape.h; }

    struct ContentsLine {
        std::size_t page;
        double y;
    };
    const Storyboard& m_board;
    const TypeSetter& m_setter;
    const HandoutOptions& m_options;
    PageFlow m_flow;
    Handout m_handout;
    std::vector<ContentsLine> m_contents;
    double m_scale = 1;
    int m_onPage = 0;  // cues begun on the current page
};

void Layout::cover() {
    m_flow.gap(30);
    m_flow.place(plain(m_board.title, Face::HeadBold, 34, kInk, 1.12));
    Paragraph dates = plain(m_board.dates, Face::HeadMedium, 17, kInk, 1.3);
    m_flow.place(dates, 8);
    m_flow.place(plain(m_board.summary, Face::Text, 10, kDim), 4);
    howToRead();
    contents();
}

void Layout::howToRead() {
    Block block;
    block.before = 22;
    block.fill = kTint;
    block.pad = 10;
    const auto add = [&](std::string_view text, Face face) {
        block.pieces.push_back({plain(std::string(text), face, 9, kInk, 1.45), 3.5, 12});
    };
    add(say(PageWord::ReadingTitle), Face::TextSemiBold);
    add(say(PageWord::ReadingClaims), Face::Text);
    add(say(PageWord::ReadingNumbers), Face::Text);
    add(std::string(say(PageWord::ReadingCounts)) + " " + std::string(say(PageWord::SchematicRoutes)),
        Face::Text);
    if (m_board.hasArticles) {
        add("", Face::Text);
        Paragraph& badge = block.pieces.back().paragraph;
        badge.spans = {outsideBadge(m_board.language),
                       {"  " + std::string(say(PageWord::ReadingOutside)), Face::Text, kInk, {}}};
    }
    m_flow.place(block);
}

void Layout::contents() {
    m_flow.gap(20);
    heading(m_flow, say(PageWord::Contents), 0);
    Column narrow = pageColumn();
    narrow.left += 26;
    narrow.width -= 26 + 34;
    m_flow.setColumn(narrow);
    const std::string* chapter = nullptr;
    for (const CueNote& cue : m_board.cues) {
        if (!cue.chapter.empty() && (!chapter || *chapter != cue.chapter)) chapterInContents(cue.chapter);
        chapter = &cue.chapter;
        Paragraph line = plain(cue.title, Face::TextMedium, 9.2, kInk, 1.4);
        if (!cue.date.empty()) line.spans.push_back({"  " + cue.date, Face::Text, kDim, {}});
        line.toAnchor = cueAnchor(cue.number);
        const Block block{{{line, 0, 0}}, 3.2, {}, {}, 0};
        m_flow.place(block);
        const std::vector<PlacedText>& texts = m_flow.page().texts;
        const bool placed = !texts.empty() && texts.back().paragraph == line;
        m_contents.push_back({m_flow.pageIndex(), placed ? texts.back().y : m_flow.y()});
    }
    m_flow.setColumn(pageColumn());
}

// Never alone at the foot of a page.
void Layout::chapterInContents(const std::string& chapter) {
    const Paragraph line = plain(chapter, Face::TextSemiBold, 8.6, kDim, 1.4);
    m_flow.need(8 + 5 * line.lineHeight());
    m_flow.place(line, 8);
}

// The page numbers, once they are known.
void Layout::fillContents() {
    for (std::size_t i = 0; i < m_contents.size(); ++i) {
        const auto& [page, y] = m_contents[i];
        Paragraph number = plain(std::to_string(m_board.cues[i].number), Face::TextSemiBold, 9.2,
                                 accentOf(m_board.cues[i].color), 1.4);
        Paragraph leaf = plain(std::to_string(m_handout.pageOfCue[i] + 1), Face::Text, 9.2, kDim, 1.4);
        leaf.align = Align::End;
        leaf.toAnchor = number.toAnchor = cueAnchor(m_board.cues[i].number);
        std::vector<PlacedText>& texts = m_flow.page(page).texts;
        texts.push_back({number, kSide, y, 26, 0, 1});
        texts.push_back({leaf, kPageWidth - kSide - 30, y, 30, 0, 1});
    }
}

// Its chapter; number, date and places; then the title.
Block Layout::opening(const CueNote& cue, double titleSize) const {
    const Color accent = accentOf(cue.color);
    Paragraph kicker =
        plain("\u00a0" + std::to_string(cue.number) + "\u00a0", Face::HeadSemiBold, size(12.5), kPaper, 1.45);
    kicker.spans[0].behind = accent;
    kicker.tracking = 0.5;
    Paragraph chapter = plain(cue.chapter, Face::TextMedium, size(7.6), kDim, 1.4);
    (cue.chapter.empty() ? kicker : chapter).anchor = cueAnchor(cue.number);
    const auto add = [&](const std::string& text, Face face, Color color) {
        if (!text.empty())
            kicker.spans.push_back({"   " + base::upperCase(text, language()), face, color, {}});
    };
    add(cue.date, Face::HeadSemiBold, accent);
    add(cue.places, Face::HeadMedium, kDim);
    return {
        {{chapter, 0, 0}, {kicker, 2, 0}, {plain(cue.title, Face::HeadBold, titleSize, kInk, 1.14), 2, 0}},
        0,
        {},
        {},
        0};
}

Block Layout::textOf(const CueNote& cue) const {
    return {{{plain(cue.text, Face::Text, size(11), kInk, 1.45), 0, 0}}, 0, {}, {}, 0};
}

Block Layout::factsOf(const EventNote& event) const {
    const double points = size(9.3);
    Block block;
    block.before = size(9);
    block.bar = accentOf(event.color);
    Paragraph head = plain(event.date, Face::TextSemiBold, points, accentOf(event.color), 1.42);
    if (!event.title.empty())
        head.spans.push_back({(event.date.empty() ? "" : "  ") + event.title, Face::TextSemiBold, kInk, {}});
    Paragraph facts;
    facts.size = points;
    facts.leading = 1.42;
    const auto add = [&](std::string_view label, const std::string& value) {
        if (value.empty()) return;
        if (!facts.spans.empty()) facts.spans.push_back({"\u00a0\u00a0·  ", Face::Text, kDim, {}});
        facts.spans.push_back({labelled(label, "", language()), Face::Text, kDim, {}});
        facts.spans.push_back({value, Face::TextMedium, kInk, {}});
    };
    add(say(PageWord::Certainty), event.claim + (event.count.empty() ? "" : ", " + event.count));
    add(say(PageWord::ComprisedIn), event.partOf);
    add(say(PageWord::AccordingTo), event.saidBy);
    add(say(PageWord::Sources), bracketed(event.sources));
    if (event.outside) {
        Paragraph& carrier = event.title.empty() && event.date.empty() ? facts : head;
        carrier.spans.push_back({"   ", Face::Text, kInk, {}});
        carrier.spans.push_back(outsideBadge(m_board.language));
    }
    const double indent = size(10);
    block.pieces = {{head, 0, indent},
                    {plain(event.text, Face::Text, points, kInk, 1.42), 1, indent},
                    {facts, 1, indent}};
    return block;
}

// "23 décembre 2021  Titre · contesté · Quinze pays [3]"
Paragraph Layout::witness(const EventNote& event, double points) const {
    Paragraph line = plain(event.date + "  ", Face::Text, points, kDim, 1.38);
    line.spans.push_back({event.title, Face::TextMedium, kInk, {}});
    std::string more = "  " + event.claim;
    if (!event.partOf.empty()) more += " · " + labelled(say(PageWord::ComprisedIn), event.partOf, language());
    if (!event.saidBy.empty()) more += " · " + labelled(say(PageWord::AccordingTo), event.saidBy, language());
    line.spans.push_back({more + "  ", Face::Text, kInk, {}});
    line.spans.push_back({bracketed(event.sources), Face::TextMedium, kInk, {}});
    if (event.outside) {
        line.spans.push_back({"  ", Face::Text, kInk, {}});
        line.spans.push_back(outsideBadge(language()));
    }
    return line;
}

// A block for each country's name and for each tag.
std::vector<Block> Layout::tagsOf(const StateNote& state) const {
    const double points = size(8.3), indent = size(10);
    std::vector<Block> blocks;
    for (const CountryNote& country : state.countries) {
        Block name;
        name.before = size(8);
        name.keep = size(40);  // for its first tag
        const std::string upper = base::upperCase(country.name, language());
        name.pieces.push_back({plain(upper, Face::HeadSemiBold, size(11), kInk, 1.3), 0, 0});
        if (country.tags.empty())
            name.pieces.push_back(
                {plain(std::string(say(PageWord::NoTags)), Face::Text, points, kDim, 1.38), 1, indent});
        blocks.push_back(std::move(name));
        for (const TagNote& tag : country.tags) {
            Block block;
            block.before = size(2.5);
            block.bar = accentOf(tag.color);
            Paragraph head = plain(tag.name, Face::TextSemiBold, points, accentOf(tag.color), 1.38);
            head.spans.push_back({"  " + tag.how, Face::TextSemiBold, kInk, {}});
            block.pieces.push_back({head, 0, indent});
            for (const EventNote& event : tag.events)
                block.pieces.push_back({witness(event, points), 0.5, 2 * indent});
            blocks.push_back(std::move(block));
        }
    }
    return blocks;
}

Block Layout::notesOf(const CueNote& cue) const {
    if (cue.notes.empty()) return {};
    Block block;
    block.before = size(14);
    block.fill = kTint;
    block.pad = size(7);
    block.pieces = {
        {plain(std::string(say(PageWord::Notes)), Face::TextSemiBold, size(8.6), kDim), 0, size(10)},
        {plain(cue.notes, Face::TextItalic, size(9.3), kInk, 1.45), 2, size(10)}};
    return block;
}

Block Layout::entryOf(const SourceNote& source, double points) const {
    Paragraph entry =
        plain("[" + std::to_string(source.number) + "]  ", Face::TextSemiBold, points, kInk, 1.4);
    entry.spans.push_back({source.citation + ".", Face::Text, kInk, {}});
    if (!source.url.empty()) entry.spans.push_back({"  " + source.url, Face::Text, kLink, {}});
    entry.url = source.url;
    return {{{entry, 0, 0}}, points * 0.36, {}, {}, 0};
}

void Layout::heading(PageFlow& flow, std::string_view text, double above) const {
    Paragraph line = plain(base::upperCase(text, language()), Face::HeadSemiBold, size(10.5), kDim, 1.5);
    line.tracking = 0.6;
    flow.need(above + kHeadingAndFirstLines);
    flow.place(line, above);
    flow.page().fills.push_back({{flow.column().left, flow.y() + 1.5, flow.column().width, 0.6}, kRule});
    flow.gap(6.5);
}

void Layout::cuePage(PageFlow& flow, std::size_t index, double pictureWidth, const Setting& setting) const {
    const CueNote& cue = m_board.cues[index];
    flow.place(opening(cue, 25));
    flow.gap(9);
    if (hasPicture(cue)) {
        flow.picture(index, pictureWidth, pictureWidth / ratio());
        if (cue.state) flow.place(plain(cue.state->asOf, Face::Text, 8.3, kDim), 3);
        flow.gap(cue.state ? 6 : 11);
    }
    flow.place(textOf(cue));
    if (!cue.events.empty()) heading(flow, say(PageWord::Events), 14);
    for (const EventNote& event : cue.events) flow.place(factsOf(event));
    if (cue.state) {
        heading(flow, say(PageWord::Tags), 14);
        for (const Block& block : tagsOf(*cue.state)) flow.place(block);
    }
    // The notes go with sources that need another page, lest these stand there alone.
    Block notes = notesOf(cue);
    notes.keep = roomForSources(cue, setting);
    flow.place(notes);
    sourcesOf(flow, cue, setting);
}

// What the cue's sources need; their heading and first lines when they fill much of a page anyway.
double Layout::roomForSources(const CueNote& cue, const Setting& setting) const {
    if (cue.sources.empty()) return 0;
    PageFlow alone(m_setter, pageColumn());
    alone.gap(1);  // not at the top of a page, where the space above is left out
    const double top = alone.y(), most = 0.4 * (pageColumn().bottom - top);
    sourcesOf(alone, cue, setting);
    const double height = alone.y() - top;
    return alone.pageIndex() == 0 && height <= most ? height : 14 + kHeadingAndFirstLines;
}

// Two columns of about the same height, where both fit on the page and save room.
void Layout::sourcesOf(PageFlow& flow, const CueNote& cue, const Setting& setting) const {
    if (cue.sources.empty()) return;
    heading(flow, say(PageWord::Sources), setting.sourceColumns > 1 ? 10 : 14);
    std::vector<Block> entries;
    for (const int number : cue.sources)
        entries.push_back(entryOf(m_board.sources[static_cast<std::size_t>(number) - 1], setting.sourceSize));
    constexpr double kBetween = 16;
    const Column whole = flow.column();
    Column half = whole;
    half.width = (whole.width - kBetween) / 2;
    const auto heightOf = [&](std::size_t from, std::size_t to) {
        double height = 0;
        for (std::size_t i = from; i < to; ++i) height += entries[i].before + flow.heightOf(entries[i]);
        return height;
    };
    const double oneColumn = heightOf(0, entries.size());
    flow.setColumn(half);
    const double all = heightOf(0, entries.size());
    std::size_t left = 0;
    while (left < entries.size() && heightOf(0, left) < all / 2) ++left;
    const double twoColumns = std::max(heightOf(0, left), heightOf(left, entries.size()));
    const double top = flow.y();
    const bool two = setting.sourceColumns == 2 && twoColumns < oneColumn && top + twoColumns <= whole.bottom;
    if (!two) flow.setColumn(whole);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (two && i == left) {
            flow.setColumn({half.left + half.width + kBetween, half.top, half.width, half.bottom});
            flow.moveTo(top);
        }
        flow.place(entries[i]);
    }
    flow.setColumn(whole);
    if (two) flow.moveTo(top + twoColumns);
}

// The picture is as wide as the page, or narrower when that saves a page; small type, too, only when it does.
void Layout::cueOnItsPage(std::size_t index) {
    m_flow.newPage();
    m_handout.pageOfCue.push_back(m_flow.pageIndex());
    const auto trial = [&](double share, const Setting& setting) {
        PageFlow flow(m_setter, pageColumn());
        m_scale = setting.scale;
        cuePage(flow, index, widestPicture() * share, setting);
        return flow;
    };
    const Setting* best = nullptr;
    std::size_t fewest = 0;
    double room = 0;
    for (const Setting& setting : kSettings) {
        const PageFlow flow = trial(setting.narrowest, setting);
        if (best && flow.pageIndex() >= fewest) continue;
        best = &setting;
        fewest = flow.pageIndex();
        room = pageColumn().bottom - flow.y() - 1;
        if (fewest == 0) break;
    }
    double share = best->narrowest;
    if (fewest == 0) {
        share = std::min(1.0, share + std::max(0.0, room) * ratio() / widestPicture());
    } else {
        constexpr double kStep = 0.1;
        for (double wider = 1; wider > share; wider -= kStep) {
            if (trial(wider, *best).pageIndex() == fewest) share = wider;
        }
    }
    m_scale = best->scale;
    cuePage(m_flow, index, widestPicture() * share, *best);
    m_scale = 1;
}

// Picture on the left, words on the right, the next cue below; the list of sources is left to the end.
void Layout::cueBesidePicture(std::size_t index) {
    const CueNote& cue = m_board.cues[index];
    const Column whole = pageColumn();
    const double slot = (whole.bottom - whole.top) / m_options.perPage;
    const double pictureWidth = std::min(whole.width * kPictureShare, (slot - 20) * ratio());
    std::vector<Block> blocks{opening(cue, size(17)), textOf(cue)};
    blocks.back().before = 4;
    for (const EventNote& event : cue.events) blocks.push_back(factsOf(event));
    if (cue.state) {
        blocks.push_back({{{plain(cue.state->asOf, Face::TextMedium, size(9.3), kDim), 0, 0}}, 5, {}, {}, 0});
        for (Block& block : tagsOf(*cue.state)) blocks.push_back(std::move(block));
    }
    blocks.push_back(notesOf(cue));

    const double indent = pictureWidth + 16;
    m_flow.setColumn({whole.left + indent, whole.top, whole.width - indent, whole.bottom});
    double height = hasPicture(cue) ? pictureWidth / ratio() : 0, words = 0;
    for (const Block& block : blocks) words += block.before + m_flow.heightOf(block);
    height = std::min(std::max(height, words), whole.bottom - whole.top);
    if (index == 0 || m_onPage == m_options.perPage || m_flow.y() + height > whole.bottom) {
        m_flow.newPage();
        m_onPage = 0;
    }
    const std::size_t page = m_flow.pageIndex();
    const double top = m_flow.y();
    m_handout.pageOfCue.push_back(page);
    ++m_onPage;
    if (m_onPage > 1) m_flow.page().fills.push_back({{whole.left, top - 9, whole.width, 0.6}, kRule});
    if (hasPicture(cue)) {
        m_flow.page().pictures.push_back({index, {whole.left, top, pictureWidth, pictureWidth / ratio()}});
    }
    for (const Block& block : blocks) m_flow.place(block);
    double below = m_flow.y();
    if (page == m_flow.pageIndex()) {
        const double least = top + (hasPicture(cue) ? pictureWidth / ratio() : 0);
        below = std::max({below, least, whole.top + slot * m_onPage - 18});
    }
    m_flow.moveTo(below + 18);
}

void Layout::sources() {
    // A film that ends with its credits gives them the list.
    if (!m_board.cues.empty() && m_board.cues.back().card == film::CueCard::Credits) {
        heading(m_flow, say(PageWord::AllSources), 20);
    } else {
        m_flow.newPage();
        m_flow.place(plain(std::string(say(PageWord::AllSources)), Face::HeadBold, 25, kInk, 1.2));
        m_flow.gap(6);
    }
    for (const SourceNote& source : m_board.sources) m_flow.place(entryOf(source, 8.6));
    m_flow.place(plain(std::string(picture::word(picture::Word::Data, language())), Face::Text, 8.6, kDim),
                 16);
}

void Layout::footers() {
    const double top = footerTop(m_board, m_setter);
    const Paragraph title = footerTitle(m_board);
    const int lines = m_setter.lineCount(title, footerWidth());
    const std::size_t count = m_flow.pageIndex() + 1;
    for (std::size_t i = 0; i < count; ++i) {
        Paragraph number = plain(std::to_string(i + 1) + " / " + std::to_string(count), Face::TextMedium,
                                 kFooterSize, kDim, 1.3);
        number.align = Align::End;
        Page& page = m_flow.page(i);
        page.fills.push_back({{kSide, top - 5, kPageWidth - 2 * kSide, 0.5}, kRule});
        page.texts.push_back({title, kSide, top, footerWidth(), 0, lines});
        page.texts.push_back({number, kPageWidth - kSide - 60, top, 60, 0, 1});
    }
}

}  // namespace

Handout layHandout(const Storyboard& board, const TypeSetter& setter, const HandoutOptions& options) {
    return Layout(board, setter, options).lay();
}

double pictureScale(const HandoutOptions& options) {
    return options.perPage == 1 ? 1.4 : 2.2;
}

}  // namespace video
