#include "ui/read_take.h"

#include <algorithm>

#include "base/file.h"
#include "base/text.h"
#include "ui/take_fields.h"
#include "ui/take_text.h"

namespace ui {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kLargestFile = std::size_t{256} << 20;
constexpr std::size_t kLongestLine = std::size_t{4} << 20;
constexpr std::size_t kMostLines = 2'000'000;
constexpr double kLongestTake = 48 * 3600;  // seconds

const std::vector<std::string> kHeaderKeys = {"take",   "program",  "film",  "film_hash", "skip",    "with",
                                              "size",   "language", "theme", "cue",       "seconds", "paused",
                                              "panels", "camera",   "from",  "to"};
const std::vector<std::string> kCommandKeys = {"t",       "do", "number", "text", "camera", "from", "cue",
                                               "seconds", "on", "paused", "to",   "at",     "share"};

std::vector<std::string> namesOfFilm() {
    std::vector<std::string> names{"size", "hold", "sound", "end"};
    for (const CommandRow& row : commandTable()) {
        if (isOfFilm(row.id)) names.emplace_back(row.name);
    }
    return names;
}

const CommandRow* rowNamed(std::string_view name) {
    for (const CommandRow& row : commandTable()) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

/// Reads one file's lines, in order.
class TakeReader {
  public:
    explicit TakeReader(const std::string& path) : m_report(path) { m_take.path = path; }

    void read(std::string_view text) {
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            std::string_view line = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (static_cast<std::size_t>(++m_number) > kMostLines) {
                m_report.error({m_number, 1}, "there are too many lines", "shorten the take");
                return;
            }
            const bool isLast = text.find_first_not_of(" \r\n\t") == std::string_view::npos;
            if (line.find_first_not_of(" \t") != std::string_view::npos) readLine(line, isLast);
        }
        if (!m_hasHeader) m_report.error({1, 1}, "this is no take", "record one with --record");
        if (!m_ended && !m_take.lines.empty()) m_take.end = m_take.lines.back().at;
        // What was held counts when there is sound.
        if (m_hasSound && m_tooLongAt > 0)
            m_report.error({m_tooLongAt, 1}, "with what was held the take is longer than 48 hours",
                           "take \"hold\" lines out, or the \"sound\" line");
        if (m_take.header.from && *m_take.header.from >= m_take.end)
            m_report.error({1, 1}, "\"from\" is not before the take's end", "give an earlier time");
    }

    base::Result<ReadTake> result() {
        base::Problems problems = m_report.problems();
        if (base::hasErrors(problems)) return problems;
        return ReadTake{std::move(m_take), std::move(problems)};
    }

  private:
    void readLine(std::string_view text, bool isLast) {
        if (text.size() > kLongestLine) {
            m_report.error({m_number, 1}, "the line is too long", "take it out");
            return;
        }
        Json json;
        try {
            json = Json::parse(text);
        } catch (const Json::exception& error) {
            const auto* parse = dynamic_cast<const Json::parse_error*>(&error);
            const film::Position at =
                positionIn(text, m_number, parse && parse->byte > 0 ? parse->byte - 1 : 0);
            // The recording ended in the middle of it.
            if (isLast && m_hasHeader)
                m_report.warning(at, "the last line is cut off; it is left out");
            else
                m_report.error(at, "this is not JSON", "each line is one {...}; see docs/takes.md");
            return;
        }
        TakeFields fields(json, text, m_number, m_report);
        if (!json.is_object()) {
            m_report.error({m_number, 1}, "this line is no {...}", "see docs/takes.md");
        } else if (!std::exchange(m_hasHeader, true)) {
            readHeader(fields);
        } else if (m_ended) {
            m_report.error({m_number, 1}, "nothing follows the \"end\"", "take the \"end\" or this line out");
        } else {
            readEntry(fields);
        }
    }

    void readHeader(TakeFields& fields) {
        const auto format = fields.number("take", 1, 1e9);
        if (!fields.has("take")) {
            m_report.error({m_number, 1}, "this is no take: its first line has no \"take\"",
                           "record one with --record");
            return;
        }
        if (format && *format != kTakeFormat) {
            fields.wrong("take", "this take is of a later format", "use a newer harmattan");
            return;
        }
        fields.allowOnly(kHeaderKeys);
        TakeHeader& header = m_take.header;
        header.program = fields.string("program").value_or("");
        header.film = fields.string("film").value_or("");
        header.filmHash = fields.string("film_hash").value_or("");
        header.skip = fields.strings("skip");
        header.with = fields.strings("with");
        header.size = fields.size("size").value_or(header.size);
        header.cue = fields.string("cue").value_or("");
        header.seconds = fields.number("seconds", 0, kLongestTake).value_or(0);
        header.language = fields.string("language").value_or("");
        header.theme = fields.string("theme").value_or("");
        header.cueColumn = fields.columnOf("cue");
        header.languageColumn = fields.columnOf("language");
        header.themeColumn = fields.columnOf("theme");
        header.paused = fields.boolean("paused").value_or(false);
        header.panels = fields.boolean("panels").value_or(true);
        header.camera = fields.camera("camera");
        header.from = fields.number("from", 0, kLongestTake);
        header.to = fields.number("to", 0, kLongestTake);
        if (header.from && header.to && *header.to <= *header.from)
            fields.wrong("to", "\"to\" is not after \"from\"", "give a later time");
    }

    void readEntry(TakeFields& fields) {
        fields.require({"t", "do"});
        TakeLine line;
        line.number = m_number;
        line.at = fields.number("t", 0, kLongestTake).value_or(m_last);
        if (line.at < m_last)
            fields.wrong("t", "the time is before that of the line above", "times never decrease");
        m_last = std::max(m_last, line.at);
        const std::string name = fields.string("do").value_or("");
        if (name == "size" || name == "hold" || name == "sound" || name == "end")
            readMark(fields, name, line);
        else if (const CommandRow* row = rowNamed(name); row && isOfFilm(row->id))
            readCommand(fields, *row, line);
        else if (row)
            fields.wrong("do", film::quoted(name) + " is no part of a film", "take the line out");
        else if (fields.has("do"))
            fields.wrong("do", film::quoted(name) + " is nothing that a take can do",
                         m_report.suggestion(name, namesOfFilm(), film::oneOf(namesOfFilm())));
    }

    void readMark(TakeFields& fields, const std::string& name, TakeLine& line) {
        if (name == "size") {
            line.kind = TakeKind::Size;
            fields.allowOnly({"t", "do", "size"});
            fields.require({"size"});
            line.size = fields.size("size").value_or(m_take.header.size);
        } else if (name == "hold") {
            line.kind = TakeKind::Hold;
            fields.allowOnly({"t", "do", "seconds"});
            fields.require({"seconds"});
            line.seconds = fields.number("seconds", 0, kLongestTake);
            m_held += line.seconds.value_or(0);
        } else if (name == "sound") {
            line.kind = TakeKind::Sound;
            fields.allowOnly({"t", "do", "file"});
            fields.require({"file"});
            line.file = fields.string("file").value_or("");
            if (std::exchange(m_hasSound, true))
                fields.wrong("do", "a take has one sound", "take one of the \"sound\" lines out");
        } else {
            line.kind = TakeKind::End;
            fields.allowOnly({"t", "do"});
            m_ended = true;
            m_take.end = line.at;
        }
        noteLength(line);
        m_take.lines.push_back(std::move(line));
    }

    void readCommand(TakeFields& fields, const CommandRow& row, TakeLine& line) {
        fields.allowOnly(kCommandKeys);
        line.command.id = row.id;
        line.command.number = fields.number("number", 0, 1e9).value_or(0);
        line.command.text = fields.string("text").value_or("");
        line.command.camera = fields.camera("camera");
        line.command.ink = readPoint(fields);
        line.from = fields.camera("from");
        line.cue = fields.string("cue").value_or("");
        line.seconds = fields.number("seconds", 0, kLongestTake);
        line.on = fields.boolean("on");
        line.paused = fields.boolean("paused");
        line.to = fields.string("to").value_or("");
        line.column = fields.columnOf(line.cue.empty() ? "to" : "cue");
        if (row.id == CommandId::Look || row.id == CommandId::Fly) fields.require({"camera"});
        const bool needsNumber = row.id == CommandId::JumpToCue || row.id == CommandId::Scrub;
        if (needsNumber && !fields.has("number")) fields.require({"cue"});
        if (row.id == CommandId::JumpToEvent && !fields.has("text")) fields.require({"cue"});
        noteLength(line);
        m_take.lines.push_back(std::move(line));
    }

    void noteLength(const TakeLine& line) {
        if (m_tooLongAt == 0 && line.at + m_held > kLongestTake) m_tooLongAt = m_number;
    }

    static std::optional<picture::InkPoint> readPoint(TakeFields& fields) {
        constexpr double kFar = 10;  // frames
        if (const auto ground = fields.pair("at", {180, 90}))
            return picture::InkPoint{base::LonLat{ground->x, ground->y}, {}};
        const auto share = fields.pair("share", {kFar, kFar});
        return share ? std::optional(picture::InkPoint{std::nullopt, *share}) : std::nullopt;
    }

    film::Report m_report;
    Take m_take;
    int m_number = 0;
    double m_last = 0;
    double m_held = 0;    // seconds so far
    int m_tooLongAt = 0;  // the first line that kLongestTake does not reach; 0: none
    bool m_hasHeader = false, m_ended = false, m_hasSound = false;
};

}  // namespace

