#version 330 core
// Plane metres to the frame. The frame's first row is its top, so that pixels read back come in order.
layout(location = 0) in vec2 position;
uniform mat3 homography;  // plane metres from the centre -> frame pixels times w
uniform vec2 center;
uniform vec2 size;        // of the frame, pixels

void main() {
    vec3 p = homography * vec3(position - center, 1.0);
    gl_Position = vec4(2.0 * p.xy / size - p.z, 0.0, p.z);
}
