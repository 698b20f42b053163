#include "video/contact_sheet.h"

#include <cairo/cairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include "picture/words.h"
#include "video/storyboard_words.h"

namespace video {

namespace {

using base::Color;

constexpr double kMargin = 72, kColumnGap = 36, kRowGap = 44;
constexpr double kBasicCell = 537;  // a cell's width in four columns, for which the sizes of type are given

Paragraph plain(std::string text, Face face, double size, Color color, double leading) {
    Paragraph paragraph;
    paragraph.spans.push_back({std::move(text), face, color, {}});
    paragraph.size = size;
    paragraph.leading = leading;
    return paragraph;
}

constexpr const char* kDot = "\u00a0· ";  // never begins a line

// "Sources : AFP [3] · RFI [7] · [9] [12]": the first two by name, all by number.
std::string sourceLine(const Storyboard& board, const CueNote& cue) {
    if (cue.sources.empty()) return {};
    constexpr std::size_t kNamed = 2;
    std::string line;
    for (std::size_t i = 0; i < cue.sources.size(); ++i) {
        const SourceNote& source = board.sources[static_cast<std::size_t>(cue.sources[i]) - 1];
        if (i > 0) line += i <= kNamed ? kDot : " ";
        if (i < kNamed && !source.publisher.empty()) line += source.publisher + "\u00a0";
        line += "[" + std::to_string(source.number) + "]";
    }
    return labelled(word(PageWord::Sources, board.language), line, board.language);
}

// "rapporté · annoncé, pas encore fait · contesté", each word once, and the badge.
Paragraph claimLine(const CueNote& cue, const picture::PanelStyle& style, double size) {
    std::string claims;
    for (const std::string& claim : cue.claims) claims += (claims.empty() ? "" : kDot) + claim;
    Paragraph line = plain(claims, Face::TextMedium, size, style.text, 1.36);
    if (cue.badge.empty()) return line;
    if (!claims.empty()) line.spans.push_back({"   ", Face::Text, style.text, {}});
    line.spans.push_back(badgeSpan(cue.badge, style.badgeText, style.badge.withAlpha(1)));
    return line;
}

class Grid {
  public:
    Grid(const Storyboard& board, const TypeSetter& setter, const picture::Theme& theme, double ratio,
         int columns)
        : m_board(board), m_setter(setter), m_style(theme.panel), m_columns(columns) {
        m_cell = (kSheetWidth - 2 * kMargin - kColumnGap * (columns - 1)) / columns;
        m_pictureHeight = m_cell / ratio;
        // Narrow cells get smaller type, but not as much smaller as the cell.
        m_scale = std::pow(m_cell / kBasicCell, 0.75);
        m_paper = m_style.fill.withAlpha(1);
    }

    ContactSheet lay() && {
        double y = heading();
        const auto columns = static_cast<std::size_t>(m_columns);
        for (std::size_t first = 0; first < m_board.cues.size(); first += columns) {
            double row = 0;
            const std::size_t past = std::min(first + columns, m_board.cues.size());
            for (std::size_t i = first; i < past; ++i)
                row = std::max(row,
                               cell(i, kMargin + static_cast<double>(i - first) * (m_cell + kColumnGap), y));
            y += row + kRowGap * m_scale;
        }
        y = text(plain(std::string(picture::word(picture::Word::Data, m_board.language)), Face::Text, 22,
                       m_style.dim, 1.4),
                 kMargin, y + 6, kSheetWidth - 2 * kMargin);
        ContactSheet sheet{{kSheetWidth, static_cast<int>(std::ceil(y + kMargin * 0.7))}, m_columns, {}};
        m_page.fills.insert(m_page.fills.begin(),
                            {{0, 0, kSheetWidth, static_cast<double>(sheet.size.h)}, m_paper});
        sheet.page = std::move(m_page);
        return sheet;
    }

  private:
    double heading() {
        const double width = kSheetWidth - 2 * kMargin;
        double y =
            text(plain(m_board.title, Face::HeadBold, 76, m_style.text, 1.15), kMargin, kMargin * 0.8, width);
        const std::string line =
            m_board.dates.empty() ? m_board.summary : m_board.dates + "   ·   " + m_board.summary;
        y = text(plain(line, Face::HeadMedium, 38, m_style.dim, 1.4), kMargin, y + 4, width);
        return y + 40;
    }

