#include "ui/wrapped_text.h"

#include <algorithm>

namespace ui {

std::string wrapped(std::string_view text, float width,
                    const std::function<float(std::string_view)>& widthOf) {
    std::string lines;
    float used = 0;
    const float space = widthOf(" ");
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        const float word = widthOf(text.substr(0, end));
        const bool isFirst = lines.empty() || lines.back() == '\n';
        if (!isFirst && lines.back() == ' ' && used + word > width) {
            lines.back() = '\r';
            lines += '\n';
            used = 0;
        }
        lines += text.substr(0, end);
        used += word + space;
        if (end < text.size()) lines += text[end];
        if (end < text.size() && text[end] == '\n') used = 0;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string unwrapped(std::string_view text) {
    std::string words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            words += text[i];
            continue;
        }
        words += ' ';
        if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    }
    return words;
}

}  // namespace ui
