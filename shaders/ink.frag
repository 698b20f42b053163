#version 330 core
// Glows, then lines from the weakest to the strongest, over the painted ground; premultiplied out.
uniform sampler2D classes;  // bits of a byte: 128 land, 64 focus, 32 lake
uniform sampler2D lines;    // r borders, g admin-1, b rivers, a borders of focus countries
uniform sampler2D glow;     // nearness to r coasts, g borders of focus countries; a third of the frame's size
uniform vec2 size;
uniform vec4 coastGlow, focusGlow, border, admin, river, focusBorder;
out vec4 color;

void put(vec4 ink, float coverage) {
    float a = ink.a * coverage;
    color = vec4(ink.rgb * a, a) + color * (1.0 - a);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    float onLand = texelFetch(classes, at, 0).r >= 0.5 ? 1.0 : 0.0;
    vec4 line = texelFetch(lines, at, 0);
    vec2 near = texture(glow, gl_FragCoord.xy / size).rg;
    color = vec4(0.0);
    put(coastGlow, near.r * near.r * (1.0 - onLand));
    put(focusGlow, near.g * near.g);
    put(river, line.b * onLand);
    put(admin, line.g * (1.0 - line.b * 0.7));
    put(border, line.r);
    put(focusBorder, line.a);
}
