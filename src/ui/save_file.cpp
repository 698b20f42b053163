#include "ui/save_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>

#include "base/file.h"

namespace ui {

namespace {

namespace fs = std::filesystem;

constexpr int kMostBackups = 999;
constexpr std::size_t kLargest = std::size_t{16} << 20;  // as a film may be

base::Problem cannotWrite(const std::string& path, std::string what) {
    return {base::Severity::Error,
            base::Trouble::Failure,
            path,
            0,
            0,
            std::move(what),
            "nothing was changed; make it writable, or work on a copy"};
}

// Writing by renaming would pass by the rights of the file itself.
bool isReadOnly(const fs::path& file) {
    std::error_code error;
    const fs::perms rights = fs::status(file, error).permissions();
    constexpr fs::perms kAnyWrite = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    return error || (rights & kAnyWrite) == fs::perms::none || ::access(file.c_str(), W_OK) != 0;
}

// Writes the text to a file that has just been made, and closes it.
bool write(int file, std::string_view text) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(::fdopen(file, "wb"), std::fclose);
    return out && std::fwrite(text.data(), 1, text.size(), out.get()) == text.size() &&
           std::fflush(out.get()) == 0 && ::fsync(file) == 0;
}

}  // namespace

base::Result<base::Done> saveFile(const std::string& path, std::string_view text) {
    std::error_code error;
    const fs::path file = fs::canonical(path, error);
    if (error) return cannotWrite(path, "the file is gone");
    if (isReadOnly(file)) return cannotWrite(path, "the file is read-only");
    // A name of its own, so that nothing that lies there is written over or followed.
    std::string fresh = file.string() + ".XXXXXX";
    const int made = ::mkstemp(fresh.data());
    if (made < 0) return cannotWrite(path, "the file cannot be written");
    bool isDone = write(made, text);
    if (isDone) fs::permissions(fresh, fs::status(file).permissions(), error);
    if (isDone && !error) fs::rename(fresh, file, error);
    isDone = isDone && !error;
    if (isDone) return base::Done{};
    std::error_code ignored;
    fs::remove(fresh, ignored);
    return cannotWrite(path, "the file cannot be written");
}

base::Result<std::string> backUp(const std::string& path, std::string_view text) {
    std::error_code ignored;
    std::string newest;
    for (int i = 1; i <= kMostBackups; ++i) {
        const std::string name = path + ".bak-" + std::to_string(i);
        if (fs::symlink_status(name, ignored).type() != fs::file_type::not_found) {
            newest = name;
            continue;
        }
        const auto kept =
            newest.empty() ? base::Result<std::string>(std::string()) : base::readFile(newest, kLargest);
        if (!newest.empty() && kept && *kept == text) return newest;
        const int made = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (made < 0) return cannotWrite(name, "the backup cannot be written");
        if (write(made, text)) {
            // Nobody else may read it before it has the rights of the film; without them it stays private.
            const fs::perms rights = fs::status(path, ignored).permissions();
            if (rights != fs::perms::unknown) fs::permissions(name, rights, ignored);
            return name;
        }
        fs::remove(name, ignored);
        return cannotWrite(name, "the backup cannot be written");
    }
    return cannotWrite(path, "there are too many backups");
}

}  // namespace ui
