#version 330 core
// The inside of a rectangle, away from its edges; straight colours in, premultiplied out.
noperspective in vec4 fill;
out vec4 color;

void main() { color = vec4(fill.rgb * fill.a, fill.a); }
