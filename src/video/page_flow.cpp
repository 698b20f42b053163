#include "video/page_flow.h"

#include <algorithm>
#include <cmath>

namespace video {

namespace {

constexpr double kBarWidth = 2.2;

}  // namespace

Span badgeSpan(std::string_view words, base::Color color, base::Color fill) {
    std::string text = " " + std::string(words) + " ";
    for (std::size_t at = 0; (at = text.find(' ', at)) != std::string::npos;) text.replace(at, 1, "\u00a0");
    return {text, Face::TextMedium, color, fill};
}

void PageFlow::newPage() {
    m_pages.emplace_back();
    m_y = m_column.top;
}

void PageFlow::need(double height) {
    if (m_y > m_column.top && m_y + height > m_column.bottom) newPage();
}

double PageFlow::heightOf(const Block& block) const {
    double height = 2 * block.pad;
    for (const Piece& piece : block.pieces) {
        const int lines = m_setter.lineCount(piece.paragraph, textWidth(piece, block));
        if (lines == 0) continue;
        height += (height > block.pad * 2 ? piece.before : 0) + lines * piece.paragraph.lineHeight();
    }
    return height;
}

void PageFlow::place(const Block& block) {
    const double height = heightOf(block);
    if (height <= 2 * block.pad) return;
    const double above = m_y > m_column.top ? block.before : 0;
    const double whole = m_column.bottom - m_column.top;
    if (m_y + above + height + block.keep <= m_column.bottom) {
        m_y += above;
    } else if (height <= whole * 0.6 || m_y + above + whole * 0.15 > m_column.bottom) {
        newPage();
    } else {
        m_y += above;
    }
    m_y += block.pad;
    bool isFirst = true;
    for (Piece piece : block.pieces) {
        if (m_setter.lineCount(piece.paragraph, textWidth(piece, block)) == 0) continue;
        if (isFirst) piece.before = 0;
        isFirst = false;
        placePiece(piece, block);
    }
    m_y += block.pad;
}

void PageFlow::place(Paragraph paragraph, double before) {
    place(Block{{{std::move(paragraph), 0, 0}}, before, {}, {}, 0});
}

// Line by line over as many pages as it takes; neither a first nor a last line stands alone on a page.
void PageFlow::placePiece(const Piece& piece, const Block& block) {
    const int lines = m_setter.lineCount(piece.paragraph, textWidth(piece, block));
    if (lines == 0) return;
    const double height = piece.paragraph.lineHeight();
    double top = m_y;
    m_y += piece.before;
    for (int done = 0; done < lines;) {
        const int left = lines - done;
        const int room = static_cast<int>(std::floor((m_column.bottom - block.pad - m_y) / height + 1e-6));
        int now = std::min(left, room);
        if (now < left && left - now == 1 && now > 2) --now;
        if (now < std::min(left, 2) && m_y > m_column.top + block.pad) {
            newPage();
            m_y += block.pad;
            top = m_y;
            continue;
        }
        now = std::max(now, 1);  // a line higher than a page is drawn all the same
        page().texts.push_back(
            {piece.paragraph, m_column.left + piece.indent, m_y, textWidth(piece, block), done, now});
        m_y += now * height;
        done += now;
        decorate(block, top, m_y);
        if (done == lines) break;
        newPage();
        m_y += block.pad;
        top = m_y;
    }
}

void PageFlow::decorate(const Block& block, double top, double bottom) {
    if (block.fill) {
        page().fills.push_back(
            {{m_column.left, top - block.pad, m_column.width, bottom - top + 2 * block.pad}, *block.fill});
    }
    if (block.bar) page().fills.push_back({{m_column.left, top, kBarWidth, bottom - top}, *block.bar});
}

void PageFlow::picture(std::size_t cue, double width, double height) {
    need(height);
    page().pictures.push_back({cue, {m_column.left, m_y, width, height}});
    m_y += height;
}

}  // namespace video
