#include "picture/name_block.h"

#include <algorithm>

namespace picture {

namespace {

constexpr double kAccents = 1.25;  // letters with accents rise above the cap height
constexpr double kDescent = 0.8;   // share of the descent that letters reach
constexpr double kLeading = 1.08;  // from one line to the next, in ems

}  // namespace

NameBlock nameBlock(const Fonts& fonts, const LabelForm& form, Align align) {
    const TextStyle& style = form.setting.style;
    const FaceMetrics metrics = fonts.metrics(style.face);
    double widest = 0;
    for (const std::string& line : form.lines) widest = std::max(widest, measure(fonts, line, style));
    NameBlock block;
    block.pad = std::max(2.0, form.setting.haloWidth);
    block.capHeight = metrics.capHeight * style.size;
    block.baseline = block.pad + block.capHeight * kAccents;
    block.below = style.size * kLeading * static_cast<double>(form.lines.size() - 1);
    block.size = {widest + 2 * block.pad,
                  block.baseline + block.below + metrics.descent * style.size * kDescent + block.pad};
    const double share = align == Align::Left ? 0 : align == Align::Center ? 0.5 : 1;
    const double x = block.pad + share * widest;
    double y = block.baseline;
    for (const std::string& line : form.lines) {
        block.runs.push_back(setLine(fonts, line, form.setting, {x, y}, align));
        y += style.size * kLeading;
    }
    return block;
}

}  // namespace picture
