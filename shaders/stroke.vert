#version 330 core
// A line's strip, in frame pixels.
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 profile;  // across, width (px)
layout(location = 2) in float along;   // metres
noperspective out vec2 lineProfile;
noperspective out float lineAlong;

void main() {
    lineProfile = profile;
    lineAlong = along;
    gl_Position = placedExactly(position);
}
