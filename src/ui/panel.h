// What every panel of the overlay is given and gives back: const data in, commands out. Panels decide
// nothing.
#pragma once

#include <imgui.h>

#include <string_view>
#include <vector>

#include "film/film.h"
#include "picture/picture.h"
#include "picture/theme.h"
#include "ui/commands.h"
#include "ui/event_rows.h"
#include "ui/words.h"

namespace ui {

class Thumbnails;

using Commands = std::vector<Command>;

struct PanelContext {
    const film::Film& film;
    const Session& session;
    const std::vector<EventRow>& rows;  ///< in the session's language
    const picture::Theme& theme;
    ImVec2 size;      ///< of the window, in its own units
    float unit = 16;  ///< height of plain text, same units
    ImFont* strong = nullptr;
    const picture::Picture* picture = nullptr;  ///< the last one drawn; may be missing, as the next two
    const Sight* sight = nullptr;
    const Thumbnails* thumbnails = nullptr;
    double innerFactor = 1;  ///< share of its size at which a moving map is drawn

    std::string_view say(Word which) const { return word(which, session.language); }
};

/// Window units in a pixel of the picture.
inline float unitsPerPixel(const PanelContext& context) {
    const bool isThere = context.picture && context.picture->size.w > 0;
    return isThere ? context.size.x / static_cast<float>(context.picture->size.w) : 1;
}

inline ImVec4 vec4(base::Color c) {
    return {c.r, c.g, c.b, c.a};
}
inline ImU32 packed(base::Color c) {
    return ImGui::ColorConvertFloat4ToU32(vec4(c));
}

/// Text as it is, in one go; ImGui's own functions want a zero at the end.
inline void text(std::string_view words) {
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
}
inline void text(std::string_view words, base::Color color) {
    ImGui::PushStyleColor(ImGuiCol_Text, vec4(color));
    text(words);
    ImGui::PopStyleColor();
}

/// Height of the strip at the window's foot that the scrubber takes.
inline float scrubberHeight(const PanelContext& context) {
    return context.unit * 2.25F;
}

}  // namespace ui
