#include "base/file.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace base {

namespace {

constexpr std::size_t kBlock = 1 << 16;

Problem problem(Trouble trouble, const std::string& path, std::string what, std::string advice) {
    return {Severity::Error, trouble, path, 0, 0, std::move(what), std::move(advice)};
}

}  // namespace

Result<std::string> readFile(const std::string& path, std::size_t mostBytes) {
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    std::string bytes;
    while (stream && bytes.size() <= mostBytes) {
        const std::size_t before = bytes.size();
        bytes.resize(before + kBlock);
        stream.read(bytes.data() + before, static_cast<std::streamsize>(kBlock));
        bytes.resize(before + static_cast<std::size_t>(stream.gcount()));
    }
    if (!stream && !stream.eof()) {
        const auto reason = std::error_code(errno, std::generic_category()).message();
        return problem(Trouble::Failure, path, "the file cannot be read: " + reason, "check the path");
    }
    if (bytes.size() > mostBytes) {
        return problem(Trouble::Data, path,
                       "the file is larger than " + std::to_string(mostBytes >> 20) + " MB",
                       "give a smaller one");
    }
    return bytes;
}

}  // namespace base
