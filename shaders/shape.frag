#version 330 core
// Rounded rectangle, circle, dashed ring or diamond by distance to the outline; straight colours in, premultiplied out.
flat in vec4 shapeBox;
flat in vec4 shapeForm;
flat in vec4 colorA;
flat in vec4 colorB;
flat in vec4 colorOutline;
in vec2 at;
out vec4 color;

vec4 over(vec4 top, vec4 bottom) { return top + bottom * (1.0 - top.a); }
vec4 premultiplied(vec4 c, float coverage) { return vec4(c.rgb, 1.0) * c.a * coverage; }

void main() {
    vec2 middle = shapeBox.xy + shapeBox.zw * 0.5;
    vec2 q = at - middle, halfSize = shapeBox.zw * 0.5;
    float form = shapeForm.y, d;
    if (form == 0.0) {
        float r = min(shapeForm.x, min(halfSize.x, halfSize.y));
        vec2 e = abs(q) - halfSize + r;
        d = length(max(e, 0.0)) + min(max(e.x, e.y), 0.0) - r;
    } else if (form == 3.0) {
        d = (abs(q.x) + abs(q.y) - halfSize.x) * 0.70710678;
    } else {
        d = length(q) - halfSize.x;
    }
    float t = shapeForm.z > 0.5 ? (at.x - shapeBox.x) / shapeBox.z : (at.y - shapeBox.y) / shapeBox.w;
    vec4 fill = mix(colorA, colorB, clamp(t, 0.0, 1.0));
    float outlineWidth = shapeForm.w;
    float stroke = clamp(outlineWidth * 0.5 + 0.5 - abs(d), 0.0, 1.0) * min(outlineWidth, 1.0);
    if (form == 2.0) {
        float turns = atan(q.y, q.x) / 6.28318531;
        float arc = abs(fract(turns * 12.0) - 0.5) * 6.28318531 * halfSize.x / 12.0;
        stroke *= clamp(arc - 6.28318531 * halfSize.x / 12.0 * 0.22 + 0.5, 0.0, 1.0);
    }
    color = over(premultiplied(colorOutline, stroke), premultiplied(fill, clamp(0.5 - d, 0.0, 1.0)));
}
