// Long texts in fields that do not wrap: line breaks that can be told from those of the text.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace ui {

/// The text in lines no wider than `width`, as far as its words let it: a space gives way to "\r\n".
/// `widthOf` measures a piece of the text, in the units of `width`.
std::string wrapped(std::string_view text, float width,
                    const std::function<float(std::string_view)>& widthOf);

/// The text again, whatever has been typed into it since.
std::string unwrapped(std::string_view text);

}  // namespace ui
