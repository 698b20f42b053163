#version 330 core
// Paints the ground: colours by class, hillshade, coast glow, then the lines from the weakest to the strongest.
uniform sampler2D classes;  // r land, g focus, b lake: 0 or 1; the lines over their edges make them smooth
uniform sampler2D lines;    // r borders, g admin-1, b rivers, a borders of focus countries
uniform sampler2D glow;     // nearness to r coasts, g borders of focus countries; half the frame's size
uniform sampler2D raster;   // hillshade, 128 flat
uniform vec4 extent;        // of the raster: west, south, east, north
uniform vec2 size;
uniform vec4 sea, land, focusLand, lake;
uniform vec4 relief;        // strength on sea, land, focus
uniform vec4 coastGlow, focusGlow, border, admin, river, focusBorder;
in vec2 place;
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
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec4 kind = texelFetch(classes, at, 0);
    vec4 line = texelFetch(lines, at, 0);
    vec2 near = texture(glow, gl_FragCoord.xy / size).rg;
    vec2 uv = vec2(place.x - extent.x, extent.w - place.y) / vec2(extent.z - extent.x, extent.w - extent.y);
    float shade = shadeAt(uv) * 2.0 - 256.0 / 255.0;
    float onLand = kind.r, inFocus = kind.g, onLake = kind.b * kind.r;

    vec3 c = mix(mix(sea.rgb, land.rgb, onLand), focusLand.rgb, inFocus);
    float strength = mix(mix(relief.x, relief.y, onLand), relief.z, inFocus) * (1.0 - onLake);
    c = mix(c, lake.rgb, onLake) * (1.0 + strength * shade);
    c = mix(c, coastGlow.rgb, coastGlow.a * near.r * near.r * (1.0 - onLand));
    c = mix(c, focusGlow.rgb, focusGlow.a * near.g * near.g);
    c = mix(c, river.rgb, river.a * line.b * onLand);
    c = mix(c, admin.rgb, admin.a * line.g * (1.0 - line.b * 0.7));
    c = mix(c, border.rgb, border.a * line.r);
    c = mix(c, focusBorder.rgb, focusBorder.a * line.a);
    color = vec4(c, 1.0);
}
