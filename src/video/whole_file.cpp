#include "video/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace video {

namespace {

base::Problem cannotWrite(const std::string& path, int error) {
    const char* advice = error == ENOENT                     ? "make the folder first"
                         : error == ENOSPC                   ? "make room and go on; finished files are kept"
                         : error == EACCES || error == EROFS ? "choose a folder you may write to"
                                                             : "check the folder";
    return {base::Severity::Error,
            base::Trouble::Failure,
            path,
            0,
            0,
            std::string("cannot be written: ") + std::strerror(error),
            advice};
}

}  // namespace

WholeFile::WholeFile(std::string path) : m_path(std::move(path)) {
    m_file = ::open((m_path + ".part").c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (m_file < 0) m_error = errno;
}

WholeFile::~WholeFile() {
    if (m_file < 0) return;
    ::close(m_file);
    ::unlink((m_path + ".part").c_str());
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
    const std::string part = m_path + ".part";
    if (m_error == 0 && ::fsync(m_file) != 0) m_error = errno;
    if (::close(m_file) != 0 && m_error == 0) m_error = errno;
    m_file = -1;
    if (m_error == 0 && ::rename(part.c_str(), m_path.c_str()) != 0) m_error = errno;
    if (m_error == 0) return base::Done{};
    ::unlink(part.c_str());
    return cannotWrite(m_path, m_error);
}

base::Result<base::Done> writeWhole(const std::string& path, const std::vector<std::uint8_t>& bytes) {
    WholeFile file(path);
    file.write(bytes.data(), bytes.size());
    return file.finish();
}

}  // namespace video
