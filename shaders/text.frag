#version 330 core
// Coverage from the distance to the glyph's outline, softly grown for halos; premultiplied out.
uniform sampler2DArray fields;
uniform float fieldRange;  // samples between 0 and 1
flat in vec4 glyphTint;
flat in vec2 glyphLook;
flat in float layer;
in vec2 sampleAt;
out vec4 color;

// Full under the letter's edge, and gone at the reach: a hard rim would be a second outline, and close small counters.
float halo(float d, float reach) {
    float most = fieldRange * 0.5 * glyphLook.x - 0.6;
    float outer = clamp(reach * 1.15, 1.0, max(most, 1.0));
    return smoothstep(-outer, -0.5 * outer, d);
}

void main() {
    vec2 cell = vec2(textureSize(fields, 0).xy);
    float value = texture(fields, vec3(sampleAt / cell, layer)).r;
    float d = (value - 128.0 / 255.0) * fieldRange * glyphLook.x;  // px, inside positive
    float coverage = glyphLook.y > 0.0 ? halo(d, glyphLook.y) : clamp(d + 0.5, 0.0, 1.0);
    color = vec4(glyphTint.rgb, 1.0) * glyphTint.a * coverage;
}
