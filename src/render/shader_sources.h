// The text of every file in shaders/, embedded by the build so that the program is one file.
#pragma once

#include <string_view>

namespace render {

/// The shader with this file name ("arrow.frag"), or "" when there is none.
std::string_view shaderSource(std::string_view name);

}  // namespace render
