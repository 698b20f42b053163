#version 330 core
// One quad a box.
layout(location = 0) in vec4 box;  // px
uniform vec2 size;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    gl_Position = vec4(2.0 * (box.xy + corner * box.zw) / size - 1.0, 0.0, 1.0);
}
