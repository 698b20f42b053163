// Pages as plain data, and how text flows onto them: what does not fit goes on the next page, nothing is cut.
//
//   x to the right, y down, from the page's top left corner, in points (1/72 inch)
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/units.h"
#include "video/type_setter.h"

namespace video {

/// A badge: words that stay on one line, on a fill.
Span badgeSpan(std::string_view words, base::Color color, base::Color fill);

/// Lines of a paragraph at a place of a page.
struct PlacedText {
    Paragraph paragraph;
    double x = 0, y = 0, width = 0;  ///< of the first line's top left corner
    int first = 0, lines = 0;
};

struct PlacedPicture {
    std::size_t cue = 0;
    base::Box box;
};

struct PlacedFill {
    base::Box box;
    base::Color color;
};

/// Drawn in this order: fills, pictures, texts.
struct Page {
    std::vector<PlacedFill> fills;
    std::vector<PlacedPicture> pictures;
    std::vector<PlacedText> texts;
};

/// A piece of a block: a paragraph with its place in the column.
struct Piece {
    Paragraph paragraph;
    double before = 0;  ///< space above, left out at the top of a page
    double indent = 0;
};

/// What belongs together: it stays on one page when it fits on one.
struct Block {
    std::vector<Piece> pieces;
    double before = 0;
    std::optional<base::Color> bar;   ///< a bar along its left side
    std::optional<base::Color> fill;  ///< a tint behind it, from which indented text keeps away on both sides
    double pad = 0;                   ///< of the tint, above and below
    double keep = 0;                  ///< room that it wants left below it, else it goes on the next page
};

/// The part of a page that text may fill.
struct Column {
    double left = 0, top = 0, width = 0, bottom = 0;
};

class PageFlow {
  public:
    PageFlow(const TypeSetter& setter, Column column) : m_setter(setter), m_column(column) { newPage(); }

    void newPage();
    /// A new page unless `height` is left on this one.
    void need(double height);
    void gap(double height) { m_y += height; }

    /// Places a block: on this page, on the next when it fits there as a whole and not here, or over several.
    void place(const Block& block);
    void place(Paragraph paragraph, double before = 0);
    void picture(std::size_t cue, double width, double height);

    /// Height of the block when it is set in one piece.
    double heightOf(const Block& block) const;

    /// From now on text goes into another part of the pages; the column's top holds from the next page on.
    void setColumn(Column column) { m_column = column; }
    const Column& column() const { return m_column; }
    double y() const { return m_y; }
    void moveTo(double y) { m_y = y; }
    std::size_t pageIndex() const { return m_pages.size() - 1; }
    Page& page() { return m_pages.back(); }
    Page& page(std::size_t index) { return m_pages[index]; }
    std::vector<Page> finished() && { return std::move(m_pages); }

  private:
    double textWidth(const Piece& piece, const Block& block) const {
        return m_column.width - piece.indent * (block.fill ? 2 : 1);
    }
    void placePiece(const Piece& piece, const Block& block);
    void decorate(const Block& block, double top, double bottom);

    const TypeSetter& m_setter;
    Column m_column;
    std::vector<Page> m_pages;
    double m_y = 0;
};

}  // namespace video
