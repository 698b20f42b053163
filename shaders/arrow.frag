#version 330 core
// An arrow by its signed distance in straightened coordinates: negative inside. Arrivals have a full head, departures an
// open one; premultiplied out.
uniform float drawnLength, wholeLength;
uniform vec2 widths;    // at the tail, at the head
uniform int hasHead;
uniform int fill;       // 0 solid, 1 chevrons, 2 hollow, 3 hatched, 4 dashed
uniform int direction;  // 0 arrival, 1 departure, 2 visit, 3 call
uniform vec4 color;
uniform float alpha, tailAlpha, fadeFrom, flow;
uniform vec2 glow;      // opacity, width
uniform vec4 casing;
uniform float casingWidth;
uniform vec4 chevron;
uniform vec4 shadow;
uniform float shadowBlur;  // below 0: not the shadow
in vec2 straight;
out vec4 result;

float headLength() { return min(widths.y * (direction == 2 ? 3.4 : 2.5), drawnLength * 0.8); }

float bodyDistance(float s, float t, float end) {
    float halfWidth = 0.5 * mix(widths.x, widths.y, clamp(s / max(drawnLength, 1.0), 0.0, 1.0));
    return max(max(t - halfWidth, s - end), -s);
}

// A triangle with swept-back barbs, its tip at the end.
float fullHead(float s, float t, float len, float halfWidth) {
    vec2 tip = vec2(drawnLength, 0.0), barb = vec2(drawnLength - len * 1.12, halfWidth);
    vec2 edge = normalize(barb - tip);
    float outside = dot(vec2(s, t) - tip, vec2(edge.y, -edge.x));
    vec2 notch = vec2(drawnLength - len * 0.92, 0.0);
    vec2 back = normalize(barb - notch);
    float behind = dot(vec2(s, t) - notch, vec2(-back.y, back.x));
    return max(outside, behind);
}

// Two strokes that meet at the tip.
float openHead(float s, float t, float len, float halfWidth) {
    vec2 tip = vec2(drawnLength - widths.y * 0.35, 0.0), barb = vec2(drawnLength - len, halfWidth);
    vec2 d = barb - tip, p = vec2(s, t) - tip;
    float k = clamp(dot(p, d) / dot(d, d), 0.0, 1.0);
    return length(p - d * k) - widths.y * 0.36;
}

float arrowDistance(float s, float t) {
    if (hasHead == 0) return bodyDistance(s, t, drawnLength);
    float len = headLength();
    float halfWidth = widths.y * 1.42 * min(1.0, len / (widths.y * 2.2));
    if (direction == 1) {
        return min(bodyDistance(s, t, drawnLength - widths.y * 0.5), openHead(s, t, len, halfWidth * 1.05));
    }
    return min(bodyDistance(s, t, drawnLength - len * 0.8), fullHead(s, t, len, halfWidth));
}

float opacityAlong(float s) {
    float share = clamp(s / max(wholeLength, 1.0), 0.0, 1.0);
    float a = mix(tailAlpha, 1.0, smoothstep(0.0, 0.5, clamp(s / max(drawnLength, 1.0), 0.0, 1.0)));
    // What fades out keeps enough of its head to say which way it goes.
    return fadeFrom < 1.0 ? a * mix(1.0, 0.2, smoothstep(fadeFrom, 0.9, share)) : a;
}

void main() {
    float s = straight.x, t = abs(straight.y);
    float d = arrowDistance(s, t);
    float strength = alpha * opacityAlong(s);
    if (shadowBlur >= 0.0) {
        float soft = clamp(0.5 - d / (2.0 * shadowBlur + 1.0), 0.0, 1.0);
        result = vec4(shadow.rgb, 1.0) * shadow.a * soft * strength;
        return;
    }
    float inside = clamp(0.5 - d, 0.0, 1.0);
    vec3 paint = color.rgb;
    float body = inside;
    bool inHead = s > drawnLength - headLength() && hasHead == 1;
    if (fill == 1 && !inHead) {
        float period = max(widths.y * 3.2, 14.0);
        float phase = mod(s + t * 0.9 - flow, period);
        float mark = clamp(widths.y * 0.13 + 0.7 - abs(phase - period * 0.5), 0.0, 1.0);
        paint = mix(paint, chevron.rgb, chevron.a * mark * clamp(-d - 0.6, 0.0, 1.0));
    } else if (fill == 2) {
        float line = max(widths.y * 0.16, 1.4);
        body = inside * mix(0.16, 1.0, clamp(d + line + 0.5, 0.0, 1.0));
    } else if (fill == 3) {
        float period = max(widths.y * 0.75, 6.0);
        float phase = abs(fract((s + straight.y) / period) - 0.5) * period;
        body = inside * max(mix(0.3, 1.0, clamp(phase - period * 0.25 + 0.5, 0.0, 1.0)),
                            clamp(d + 1.8, 0.0, 1.0));
    } else if (fill == 4 && !inHead) {
        float period = direction == 3 ? widths.y * 2.6 : widths.y * 3.6;
        float phase = abs(fract((s - flow) / period) - 0.5) * period;
        body = inside * clamp(phase - period * (direction == 3 ? 0.26 : 0.17) + 0.5, 0.0, 1.0);
    }
    float haloAlpha = glow.y > 0.0 ? glow.x * pow(clamp(1.0 - d / glow.y, 0.0, 1.0), 2.0) : 0.0;
    float casingAlpha = casing.a * clamp(casingWidth + 0.5 - d, 0.0, 1.0);
    if (fill == 4) {
        haloAlpha *= 0.4;
        casingAlpha *= 0.5;
    }
    vec4 under = vec4(color.rgb, 1.0) * haloAlpha;
    under = vec4(casing.rgb, 1.0) * casingAlpha + under * (1.0 - casingAlpha);
    vec4 top = vec4(paint, 1.0) * body;
    result = (top + under * (1.0 - top.a)) * strength;
}
