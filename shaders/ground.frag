#version 330 core
// Paints land and sea: colour by class, shaded by the relief, lit along coasts and inside the borders of focus countries.
uniform sampler2D classes;   // bits of a byte: 128 land, 64 focus, 32 lake
uniform sampler2D glow;      // nearness to r coasts, g borders of focus countries; at a third of the size
uniform sampler2D raster;    // hillshade, 128 flat
uniform sampler2D smoothed;  // the same, magnified, at a fraction of the size
uniform vec4 glowPlace, smoothedPlace;  // of a pixel in them: (pixel + xy) * zw
uniform vec4 sea, land, focusLand, lake;  // alpha: strength of the relief
uniform vec4 coastGlow, focusGlow;
uniform float waterLines;  // opacity
uniform float glowWidth;   // px
uniform float softness;
uniform float fineness;    // px to a pixel as it is meant
noperspective in vec2 rasterAt;
flat in vec4 base;
flat in float onFocus;
out vec4 color;

#if defined(RELIEF_NONE)
float shade() { return 128.0 / 255.0; }
#elif defined(RELIEF_SHARP)
float shade() { return texture(raster, rasterAt).r; }
#elif defined(RELIEF_SOFT)
float shade() { return texture(smoothed, (gl_FragCoord.xy + smoothedPlace.xy) * smoothedPlace.zw).r; }
#else
float shade() { return mix(texture(raster, rasterAt).r, texture(smoothed, (gl_FragCoord.xy + smoothedPlace.xy) * smoothedPlace.zw).r, softness); }
#endif

// Light ground has little room for more light: slopes in the sun would be white spots.
vec3 shaded(vec4 paint) {
    float light = paint.a * (shade() * 2.0 - 256.0 / 255.0);
    return paint.rgb * (1.0 + (light > 0.0 ? light * clamp(2.0 - 2.0 * paint.g, 0.22, 1.0) : light));
}

#ifndef EVEN
vec2 nearness() { return texture(glow, (gl_FragCoord.xy + glowPlace.xy) * glowPlace.zw).rg; }

// Lines along the coast at the ends of thirds of its light, fading outwards.
float waterLine(float near) {
    float third = (1.0 - near) * 3.0;
    float apart = abs(fract(third + 0.5) - 0.5) * glowWidth / 3.0;
    return third < 0.5 ? 0.0 : waterLines * min(1.0, near * 1.3 + 0.15) * clamp(1.0 - apart / fineness, 0.0, 1.0) * min(1.0, near * 40.0);
}

// The sea has light along coasts, a focus country inside its borders.
vec3 lit(vec3 paint, float onSea, float onFocus) {
    vec2 near = nearness();
    float light = onSea * max(coastGlow.a * near.r * near.r, waterLine(near.r)) + onFocus * focusGlow.a * near.g * near.g;
    return mix(paint, onSea > 0.5 ? coastGlow.rgb : focusGlow.rgb, light);
}
#endif

#if defined(EVEN)
void main() { color = vec4(shaded(base), 1.0); }
#elif defined(LIT)
void main() { color = vec4(lit(shaded(base), 1.0 - onFocus, onFocus), 1.0); }
#else
void main() {
    // Comparisons of floats, not bits of integers: a tenth of this shader's time on a software renderer.
    float kind = texelFetch(classes, ivec2(gl_FragCoord.xy), 0).r * 255.0;
    vec4 paint = kind < 127.0 ? sea : kind < 144.0 ? land : kind < 176.0 ? lake : kind < 208.0 ? focusLand : lake;
    color = vec4(lit(shaded(paint), kind < 127.0 ? 1.0 : 0.0, kind >= 176.0 && kind < 208.0 ? 1.0 : 0.0), 1.0);
}
#endif
