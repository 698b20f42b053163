#version 330 core
// The hillshade by the cubic filter of D. P. Mitchell and A. N. Netravali (1988): magnified relief must not show its grid, nor
// lose its ridges. The two middle samples of each direction are read as one (C. Sigg and M. Hadwiger, GPU Gems 2, chapter 20).
uniform sampler2D raster;
noperspective in vec2 rasterAt;
out float shade;

void main() {
    vec2 n = vec2(textureSize(raster, 0));
    vec2 st = rasterAt * n - 0.5;
    vec2 i = floor(st), f = st - i;
    vec2 f2 = f * f, f3 = f2 * f;
    vec2 w0 = (1.0 - 9.0 * f + 15.0 * f2 - 7.0 * f3) / 18.0;
    vec2 w1 = (16.0 - 36.0 * f2 + 21.0 * f3) / 18.0;
    vec2 w3 = (7.0 * f3 - 6.0 * f2) / 18.0;
    vec2 w12 = 1.0 - w0 - w3;
    vec2 a = (i - 0.5) / n, b = (i + 1.5 - w1 / w12) / n, c = (i + 2.5) / n;
    // The four corners weigh less than a two-hundredth together: without them it is five readings, not nine.
    vec4 arms = vec4(w0.x * w12.y, w3.x * w12.y, w0.y * w12.x, w3.y * w12.x);
    float middle = w12.x * w12.y;
    float sum = middle * texture(raster, b).r + dot(arms, vec4(texture(raster, vec2(a.x, b.y)).r, texture(raster, vec2(c.x, b.y)).r,
                                                               texture(raster, vec2(b.x, a.y)).r, texture(raster, vec2(b.x, c.y)).r));
    shade = sum / (middle + dot(arms, vec4(1.0)));
}
