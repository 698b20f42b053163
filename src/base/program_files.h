// Where the program's own files are: geodata, films, fonts, themes.
#pragma once

#include <string>

#include "base/result.h"

namespace base {

struct ProgramFiles {
    std::string root;  ///< the folder that holds geodata/ and assets/
    std::string geodata() const { return root + "/geodata"; }
    std::string fonts() const { return root + "/assets/fonts"; }
    std::string themes() const { return root + "/assets/themes"; }
    std::string film() const { return root + "/assets/films/sahel.toml"; }
};

/// The folder given, or else the nearest one above the running program that holds geodata/ and assets/, or
/// its share/harmattan. A problem of kind Failure when there is none.
Result<ProgramFiles> findProgramFiles(const std::string& given);

}  // namespace base
