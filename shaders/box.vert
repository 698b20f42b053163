#version 330 core
// One quad a box.
layout(location = 0) in vec4 box;  // px

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    gl_Position = placed(box.xy + corner * box.zw);
}
