#version 330 core
// Coverage of a line from the distance to its middle; premultiplied out.
uniform vec4 ink;
#ifdef DASHED
uniform vec2 dashes;  // metres of a short dash with its gap, share of those twice as long
#endif
noperspective in vec2 lineProfile;
noperspective in float lineAlong;
out vec4 color;

#ifdef DASHED
float dash(float metres, float perPixel) {
    float fromGap = abs(fract(lineAlong / metres) * 2.0 - 1.0) * metres * 0.5;
    return clamp((fromGap - metres * 0.25) / perPixel + 0.5, 0.0, 1.0);
}
#endif

void main() {
    float width = lineProfile.y;
    float a = ink.a * clamp(max(width, 1.0) * 0.5 + 0.5 - abs(lineProfile.x), 0.0, 1.0) * min(width, 1.0);
#ifdef DASHED
    float perPixel = max(length(vec2(dFdx(lineAlong), dFdy(lineAlong))), 1e-6);
    a *= mix(dash(dashes.x, perPixel), dash(dashes.x * 2.0, perPixel), dashes.y);
#endif
    color = vec4(ink.rgb * a, a);
}
