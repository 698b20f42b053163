#include "video/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace video {

bool lockFile(int file) {
    constexpr int kTries = 40;
    constexpr useconds_t kPause = 50'000;  // microseconds
    for (int i = 0; i < kTries; ++i) {
        if (::flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return true;
        ::usleep(kPause);
    }
    return false;
}

bool FileLock::take(const std::string& path) {
    m_file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (m_file < 0) return false;
    if (lockFile(m_file)) {
        m_path = path;
        return true;
    }
    ::close(m_file);
    m_file = -1;
    return false;
}

void FileLock::release() {
    if (m_file < 0) return;
    ::unlink(m_path.c_str());
    ::close(m_file);
    m_file = -1;
}

}  // namespace video