    // Places a cell with its top left corner there; its height.
    double cell(std::size_t index, double x, double top) {
        const CueNote& cue = m_board.cues[index];
        m_page.pictures.push_back({index, {x, top, m_cell, m_pictureHeight}});
        double y = top + m_pictureHeight + 12 * m_scale;
        const Color accent = picture::readable(cue.color, m_paper);
        Paragraph kicker = plain("\u00a0" + std::to_string(cue.number) + "\u00a0", Face::HeadSemiBold,
                                 27 * m_scale, m_paper, 1.4);
        kicker.spans[0].behind = accent;
        if (!cue.date.empty()) kicker.spans.push_back({"  " + cue.date, Face::HeadSemiBold, accent, {}});
        y = text(kicker, x, y, m_cell);
        y = text(plain(cue.title, Face::HeadBold, 35 * m_scale, m_style.text, 1.16), x, y + 2 * m_scale,
                 m_cell);
        y = text(claimLine(cue, m_style, 20 * m_scale), x, y + 6 * m_scale, m_cell);
        y = text(plain(sourceLine(m_board, cue), Face::Text, 20 * m_scale, m_style.dim, 1.36), x,
                 y + 2 * m_scale, m_cell);
        return y - top;
    }

    // The y below the text.
    double text(const Paragraph& paragraph, double x, double y, double width) {
        const int lines = m_setter.lineCount(paragraph, width);
        if (lines > 0) m_page.texts.push_back({paragraph, x, y, width, 0, lines});
        return y + lines * paragraph.lineHeight();
    }

    const Storyboard& m_board;
    const TypeSetter& m_setter;
    const picture::PanelStyle& m_style;
    int m_columns;
    double m_cell = 0, m_pictureHeight = 0, m_scale = 1;
    Color m_paper;
    Page m_page;
};

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyPen {
    void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};

// Cairo's words 0xXXRRGGBB as bytes R, G, B, A.
void toImageBytes(base::Image& image) {
    for (std::size_t i = 0; i < image.bytes.size(); i += 4) {
        std::uint32_t pixel = 0;
        std::memcpy(&pixel, &image.bytes[i], 4);
        for (const int shift : {16, 8, 0})
            image.bytes[i + static_cast<std::size_t>(16 - shift) / 8] =
                static_cast<std::uint8_t>(pixel >> shift);
        image.bytes[i + 3] = 255;
    }
}

}  // namespace

base::Result<ContactSheet> layContactSheet(const Storyboard& board, const TypeSetter& setter,
                                           const picture::Theme& theme, base::Size shape) {
    const double ratio = static_cast<double>(shape.w) / shape.h;
    const int fewest = std::clamp(static_cast<int>(board.cues.size()), 2, 4);
    for (int columns = fewest; columns <= kSheetMostColumns; ++columns) {
        ContactSheet sheet = Grid(board, setter, theme, ratio, columns).lay();
        if (sheet.size.h <= kSheetHighest) return sheet;
    }
    return base::Problem{base::Severity::Error,
                         base::Trouble::Usage,
                         "",
                         0,
                         0,
                         std::to_string(board.cues.size()) + " cues do not fit on a contact sheet of " +
                             std::to_string(kSheetWidth) + "x" + std::to_string(kSheetHighest) + " pixels",
                         "end the output in .pdf, which takes as many pages as it needs, or give pictures a "
                         "wider shape with --size"};
}

double pictureScale(const ContactSheet& sheet) {
    return 1.9 + 0.12 * (sheet.columns - 4);
}

base::Result<base::Image> drawContactSheet(const ContactSheet& sheet, const TypeSetter& setter,
                                           const PictureOfCue& pictureOf) {
    const auto [w, h] = sheet.size;
    base::Image image{w, h, 4, {}};
    image.bytes.resize(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4);
    {
        const std::unique_ptr<cairo_surface_t, DestroySurface> surface(
            cairo_image_surface_create_for_data(image.bytes.data(), CAIRO_FORMAT_RGB24, w, h, w * 4));
        const std::unique_ptr<cairo_t, DestroyPen> pen(cairo_create(surface.get()));
        const auto drawn = drawPage(pen.get(), sheet.page, {setter, pictureOf, PictureForm::Pixels, 1});
        if (!drawn) return drawn.problems();
        cairo_surface_flush(surface.get());
    }
    toImageBytes(image);
    return image;
}

}  // namespace video
