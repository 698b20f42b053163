// Says when files have been saved (Linux: inotify). Reads none of them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace ui {

/// Watches the folders of the files, since many programs save by writing another file and renaming it. Where
/// that is not possible (no such folder, no inotify) nothing ever changes.
class FileWatch {
  public:
    FileWatch() = default;
    explicit FileWatch(const std::vector<std::string>& files);
    FileWatch(FileWatch&& other) noexcept;
    FileWatch& operator=(FileWatch&& other) noexcept;
    ~FileWatch();

    /// True when one of the files has been saved, made or put in place since the last call. Never waits.
    bool changed();

  private:
    int m_inotify = -1;
    std::map<int, std::set<std::string>> m_names;  // by folder: what in it is watched
};

}  // namespace ui
