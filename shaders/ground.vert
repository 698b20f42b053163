#version 330 core
// One square of the frame: carries longitude and latitude over it.
layout(location = 0) in vec4 place;   // x, y, side (px), what it is (as in a byte of the classes, 0..1)
layout(location = 1) in vec4 top;     // longitude and latitude of the top left and the top right corner
layout(location = 2) in vec4 bottom;
uniform vec4 extent;  // of the hillshade raster: west, south, east, north
uniform vec4 sea, land, focusLand, lake;
noperspective out vec2 rasterAt;  // 0..1 from the north-west
flat out vec4 base;               // alpha: strength of the relief
flat out float onFocus;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec4 row = gl_VertexID < 2 ? top : bottom;
    vec2 lonLat = (gl_VertexID & 1) == 0 ? row.xy : row.zw;
    rasterAt = vec2(lonLat.x - extent.x, extent.w - lonLat.y) / vec2(extent.z - extent.x, extent.w - extent.y);
    float kind = place.w * 255.0;
    base = kind < 127.0 ? sea : kind < 144.0 ? land : kind < 176.0 ? lake : kind < 208.0 ? focusLand : lake;
    onFocus = kind >= 176.0 && kind < 208.0 ? 1.0 : 0.0;
    gl_Position = placed(place.xy + corner * place.z);
}
