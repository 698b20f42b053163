#include "video/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace video {

namespace {

base::Problem failure(const std::string& file, std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Failure, file, 0, 0, std::move(what), std::move(advice)};
}

// `kind`: LOCK_EX or LOCK_SH.
bool lock(int file, int kind, double patience) {
    constexpr double kPause = 0.05;  // seconds
    for (double waited = 0;; waited += kPause) {
        if (::flock(file, kind | LOCK_NB) == 0 || errno != EWOULDBLOCK) return true;
        if (waited >= patience) return false;
        ::usleep(static_cast<useconds_t>(kPause * 1e6));
    }
}

}  // namespace

bool lockFile(int file, double patience) {
    return lock(file, LOCK_EX, patience);
}

bool isHeld(const std::string& path, double patience) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return errno != ENOENT;
    // Network file systems lock a file for one alone only where it is open for writing.
    const bool isFree = lock(file, LOCK_SH, patience);
    ::close(file);
    return !isFree;
}

bool isFileOf(const std::string& path, int file) {
    struct stat named {
    }, opened{};
    return ::stat(path.c_str(), &named) == 0 && ::fstat(file, &opened) == 0 &&
           named.st_ino == opened.st_ino && named.st_dev == opened.st_dev;
}

base::Result<base::Done> FileLock::take(const std::string& path, const std::string& held, double patience) {
    release();
    constexpr int kTries = 20;  // of others that come and go meanwhile
    for (int i = 0; i < kTries; ++i) {
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (file < 0)
            return failure(path, std::string("cannot be made: ") + std::strerror(errno),
                           "choose a folder you may write to, with room in it");
        if (!lockFile(file, patience)) {
            ::close(file);
            return failure("", held, "wait until it has ended");
        }
        if (isFileOf(path, file)) {
            m_path = path;
            m_file = file;
            return base::Done{};
        }
        // Who held it has removed it: this lock keeps nobody out any more.
        ::close(file);
    }
    return failure("", held, "wait until it has ended");
}

void FileLock::release() {
    if (m_file < 0) return;
    // Its file may have been removed, and another process hold one of the same name.
    if (isFileOf(m_path, m_file)) ::unlink(m_path.c_str());
    ::close(m_file);
    m_file = -1;
}

}  // namespace video
