#include "video/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "video/file_lock.h"

namespace video {

namespace {

base::Problem cannotWrite(const std::string& path, int error) {
    const char* advice = error == EWOULDBLOCK ? "wait until the other export has ended"
                         : error == ENOENT    ? "make the folder first"
                         : error == ENOSPC    ? "make room and go on; finished files are kept"
                         : error == EFBIG
                             ? "raise the limit of file sizes (ulimit -f) and go on; finished files are kept"
                         : error == EACCES || error == EROFS ? "choose a folder you may write to"
                                                             : "check the folder";
    return {base::Severity::Error,
            base::Trouble::Failure,
            path,
            0,
            0,
            error == EWOULDBLOCK ? "another export is writing it"
                                 : std::string("cannot be written: ") + std::strerror(error),
            advice};
}

// A name that no other process writes, on this machine or another one.
std::string ownPart(const std::string& path) {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = 0;
    return path + "." + host.data() + "-" + std::to_string(::getpid()) + ".part";
}

}  // namespace

WholeFile::WholeFile(std::string path) : WholeFile(path, path + ".part") {}

WholeFile::WholeFile(std::string path, std::string part) : m_path(std::move(path)), m_part(std::move(part)) {
    m_file = openPart();
    if (m_file < 0) m_error = errno;
}

// What an earlier run has left may be written by somebody still, or be a second name of frames that are
// finished: neither may be cut.
int WholeFile::openPart() {
    constexpr int kTries = 20;
    for (int i = 0; i < kTries; ++i) {
        const int file = ::open(m_part.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
        if (file < 0) return -1;
        if (!lockFile(file)) {
            ::close(file);
            errno = EWOULDBLOCK;
            return -1;
        }
        struct stat opened {};
        const bool isShared = ::fstat(file, &opened) == 0 && opened.st_nlink > 1;
        const bool isEmpty = opened.st_size == 0;
        if (!isShared && isFileOf(m_part, file)) {
            if (isEmpty || ::ftruncate(file, 0) == 0) return file;
            const int error = errno;
            ::close(file);
            errno = error;
            return -1;
        }
        if (isShared) ::unlink(m_part.c_str());
        ::close(file);
    }
    errno = EWOULDBLOCK;
    return -1;
}

WholeFile::~WholeFile() {
    if (m_file < 0) return;
    ::close(m_file);
    ::unlink(m_part.c_str());
}

void WholeFile::write(const std::uint8_t* bytes, std::size_t size) {
    std::size_t done = 0;
    while (m_error == 0 && done < size) {
        const ssize_t n = ::write(m_file, bytes + done, size - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) m_error = errno;
        done += n < 0 ? 0 : static_cast<std::size_t>(n);
    }
}

std::optional<base::Problem> WholeFile::problem() const {
    if (m_error == 0) return std::nullopt;
    return cannotWrite(m_path, m_error);
}

base::Result<base::Done> WholeFile::finish() {
    if (m_file < 0) return cannotWrite(m_path, m_error);
    if (m_error == 0 && ::fsync(m_file) != 0) m_error = errno;
    if (::close(m_file) != 0 && m_error == 0) m_error = errno;
    m_file = -1;
    if (m_error == 0 && ::rename(m_part.c_str(), m_path.c_str()) != 0) m_error = errno;
    if (m_error == 0) return base::Done{};
    ::unlink(m_part.c_str());
    return cannotWrite(m_path, m_error);
}

base::Result<base::Done> writeWhole(const std::string& path, const std::vector<std::uint8_t>& bytes) {
    WholeFile file(path);
    file.write(bytes.data(), bytes.size());
    return file.finish();
}

bool isThere(const std::string& path) {
    std::error_code error;
    return std::filesystem::exists(path, error);
}

base::Result<base::Done> writeOnce(const std::string& path, const std::vector<std::uint8_t>& bytes) {
    const std::string whole = ownPart(path);
    WholeFile file(whole, whole + "ial");
    file.write(bytes.data(), bytes.size());
    if (auto finished = file.finish(); !finished) return finished;
    // Fails where there is one, which then is that of whoever came first.
    const int error = ::link(whole.c_str(), path.c_str()) == 0 || errno == EEXIST ? 0 : errno;
    // Not every file system knows links.
    if (error == 0 || ::rename(whole.c_str(), path.c_str()) != 0) ::unlink(whole.c_str());
    if (::access(path.c_str(), F_OK) == 0) return base::Done{};
    return cannotWrite(path, error);
}

}  // namespace video
