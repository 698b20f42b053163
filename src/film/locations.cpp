#include "film/locations.h"

namespace film {

void Locations::add(std::string path, const std::string& file, Position at) {
    if (m_files.back() != file) m_files.push_back(file);  // files are added one after another
    m_places.emplace(std::move(path), Place{m_files.size() - 1, at});
}

Location Locations::of(std::string_view path) const {
    while (!path.empty()) {
        const auto found = m_places.find(path);
        if (found != m_places.end()) return {m_files[found->second.file], found->second.at};
        const auto slash = path.rfind('/');
        path = path.substr(0, slash == std::string_view::npos ? 0 : slash);
    }
    return {m_files.front(), {}};
}

}  // namespace film
