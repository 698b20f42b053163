// Stands before every vertex shader: where a point of the frame lies in what is drawn of it.
uniform vec4 window;  // its top left corner (frame px), 2 / the viewport's side (frame px), frame px to one of its own

uniform float margin;  // of the viewport around that (frame px)

vec4 placed(vec2 at) { return vec4((at - window.xy + margin) * window.z - 1.0, 0.0, 1.0); }

// To the 256th of a pixel, as drivers do on their own: here, a tile's triangles are exactly the whole frame's. For those that
// end where there is ink.
vec4 placedExactly(vec2 at) { return placed(floor(at * 256.0 + 0.5) / 256.0); }
