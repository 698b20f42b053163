#version 330 core
// One quad a square of the frame that a line of ink reaches.
layout(location = 0) in vec4 box;     // px
layout(location = 1) in vec2 range;   // its first segment, how many
layout(location = 2) in vec4 ink;     // straight
layout(location = 3) in vec4 around;  // colour of the casing
layout(location = 4) in vec3 widths;  // half the line's, the casing's, the soft edge's (px)
flat out vec2 segments;
flat out vec4 inkColor;
flat out vec4 casing;
flat out vec3 lineWidths;

void main() {
    segments = range;
    inkColor = ink;
    casing = around;
    lineWidths = widths;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    gl_Position = placed(box.xy + corner * box.zw);
}
