#version 330 core
// A line of ink by the nearest of its segments: no darker where it crosses itself. Straight colours in, premultiplied out.
flat in vec2 segments;
flat in vec4 inkColor;
flat in vec4 casing;
flat in vec3 lineWidths;
uniform vec4 window;           // as in place.glsl
uniform samplerBuffer pieces;  // two texels a segment: its ends (px), its strengths there
out vec4 color;

void main() {
    vec2 at = gl_FragCoord.xy + window.xy;
    float line = 0.0, outline = 0.0;
    int first = int(segments.x), end = first + int(segments.y);
    for (int i = first; i < end; ++i) {
        vec4 ends = texelFetch(pieces, 2 * i);
        vec2 strengths = texelFetch(pieces, 2 * i + 1).xy;
        vec2 along = ends.zw - ends.xy;
        float t = clamp(dot(at - ends.xy, along) / max(dot(along, along), 1e-9), 0.0, 1.0);
        float strength = mix(strengths.x, strengths.y, t);
        float beyond = distance(at, ends.xy + along * t) - lineWidths.x * strength;
        line = max(line, clamp(0.5 - beyond / lineWidths.z, 0.0, 1.0) * strength);
        outline = max(outline, clamp(0.5 - beyond + lineWidths.y, 0.0, 1.0) * strength);
    }
    vec4 top = vec4(inkColor.rgb, 1.0) * inkColor.a * line;
    color = top + vec4(casing.rgb, 1.0) * casing.a * outline * (1.0 - top.a);
}
