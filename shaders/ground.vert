#version 330 core
// The globe's grid: carries longitude and latitude over the frame.
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 lonLat;
uniform mat3 homography;
uniform vec2 center;
uniform vec2 size;
uniform vec4 extent;  // of the hillshade raster: west, south, east, north
out vec2 rasterAt;    // 0..1 from the north-west

void main() {
    vec3 p = homography * vec3(position - center, 1.0);
    rasterAt = vec2(lonLat.x - extent.x, extent.w - lonLat.y) / vec2(extent.z - extent.x, extent.w - extent.y);
    gl_Position = vec4(2.0 * p.xy / size - p.z, 0.0, p.z);
}
