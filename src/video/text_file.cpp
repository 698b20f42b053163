#include "video/text_file.h"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "base/text.h"

namespace video {

namespace {

std::string escaped(char letter, std::uint32_t code, std::size_t digits) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(2 + digits, '\\');
    text[1] = letter;
    for (std::size_t i = text.size(); i-- > 2; code /= 16) text[i] = kDigits[code % 16];
    return text;
}

std::string escaped(std::uint32_t code, Language language) {
    if (code < 0x10000) return escaped('u', code, 4);
    if (language == Language::Python) return escaped('U', code, 8);
    const std::uint32_t rest = code - 0x10000;
    return escaped('u', 0xd800 + rest / 0x400, 4) + escaped('u', 0xdc00 + rest % 0x400, 4);
}

}  // namespace

TextFile& TextFile::operator<<(std::string_view text) {
    constexpr std::size_t kBlock = 1 << 16;
    m_waiting += text;
    if (m_waiting.size() >= kBlock) flush();
    return *this;
}

base::Result<base::Done> TextFile::finish() {
    flush();
    return m_file.finish();
}

void TextFile::flush() {
    m_file.write(reinterpret_cast<const std::uint8_t*>(m_waiting.data()), m_waiting.size());
    m_waiting.clear();
}

std::string decimal(double number, int decimals) {
    assert(std::isfinite(number));
    std::array<char, 384> buffer;  // room for every double
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                   std::chars_format::fixed, decimals)
                         .ptr;
    std::string text(buffer.data(), end);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string quoted(std::string_view utf8, Language language) {
    std::string text = "\"";
    for (const std::uint32_t code : base::codePoints(utf8)) {
        if (code == '"' || code == '\\') text += '\\';
        if (code >= ' ' && code < 0x7f)
            text += static_cast<char>(code);
        else
            text += escaped(code, language);
    }
    return text + "\"";
}

}  // namespace video