base::Result<ReadTake> takeOf(const std::string& path, std::string_view text) {
    TakeReader reader(path);
    reader.read(text);
    return reader.result();
}

base::Result<ReadTake> readTake(const std::string& path) {
    const auto text = base::readFile(path, kLargestFile);
    if (!text) return text.problems();
    return takeOf(path, *text);
}

base::Problems mismatches(const Take& take, const film::Film& film, const std::vector<std::string>& themes) {
    film::Report report(take.path);
    std::vector<std::string> cues;
    for (const film::Cue& cue : film.cues) cues.push_back(cue.id);
    const auto check = [&](film::Position at, const char* what, const std::string& name,
                           const std::vector<std::string>& known) {
        if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) return;
        report.error(at, std::string("the film has no ") + what + " " + film::quoted(name),
                     report.suggestion(name, known, "name another one, or take the line out"));
    };
    const TakeHeader& header = take.header;
    check({1, header.cueColumn}, "cue", header.cue, cues);
    check({1, header.languageColumn}, "language", header.language, film.languages);
    check({1, header.themeColumn}, "theme", header.theme, themes);
    for (const TakeLine& line : take.lines) {
        const film::Position at{line.number, line.column};
        check(at, "cue", line.cue, cues);
        if (line.command.id == CommandId::Language) check(at, "language", line.to, film.languages);
        if (line.command.id == CommandId::Theme) check(at, "theme", line.to, themes);
    }
    return report.problems();
}

}  // namespace ui
