// Where a test may write: a path that no other test process uses, since tests run at the same time.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

/// The path of a file in the folder for temporary files; its name ends in `name`.
inline std::string temporaryPath(const std::string& name) {
    return (std::filesystem::temp_directory_path() / ("harmattan-" + std::to_string(::getpid()) + "-" + name))
        .string();
}
