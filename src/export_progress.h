// What an export says while it runs and when it ends.
#pragma once

#include <string>

#include "options.h"
#include "video/export.h"
#include "video/stopwatch.h"

class ExportProgress {
  public:
    explicit ExportProgress(const CommandLine& line);

    /// After each frame. On a terminal a line that changes, as JSON a line each half second, in a log a line
    /// each tenth of the way.
    void show(const video::Progress& progress);

    /// Ends the line that changes.
    void end() const;

  private:
    enum class Form { None, Terminal, Log, Json };
    void print(const video::Progress& progress);

    Form m_form = Form::None;
    video::Stopwatch m_watch;
    double m_lastShown = -1;
    bool m_hasShown = false;
};

/// Where the time went, on standard error.
void printStats(const video::ExportResult& result);

/// What came of it: a line on standard output, or how to go on on standard error. Returns the exit code.
int reportExport(const CommandLine& line, const video::ExportPlan& plan, const video::ExportResult& result);

/// The command line that was given, ready to paste into a shell, with `option` if it is not there.
std::string commandWith(const CommandLine& line, const std::string& option);
