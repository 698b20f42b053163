// A file that is written on a thread of its own, so that a slow or full disk never holds up a picture.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "base/result.h"

namespace ui {

class BackgroundFile {
  public:
    /// Whether make() would find the file there against the will; touches nothing. A problem of kind Usage.
    static base::Result<base::Done> check(const std::string& path, bool overwrite);

    /// Makes the file. One that is there keeps what it has until the first put(). Problems: Usage when it is
    /// there already and `overwrite` is not said, Failure when it cannot be made.
    static base::Result<std::unique_ptr<BackgroundFile>> make(const std::string& path, bool overwrite);
    /// Writes what is left, flushes it to the disk, and closes the file. One that was made and never written
    /// goes away.
    ~BackgroundFile();
    BackgroundFile(const BackgroundFile&) = delete;
    BackgroundFile& operator=(const BackgroundFile&) = delete;

    /// Puts bytes at a place of the file. They are with the system at once (a killed program loses none) and
    /// on the disk within a second of the next call. What a full disk refuses is kept, up to 64 MiB, and
    /// tried again with the next call.
    void put(std::uint64_t at, std::string bytes);

    /// Why the last attempt to write failed, in the system's words; empty when it did not.
    std::string trouble() const;

  private:
    BackgroundFile(int file, std::string path, bool isMade);
    void run();
    bool write(std::uint64_t at, const std::string& bytes);
    void flush();

    struct Piece {
        std::uint64_t at;
        std::string bytes;
    };
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Piece> m_pieces;
    std::size_t m_waiting = 0;  // bytes of them
    std::string m_trouble;
    bool m_isNew = false;  // a piece has come since the last attempt
    bool m_stop = false;
    bool m_hasBegun = false;  // something has been put
    int m_file;
    std::string m_path;
    bool m_isMade;         // it was not there before
    bool m_isCut = false;  // of what was there
    double m_flushed = 0;  // when
    std::thread m_thread;
};

}  // namespace ui
