#version 330 core
// Marks what a pixel is; the blend inverts what was there.
uniform vec4 channel;
out vec4 color;

void main() { color = channel; }
