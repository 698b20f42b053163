// The faces that themes and panels ask for.
#pragma once

#include <cstdint>

namespace picture {

enum class Face : std::uint8_t {
    CondensedRegular,
    CondensedMedium,
    CondensedSemiBold,
    CondensedBold,
    SansRegular,
    SansMedium,
    SansSemiBold,
    SansItalic,
    SerifItalic
};
inline constexpr int kFaceCount = 9;

/// A font file: a face's own, or one that helps out where it lacks a script.
using FontId = std::uint8_t;

}  // namespace picture
