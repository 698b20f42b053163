// Text files for other programs: numbers and strings as their languages write them, in files that are
// complete or absent.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "video/whole_file.h"

namespace video {

/// A text written piece by piece; little of it is kept in memory. Without finish() nothing of it stays.
class TextFile {
  public:
    explicit TextFile(std::string path) : m_file(std::move(path)) {}

    TextFile& operator<<(std::string_view text);

    /// As of WholeFile.
    base::Result<base::Done> finish();

  private:
    void flush();

    WholeFile m_file;
    std::string m_waiting;
};

/// A number with a decimal point in every locale, rounded to at most this many decimals (0..12), without an
/// exponent, needless zeros or a minus before nothing: "-2.5", "0". The number must be finite.
std::string decimal(double number, int decimals);

enum class Language {
    JavaScript,  ///< and JSON: what lies beyond U+FFFF is two \uXXXX (ECMA-404, section 9)
    Python,      ///< the same is one \UXXXXXXXX (The Python Language Reference, 2.4.1)
};

/// The text as a string literal of that language in double quotes, all ASCII: quotes, backslashes, line ends
/// and controls are escaped too. Ill-formed UTF-8 becomes U+FFFD.
std::string quoted(std::string_view utf8, Language language);

}  // namespace video
