#version 330 core
// The ribbon, in frame pixels, with its straightened coordinates.
layout(location = 0) in vec4 vertex;  // x, y, along, across (px)
out vec2 straight;  // along, across
invariant gl_Position;  // strips of different programs share corners

void main() {
    straight = vertex.zw;
    gl_Position = placedExactly(vertex.xy);
}
