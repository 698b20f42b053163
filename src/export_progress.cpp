#include "export_progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/shell.h"
#include "messages.h"

namespace {

struct Pace {
    double framesPerSecond = 0;
    double secondsLeft = 0;
};

// Of the frames that this run has made: those of earlier runs took no time.
Pace paceOf(const video::Progress& p, double seconds) {
    Pace pace;
    const auto made = static_cast<double>(p.done - p.earlier);
    pace.framesPerSecond = made / std::max(seconds, 1e-3);
    pace.secondsLeft = static_cast<double>(p.total - p.done) / std::max(pace.framesPerSecond, 1e-3);
    return pace;
}

}  // namespace

ExportProgress::ExportProgress(const CommandLine& line) {
    if (line.exporting.progress == "none") return;
    m_form = line.exporting.progress == "json" ? Form::Json
             : isatty(STDERR_FILENO) == 1      ? Form::Terminal
                                               : Form::Log;
}

void ExportProgress::show(const video::Progress& p) {
    const double now = m_watch.seconds();
    const bool isLast = p.done == p.total;
    switch (m_form) {
        case Form::None:
            return;
        case Form::Log:
            if (p.done * 10 / p.total == (p.done - 1) * 10 / p.total) return;
            break;
        case Form::Terminal:
            if (!isLast && now - m_lastShown < 0.1) return;
            break;
        case Form::Json:
            if (!isLast && m_lastShown >= 0 && now - m_lastShown < 0.5) return;
            break;
    }
    m_lastShown = now;
    print(p);
}

void ExportProgress::print(const video::Progress& p) {
    const Pace pace = paceOf(p, m_watch.seconds());
    const auto done = static_cast<long long>(p.done), total = static_cast<long long>(p.total);
    if (m_form == Form::Json) {
        const nlohmann::ordered_json json{{"frame", p.frame},
                                          {"done", p.done},
                                          {"total", p.total},
                                          {"fps", pace.framesPerSecond},
                                          {"seconds_left", pace.secondsLeft},
                                          {"bytes", p.bytes}};
        std::fprintf(stderr, "%s\n", json.dump().c_str());
        return;
    }
    if (m_form == Form::Log) {
        std::fprintf(stderr, "%lld of %lld frames\n", done, total);
        return;
    }
    const int left = static_cast<int>(std::min(pace.secondsLeft, 359'999.0));
    std::fprintf(stderr, "\rframe %lld, %lld of %lld, %.1f frames/s, %d:%02d:%02d left, %.1f MB  ",
                 static_cast<long long>(p.frame), done, total, pace.framesPerSecond, left / 3600,
                 left / 60 % 60, left % 60, static_cast<double>(p.bytes) / 1e6);
    m_hasShown = true;
}

void ExportProgress::end() const {
    if (m_hasShown) std::fputc('\n', stderr);
}

void printStats(const video::ExportResult& result) {
    const video::ExportStats& s = result.stats;
    const auto frames = static_cast<double>(std::max<std::int64_t>(s.drawn, 1));
    const auto each = [&](double seconds) { return seconds / frames * 1e3; };
    std::fprintf(stderr, "%lld frames in %.2f s, %.1f frames/s, %lld of them like the one before\n",
                 static_cast<long long>(s.drawn), s.total, frames / std::max(s.total, 1e-9),
                 static_cast<long long>(s.repeated));
    std::fprintf(stderr,
                 "per frame: picture %.1f ms, draw %.1f ms, read %.1f ms, waiting for encoders %.1f ms; "
                 "beside that, convert %.1f ms, encode %.1f ms, write %.1f ms\n",
                 each(s.picture), each(s.draw), each(s.read), each(s.wait), each(s.convert), each(s.encode),
                 each(s.write));
}

int reportExport(const CommandLine& line, const video::ExportPlan& plan, const video::ExportResult& result) {
    const auto finished = static_cast<long long>(result.finished);
    if (!result.interrupted) {
        std::string where;
        for (const video::Output& output : plan.outputs) where += (where.empty() ? "" : ", ") + output.path;
        std::printf("%s in %s", numberOf(static_cast<std::size_t>(result.finished), "frame").c_str(),
                    (plan.outputs.size() > 1 ? where : plan.out).c_str());
        if (result.earlier > 0)
            std::printf(", %lld of them from before", static_cast<long long>(result.earlier));
        std::printf("\n");
        return kDone;
    }
    std::fprintf(stderr, "harmattan: interrupted, %lld of %lld frames are finished; go on with: %s\n",
                 finished, static_cast<long long>(plan.range.count()), commandWith(line, "--resume").c_str());
    return kInterrupted;
}

std::string commandWith(const CommandLine& line, const std::string& option) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const std::string& word = line.words[i];
        // A person who goes on reads the progress, whoever read it before.
        if (word == "--progress")
            ++i;
        else if (word != "--force" && word != option && !word.starts_with("--progress="))
            words.push_back(word);
    }
    words.push_back(option);
    return base::shellLine(words);
}
