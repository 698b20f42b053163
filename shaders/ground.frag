#version 330 core
// Paints land and sea: colour by class, shaded by the relief.
uniform sampler2D classes;  // bits of a byte: 128 land, 64 focus, 32 lake
uniform sampler2D raster;   // hillshade, 128 flat
uniform vec4 sea, land, focusLand, lake;  // alpha: strength of the relief
in vec2 rasterAt;
out vec4 color;

#ifdef SMOOTH_RELIEF
// Cubic B-spline in four samples: magnified relief must not show its grid (Sigg and Hadwiger, GPU Gems 2, chapter 20).
float shadeAt(vec2 uv) {
    vec2 n = vec2(textureSize(raster, 0));
    vec2 st = uv * n - 0.5;
    vec2 i = floor(st), f = st - i;
    vec2 f2 = f * f, f3 = f2 * f;
    vec2 w0 = (1.0 - 3.0 * f + 3.0 * f2 - f3) / 6.0;
    vec2 w1 = (4.0 - 6.0 * f2 + 3.0 * f3) / 6.0;
    vec2 w3 = f3 / 6.0;
    vec2 g0 = w0 + w1, g1 = 1.0 - g0;
    vec2 h0 = (i - 0.5 + w1 / g0) / n, h1 = (i + 1.5 + w3 / g1) / n;
    return g0.y * (g0.x * texture(raster, h0).r + g1.x * texture(raster, vec2(h1.x, h0.y)).r) +
           g1.y * (g0.x * texture(raster, vec2(h0.x, h1.y)).r + g1.x * texture(raster, h1).r);
}
#else
float shadeAt(vec2 uv) { return texture(raster, uv).r; }
#endif

void main() {
    // Comparisons of floats, not bits of integers: a tenth of this shader's time on a software renderer.
    float kind = texelFetch(classes, ivec2(gl_FragCoord.xy), 0).r * 255.0;
    vec4 base = kind < 127.0 ? sea : kind < 144.0 ? land : kind < 176.0 ? lake : kind < 208.0 ? focusLand : lake;
    color = vec4(base.rgb * (1.0 + base.a * (shadeAt(rasterAt) * 2.0 - 256.0 / 255.0)), 1.0);
}
