// Another program run beside this one: started with a list of words, never through a shell, and read without
// ever waiting for it.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace ui {

class ChildProcess {
  public:
    /// Starts `program` (a path) with these words, the first of which is its own name. It stands back behind
    /// this process when both want the processor (nice 10). A problem of kind Failure when it cannot be
    /// started.
    static base::Result<ChildProcess> start(const std::string& program,
                                            const std::vector<std::string>& words);
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    /// Interrupts it when it still runs, and leaves it to end by itself.
    ~ChildProcess();

    /// What it has written since, to standard output and standard error alike. Never waits.
    std::string read();

    /// Its exit code, or 128 + the signal that ended it; nothing while it runs. Never waits.
    std::optional<int> exitCode();

    /// Asks it to end, as Ctrl+C does.
    void interrupt();

  private:
    ChildProcess() = default;
    pid_t m_process = -1;
    int m_output = -1;  // to read from
    std::optional<int> m_exitCode;
};

}  // namespace ui
