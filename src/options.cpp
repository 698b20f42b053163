#include "options.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cmath>
#include <filesystem>
#include <map>

#include "base/text.h"
#include "film/frame_numbers.h"

namespace {

const std::vector<std::string> kCommands = {"present", "export", "still",  "storyboard",
                                            "check",   "info",   "picture"};

template <class Number>
std::optional<Number> readNumber(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Turns a parser that returns nothing on failure into a CLI11 check with advice.
template <class Parse>
CLI::Validator checkedBy(Parse parse, const std::string& advice) {
    return CLI::Validator(
        [parse, advice](std::string& text) {
            return parse(text) ? std::string() : "\"" + text + "\" is not " + advice;
        },
        "");
}

// The rates of television in decimals, as people write them: 29.97 is 30000/1001.
std::string exactRate(const std::string& text) {
    constexpr double kRounded = 0.006;
    const auto rate = readNumber<double>(text);
    for (const int whole : {24, 30, 48, 60, 120}) {
        if (rate && std::abs(*rate - whole * 1000 / 1001.0) < kRounded)
            return std::to_string(whole) + "000/1001";
    }
    return "";
}

// A variable of a shell script that is not set must not end in nothing being written.
std::string emptyName(const std::string& path) {
    return path.empty() ? "the name of the file is empty" : "";
}

std::string wrongRate(const std::string& text) {
    if (film::parseFrameRate(text)) return "";
    const std::string exact = exactRate(text);
    return "\"" + text + "\" is not a frame rate; " +
           (exact.empty() ? "write 24, 30 or 30000/1001, from 1 to 1000 frames a second"
                          : text + " is " + exact);
}

class Grammar {
  public:
    explicit Grammar(CommandLine& line)
        : m_line(line), m_app("Animated maps of dated and sourced events", "harmattan") {
        m_app.set_version_flag("--version", std::string("harmattan ") + HARMATTAN_VERSION);
        m_app.require_subcommand(1);
        present();
        exportFilm();
        still();
        storyboard();
        check();
        info();
        picture();
    }
    CLI::App& app() { return m_app; }
    std::string size, rate, frames;

  private:
    CLI::App* command(const char* name, const char* help) {
        CLI::App* c = m_app.add_subcommand(name, help);
        // An option given twice counts as given last, as in most tools; scripts rely on it to change a
        // default.
        c->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
        c->add_option("FILM", m_line.film, "film file; left out: the Sahel film that ships");
        c->add_option("--skip", m_line.skip, "leave out this optional chapter; may be given several times")
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->allow_extra_args(false);
        c->add_option("--with", m_line.with, "show this optional chapter that the film leaves out")
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->allow_extra_args(false);
        c->add_option("--data", m_line.dataFolder, "folder that holds geodata/ and assets/");
        return c;
    }
    void look(CLI::App* c) {
        c->add_option("--size", size, "WxH, or 720p 1080p 1440p 4k 8k square vertical portrait")
            ->check(checkedBy(parseSize, "a size; write WxH such as 1920x1080, sides 1 to 32768, or 1080p"));
        c->add_option("--lang", m_line.language, "language of the texts, e.g. fr or en");
        c->add_option("--theme", m_line.theme, "night, paper, plain, or a theme file");
    }
    void fps(CLI::App* c) {
        c->add_option("--fps", rate, "frames per second: 24, 30, 30000/1001 (default 30)")
            ->check(CLI::Validator([](const std::string& text) { return wrongRate(text); }, ""));
    }
    void moment(CLI::App* c) {
        const auto isTime = [](const std::string& text) { return parseTime(text, {}); };
        auto* at = c->add_option("--at", m_line.at, "film time: 12.5s, 1:02.5, or a frame: 375f")
                       ->check(checkedBy(isTime, "a time; write 12.5s, 1:02.5 or 375f"));
        auto* cue = c->add_option("--cue", m_line.cue, "a cue's id: the cue at its end")->excludes(at);
        c->add_option("--date", m_line.date, "a date such as 2024-04-10: the last cue begun by then")
            ->excludes(at)
            ->excludes(cue);
        fps(c);
    }
    void present() {
        CLI::App* c = command("present", "Show the film in a window (the default command)");
        look(c);
        c->add_flag("--fullscreen", m_line.fullscreen, "start in full screen");
        c->add_option("--display", m_line.display, "name or number of the display");
        c->add_option("--notes", m_line.notes, "start with the notes, on the display of this name or number");
        c->add_option("--talk", m_line.talk,
                      "length of the talk for its clock, e.g. 20:00 (default: the film's)")
            ->check(checkedBy([](const std::string& text) { return parseTime(text, {}); },
                              "a time; write 20:00 or 90s"));
        c->add_flag("--overlay", m_line.overlay, "start with the event list open");
        auto* at = c->add_option("--at", m_line.at, "film time to start at");
        auto* paused = c->add_flag("--paused", m_line.paused, "start paused");
        auto* loop = c->add_flag("--loop", m_line.loop, "play by itself, again and again: for a kiosk");
        c->add_option("--trace", m_line.trace, "write a JSON line for every change to this file");
        c->add_flag("--stats", m_line.stats,
                    "say at the end how many frames there were and how long they took");
        auto* force = c->add_flag("--force", m_line.force, "with --record: write over files that are there");
        auto* record = c->add_option("--record", m_line.record,
                                     "write what you do to this take, to be exported or played back")
                           ->check(CLI::Validator(emptyName, ""));
        c->add_option("--take", m_line.take, "play this take back; any key takes over")
            ->excludes(record)
            ->excludes(at)
            ->excludes(paused)
            ->excludes(loop);
        c->add_option("--audio", m_line.sound, "with --record: record the microphone to this .wav file")
            ->needs(record);
        force->needs(record);
        c->add_option("--exit-after", m_line.exitAfterSeconds, "close after so many seconds")
            ->check(CLI::Range(0.0, 1e6));
        c->add_option("--ui-scale", m_line.uiScale, "size of lists, panels and messages: 1, 1.5, 2 ...")
            ->check(CLI::Range(0.5, 4.0));
        c->add_flag("--no-settings", m_line.noSettings, "remember nothing, and nothing of the last time");
        fps(c);
    }
    void exportFilm() {
        CLI::App* c = command("export", "Write the film as frames or as a video");
        c->add_option("-o,--output", m_line.out,
                      "a folder or a pattern of PNG frames (out/####.png, out/%05d.png, out/{frame}.png), "
                      "or a video: .mp4 .mov .webm .mkv");
        look(c);
        fps(c);
        c->add_option("--frames", frames, "only frames A-B (A- for the rest)")
            ->check(checkedBy(film::parseFrameRange, "a frame range; write 1-250 or 100-"));
        auto* force = c->add_flag("--force", m_line.force, "begin anew, over what is there");
        c->add_flag("--no-panels", m_line.noPanels, "leave out caption, legend, timeline and cards");
        c->add_flag("--overlay", m_line.overlay, "draw the event list over the picture");
        c->add_option("--take", m_line.take, "what a presenter did (present --record), in place of the film");
        c->add_flag("--stats", m_line.stats, "say how long each stage took");
        addExportOptions(*c, *force, m_line.exporting);
    }
    void still() {
        CLI::App* c = command("still", "Write one picture");
        c->add_option("-o,--output", m_line.out, "the PNG file")->required();
        look(c);
        moment(c);
        c->add_flag("--no-panels", m_line.noPanels, "leave out caption, legend, timeline and cards");
        c->add_flag("--overlay", m_line.overlay, "draw the event list over the picture");
        c->add_option("--reference", m_line.reference, "compare with this PNG; exit code 4 when they differ");
        c->add_option("--simulate", m_line.simulate,
                      "as seen with a colour deficiency, or in black and white: deutan protan tritan grey")
            ->check(CLI::IsMember({"deutan", "protan", "tritan", "grey"}));
        c->add_option("--worst", m_line.worst,
                      "largest difference allowed in any channel (default 48 of 255)");
        c->add_option("--mean", m_line.mean, "mean difference allowed (default 0.5 of 255)");
        c->add_flag("--stats", m_line.stats, "say how long each stage took");
    }
    void storyboard() {
        CLI::App* c = command("storyboard", "Write every cue at its end, with texts and sources, to be read");
        c->add_option("-o,--output", m_line.out, "a contact sheet (.png) or a handout (.pdf)")->required();
        look(c);
        c->add_option("--per-page", m_line.perPage,
                      "cues on a page of the handout (.pdf), at most (default 1)")
            ->check(CLI::Range(1, 6));
        c->add_flag("--no-notes", m_line.noNotes, "leave out the presenter's notes");
        c->add_flag("--force", m_line.force, "overwrite a file that is there");
    }
    void check() {
        CLI::App* c = command("check", "Say what is wrong with a film, with line and column");
        c->add_flag(
            "--audit", m_line.audit,
            "an editor's audit: sources, languages, counts, dates, reading times, countries, flashes");
        c->add_flag("--json", m_line.json, "as JSON on standard output");
        c->add_option("--theme", m_line.theme, "check with this theme");
    }
    void info() {
        CLI::App* c = command("info", "Title, languages, cues, events, places and sources of a film");
        auto* json = c->add_flag("--json", m_line.json, "as JSON on standard output");
        auto* sources = c->add_flag("--sources", m_line.sources, "the sources alone")->excludes(json);
        c->add_option("--format", m_line.format, "of the sources: text (default) or csl-json")
            ->check(CLI::IsMember({"text", "csl-json"}))
            ->needs(sources);
        c->add_option("--lang", m_line.language, "language of the list of sources")->needs(sources);
    }
    void picture() {
        CLI::App* c = command("picture", "The display list of one picture, in pixels");
        look(c);
        moment(c);
        c->add_flag("--no-panels", m_line.noPanels, "leave out caption, legend, timeline and cards");
        c->add_flag("--json", m_line.json, "as JSON on standard output (the only form there is)");
    }

    CommandLine& m_line;
    CLI::App m_app;
};

// `harmattan FILM`, `harmattan --fullscreen` and `harmattan` mean present; `help X` means `X --help`.
std::vector<std::string> normalised(int count, const char* const* words) {
    std::vector<std::string> list(words + 1, words + count);
    const bool isHelp = !list.empty() && list.front() == "help";
    if (isHelp) {
        list.erase(list.begin());
        list.resize(std::min<std::size_t>(list.size(), 1));
        list.emplace_back("--help");
        return list;
    }
    const bool top =
        !list.empty() && (list.front() == "--help" || list.front() == "-h" || list.front() == "--version");
    const bool known =
        !list.empty() && std::find(kCommands.begin(), kCommands.end(), list.front()) != kCommands.end();
    if (!known && !top) list.insert(list.begin(), "present");
    return list;
}

}  // namespace

std::optional<base::Size> parseSize(const std::string& text) {
    static const std::map<std::string, base::Size> names = {
        {"720p", {1280, 720}},      {"1080p", {1920, 1080}},   {"1440p", {2560, 1440}},
        {"4k", {3840, 2160}},       {"8k", {7680, 4320}},      {"square", {1080, 1080}},
        {"vertical", {1080, 1920}}, {"portrait", {1080, 1350}}};
    if (const auto found = names.find(text); found != names.end()) return found->second;
    const std::size_t x = text.find('x');
    if (x == std::string::npos) return std::nullopt;
    const std::string_view view = text;
    const auto w = readNumber<int>(view.substr(0, x)), h = readNumber<int>(view.substr(x + 1));
    constexpr int kLargest = 32768;
    if (!w || !h || *w < 1 || *h < 1 || *w > kLargest || *h > kLargest) return std::nullopt;
    return base::Size{*w, *h};
}

std::optional<double> parseTime(const std::string& text, film::FrameRate rate) {
    std::string_view view = text;
    if (view.empty()) return std::nullopt;
    if (view.back() == 'f') {
        const auto frame = readNumber<std::int64_t>(view.substr(0, view.size() - 1));
        if (!frame || *frame < 1 || *frame > 1'000'000'000) return std::nullopt;
        return film::timeOfFrame(*frame, rate);
    }
    double seconds = 0;
    const std::size_t colon = view.find(':');
    const bool clock = colon != std::string_view::npos;
    if (clock) {
        const auto minutes = readNumber<int>(view.substr(0, colon));
        if (!minutes || *minutes < 0) return std::nullopt;
        seconds = *minutes * 60.0;
        view.remove_prefix(colon + 1);
    } else if (view.back() == 's') {
        view.remove_suffix(1);
    }
    const auto rest = readNumber<double>(view);
    if (!rest || !std::isfinite(*rest) || *rest < 0 || (clock && *rest >= 60) || seconds + *rest > 1e6) {
        return std::nullopt;
    }
    return seconds + *rest;
}

namespace {

// A first word that is no file but nearly a command is a slip, not a film.
std::optional<EarlyExit> misspeltCommand(int count, const char* const* words) {
    const std::string first = count > 1 ? words[1] : "";
    if (first.empty() || first[0] == '-' || first.find_first_of("./") != std::string::npos)
        return std::nullopt;
    if (first == "help" || std::find(kCommands.begin(), kCommands.end(), first) != kCommands.end())
        return std::nullopt;
    if (std::filesystem::exists(first)) return std::nullopt;
    const std::string near(base::nearest(first, kCommands));
    return EarlyExit{
        2, "harmattan: \"" + first + "\" is neither a command nor a film file; " +
               (near.empty() ? "`harmattan help` lists the commands" : "did you mean \"" + near + "\"?") +
               "\n"};
}

}  // namespace

std::variant<CommandLine, EarlyExit> parseCommandLine(int count, const char* const* words) {
    if (auto slip = misspeltCommand(count, words)) return *slip;
    CommandLine line;
    Grammar grammar(line);
    std::vector<std::string> list = normalised(count, words);
    std::reverse(list.begin(), list.end());  // as CLI11 takes them
    try {
        grammar.app().parse(list);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = grammar.app().get_subcommands();
        return EarlyExit{0, chosen.empty() ? grammar.app().help() : chosen.front()->help()};
    } catch (const CLI::CallForVersion&) {
        return EarlyExit{0, std::string("harmattan ") + HARMATTAN_VERSION + "\n"};
    } catch (const CLI::ParseError& error) {
        return EarlyExit{2, std::string("harmattan: ") + error.what() +
                                "; `harmattan help` lists the commands and " +
                                "`harmattan help COMMAND` their options\n"};
    }
    line.command = grammar.app().get_subcommands().front()->get_name();
    const ExportPreset* preset = findPreset(line.exporting.preset);
    if (preset) applyPreset(*preset, line.exporting);
    const auto either = [](const std::string& given, const char* other) {
        return given.empty() ? other : given;
    };
    const std::string size = either(grammar.size, preset ? preset->size : "");
    const std::string rate = either(grammar.rate, preset ? preset->rate : "");
    if (!size.empty()) line.size = *parseSize(size);
    line.sizeGiven = !size.empty();
    if (!rate.empty()) line.rate = *film::parseFrameRate(rate);
    if (!grammar.frames.empty()) line.frames = film::parseFrameRange(grammar.frames);
    line.words.assign(words, words + count);
    return line;
}
