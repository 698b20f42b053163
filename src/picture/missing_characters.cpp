#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>

#include "base/file.h"
#include "picture/check.h"

namespace picture {

namespace {

/// A text that pictures show, and its path (film/locations.h).
using Visit = std::function<void(const std::string& path, std::string_view text)>;

void visit(const std::string& path, const base::LocalText& text, const Visit& seen) {
    for (const auto& [language, words] : text.byLanguage)
        seen(language.empty() ? path : path + "/" + language, words);
}

void visitTexts(const film::Film& film, const Visit& seen) {
    visit("title", film.title, seen);
    for (const film::Actor& actor : film.actors) visit("actors/" + actor.id + "/name", actor.name, seen);
    for (const film::Place& place : film.places) visit("places/" + place.id + "/name", place.name, seen);
    for (const film::Source& source : film.sources) {
        seen("sources/" + source.id + "/title", source.title);
        seen("sources/" + source.id + "/publisher", source.publisher);
    }
    for (const film::Event& event : film.events) {
        visit("events/" + event.id + "/title", event.title, seen);
        visit("events/" + event.id + "/text", event.text, seen);
        visit("events/" + event.id + "/said_by", event.saidBy, seen);
    }
    for (const film::Cue& cue : film.cues) {
        visit("cues/" + cue.id + "/title", cue.title, seen);
        visit("cues/" + cue.id + "/text", cue.text, seen);
    }
}

std::string nameOf(std::string_view character, std::uint32_t codePoint) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(codePoint));
    return "\"" + std::string(character) + "\" (" + code + ")";
}

/// The files of a film, read when they are first asked for.
class Files {
  public:
    /// Where `character` first stands at or after `from`; `from` when it is written in another way there.
    film::Location find(const film::Location& from, std::string_view character) {
        const std::string& text = textOf(from.file);
        std::size_t at = 0;
        for (int line = 1; line < from.at.line; ++line) {
            const std::size_t end = text.find('\n', at);
            if (end == std::string::npos) return from;
            at = end + 1;
        }
        const auto begin = static_cast<std::size_t>(std::max(0, from.at.column - 1));
        const std::size_t found = text.find(character, std::min(at + begin, text.size()));
        if (found == std::string::npos) return from;
        const auto lines = std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                      text.begin() + static_cast<std::ptrdiff_t>(found), '\n');
        const std::size_t lineStart = text.rfind('\n', found) + 1;
        const auto before = base::codePoints(std::string_view(text).substr(lineStart, found - lineStart));
        return {from.file, {from.at.line + static_cast<int>(lines), static_cast<int>(before.size()) + 1}};
    }

  private:
    const std::string& textOf(const std::string& path) {
        constexpr std::size_t kMost = 64 * 1024 * 1024;
        const auto known = m_texts.find(path);
        if (known != m_texts.end()) return known->second;
        const auto text = base::readFile(path, kMost);
        return m_texts.emplace(path, text ? *text : std::string()).first->second;
    }
    std::map<std::string, std::string> m_texts;
};

}  // namespace

base::Problems missingCharacters(const film::Film& film, const film::Locations& locations,
                                 const Fonts& fonts) {
    base::Problems problems;
    Files files;
    visitTexts(film, [&](const std::string& path, std::string_view text) {
        for (const Face face : {Face::SansRegular, Face::CondensedRegular}) {
            const auto missing = fonts.firstMissing(text, face);
            if (!missing) continue;
            const std::string_view character = text.substr(missing->begin, missing->end - missing->begin);
            const film::Location at = files.find(locations.of(path), character);
            problems.push_back({base::Severity::Warning, base::Trouble::Data, at.file, at.at.line,
                                at.at.column,
                                "no font has the character " + nameOf(character, missing->codePoint),
                                "it is drawn as a middle dot; write it in another way"});
            return;
        }
    });
    return problems;
}

}  // namespace picture
