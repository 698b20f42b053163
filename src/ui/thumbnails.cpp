#include "ui/thumbnails.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// Pixels of a picture's width: what a tile of the overview has in a window of 1280 to 3840.
constexpr int kNarrowest = 240, kWidest = 640, kTilesAcross = 5;
// More are not kept: an overview of a very long film would fill the graphics memory.
constexpr std::size_t kMost = 400;

}  // namespace

void Thumbnails::clear() {
    m_pictures.clear();
    m_language.clear();
}

// A window of another shape shows other cut-outs; one of another size alone does not.
bool Thumbnails::fits(const Session& session, base::Size shown) {
    const double ratio = static_cast<double>(shown.w) / shown.h;
    const bool same = m_pictures.size() == session.film->cues.size() && m_language == session.language &&
                      m_theme == session.theme && m_panels == session.panels &&
                      std::abs(ratio - m_ratio) < 0.01;
    m_language = session.language;
    m_theme = session.theme;
    m_panels = session.panels;
    m_ratio = ratio;
    return same;
}

bool Thumbnails::makeNext(const Session& session, Projector& projector) {
    const base::Size shown = projector.picture().size;
    if (session.browse.open != Browser::Overview || shown.h <= 0) return false;
    if (!fits(session, shown)) {
        m_pictures.clear();
        m_pictures.resize(session.film->cues.size());
    }
    std::vector<bool> made;
    for (const auto& picture : m_pictures) made.push_back(picture.has_value());
    const auto count = static_cast<std::size_t>(std::count(made.begin(), made.end(), true));
    const auto next = nextToMake(made, session.browse.marked);
    if (!next || count >= kMost) return false;
    auto picture = projector.smallPicture(*next, std::clamp(shown.w / kTilesAcross, kNarrowest, kWidest));
    if (!picture) return false;
    m_pictures[*next] = std::move(*picture);
    return true;
}

unsigned Thumbnails::of(std::size_t cue) const {
    return cue < m_pictures.size() && m_pictures[cue] ? m_pictures[cue]->canvas().texture.name() : 0;
}

std::optional<std::size_t> nextToMake(const std::vector<bool>& made, std::size_t marked) {
    const std::size_t count = made.size();
    for (std::size_t away = 0; away < std::max(count, marked + 1); ++away) {
        if (marked + away < count && !made[marked + away]) return marked + away;
        if (away <= marked && marked - away < count && !made[marked - away]) return marked - away;
    }
    return std::nullopt;
}

}  // namespace ui
