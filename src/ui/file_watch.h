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

    /// Watches these files from now on. Those watched before miss nothing: what was saved since the last call
    /// of `changed` the next one still tells. If there are others, nobody watched them while they were read:
    /// the next call of `changed` is true.
    void follow(const std::vector<std::string>& files);

  private:
    std::vector<std::string> m_files;
    bool m_isNew = false;  // may have been saved before they were watched
    int m_inotify = -1;
    std::map<int, std::set<std::string>> m_names;  // by folder: what in it is watched
};

}  // namespace ui
