#include "ui/background_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "ui/clock.h"

namespace ui {

namespace {

constexpr std::size_t kMostWaiting = std::size_t{64} << 20;  // bytes
constexpr double kFlushSeconds = 0.7;                        // between two flushes to the disk

base::Problem problem(const std::string& path, int error) {
    const bool isThere = error == EEXIST;
    return {base::Severity::Error,
            isThere ? base::Trouble::Usage : base::Trouble::Failure,
            path,
            0,
            0,
            isThere ? "is there already" : std::string("cannot be written: ") + std::strerror(error),
            isThere ? "choose another name, or overwrite it with --force"
                    : "choose a folder that exists and may be written to"};
}

}  // namespace

base::Result<base::Done> BackgroundFile::check(const std::string& path, bool overwrite) {
    struct stat status;
    if (!overwrite && ::lstat(path.c_str(), &status) == 0) return problem(path, EEXIST);
    return base::Done{};
}

base::Result<std::unique_ptr<BackgroundFile>> BackgroundFile::make(const std::string& path, bool overwrite) {
    constexpr int kHow = O_WRONLY | O_CLOEXEC;
    int file = ::open(path.c_str(), kHow | O_CREAT | O_EXCL, 0666);
    const bool isMade = file >= 0;
    if (!isMade && errno == EEXIST && overwrite) file = ::open(path.c_str(), kHow | O_CREAT, 0666);
    if (file < 0) return problem(path, errno);
    return std::unique_ptr<BackgroundFile>(new BackgroundFile(file, path, isMade));
}

BackgroundFile::BackgroundFile(int file, std::string path, bool isMade)
    : m_file(file), m_path(std::move(path)), m_isMade(isMade), m_thread([this] { run(); }) {}

BackgroundFile::~BackgroundFile() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
    ::close(m_file);
    if (m_isMade && !m_hasBegun) ::unlink(m_path.c_str());
}

void BackgroundFile::put(std::uint64_t at, std::string bytes) {
    {
        const std::lock_guard lock(m_mutex);
        m_hasBegun = true;
        if (m_waiting + bytes.size() > kMostWaiting) return;
        m_waiting += bytes.size();
        m_pieces.push_back({at, std::move(bytes)});
        m_isNew = true;
    }
    m_wake.notify_one();
}

std::string BackgroundFile::trouble() const {
    const std::lock_guard lock(m_mutex);
    return m_trouble;
}

bool BackgroundFile::write(std::uint64_t at, const std::string& bytes) {
    // What another left there. A device has no length.
    if (!m_isMade && !m_isCut && ::ftruncate(m_file, 0) != 0 && errno != EINVAL) return false;
    m_isCut = true;
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t written =
            ::pwrite(m_file, bytes.data() + done, bytes.size() - done, static_cast<off_t>(at + done));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        done += static_cast<std::size_t>(written);
    }
    return true;
}

void BackgroundFile::flush() {
    ::fdatasync(m_file);
}

void BackgroundFile::run() {
    const Clock clock;
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_isNew || m_stop; });
        m_isNew = false;
        const bool isLast = m_stop;
        bool isWritten = true;
        while (isWritten && !m_pieces.empty()) {
            const Piece piece = m_pieces.front();
            lock.unlock();
            isWritten = write(piece.at, piece.bytes);
            const int error = errno;
            lock.lock();
            m_trouble = isWritten ? "" : std::strerror(error);
            if (!isWritten) break;
            m_waiting -= piece.bytes.size();
            m_pieces.pop_front();
        }
        const double now = clock.seconds();
        if (isLast || now - m_flushed >= kFlushSeconds) {
            m_flushed = now;
            lock.unlock();
            flush();
            lock.lock();
        }
        if (isLast) return;
    }
}

}  // namespace ui
