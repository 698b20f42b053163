#version 330 core
// A band along borders from the nearness to them: full in its middle, soft at its edges; premultiplied out.
uniform sampler2D band;  // a third of the frame's size
uniform vec2 size;
uniform vec4 ink;
out vec4 color;

void main() {
    float a = ink.a * smoothstep(0.05, 0.6, texture(band, gl_FragCoord.xy / size).r);
    color = vec4(ink.rgb * a, a);
}
