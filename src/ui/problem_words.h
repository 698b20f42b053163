// What is wrong, in the language of the window: problems are told in English, as on the command line.
#pragma once

#include <string>
#include <string_view>

namespace ui {

/// The message with every phrase it knows in `language`; names, numbers and what the phrases do not cover
/// stay as they are. English for languages the overlay does not know.
std::string problemIn(std::string message, std::string_view language);

}  // namespace ui
