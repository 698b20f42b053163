// Which font files there are, and which help a face out where it lacks a script. Names only; fonts.h reads
// them.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "picture/faces.h"

namespace picture {

/// The files under assets/fonts; a FontId is an index into it. The first kFaceCount are the faces' own.
inline constexpr std::array kFontFiles = {"BarlowCondensed-Regular.ttf",
                                          "BarlowCondensed-Medium.ttf",
                                          "BarlowCondensed-SemiBold.ttf",
                                          "BarlowCondensed-Bold.ttf",
                                          "Inter-Regular.ttf",
                                          "Inter-Medium.ttf",
                                          "Inter-SemiBold.ttf",
                                          "Inter-Italic.ttf",
                                          "SourceSerif4-Italic.ttf",
                                          "RobotoCondensed-Regular.ttf",
                                          "RobotoCondensed-Medium.ttf",
                                          "RobotoCondensed-SemiBold.ttf",
                                          "RobotoCondensed-Bold.ttf",
                                          "NotoSansArabic-Regular.ttf",
                                          "NotoSansArabic-SemiBold.ttf",
                                          "NotoSansArabic-Bold.ttf",
                                          "NotoNaskhArabic-Regular.ttf",
                                          "NotoSansTifinagh-Regular.ttf",
                                          "NotoSansNKo-Regular.ttf",
                                          "NotoSansAdlam-Regular.ttf"};

/// The fonts that write a face's text, the face's own first: each character takes the first that has it.
std::vector<FontId> fontsOf(Face face);

}  // namespace picture
