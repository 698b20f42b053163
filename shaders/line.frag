#version 330 core
// Coverage of a round-capped segment, into one of four channels; the blend keeps the largest, so joins leave no mark.
flat in vec4 segment;
flat in vec4 style;
in vec2 at;
out vec4 color;

void main() {
    vec2 d = segment.zw - segment.xy;
    float t = clamp(dot(at - segment.xy, d) / max(dot(d, d), 1e-9), 0.0, 1.0);
    float away = distance(at, segment.xy + d * t);
    float width = style.y;
    // Thinner than a pixel: a pixel wide and paler.
    float coverage = clamp(max(width, 1.0) * 0.5 + 0.5 - away, 0.0, 1.0) * min(width, 1.0);
    if (style.z > 0.0) {
        float along = style.x + t * length(d);
        float phase = abs(fract(along / (2.0 * style.z)) * 2.0 - 1.0) * style.z;  // distance from the gap's middle
        coverage *= clamp(phase - style.z * 0.5 + 0.5, 0.0, 1.0);
    }
    color = coverage * vec4(style.w == 0.0, style.w == 1.0, style.w == 2.0, style.w == 3.0);
}
