// Small pictures of all cues for the overview, made one at a time so that the window never stalls, and kept
// until they would look different.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/target.h"
#include "ui/projector.h"
#include "ui/session.h"

namespace ui {

class Thumbnails {
  public:
    /// While the overview is open: makes the missing picture that is nearest to the marked cue. True when one
    /// was made. Needs a current context and a prepared projector.
    bool makeNext(const Session& session, Projector& projector);

    /// The texture of the cue's picture, whose first row is the top; 0 while there is none.
    unsigned of(std::size_t cue) const;

    void clear();

  private:
    bool fits(const Session& session, base::Size shown);

    std::vector<std::optional<render::Target>> m_pictures;
    std::string m_language, m_theme;
    bool m_panels = true;
    double m_ratio = 0;  // width to height
};

/// The index that is false in `made` and nearest to `marked`, the later of two; nothing when all are true.
std::optional<std::size_t> nextToMake(const std::vector<bool>& made, std::size_t marked);

}  // namespace ui
