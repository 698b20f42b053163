#include "base/program_files.h"

#include <filesystem>

namespace base {

namespace {

namespace fs = std::filesystem;

bool holdsFiles(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "geodata", ignored) && fs::is_directory(folder / "assets", ignored);
}

}  // namespace

Result<ProgramFiles> findProgramFiles(const std::string& given) {
    const auto missing = [](const std::string& where, const std::string& advice) {
        return Problem{
            Severity::Error, Trouble::Failure, where, 0, 0, "there is no geodata/ and assets/ here", advice};
    };
    if (!given.empty()) {
        if (holdsFiles(given)) return ProgramFiles{given};
        return missing(given, "give --data the folder that holds both");
    }
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        if (holdsFiles(folder)) return ProgramFiles{folder.string()};
        if (holdsFiles(folder / "share" / "harmattan"))
            return ProgramFiles{(folder / "share" / "harmattan").string()};
        if (folder == folder.root_path()) break;
    }
    return missing(program.parent_path().string(),
                   "run the program from its repository, or give --data FOLDER");
}

}  // namespace base
