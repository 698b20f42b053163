#version 330 core
// An arrow by its signed distance in straightened coordinates: negative inside. Arrivals have a full head, departures an
// open one, deliveries a crate before their head; premultiplied out.
//
//     FILL 0 solid, 1 chevrons, 2 hollow, 3 hatched, 4 dashed      SHADOW: not the arrow, its shadow
//     FULL_HEAD, OPEN_HEAD, CRATE: what is near; neither: the body alone
uniform float drawnLength, wholeLength;
uniform vec2 widths;    // at the tail, at the head
uniform float headLength, bodyEnd;
uniform vec2 crate;     // side, gap before and behind it
uniform int direction;  // 0 arrival, 1 departure, 2 visit, 3 call
uniform vec4 color;
uniform float alpha, tailAlpha, fadeFrom, flow;
uniform vec2 glow;      // opacity, width
uniform vec4 casing;
uniform float casingWidth;
uniform vec4 chevron;
uniform vec4 shadow;
uniform float shadowBlur;
uniform float fineness;  // px to a pixel as it is meant
in vec2 straight;
out vec4 result;

float bodyDistance(float s, float t) {
    float halfWidth = 0.5 * mix(widths.x, widths.y, clamp(s / max(drawnLength, 1.0), 0.0, 1.0));
    return max(max(t - halfWidth, s - bodyEnd), -s);
}

#if defined(FULL_HEAD) || defined(OPEN_HEAD)
float distanceToSegment(vec2 p, vec2 a, vec2 b) {
    vec2 ab = b - a;
    return length(p - a - ab * clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0));
}
#endif
#ifdef FULL_HEAD
// A triangle with swept-back barbs, its tip at the end. Distances to its edges, not to their lines: those would
// draw out casing and glow into spikes at the corners.
float headDistance(float s, float t, float halfWidth) {
    vec2 tip = vec2(drawnLength, 0.0), barb = vec2(drawnLength - headLength * 1.12, halfWidth);
    vec2 edge = normalize(barb - tip);
    float outside = dot(vec2(s, t) - tip, vec2(edge.y, -edge.x));
    vec2 notch = vec2(drawnLength - headLength * 0.92, 0.0);
    vec2 back = normalize(barb - notch);
    float behind = dot(vec2(s, t) - notch, vec2(-back.y, back.x));
    float d = min(distanceToSegment(vec2(s, t), tip, barb), distanceToSegment(vec2(s, t), barb, notch));
    return max(outside, behind) < 0.0 ? -d : d;
}
#endif
#ifdef OPEN_HEAD
// Two strokes that meet at the tip.
float headDistance(float s, float t, float halfWidth) {
    vec2 tip = vec2(drawnLength - widths.y * 0.35, 0.0), barb = vec2(drawnLength - headLength, halfWidth * 1.05);
    return distanceToSegment(vec2(s, t), tip, barb) - widths.y * 0.36;
}
#endif

float arrowDistance(float s, float t) {
    float d = bodyDistance(s, t);
#if defined(FULL_HEAD) || defined(OPEN_HEAD)
    d = min(d, headDistance(s, t, widths.y * 1.42 * min(1.0, headLength / (widths.y * 2.2))));
#endif
#ifdef CRATE
    float middle = drawnLength - headLength * 1.12 - crate.y - crate.x * 0.5;
    d = min(d, max(abs(s - middle), t) - crate.x * 0.5);
#endif
    return d;
}

float opacityAlong(float s) {
    float share = clamp(s / max(wholeLength, 1.0), 0.0, 1.0);
    float a = mix(tailAlpha, 1.0, smoothstep(0.0, 0.5, clamp(s / max(drawnLength, 1.0), 0.0, 1.0)));
    // What fades out keeps enough of its head to say which way it goes.
    return fadeFrom < 1.0 ? a * mix(1.0, 0.32, smoothstep(fadeFrom, 0.9, share)) : a;
}

void main() {
    float s = straight.x, t = abs(straight.y);
    float d = arrowDistance(s, t);
    float strength = alpha * opacityAlong(s);
#ifdef SHADOW
    float soft = clamp(0.5 - d / (2.0 * shadowBlur + 1.0), 0.0, 1.0);
    result = vec4(shadow.rgb, 1.0) * (shadow.a * soft * strength);
#else
    float inside = clamp(0.5 - d, 0.0, 1.0);
    vec3 paint = color.rgb;
    float body = inside;
    float onBody = clamp(bodyEnd - s, 0.0, 1.0);  // patterns that the head does not have
#if FILL == 1
    float period = max(widths.y * 2.8, 12.0 * fineness);
    float phase = mod(s + t * 1.1 - flow, period);
    float mark = clamp(widths.y * 0.22 + 0.3 * fineness + 0.5 - abs(phase - period * 0.5), 0.0, 1.0);
    paint = mix(paint, chevron.rgb, chevron.a * mark * onBody * clamp(-bodyDistance(s, t), 0.0, 1.0));
#elif FILL == 2
    float line = max(widths.y * 0.16, 1.4 * fineness);
    body = inside * mix(0.16, 1.0, clamp(d + line + 0.5, 0.0, 1.0));
#elif FILL == 3
    float period = max(widths.y * 0.75, 6.0 * fineness);
    float phase = abs(fract((s + straight.y) / period) - 0.5) * period;
    body = inside * max(mix(0.3, 1.0, clamp(phase - period * 0.25 + 0.5, 0.0, 1.0)), clamp(d + 1.3 * fineness + 0.5, 0.0, 1.0));
#elif FILL == 4
    float period = widths.y * (direction == 3 ? 2.6 : 3.6);
    float phase = abs(fract((s - flow) / period) - 0.5) * period;
    float dash = clamp(phase - period * (direction == 3 ? 0.26 : 0.17) + 0.5, 0.0, 1.0);
    body = inside * mix(1.0, dash, onBody);
#endif
    float halo = clamp(1.0 - d / max(glow.y, 0.001), 0.0, 1.0);
    float haloAlpha = glow.x * halo * halo;
    float casingAlpha = casing.a * clamp(casingWidth + 0.5 - d, 0.0, 1.0);
#if FILL == 4
    haloAlpha *= 0.4;
    casingAlpha *= 0.5;
#endif
    vec4 under = vec4(color.rgb, 1.0) * haloAlpha;
    under = vec4(casing.rgb, 1.0) * casingAlpha + under * (1.0 - casingAlpha);
    vec4 top = vec4(paint, 1.0) * body;
    result = (top + under * (1.0 - top.a)) * strength;
#endif
}
