#include "ui/film_editor.h"

#include <algorithm>
#include <functional>

#include "base/file.h"
#include "ui/save_file.h"

namespace ui {

namespace {

constexpr std::size_t kMostSteps = 200;
constexpr std::size_t kLargest = std::size_t{16} << 20;  // as a film may be

base::Problem changedMeanwhile(const std::string& file) {
    return {base::Severity::Error,
            base::Trouble::Failure,
            file,
            0,
            0,
            "another program has changed the file",
            "nothing was written; your text stays here and is tried again with the next change"};
}

base::Problem changedSince(const std::string& file) {
    return {base::Severity::Error,
            base::Trouble::Failure,
            file,
            0,
            0,
            "this text has been changed by another program since",
            "nothing was written; the steps before it can still be taken back"};
}

}  // namespace

base::Result<std::optional<Show>> FilmEditor::carryOut(const WriteWish& wish, const Show& now,
                                                       const ReadAgain& again) {
    auto& steps = wish.ask == WriteAsk::Redo ? m_undone : m_done;
    const bool isEdit = wish.ask == WriteAsk::Edit;
    if (!isEdit && steps.empty()) return std::optional<Show>();
    const std::string file =
        isEdit ? now.locations.of(wish.target.list + "/" + wish.target.id).file : steps.back().file;
    const auto known = now.texts.find(file);
    const auto onDisk = base::readFile(file, kLargest);
    if (!onDisk) return onDisk.problems();
    if (known == now.texts.end() || known->second != *onDisk) return changedMeanwhile(file);
    const auto edit =
        isEdit ? film::editFilm(*onDisk, file, wish.target, wish.value) : madeBack(steps.back(), *onDisk);
    // A step that can no longer be made would be in the way of those before it.
    if (!edit && !isEdit) steps.pop_back();
    if (!edit) return edit.problems();
    if (edit->text == *onDisk) {
        if (!isEdit) steps.pop_back();
        return std::optional<Show>();
    }
    auto show = again({file, edit->text});
    if (!show) return show.problems();
    if (const auto written = write(file, *onDisk, *edit); !written) return written.problems();
    if (!isEdit) steps.pop_back();
    remember(wish.ask, stepOf(file, *onDisk, *edit));
    return std::optional<Show>(std::move(*show));
}

FilmEditor::Step FilmEditor::stepOf(const std::string& file, const std::string& before,
                                    const film::TomlEdit& edit) {
    Step step{file, edit.back, {}, spliceOf(before, edit.text)};
    for (const film::TomlChange& change : edit.back)
        step.left.push_back({change.path, film::tomlSource(edit.text, change.path)});
    return step;
}

FilmEditor::Splice FilmEditor::spliceOf(const std::string& before, const std::string& now) {
    const auto most = static_cast<std::ptrdiff_t>(std::min(before.size(), now.size()));
    const auto head = std::mismatch(now.begin(), now.begin() + most, before.begin()).first - now.begin();
    const auto tail =
        std::mismatch(now.rbegin(), now.rbegin() + (most - head), before.rbegin()).first - now.rbegin();
    const auto at = static_cast<std::size_t>(head), same = static_cast<std::size_t>(head + tail);
    return {at, now.size() - same, before.substr(at, before.size() - same), now.size(),
            std::hash<std::string>()(now)};
}

// Byte for byte; nothing when the text is not the one that the change has left.
std::optional<std::string> FilmEditor::cutBack(const Splice& splice, const std::string& text) {
    if (text.size() != splice.leftSize || std::hash<std::string>()(text) != splice.leftHash)
        return std::nullopt;
    std::string before = text;
    return before.replace(splice.at, splice.size, splice.removed);
}

// What somebody else has written there since is not ours to take back.
base::Result<film::TomlEdit> FilmEditor::madeBack(const Step& step, const std::string& text) {
    if (auto before = cutBack(step.splice, text))
        return film::TomlEdit{std::move(*before), {step.left.rbegin(), step.left.rend()}};
    for (const film::TomlChange& left : step.left) {
        if (film::tomlSource(text, left.path) != left.source) return changedSince(step.file);
    }
    return film::editToml(text, step.file, step.back);
}

base::Result<std::string> FilmEditor::write(const std::string& file, const std::string& text,
                                            const film::TomlEdit& edit) {
    std::string kept;
    if (!m_backedUp.contains(file)) {
        const auto backup = backUp(file, text);
        if (!backup) return backup;
        kept = *backup;
    }
    if (const auto saved = saveFile(file, edit.text); !saved) return saved.problems();
    m_backedUp.insert(file);
    return kept;
}

void FilmEditor::remember(WriteAsk ask, Step step) {
    auto& steps = ask == WriteAsk::Undo ? m_undone : m_done;
    if (ask == WriteAsk::Edit) m_undone.clear();
    steps.push_back(std::move(step));
    if (steps.size() > kMostSteps) steps.erase(steps.begin());
}

}  // namespace ui
