#include "video/captions.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/language.h"
#include "base/line_breaks.h"
#include "film/cue_summary.h"
#include "picture/words.h"

namespace video {

namespace {

constexpr std::size_t kLetters = 42, kLines = 2;  // of a caption: what broadcasters allow
constexpr double kLettersPerSecond = 20;
constexpr double kShortest = 1;  // seconds of a caption, where there is time: shorter ones flash

struct Paragraph {
    std::string text;  ///< a head of two lines has its own break, other texts have none
    int rank = 0;      ///< the lowest ranks go first when there is no time to read all
};

std::size_t lettersOf(std::string_view text) {
    return base::graphemesOf(text).size();
}

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
    std::string result;
    for (std::size_t at = 0;;) {
        const std::size_t found = text.find(what, at);
        result += text.substr(at, found - at);
        if (found == std::string_view::npos) return result;
        result += by;
        at = found + what.size();
    }
}

/// Date and places on a line, or on one each: a date is not parted.
std::string headOf(const film::Film& film, const film::Cue& cue,
                   const std::vector<const film::Event*>& events, std::string_view language) {
    const auto date = film::dateOfCue(cue, events);
    const std::string head = date ? base::formatDate(*date, language) : std::string();
    const std::string places = film::placeLine(film, events, language);
    if (head.empty() || places.empty()) return head + places;
    return head + (lettersOf(head) + 2 + lettersOf(places) <= kLetters ? ", " : "\n") + places;
}

std::string saidBy(const std::vector<const film::Event*>& events, std::string_view language) {
    std::vector<std::string_view> voices;
    for (const film::Event* event : events) {
        const std::string_view voice = event->saidBy.in(language);
        if (!voice.empty() && std::find(voices.begin(), voices.end(), voice) == voices.end())
            voices.push_back(voice);
    }
    std::string text;
    for (const std::string_view voice : voices) text += (text.empty() ? "" : "; ") + std::string(voice);
    return text.empty() ? text : "(" + std::string(word(picture::Word::AccordingTo, language)) + text + ")";
}

std::string titleOf(const film::Film& film, const film::Cue& cue, std::string_view language) {
    const std::string title(film::titleOfCue(film, cue).in(language));
    if (!title.empty()) return title;
    if (cue.card == film::CueCard::Title) return std::string(film.title.in(language));
    if (cue.card == film::CueCard::Credits) return std::string(word(picture::Word::Sources, language));
    return {};
}

void dropLowest(std::vector<Paragraph>& paragraphs) {
    paragraphs.erase(
        std::min_element(paragraphs.begin(), paragraphs.end(),
                         [](const Paragraph& a, const Paragraph& b) { return a.rank < b.rank; }));
}

/// What the cue says, in the order of reading, as far as there is time for it.
std::vector<Paragraph> paragraphsOf(const film::Film& film, const film::Cue& cue, std::string_view language) {
    const auto events = film::eventsShown(film, cue);
    const std::string text(film::textOfCue(film, cue).in(language));
    std::vector<Paragraph> all = {{headOf(film, cue, events, language), 2},
                                  {replaced(titleOf(film, cue, language), "\n", " "), 3},
                                  {replaced(text, "\n", " "), 0},
                                  {replaced(saidBy(events, language), "\n", " "), 1}};
    std::erase_if(all, [](const Paragraph& p) { return p.text.empty(); });
    const auto letters = [&] {
        std::size_t sum = 0;
        for (const Paragraph& p : all) sum += lettersOf(p.text);
        return static_cast<double>(sum);
    };
    while (all.size() > 1 && letters() > kLettersPerSecond * cue.seconds()) dropLowest(all);
    return all;
}

struct Word {
    std::string text;
    std::size_t letters = 0;
    bool spaceAfter = false;
};

using Words = std::vector<Word>;

/// Letters of words [from, to) on one line.
std::size_t lengthOf(const Words& words, std::size_t from, std::size_t to) {
    std::size_t length = 0;
    for (std::size_t i = from; i < to; ++i)
        length += words[i].letters + (words[i].spaceAfter && i + 1 < to ? 1 : 0);
    return length;
}

std::string lineOf(const Words& words, std::size_t from, std::size_t to) {
    std::string line;
    for (std::size_t i = from; i < to; ++i)
        line += words[i].text + (words[i].spaceAfter && i + 1 < to ? " " : "");
    return line;
}

/// The end of the line that begins at `from`; it has at least one word.
std::size_t endOfLine(const Words& words, std::size_t from) {
    std::size_t to = from + 1;
    while (to < words.size() && lengthOf(words, from, to + 1) <= kLetters) ++to;
    return to;
}

/// Words [from, to) on one line, or on two of about the same length.
std::string block(const Words& words, std::size_t from, std::size_t to) {
    if (lengthOf(words, from, to) <= kLetters || to - from < 2) return lineOf(words, from, to);
    std::size_t best = from + 1;
    const auto longer = [&](std::size_t at) {
        return std::max(lengthOf(words, from, at), lengthOf(words, at, to));
    };
    for (std::size_t at = from + 2; at < to; ++at) {
        if (longer(at) < longer(best)) best = at;
    }
    return lineOf(words, from, best) + "\n" + lineOf(words, best, to);
}

/// The last end of a block of at most two lines that begins at `from`.
std::size_t longestBlock(const Words& words, std::size_t from) {
    std::size_t to = from;
    for (std::size_t line = 0; line < kLines && to < words.size(); ++line) to = endOfLine(words, to);
    return to;
}

/// How many blocks words from `from` on fill, at least.
std::size_t blocksFrom(const Words& words, std::size_t from) {
    std::size_t count = 0;
    for (; from < words.size(); ++count) from = longestBlock(words, from);
    return count;
}

/// The end of the block that begins at `from`, so that this and the others of `left` blocks are about as
/// long.
std::size_t endOfBlock(const Words& words, std::size_t from, std::size_t left) {
    const std::size_t longest = longestBlock(words, from);
    const std::size_t fair = lengthOf(words, from, words.size()) / left;
    std::size_t to = from + 1;
    while (to < longest && (lengthOf(words, from, to) < fair || blocksFrom(words, to) >= left)) ++to;
    return to;
}

/// A paragraph as blocks of at most two lines, none much shorter than the others.
std::vector<std::string> blocksOf(const std::string& paragraph, std::string_view language) {
    const std::size_t own = paragraph.find('\n');
    if (own != std::string::npos && lettersOf(paragraph.substr(0, own)) <= kLetters &&
        lettersOf(paragraph.substr(own + 1)) <= kLetters)
        return {paragraph};
    const std::string flowing = replaced(paragraph, "\n", ", ");
    Words words;
    for (const base::LinePart& part : base::lineParts(flowing, language))
        words.push_back({std::string(part.text), lettersOf(part.text), part.spaceAfter});
    std::vector<std::string> blocks;
    const std::size_t count = blocksFrom(words, 0);
    for (std::size_t from = 0; from < words.size();) {
        const std::size_t to = endOfBlock(words, from, count - blocks.size());
        blocks.push_back(block(words, from, to));
        from = to;
    }
    return blocks;
}

/// Paragraphs as texts of captions; date and title share one when each is a line.
std::vector<std::string> textsOf(const std::vector<Paragraph>& paragraphs, std::string_view language) {
    std::vector<std::string> texts;
    for (const Paragraph& paragraph : paragraphs) {
        std::vector<std::string> blocks = blocksOf(paragraph.text, language);
        const bool joins = texts.size() == 1 && paragraph.rank == 3 && blocks.size() == 1 &&
                           (texts[0] + blocks[0]).find('\n') == std::string::npos;
        if (joins)
            texts[0] += "\n" + blocks[0];
        else
            texts.insert(texts.end(), blocks.begin(), blocks.end());
    }
    return texts;
}

/// What a cue says as texts of captions, no more than can be read one after the other.
std::vector<std::string> textsOf(const film::Film& film, const film::Cue& cue, std::string_view language) {
    std::vector<Paragraph> paragraphs = paragraphsOf(film, cue, language);
    std::vector<std::string> texts = textsOf(paragraphs, language);
    while (paragraphs.size() > 1 && static_cast<double>(texts.size()) * kShortest > cue.seconds()) {
        dropLowest(paragraphs);
        texts = textsOf(paragraphs, language);
    }
    return texts;
}

/// The share of the time that each text has: as its letters, and not less than a caption needs.
std::vector<double> sharesOf(const std::vector<std::string>& texts, double seconds) {
    std::vector<double> shares;
    double letters = 0, all = 0;
    for (const std::string& text : texts) letters += static_cast<double>(lettersOf(text));
    for (const std::string& text : texts) {
        shares.push_back(
            std::max(static_cast<double>(lettersOf(text)), letters * kShortest / std::max(seconds, 0.001)));
        all += shares.back();
    }
    for (double& share : shares) share /= all;
    return shares;
}

std::string timeText(double seconds, char point) {
    const long long ms = std::llround(seconds * 1000);
    char text[40];
    std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld%c%03lld", ms / 3600000, ms / 60000 % 60,
                  ms / 1000 % 60, point, ms % 1000);
    return text;
}

}  // namespace

