#include "picture/context.h"

#include "picture/contrast.h"

namespace picture {

Theme scaled(Theme t, double unit) {
    GroundStyle& g = t.ground;
    ArrowStyle& a = t.arrow;
    LabelStyle& l = t.label;
    PanelStyle& p = t.panel;
    for (double* length :
         {&g.glowWidth,         &g.borderWidth,      &g.disputedDash,   &g.adminWidth,
          &g.riverWidth,        &g.focusBorderWidth, &g.focusGlowWidth, &g.outlineWidth,
          &g.borderCasingWidth, &g.graticuleWidth,   &a.shadowX,        &a.shadowY,
          &a.shadowBlur,        &a.glowWidth,        &a.casingWidth,    &a.classWidths[0],
          &a.classWidths[1],    &a.classWidths[2],   &a.classWidths[3], &a.neutralWidth,
          &a.thinWidth,         &a.callWidth,        &l.haloWidth,      &l.capitalSize,
          &l.citySize,          &l.baseSize,         &l.countrySize,    &l.focusSize,
          &l.waterSize,         &l.capitalDot,       &l.cityDot,        &p.radius,
          &p.accentWidth,       &p.dateSize,         &p.titleSize,      &p.textSize,
          &p.sourceSize,        &p.legendSize,       &p.noteSize,       &t.timeline.textSize}) {
        *length *= unit;
    }
    for (double* length : {&t.ink.casingWidth, &t.ink.penWidth, &t.ink.highlighterWidth, &t.ink.arrowWidth,
                           &t.ink.laserRadius, &t.ink.spotlightRadius})
        *length *= unit;
    return t;
}

base::Color actorColor(const Context& context, const film::Event& event) {
    const film::Actor* actor = film::findActor(context.film, event.actor);
    return actor ? readable(actor->color, context.theme.ground.land, kShapeContrast)
                 : context.theme.panel.text;
}

}  // namespace picture
