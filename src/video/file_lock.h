// Who writes these files? One process at a time.
#pragma once

#include <string>

namespace video {

class FileLock {
  public:
    FileLock() = default;
    ~FileLock() { release(); }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// Takes the lock that the file at `path` stands for, which is made; waits two seconds for a process that
    /// was just killed to go away. False when another one holds it, or the file cannot be made.
    bool take(const std::string& path);

    /// Removes the file and gives the lock back.
    void release();

  private:
    std::string m_path;
    int m_file = -1;
};

/// The same of a file that is open: flock(2).
bool lockFile(int file);

}  // namespace video
