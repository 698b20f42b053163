#version 330 core
// Rectangles, circles, rings and polygons by distance to the outline; straight colours in, premultiplied out.
flat in vec4 shapeBox;
flat in vec4 shapeForm;
flat in vec4 colorA;
flat in vec4 colorB;
flat in vec4 colorOutline;
flat in vec2 shapeTurn;
uniform vec4 window;     // as in place.glsl
uniform float fineness;  // px to a pixel as it is meant
out vec4 color;

vec4 over(vec4 top, vec4 bottom) { return top + bottom * (1.0 - top.a); }
vec4 premultiplied(vec4 c, float coverage) { return vec4(c.rgb, 1.0) * c.a * coverage; }

float rectangle(vec2 q, vec2 halfSize, float radius) {
    float r = min(radius, min(halfSize.x, halfSize.y));
    vec2 e = abs(q) - halfSize + r;
    return length(max(e, 0.0)) + min(max(e.x, e.y), 0.0) - r;
}

#ifndef PLAIN
// Equilateral, one corner up, the corners r from the middle.
float triangle(vec2 q, float r) { return max(q.y, abs(q.x) * 0.8660254 - q.y * 0.5) - r * 0.5; }

// The convex quadrilateral a, b, c, d, clockwise on screen.
float edge(vec2 p, vec2 a, vec2 b) {
    vec2 along = normalize(b - a);
    return dot(p - a, vec2(along.y, -along.x));
}
float quad(vec2 p, vec2 a, vec2 b, vec2 c, vec2 d) {
    return max(max(edge(p, a, b), edge(p, b, c)), max(edge(p, c, d), edge(p, d, a)));
}
float capsule(vec2 p, vec2 a, vec2 b, float r) {
    vec2 ab = b - a;
    return length(p - a - ab * clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0)) - r;
}

// Seen from above, nose up; lengths in its radius.
float aircraft(vec2 p) {
    vec2 q = vec2(abs(p.x), p.y);
    float wing = quad(q, vec2(0.0, -0.36), vec2(0.98, 0.16), vec2(0.98, 0.40), vec2(0.0, 0.20));
    float tail = quad(q, vec2(0.0, 0.46), vec2(0.42, 0.74), vec2(0.42, 0.94), vec2(0.0, 0.84));
    return min(min(wing, tail), capsule(p, vec2(0.0, -0.82), vec2(0.0, 0.82), 0.17));
}

// A lorry from the side.
float vehicle(vec2 p) {
    float load = rectangle(p - vec2(-0.28, -0.14), vec2(0.62, 0.44), 0.06);
    float cab = quad(p, vec2(0.42, -0.34), vec2(0.74, -0.34), vec2(0.96, 0.02), vec2(0.42, 0.30));
    cab = min(cab, rectangle(p - vec2(0.69, 0.14), vec2(0.27, 0.16), 0.04));
    float wheels = length(vec2(abs(p.x) - 0.5, p.y - 0.42)) - 0.2;
    return min(min(load, cab), wheels);
}

float walker(vec2 p) {
    float head = length(p - vec2(0.0, -0.62)) - 0.27;
    return min(head, max(rectangle(p - vec2(0.0, 0.52), vec2(0.52, 0.72), 0.45), p.y - 0.9));
}

// To first order, exact on the outline; of a circle everywhere.
float ellipse(vec2 q, vec2 radii) {
    float share = length(q / radii), steep = length(q / (radii * radii));
    return (share - 1.0) * (steep > 0.0 ? share / steep : radii.x);
}

float distanceTo(int form, vec2 q, vec2 halfSize) {
    float r = halfSize.x;
    if (form == 0) return rectangle(q, halfSize, shapeForm.x);
    if (form == 2) return ellipse(q, halfSize);
    if (form == 3) return (abs(q.x) + abs(q.y) - r) * 0.70710678;
    if (form == 4) return max(abs(q.x), abs(q.x) * 0.5 + abs(q.y) * 0.8660254) - r * 0.93;
    if (form == 5) return triangle(q - vec2(0.0, r * 0.22), r * 1.12);
    if (form == 6) return triangle(vec2(q.x, -q.y) - vec2(0.0, r * 0.22), r * 1.12);
    if (form == 7) {
        float tail = triangle(vec2(q.x + r * 0.2, r * 0.45 - q.y), r * 0.62);
        return min(rectangle(q + vec2(0.0, r * 0.2), vec2(r, r * 0.68), r * 0.3), tail);
    }
    if (form == 8) return abs(length(q) - r * 0.84) - r * 0.16;
    if (form == 9) return aircraft(q / r) * r;
    if (form == 10) return vehicle(q / r) * r;
    if (form == 11) return walker(q / r) * r;
    return length(q) - r;
}

