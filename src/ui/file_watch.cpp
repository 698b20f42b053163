#include "ui/file_watch.h"

#include <gio/gio.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <set>
#include <thread>
#include <utility>

namespace ui {

namespace {

template <class T>
struct Unref {
    void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref<T>>;

std::string nameOf(GFile* file) {
    if (!file) return {};
    char* name = g_file_get_basename(file);
    std::string copy(name ? name : "");
    g_free(name);
    return copy;
}

/// Whether such an event means that a file is complete: written to its end, or put in place as a whole.
bool completes(GFileMonitorEvent event) {
    return event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_MOVED_IN ||
           event == G_FILE_MONITOR_EVENT_RENAMED;
}

/// Whether such an event means that a file is no longer where it was.
bool takesAway(GFileMonitorEvent event) {
    return event == G_FILE_MONITOR_EVENT_DELETED || event == G_FILE_MONITOR_EVENT_MOVED_OUT ||
           event == G_FILE_MONITOR_EVENT_RENAMED;
}

}  // namespace

/// The monitors and the thread that hears them. GLib hands events to a main loop; this one is of its own, so
/// that the window's loop can sleep until it is woken.
class FileWatch::Watcher {
  public:
    Watcher(const std::vector<std::string>& files, std::function<void()> wake, double patience)
        : m_wake(std::move(wake)), m_patience(patience) {
        for (const std::string& file : files) {
            add(file);
            // What a link leads to is saved in a folder of its own.
            std::error_code none;
            const std::filesystem::path target = std::filesystem::canonical(file, none);
            if (!none) add(target);
        }
        m_context = g_main_context_new();
        m_loop = g_main_loop_new(m_context, FALSE);
        g_main_context_push_thread_default(m_context);
        for (const auto& [folder, names] : m_names) watch(folder, names);
        g_main_context_pop_thread_default(m_context);
        m_thread = std::thread([this] { hear(); });
    }
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    ~Watcher() {
        // From inside the loop: one that has not begun to run would not hear it.
        GSource* last = g_idle_source_new();
        g_source_set_callback(last, &Watcher::onEnd, m_loop, nullptr);
        g_source_attach(last, m_context);
        g_source_unref(last);
        m_thread.join();
        m_folders.clear();
        g_main_loop_unref(m_loop);
        g_main_context_unref(m_context);
    }

    bool take() { return m_changed.exchange(false); }

  private:
    struct Folder {
        Watcher* watcher = nullptr;
        const std::set<std::string>* names = nullptr;
        Owned<GFileMonitor> monitor;

        Folder() = default;
        Folder(Folder&&) = default;
        Folder& operator=(Folder&&) = default;
        ~Folder() {
            if (monitor) g_file_monitor_cancel(monitor.get());
        }
    };

    void add(const std::filesystem::path& file) {
        // One name for each folder: what happens in it is told once.
        const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
        std::error_code none;
        const std::filesystem::path known = std::filesystem::canonical(folder, none);
        m_names[(none ? folder : known).string()].insert(file.filename().string());
    }

    void watch(const std::string& folder, const std::set<std::string>& names) {
        // A folder that is not there is not watched until it comes: GLib would look for it every few seconds.
        std::error_code none;
        if (!std::filesystem::is_directory(folder, none)) return;
        const Owned<GFile> file(g_file_new_for_path(folder.c_str()));
        Owned<GFileMonitor> monitor(
            g_file_monitor_directory(file.get(), G_FILE_MONITOR_WATCH_MOVES, nullptr, nullptr));
        if (!monitor) return;
        auto heard = std::make_unique<Folder>();
        heard->watcher = this;
        heard->names = &names;
        heard->monitor = std::move(monitor);
        g_signal_connect(heard->monitor.get(), "changed", G_CALLBACK(&Watcher::onChanged), heard.get());
        m_folders.push_back(std::move(heard));
    }

    static void onChanged(GFileMonitor*, GFile* file, GFile* other, GFileMonitorEvent event, void* data) {
        const auto* folder = static_cast<const Folder*>(data);
        if (takesAway(event) && folder->names->contains(nameOf(file))) folder->watcher->lookLater();
        if (!completes(event)) return;
        // Of a file that gets another name, the new name is the one that is there.
        if (!folder->names->contains(nameOf(event == G_FILE_MONITOR_EVENT_RENAMED ? other : file))) return;
        folder->watcher->tell();
    }

    void tell() {
        m_changed = true;
        if (m_wake) m_wake();
    }

    void lookLater() {
        if (std::exchange(m_looksLater, true)) return;
        GSource* look = g_timeout_source_new(static_cast<guint>(m_patience * 1000));
        g_source_set_callback(look, &Watcher::onLook, this, nullptr);
        g_source_attach(look, m_context);
        g_source_unref(look);
    }

    static gboolean onLook(void* data) {
        auto* watcher = static_cast<Watcher*>(data);
        watcher->m_looksLater = false;
        for (const auto& [folder, names] : watcher->m_names) {
            for (const std::string& name : names) {
                std::error_code none;
                if (std::filesystem::exists(std::filesystem::path(folder) / name, none)) continue;
                watcher->tell();
                return G_SOURCE_REMOVE;
            }
        }
        return G_SOURCE_REMOVE;
    }

    static gboolean onEnd(void* loop) {
        g_main_loop_quit(static_cast<GMainLoop*>(loop));
        return G_SOURCE_REMOVE;
    }

    void hear() {
        g_main_context_push_thread_default(m_context);
        g_main_loop_run(m_loop);
        g_main_context_pop_thread_default(m_context);
    }

    std::map<std::string, std::set<std::string>> m_names;  // by folder: what in it is watched
    std::function<void()> m_wake;
    double m_patience = 0;      // seconds
    bool m_looksLater = false;  // for the thread of the loop alone
    std::atomic<bool> m_changed = false;
    std::vector<std::unique_ptr<Folder>> m_folders;
    GMainContext* m_context = nullptr;
    GMainLoop* m_loop = nullptr;
    std::thread m_thread;
};

FileWatch::FileWatch() = default;
FileWatch::FileWatch(FileWatch&& other) noexcept = default;
FileWatch& FileWatch::operator=(FileWatch&& other) noexcept = default;
FileWatch::~FileWatch() = default;

FileWatch::FileWatch(const std::vector<std::string>& files, std::function<void()> wake, double patience)
    : m_files(files),
      m_wake(std::move(wake)),
      m_patience(patience),
      m_watcher(std::make_unique<Watcher>(files, m_wake, patience)) {}

bool FileWatch::changed() {
    const bool isNew = std::exchange(m_isNew, false);
    const bool hasChanged = m_watcher && m_watcher->take();
    return isNew || hasChanged;
}

void FileWatch::follow(const std::vector<std::string>& files) {
    if (files == m_files) return;
    *this = FileWatch(files, m_wake, m_patience);
    m_isNew = true;
}

}  // namespace ui
