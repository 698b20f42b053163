// Text on pages, in the program's own fonts: how many lines a paragraph takes, and drawing them. Lengths are
// in the unit of the cairo context: points on a PDF page, pixels on a contact sheet.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/result.h"

typedef struct _cairo cairo_t;

namespace video {

enum class Face { Text, TextItalic, TextMedium, TextSemiBold, Head, HeadMedium, HeadSemiBold, HeadBold };

enum class Align { Start, End };

/// A piece of a paragraph in one face and colour.
struct Span {
    std::string text;
    Face face = Face::Text;
    base::Color color;
    std::optional<base::Color> behind;  ///< a badge's fill
    bool operator==(const Span&) const = default;
};

struct Paragraph {
    std::vector<Span> spans;
    double size = 10;      ///< of the type
    double leading = 1.4;  ///< from one line to the next, in sizes
    double tracking = 0;   ///< extra space between letters
    Align align = Align::Start;
    std::string url;       ///< the lines are a link to this address
    std::string toAnchor;  ///< ... or to this anchor of the document
    std::string anchor;    ///< the name under which the paragraph's first line can be found
    bool operator==(const Paragraph&) const = default;

    double lineHeight() const { return size * leading; }
};

class TypeSetter {
  public:
    /// `fontsDirectory` holds the program's fonts; no others are used, so that every machine sets the same
    /// lines. A problem of kind Failure when one is missing. `language` (BCP 47) decides how lines break.
    static base::Result<TypeSetter> make(const std::string& fontsDirectory, const std::string& language);
    ~TypeSetter();
    TypeSetter(TypeSetter&&) noexcept;
    TypeSetter& operator=(TypeSetter&&) noexcept;

    /// Lines of the paragraph set to `width`; 0 when it has no text.
    int lineCount(const Paragraph& paragraph, double width) const;

    /// Draws `count` lines from line `first` on, the first line's top at (x, y). Links become links where the
    /// surface knows them (PDF).
    void draw(cairo_t* page, const Paragraph& paragraph, double width, double x, double y, int first,
              int count) const;

  private:
    TypeSetter();
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

}  // namespace video
