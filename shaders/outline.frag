#version 330 core
// A band along borders from the nearness to them: full in its middle, soft at its edges; premultiplied out.
uniform sampler2D band;  // at a third of the size
uniform vec4 bandPlace;   // of a pixel in it: (pixel + xy) * zw
uniform vec4 ink;
out vec4 color;

void main() {
    float a = ink.a * smoothstep(0.05, 0.6, texture(band, (gl_FragCoord.xy + bandPlace.xy) * bandPlace.zw).r);
    color = vec4(ink.rgb * a, a);
}
