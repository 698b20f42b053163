#include "video/chapters.h"

#include <algorithm>

#include "film/bibliography.h"
#include "film/cue_summary.h"
#include "picture/words.h"

namespace video {

namespace {

std::string nameOf(const film::Film& film, const film::Cue& cue, std::string_view language) {
    const std::string title(film::titleOfCue(film, cue).in(language));
    if (!title.empty()) return title;
    if (cue.card == film::CueCard::Title) return std::string(film.title.in(language));
    if (cue.card == film::CueCard::Credits) return std::string(word(picture::Word::Sources, language));
    return cue.id;
}

/// The first frame whose time is not before `seconds`.
std::int64_t firstFrameAt(double seconds, film::FrameRate rate) {
    return seconds <= 0 ? 1 : film::frameCount(seconds, rate) + 1;
}

}  // namespace

std::vector<ChapterMark> chaptersOf(const film::Film& film, std::string_view language, film::FrameRate rate,
                                    FrameRange range) {
    std::vector<ChapterMark> marks;
    for (std::size_t i = 0; i < film.cues.size(); ++i) {
        const std::int64_t begin = firstFrameAt(film::cueStart(film, i), rate);
        const std::int64_t end = firstFrameAt(film::cueStart(film, i + 1), rate);
        const ChapterMark mark{std::max(begin, range.first) - range.first,
                               std::min(end, range.last + 1) - range.first,
                               nameOf(film, film.cues[i], language)};
        if (mark.begin < mark.end) marks.push_back(mark);
    }
    return marks;
}

VideoMetadata metadataOf(const film::Film& film, std::string_view language) {
    std::string comment;
    for (const std::string& id : film::sourcesShown(film)) {
        const film::Source& source = *film::findSource(film, id);
        comment += comment.empty() ? std::string(word(picture::Word::Sources, language)) + ": " : "; ";
        comment +=
            "[" + std::to_string(film::sourceNumber(film, id)) + "] " + film::citation(source, language);
    }
    comment += (comment.empty() ? "" : ". ") + std::string(word(picture::Word::Data, language));
    return {std::string(film.title.in(language)), comment, std::string(language)};
}

}  // namespace video
