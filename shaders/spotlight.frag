#version 330 core
// A shade over all but a circle; straight colours in, premultiplied out.
uniform vec4 window;  // as in place.glsl
uniform vec4 shade;
uniform vec2 center;  // px
uniform float radius;
out vec4 color;

void main() {
    float d = distance(gl_FragCoord.xy + window.xy, center);
    float a = shade.a * smoothstep(radius * 0.97 - 0.5, radius * 1.03 + 0.5, d);
    color = vec4(shade.rgb * a, a);
}
