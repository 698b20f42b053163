#include "ui/live_files.h"

#include <algorithm>
#include <utility>

namespace ui {

bool LiveFiles::followSaves(Session& session, const ShowAnew& showAnew) {
    if (!m_again || !m_watch.changed()) return false;
    auto read = m_again({});
    if (read) {
        showAnew(std::move(*read));
        return true;
    }
    // What is wrong may stand in a file that has just been named.
    std::vector<std::string> files = m_shown;
    for (const base::Problem& problem : read.problems()) {
        if (!problem.file.empty() && std::find(files.begin(), files.end(), problem.file) == files.end())
            files.push_back(problem.file);
    }
    m_watch.follow(files);
    Toast toast = toastOf(read.problems().front());
    const bool isGone = read.problems().front().trouble == base::Trouble::Failure;
    toast.title = isGone ? Word::FileNotRead : Word::SaveNotShown;
    toast.sticky = true;
    toast.more = static_cast<std::size_t>(std::count_if(
        read.problems().begin() + 1, read.problems().end(),
        [](const base::Problem& problem) { return problem.severity == base::Severity::Error; }));
    toast.topic = kFilesTopic;
    tell(session, std::move(toast));
    return true;
}

bool LiveFiles::followWishes(Session& session, const std::unique_ptr<Show>& now, const ShowAnew& showAnew) {
    WritingDesk& desk = session.writing;
    const auto wishes = std::exchange(desk.wishes, {});
    for (const WriteWish& wish : wishes) {
        if (!m_again) break;
        auto show = m_editor.carryOut(wish, *now, m_again);
        noteEdit(desk, wish, bool(show));
        if (!show) desk.trouble = base::toString(show.problems().front());
        if (!show && !desk.open) tell(session, toastOf(show.problems().front()));
        if (!show || !*show) continue;
        ++desk.written;
        showAnew(std::move(**show));
    }
    desk.canUndo = m_editor.canUndo();
    desk.canRedo = m_editor.canRedo();
    return !wishes.empty();
}

}  // namespace ui
