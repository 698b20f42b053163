// What is wrong, in the language of the window: problems are told in English, as on the command line.
#pragma once

#include <string>
#include <string_view>

namespace ui {

/// The message in `language`, clause by clause ("what; advice"): one that the known phrases do not cover wholly,
/// but for names, numbers and what is quoted, stays English. English for languages the overlay does not know.
std::string problemIn(std::string message, std::string_view language);

}  // namespace ui
