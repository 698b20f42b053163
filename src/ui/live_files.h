// The film's files while they are on screen: saved by somebody else, or written by the inspector.
#pragma once

#include <functional>
#include <memory>

#include "ui/file_watch.h"
#include "ui/film_editor.h"
#include "ui/session.h"
#include "ui/show.h"

namespace ui {

class LiveFiles {
  public:
    /// Shows another state of the files.
    using ShowAnew = std::function<void(Show)>;

    /// `again` may be empty: then nothing is followed and nothing written. `wake` is called, from another
    /// thread, when a file has been saved.
    LiveFiles(const Show& now, ReadAgain again, std::function<void()> wake)
        : m_shown(now.files), m_watch(now.files, std::move(wake)), m_again(std::move(again)) {}

    /// Has the files shown as they are now when one has been saved; keeps what is there, and says so, when
    /// something is wrong with them. True when there was a save.
    bool followSaves(Session& session, const ShowAnew& showAnew);

    /// Carries out what the inspector has asked for. True when it has asked for something.
    bool followWishes(Session& session, const std::unique_ptr<Show>& now, const ShowAnew& showAnew);

    /// Watches the files of another show from now on.
    void watch(const Show& show) {
        m_shown = show.files;
        m_watch.follow(show.files);
    }

  private:
    std::vector<std::string> m_shown;  // files of the show on screen
    FileWatch m_watch;
    FilmEditor m_editor;
    ReadAgain m_again;
};

}  // namespace ui
