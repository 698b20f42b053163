#include "ui/file_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <utility>

namespace ui {

FileWatch::FileWatch(const std::vector<std::string>& files)
    : m_files(files), m_inotify(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (m_inotify < 0) return;
    for (const std::string& file : files) {
        const std::filesystem::path path(file);
        const std::string folder = path.has_parent_path() ? path.parent_path().string() : ".";
        const int watch = inotify_add_watch(m_inotify, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO);
        if (watch >= 0) m_names[watch].insert(path.filename().string());
    }
}

FileWatch::FileWatch(FileWatch&& other) noexcept
    : m_files(std::move(other.m_files)),
      m_isNew(other.m_isNew),
      m_inotify(std::exchange(other.m_inotify, -1)),
      m_names(std::move(other.m_names)) {}

FileWatch& FileWatch::operator=(FileWatch&& other) noexcept {
    std::swap(m_files, other.m_files);
    std::swap(m_isNew, other.m_isNew);
    std::swap(m_inotify, other.m_inotify);
    std::swap(m_names, other.m_names);
    return *this;
}

FileWatch::~FileWatch() {
    if (m_inotify >= 0) close(m_inotify);
}

bool FileWatch::changed() {
    if (m_inotify < 0) return false;
    bool any = std::exchange(m_isNew, false);
    alignas(inotify_event) char buffer[16 * 1024];
    for (ssize_t got = read(m_inotify, buffer, sizeof buffer); got > 0;
         got = read(m_inotify, buffer, sizeof buffer)) {
        for (ssize_t at = 0; at < got;) {
            inotify_event event{};
            std::memcpy(&event, buffer + at, sizeof event);
            const char* name = buffer + at + sizeof event;
            const auto known = m_names.find(event.wd);
            const bool isOurs =
                known != m_names.end() && event.len > 0 && known->second.count(std::string(name)) > 0;
            // A full queue has lost events: one may have been ours.
            any = any || isOurs || (event.mask & IN_Q_OVERFLOW) != 0;
            at += static_cast<ssize_t>(sizeof event + event.len);
        }
    }
    return any;
}

void FileWatch::follow(const std::vector<std::string>& files) {
    if (files == m_files) return;
    *this = FileWatch(files);
    m_isNew = true;
}

}  // namespace ui
