#version 330 core
// A picture as planar 4:2:0 in the layout of render/yuv_layout.h: BT.709, limited range (ITU-R BT.709-6, items 3.2 to 3.5).
uniform sampler2D picture;
out float value;

const vec3 kLuma = vec3(0.2126, 0.7152, 0.0722);

vec3 colorAt(ivec2 at, ivec2 size) { return texelFetch(picture, clamp(at, ivec2(0), size - 1), 0).rgb; }

// Chroma lies on the even columns and between two rows (H.264's default): 1 2 1 across, 1 1 down.
vec3 meanAround(ivec2 at, ivec2 size) {
    vec3 sum = vec3(0.0);
    for (int y = 0; y < 2; ++y)
        sum += colorAt(at + ivec2(-1, y), size) + 2.0 * colorAt(at + ivec2(0, y), size) + colorAt(at + ivec2(1, y), size);
    return sum / 8.0;
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy), size = textureSize(picture, 0);
    if (at.y < size.y) {
        value = (16.0 + 219.0 * dot(colorAt(at, size), kLuma)) / 255.0;
    } else {
        int across = (size.x + 1) / 2;
        bool isV = at.x >= across;
        vec3 color = meanAround(2 * ivec2(isV ? at.x - across : at.x, at.y - size.y), size);
        float difference = isV ? (color.r - dot(color, kLuma)) / 1.5748 : (color.b - dot(color, kLuma)) / 1.8556;
        value = (128.0 + 224.0 * difference) / 255.0;
    }
}
