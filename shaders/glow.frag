#version 330 core
// Nearness to a line: its strength on it, 0 at half its width away. The blend keeps the largest.
flat in vec4 segment;
flat in vec4 style;
uniform vec4 window;  // as in place.glsl
out vec4 color;

void main() {
    // Not carried by the corners: in a tile, the sums would be others.
    vec2 at = gl_FragCoord.xy * window.w + window.xy;
    vec2 d = segment.zw - segment.xy;
    float t = clamp(dot(at - segment.xy, d) / max(dot(d, d), 1e-9), 0.0, 1.0);
    float near = clamp(1.0 - distance(at, segment.xy + d * t) / (style.x * 0.5), 0.0, 1.0) * style.y;
    color = vec4(style.z == 0.0 ? near : 0.0, style.z == 1.0 ? near : 0.0, 0.0, 0.0);
}
