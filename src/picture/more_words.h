// The picture's own words in languages beside French and English, which words.h has.
#pragma once

#include <string_view>

#include "picture/words.h"

namespace picture {

/// The word in Arabic or Russian; "" for other languages, and for words that are not translated yet.
std::string_view moreWord(Word which, std::string_view language);

}  // namespace picture
