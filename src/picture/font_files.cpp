#include "picture/font_files.h"

#include <algorithm>

namespace picture {

namespace {

enum Helper : FontId {
    kRobotoRegular = kFaceCount,
    kRobotoMedium,
    kRobotoSemiBold,
    kRobotoBold,
    kArabicRegular,
    kArabicSemiBold,
    kArabicBold,
    kNaskh,
    kTifinagh,
    kNko,
    kAdlam
};
static_assert(kAdlam + 1 == kFontFiles.size());

constexpr FontId id(Face face) {
    return static_cast<FontId>(face);
}

/// The fonts of other scripts that stand beside the face's own, by its weight and its kind.
std::vector<FontId> besides(Face face) {
    switch (face) {
        case Face::CondensedRegular:
            return {kRobotoRegular, id(Face::SansRegular), kArabicRegular};
        case Face::CondensedMedium:
            return {kRobotoMedium, id(Face::SansMedium), kArabicRegular};
        case Face::CondensedSemiBold:
            return {kRobotoSemiBold, id(Face::SansSemiBold), kArabicSemiBold};
        case Face::CondensedBold:
            return {kRobotoBold, id(Face::SansSemiBold), kArabicBold};
        case Face::SansRegular:
        case Face::SansMedium:
            return {kArabicRegular};
        case Face::SansSemiBold:
            return {kArabicSemiBold};
        case Face::SansItalic:  // Arabic has no italic
            return {id(Face::SansRegular), kArabicRegular};
        case Face::SerifItalic:
            return {id(Face::SansItalic), kNaskh};
    }
    return {};
}

}  // namespace

std::vector<FontId> fontsOf(Face face) {
    std::vector<FontId> fonts{id(face)};
    for (const FontId font : besides(face)) fonts.push_back(font);
    for (const FontId font : {kTifinagh, kNko, kAdlam}) fonts.push_back(font);
    return fonts;
}

}  // namespace picture
