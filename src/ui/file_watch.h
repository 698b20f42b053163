// Says when files have been saved, through GLib's file monitors. Reads none of them.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ui {

/// Watches the folders of the files, since many programs save by writing another file and renaming it. Where
/// that is not possible (no such folder, no file monitor) nothing ever changes. While nothing is saved it
/// sleeps.
class FileWatch {
  public:
    FileWatch();
    /// `wake` is called, from another thread, each time one of the files has changed; it may be empty. A file
    /// that goes has changed after `patience` seconds: many programs save by taking the old one away first.
    explicit FileWatch(const std::vector<std::string>& files, std::function<void()> wake = {},
                       double patience = 3);
    FileWatch(FileWatch&& other) noexcept;
    FileWatch& operator=(FileWatch&& other) noexcept;
    ~FileWatch();

    /// True when one of the files has been saved, made or put in place, or is gone, since the last call.
    /// Never waits: a save is known a few milliseconds after it.
    bool changed();

    /// Watches these files from now on. Those watched before miss nothing: what was saved since the last call
    /// of `changed` the next one still tells. If there are others, nobody watched them while they were read:
    /// the next call of `changed` is true.
    void follow(const std::vector<std::string>& files);

  private:
    class Watcher;

    std::vector<std::string> m_files;
    bool m_isNew = false;  // may have been saved before they were watched
    std::function<void()> m_wake;
    double m_patience = 0;
    std::unique_ptr<Watcher> m_watcher;
};

}  // namespace ui
