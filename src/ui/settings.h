// What the program remembers from one start to the next: a small JSON file. A comfort, never a need: nobody
// is told when it cannot be written, and one that cannot be read counts as none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/units.h"

namespace ui {

/// Where a window stood, in the desktop's own units; x and y are those of its frame's top left corner.
struct WindowPlace {
    int x = 0, y = 0;
    base::Size size;
    bool maximised = false;
    bool operator==(const WindowPlace&) const = default;
};

/// Plain data, read at the start and kept in the session; whoever changes a field there has it remembered.
struct Settings {
    bool hintsSeen = false;             ///< the hints of the first start have been shown
    std::vector<std::string> open;      ///< names of the panels that were open, sorted: "list", "inspector"
    std::string showDisplay;            ///< name of the display of the show; empty: none was chosen
    std::string notesDisplay;           ///< the same for the notes
    std::optional<WindowPlace> window;  ///< of the show, while it is a window
    std::optional<WindowPlace> notesWindow;
    double notesText = 1;  ///< size of the notes' text as a multiple of what fits the window, 0.5..4
    bool operator==(const Settings&) const = default;
};

/// True when the panel was open.
bool wasOpen(const Settings& settings, const std::string& panel);

/// Notes whether the panel is open.
void setOpen(Settings& settings, const std::string& panel, bool open);

/// The variables of the environment that say where the settings are; nothing: not set.
struct SettingsPlace {
    std::optional<std::string> file;    ///< HARMATTAN_SETTINGS: this file; empty: none
    std::optional<std::string> config;  ///< XDG_CONFIG_HOME
    std::optional<std::string> home;    ///< HOME
};

/// The settings file, or "" for none: HARMATTAN_SETTINGS when it is set, else harmattan/settings.json in
/// $XDG_CONFIG_HOME, else in ~/.config. What is not an absolute path there does not count.
std::string settingsPath(const SettingsPlace& place);

/// That of this process.
SettingsPlace settingsPlace();

/// The file between two starts. Keys it does not know, from newer versions, stay in it.
class SettingsFile {
  public:
    /// An empty path remembers nothing.
    explicit SettingsFile(std::string path) : m_path(std::move(path)) {}

    /// The settings as they were kept; what is missing or out of range is as at the first start. A file that
    /// is no JSON object, or too large for one, is set aside under the same name with ".broken"; problem()
    /// then says so.
    Settings read();

    /// Writes them when they differ from what was last read or written, to a temporary file that is then
    /// renamed. False when that was not possible, or there is no file.
    bool keep(const Settings& settings);

    /// What was wrong with the file that was read; empty: nothing.
    const std::string& problem() const { return m_problem; }

  private:
    std::string m_path;
    std::string m_problem;
    Settings m_kept;
};

}  // namespace ui
