// Patches on their way to ground.vert: one instance of a quad each.
#pragma once

#include <cstdint>
#include <vector>

#include "render/gl.h"
#include "render/ground_patches.h"

namespace render {

/// A stream for patches as appendPatch lays them out.
gl::InstanceStream patchStream();

/// Appends a patch to what a patchStream draws; `kind` as ClassMap has it.
void appendPatch(const Patch& patch, std::uint8_t kind, std::vector<float>& out);

}  // namespace render
