// Carries out what the inspector wishes in the files of the film, and takes it back.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ui/show.h"
#include "ui/writing.h"

namespace ui {

class FilmEditor {
  public:
    /// The show with the wish fulfilled, its file written; nothing when there is nothing to change. Nothing
    /// is written, and the problems say why, when the film would not be right, when its file has been changed
    /// by somebody else since `now` was read, or when it may not be written. Before the first change of a
    /// file the state it had is kept beside it. `again` reads the film with a draft.
    base::Result<std::optional<Show>> carryOut(const WriteWish& wish, const Show& now,
                                               const ReadAgain& again);

    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }

  private:
    /// What a change has put in the place of what, and the text it has left.
    struct Splice {
        std::size_t at = 0, size = 0;  ///< of what it has put there, bytes
        std::string removed;
        std::size_t leftSize = 0, leftHash = 0;  ///< of the whole text
    };
    /// A change that has been made, by what takes it back, and what it has left in those places.
    struct Step {
        std::string file;
        std::vector<film::TomlChange> back, left;
        Splice splice;
    };
    static Step stepOf(const std::string& file, const std::string& before, const film::TomlEdit& edit);
    static Splice spliceOf(const std::string& before, const std::string& now);
    static std::optional<std::string> cutBack(const Splice& splice, const std::string& text);
    static base::Result<film::TomlEdit> madeBack(const Step& step, const std::string& text);

    base::Result<std::string> write(const std::string& file, const std::string& text,
                                    const film::TomlEdit& edit);
    void remember(WriteAsk ask, Step step);

    std::vector<Step> m_done, m_undone;
    std::set<std::string> m_backedUp;  // files
};

}  // namespace ui
