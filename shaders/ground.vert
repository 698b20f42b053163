#version 330 core
// The globe's grid: carries longitude and latitude over the frame.
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 lonLat;
uniform mat3 homography;
uniform vec2 center;
uniform vec2 size;
out vec2 place;  // degrees

void main() {
    vec3 p = homography * vec3(position - center, 1.0);
    place = lonLat;
    gl_Position = vec4(2.0 * p.xy / size - p.z, 0.0, p.z);
}
