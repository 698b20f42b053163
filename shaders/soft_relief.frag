#version 330 core
// The hillshade by cubic B-splines, in four samples: magnified relief must not show its grid (Sigg and Hadwiger, GPU Gems 2,
// chapter 20).
uniform sampler2D raster;
noperspective in vec2 rasterAt;
out float shade;

void main() {
    vec2 n = vec2(textureSize(raster, 0));
    vec2 st = rasterAt * n - 0.5;
    vec2 i = floor(st), f = st - i;
    vec2 f2 = f * f, f3 = f2 * f;
    vec2 w0 = (1.0 - 3.0 * f + 3.0 * f2 - f3) / 6.0;
    vec2 w1 = (4.0 - 6.0 * f2 + 3.0 * f3) / 6.0;
    vec2 w3 = f3 / 6.0;
    vec2 g0 = w0 + w1, g1 = 1.0 - g0;
    vec2 h0 = (i - 0.5 + w1 / g0) / n, h1 = (i + 1.5 + w3 / g1) / n;
    shade = g0.y * (g0.x * texture(raster, h0).r + g1.x * texture(raster, vec2(h1.x, h0.y)).r) +
            g1.y * (g0.x * texture(raster, vec2(h0.x, h1.y)).r + g1.x * texture(raster, h1).r);
}
