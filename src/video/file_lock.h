// Who writes these files? One process at a time.
#pragma once

#include <string>

#include "base/result.h"

namespace video {

class FileLock {
  public:
    FileLock() = default;
    ~FileLock() { release(); }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// Takes the lock that the file at `path` stands for, which is made. Problems of kind Failure: another
    /// process holds it and has not let go within `patience` seconds (two, for one that was just killed to go
    /// away), which `held` says; or the file cannot be made.
    base::Result<base::Done> take(const std::string& path, const std::string& held, double patience = 2);

    /// Removes the file and gives the lock back.
    void release();

  private:
    std::string m_path;
    int m_file = -1;
};

/// The same of a file that is open: flock(2). False when another process holds it for longer than `patience`
/// seconds; true also where the file system knows no locks.
bool lockFile(int file, double patience = 2);

/// Whether another process holds the file at `path` for longer than `patience` seconds; false where there is
/// none, true where it may not be read.
bool isHeld(const std::string& path, double patience = 2);

/// Whether `path` still is the file that is open: not when another one has taken its name, or it was removed.
bool isFileOf(const std::string& path, int file);

}  // namespace video
