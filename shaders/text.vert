#version 330 core
// One quad a glyph.
layout(location = 0) in vec4 box;      // px
layout(location = 1) in vec4 samples;  // the same box in the glyph's field
layout(location = 2) in vec4 tint;
layout(location = 3) in vec4 look;     // layer, px per sample, reach of the halo (px; 0: no halo)
uniform float cell;  // samples across a layer
flat out vec4 glyphTint;
flat out vec3 glyphLook;
flat out vec4 fieldPlace;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    glyphTint = tint;
    glyphLook = look.yzx;
    vec2 perPixel = samples.zw / (box.zw * cell);
    fieldPlace = vec4(samples.xy / cell - box.xy * perPixel, perPixel);
    gl_Position = placed(box.xy + corner * box.zw);
}
