#version 330 core
// The mean of blocks of pixels: colours as they are encoded, premultiplied, as all blending is.
uniform sampler2D large;
uniform int side;     // pixels of a block's side
uniform vec2 corner;  // where the first block goes (px)
out vec4 color;

void main() {
    ivec2 from = ivec2(gl_FragCoord.xy - corner) * side;
    vec4 sum = vec4(0.0);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) sum += texelFetch(large, from + ivec2(x, y), 0);
    }
    color = sum / float(side * side);
}
