#version 330 core
// One quad around a segment, wide enough for its light and a pixel more.
layout(location = 0) in vec4 ends;   // plane metres: start xy, end xy
layout(location = 1) in vec4 look;   // width (px), strength, channel
uniform mat3 homography;
uniform vec2 center;
flat out vec4 segment;  // frame pixels: start xy, end xy
flat out vec4 style;

vec2 toFrame(vec2 plane, out float w) {
    vec3 p = homography * vec3(plane - center, 1.0);
    w = p.z;
    return p.xy / p.z;
}

void main() {
    float wa, wb;
    vec2 a = toFrame(ends.xy, wa), b = toFrame(ends.zw, wb);
    segment = vec4(a, b);
    style = look;
    float reach = look.x * 0.5 + 1.0;
    vec2 along = b - a;
    float len = length(along);
    along = len > 1e-6 ? along / len : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    bool atEnd = gl_VertexID >= 2;
    vec2 at = (atEnd ? b + along * reach : a - along * reach) + across * ((gl_VertexID & 1) == 0 ? -reach : reach);
    // Nothing is drawn of a segment that reaches behind the viewer.
    gl_Position = wa > 0.0 && wb > 0.0 ? placed(at) : vec4(2.0, 2.0, 2.0, 1.0);
}