#endif

#ifdef PLAIN
// Rectangles and circles without pattern, upright: nearly all that is drawn large.
void main() {
    vec2 at = gl_FragCoord.xy + window.xy;
    vec2 q = at - shapeBox.xy - shapeBox.zw * 0.5, halfSize = shapeBox.zw * 0.5;
    float d = shapeForm.y < 0.5 ? rectangle(q, halfSize, shapeForm.x) : length(q) - halfSize.x;
    vec2 t = (at - shapeBox.xy) / shapeBox.zw;
    vec4 fill = mix(colorA, colorB, clamp(shapeForm.z > 0.5 ? t.x : t.y, 0.0, 1.0));
    float outlineWidth = shapeForm.w;
    float stroke = clamp(outlineWidth * 0.5 + 0.5 - abs(d), 0.0, 1.0) * min(outlineWidth, 1.0);
    color = over(premultiplied(colorOutline, stroke), premultiplied(fill, clamp(0.5 - d, 0.0, 1.0)));
}
#else
void main() {
    vec2 at = gl_FragCoord.xy + window.xy;
    vec2 q = at - shapeBox.xy - shapeBox.zw * 0.5, halfSize = shapeBox.zw * 0.5;
    float sine = sin(shapeTurn.x), cosine = cos(shapeTurn.x);
    q = vec2(q.x * cosine + q.y * sine, q.y * cosine - q.x * sine);
    int form = int(shapeForm.y + 0.5), pattern = int(shapeForm.z + 0.5);
    float d = distanceTo(form, q, halfSize);
    float slant = (q.x + q.y) * 0.70710678;
    if ((pattern & 4) != 0) d = max(d, max(min(halfSize.x, halfSize.y) * 0.17, 1.2 * fineness) - abs(slant));
    float t = (pattern & 1) != 0 ? (at.x - shapeBox.x) / shapeBox.z : (at.y - shapeBox.y) / shapeBox.w;
    vec4 fill = mix(colorA, colorB, clamp(t, 0.0, 1.0));
    if ((pattern & 2) != 0) {
        float period = max(min(halfSize.x, halfSize.y) * 0.55, 3.0 * fineness);
        float stripe = abs(fract(slant / period) - 0.5) * period;
        fill.a *= 0.22 + 0.78 * clamp(stripe - period * 0.25 + 0.5, 0.0, 1.0);
    }
    if (form == 8) {
        float turns = fract(atan(q.x, -q.y) / 6.28318531);
        float full = clamp((shapeTurn.y - turns) * 6.28318531 * halfSize.x + 0.5, 0.0, 1.0);
        fill.a *= shapeTurn.y >= 1.0 ? 1.0 : mix(0.16, 1.0, full);
    }
    float outlineWidth = shapeForm.w;
    float stroke = clamp(outlineWidth * 0.5 + 0.5 - abs(d), 0.0, 1.0) * min(outlineWidth, 1.0);
    if (form == 2) {
        float angle = atan(q.y * halfSize.x, q.x * halfSize.y), turns = angle / 6.28318531;
        // Of a dash and the gap after it, px.
        float dash = length(halfSize * vec2(sin(angle), cos(angle))) * 6.28318531 / 12.0;
        float arc = abs(fract(turns * 12.0) - 0.5) * dash;
        stroke *= clamp(arc - dash * 0.22 + 0.5, 0.0, 1.0);
    }
    color = over(premultiplied(colorOutline, stroke), premultiplied(fill, clamp(0.5 - d, 0.0, 1.0)));
}
#endif
