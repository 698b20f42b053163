#version 330 core
// Coverage from the distance to the glyph's outline, softly grown for halos; premultiplied out.
uniform sampler2DArray fields;
uniform float fieldRange;  // samples between 0 and 1
uniform vec4 window;       // as in place.glsl
flat in vec4 glyphTint;
flat in vec3 glyphLook;    // px per sample, reach of the halo (px), layer
flat in vec4 fieldPlace;   // of a pixel of the frame in its layer: xy + pixel * zw
out vec4 color;

void main() {
    // Not carried by the corners: in a tile, the sums would be others.
    vec2 at = fieldPlace.xy + (gl_FragCoord.xy + window.xy) * fieldPlace.zw;
    float value = texture(fields, vec3(at, glyphLook.z)).r;
    float d = (value - 128.0 / 255.0) * fieldRange * glyphLook.x;  // px, inside positive
    // A halo is full under the letter's edge, and gone at its reach: a hard rim would be a second outline.
    float coverage = glyphLook.y > 0.0 ? smoothstep(-glyphLook.y, -0.5 * glyphLook.y, d) : clamp(d + 0.5, 0.0, 1.0);
    color = vec4(glyphTint.rgb, 1.0) * glyphTint.a * coverage;
}
