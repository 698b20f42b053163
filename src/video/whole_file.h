// Files that are complete or absent: written to a temporary name, then renamed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace video {

/// A file being written, piece by piece, to "path.part", which no other process can write meanwhile. Without
/// finish() nothing of it stays.
class WholeFile {
  public:
    explicit WholeFile(std::string path);
    /// The same with another name until it is whole.
    WholeFile(std::string path, std::string part);
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    /// Appends bytes; after a failure it does nothing, and finish() says what went wrong.
    void write(const std::uint8_t* bytes, std::size_t size);

    /// What has gone wrong so far; nothing when all is well.
    std::optional<base::Problem> problem() const;

    /// Flushes to the disk and renames. A problem of kind Failure with the system's reason when anything so
    /// far went wrong.
    base::Result<base::Done> finish();

  private:
    int openPart();
    std::string m_path, m_part;
    int m_file = -1;
    int m_error = 0;
};

/// Writes `bytes` to `path` so that a file of that name is always complete: to "path.part" first, flushed to
/// the disk, then renamed. A problem of kind Failure with the system's reason when it cannot; nothing
/// half-written stays.
base::Result<base::Done> writeWhole(const std::string& path, const std::vector<std::uint8_t>& bytes);

/// The same for a file that several processes may want to write at the same time: under a temporary name that
/// no other has, and where the file is there it stays as it is.
base::Result<base::Done> writeOnce(const std::string& path, const std::vector<std::uint8_t>& bytes);

/// Whether something of this name can be seen; never throws.
bool isThere(const std::string& path);

}  // namespace video