std::vector<Caption> captionsOf(const film::Film& film, std::string_view language, film::FrameRate rate,
                                FrameRange range) {
    const double begin = film::timeOfFrame(range.first, rate), end = film::timeOfFrame(range.last + 1, rate);
    std::vector<Caption> captions;
    for (std::size_t i = 0; i < film.cues.size(); ++i) {
        const std::vector<std::string> texts = textsOf(film, film.cues[i], language);
        const double start = film::cueStart(film, i), length = film::cueStart(film, i + 1) - start;
        const std::vector<double> shares = sharesOf(texts, length);
        double before = 0;
        for (std::size_t k = 0; k < texts.size(); ++k) {
            const double from = start + length * before;
            before += shares[k];
            const Caption caption{std::max(from, begin) - begin,
                                  std::min(start + length * before, end) - begin, texts[k],
                                  film.cues[i].id + "-" + std::to_string(k + 1)};
            // Shorter than a millisecond it would begin and end at the same time in a file.
            if (caption.end - caption.start > 0.001) captions.push_back(caption);
        }
    }
    return captions;
}

std::string srtText(std::string_view text) {
    return replaced(text, "-->", "→");
}

std::string vttText(std::string_view text) {
    return replaced(replaced(replaced(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;");
}

std::string toSrt(const std::vector<Caption>& captions) {
    std::string file;
    int number = 0;
    for (const Caption& caption : captions) {
        file += (number > 0 ? "\n" : "") + std::to_string(number + 1) + "\n";
        file += timeText(caption.start, ',') + " --> " + timeText(caption.end, ',') + "\n";
        file += srtText(caption.text) + "\n";
        ++number;
    }
    return file;
}

std::string toVtt(const std::vector<Caption>& captions) {
    std::string file = "WEBVTT\n";
    for (const Caption& caption : captions) {
        file += "\n" + replaced(caption.id, "-->", "→") + "\n";
        file += timeText(caption.start, '.') + " --> " + timeText(caption.end, '.') + "\n";
        file += vttText(caption.text) + "\n";
    }
    return file;
}

}  // namespace video
