#include "render/patch_stream.h"

namespace render {

gl::InstanceStream patchStream() {
    return gl::InstanceStream({{4}, {4}, {4}});
}

void appendPatch(const Patch& patch, std::uint8_t kind, std::vector<float>& out) {
    for (const double v : {double(patch.x), double(patch.y), double(patch.side), kind / 255.0})
        out.push_back(static_cast<float>(v));
    for (const base::LonLat corner : patch.corners)
        out.insert(out.end(), {static_cast<float>(corner.lon), static_cast<float>(corner.lat)});
}

}  // namespace render
