#version 330 core
// One quad around a shape, or around a part of it.
layout(location = 0) in vec4 box;      // x, y, width, height (px)
layout(location = 1) in vec4 form;     // corner radius (px), form, pattern bits, outline width (px)
layout(location = 2) in vec4 first;
layout(location = 3) in vec4 second;
layout(location = 4) in vec4 outline;
layout(location = 5) in vec2 turn;     // radians clockwise, level of a gauge
layout(location = 6) in vec4 part;     // px
flat out vec4 shapeBox;
flat out vec4 shapeForm;
flat out vec4 colorA;
flat out vec4 colorB;
flat out vec4 colorOutline;
flat out vec2 shapeTurn;
noperspective out vec4 fill;  // away from the edges

void main() {
    shapeBox = box;
    shapeForm = form;
    colorA = first;
    colorB = second;
    colorOutline = outline;
    shapeTurn = turn;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec2 at = part.xy + corner * part.zw;
    vec2 share = (at - box.xy) / box.zw;
    fill = mix(first, second, form.z > 0.5 ? share.x : share.y);
    gl_Position = placed(at);
}
