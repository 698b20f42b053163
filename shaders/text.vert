#version 330 core
// One quad a glyph.
layout(location = 0) in vec4 box;    // px
layout(location = 1) in vec4 field;  // width, height (samples), layer
layout(location = 2) in vec4 tint;
layout(location = 3) in vec4 look;   // px per sample, growth (px)
uniform vec2 size;
flat out vec4 glyphTint;
flat out vec2 glyphLook;
flat out float layer;
out vec2 sampleAt;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    glyphTint = tint;
    glyphLook = look.xy;
    layer = field.z;
    sampleAt = corner * field.xy;
    gl_Position = vec4(2.0 * (box.xy + corner * box.zw) / size - 1.0, 0.0, 1.0);
}
