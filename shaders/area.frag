#version 330 core
// Marks what a pixel is; the logic operation turns over the bits that are there.
uniform float bits;
out float color;

void main() { color = bits; }
