#include "base/language_code.h"

#include <unicode/uloc.h>

namespace base {

std::string iso6392(std::string_view language) {
    const std::string code = uloc_getISO3Language(std::string(language).c_str());
    return code.size() == 3 ? code : "und";
}

}  // namespace base
