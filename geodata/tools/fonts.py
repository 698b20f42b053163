"""Copies the fonts out of their npm packages into assets/fonts, with contours that do not overlap.

fonts.py PACKAGES_DIR OUT_DIR

Inter and Source Serif are cut from variable fonts: many letters are two or more contours lying over each other. The program
draws text from distance fields, where every contour is an edge, so an inner one would show as a hairline through the
letter. Only such glyphs are redrawn; metrics, kerning and features stay. The OFL allows it: none of them reserves its name.

The fonts that only help out where the others lack a script are cut down to that script.
"""
import os
import shutil
import sys

from booleanOperations.booleanGlyph import BooleanGlyph
from fontTools.pens.basePen import BasePen
from fontTools.pens.cu2quPen import Cu2QuPointPen
from fontTools.pens.pointPen import SegmentToPointPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPointPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from shapely.geometry import LinearRing, Polygon

FONTS = [
    ("barlow-condensed", "BarlowCondensed", [("400Regular", "Regular"), ("500Medium", "Medium"), ("600SemiBold", "SemiBold"),
                                             ("700Bold", "Bold")]),
    ("inter", "Inter", [("400Regular", "Regular"), ("500Medium", "Medium"), ("600SemiBold", "SemiBold"),
                        ("400Regular_Italic", "Italic")]),
    ("source-serif-4", "SourceSerif4", [("400Regular_Italic", "Italic")]),
]
GREEK = range(0x0370, 0x0400)
CYRILLIC = [*range(0x0400, 0x0530), 0x2116]
ARABIC = [*range(0x0600, 0x0700), *range(0x0750, 0x0780)]
TIFINAGH = range(0x2D30, 0x2D80)
NKO = range(0x07C0, 0x0800)
ADLAM = range(0x1E900, 0x1E960)
SHARED = [0x20, 0xA0, 0x200C, 0x200D, 0x25CC]  # what marks and joiners of any script may stand on
HELPERS = [
    ("roboto-condensed", "RobotoCondensed", [("400Regular", "Regular"), ("500Medium", "Medium"), ("600SemiBold", "SemiBold"),
                                             ("700Bold", "Bold")], [*GREEK, *CYRILLIC]),
    ("noto-sans-arabic", "NotoSansArabic", [("400Regular", "Regular"), ("600SemiBold", "SemiBold"), ("700Bold", "Bold")], ARABIC),
    ("noto-naskh-arabic", "NotoNaskhArabic", [("400Regular", "Regular")], ARABIC),
    ("noto-sans-tifinagh", "NotoSansTifinagh", [("400Regular", "Regular")], TIFINAGH),
    ("noto-sans-nko", "NotoSansNKo", [("400Regular", "Regular")], NKO),
    ("noto-sans-adlam", "NotoSansAdlam", [("400Regular", "Regular")], ADLAM),
]
PIECES = 8  # per curve, to look for overlaps


def flat_contours(recording):
    """The contours of recorded pen calls, curves as short straight pieces."""
    contours, points = [], []
    for name, args in recording:
        if name == "moveTo":
            points = [args[0]]
        elif name == "lineTo":
            points.append(args[0])
        elif name == "qCurveTo":
            args = list(args)
            if args[-1] is None:  # a contour without any point on the curve
                args[-1] = middle(args[-2], args[0])
                points = [args[-1]]
            for i, control in enumerate(args[:-1]):
                end = args[-1] if i == len(args) - 2 else middle(control, args[i + 1])
                start = points[-1]
                for k in range(1, PIECES + 1):
                    t = k / PIECES
                    points.append(tuple((1 - t) ** 2 * start[a] + 2 * t * (1 - t) * control[a] + t * t * end[a] for a in (0, 1)))
        elif name in ("closePath", "endPath"):
            if len(points) > 2:
                contours.append(points)
            points = []
    return contours


def middle(a, b):
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def edges_cross(contours):
    rings = [LinearRing(c) for c in contours]
    if any(not r.is_simple for r in rings):
        return True
    for i, a in enumerate(rings):
        for b in rings[:i]:
            if a.intersects(b):
                return True
            # One inside another with the same direction adds nothing and hides an edge.
            inner, outer = sorted((Polygon(a), Polygon(b)), key=lambda p: p.area)
            if a.is_ccw == b.is_ccw and outer.contains(inner) and not within_counter(inner, rings, a, b):
                return True
    return False


def within_counter(inner, rings, a, b):
    """An island in a hole (as in the copyright sign) has the direction of the outer contour, and is no overlap."""
    return any(r is not a and r is not b and r.is_ccw != a.is_ccw and Polygon(r).contains(inner) for r in rings)


def without_overlaps(font):
    table = font["glyf"]
    simple = [n for n in font.getGlyphOrder() if not table[n].isComposite()]
    composite = [n for n in font.getGlyphOrder() if table[n].isComposite()]
    # Accented letters are mostly clean once their parts are; only those whose parts touch are redrawn as a whole.
    count = redraw(font, simple) + redraw(font, composite)
    for name in simple:
        if table[name].numberOfContours > 0:
            table[name].flags[0] &= ~0x40  # OVERLAP_SIMPLE
    for name in composite:
        if table[name].isComposite():
            table[name].components[0].flags &= ~0x400  # OVERLAP_COMPOUND
    return count


def redraw(font, names):
    glyphs, table, redrawn = font.getGlyphSet(), font["glyf"], []
    for name in names:
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(pen)
        if pen.value and edges_cross(flat_contours(pen.value)):
            redrawn.append((name, pen))
    for name, pen in redrawn:
        # booleanOperations knows cubic curves only: there and back, within half a unit of an em of 1000 or 2048. It turns outlines
        # the PostScript way round; TrueType wants them the other way, like the glyphs that stay.
        source = BooleanGlyph()
        pen.replay(Cubic(SegmentToPointPen(source.getPointPen())))
        target = TTGlyphPointPen(None)
        source.removeOverlap().drawPoints(Cu2QuPointPen(Rounding(target), max_err=0.5, reverse_direction=True))
        table[name] = target.glyph()
        table[name].recalcBounds(table)
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(table[name], "xMin", 0))
    return len(redrawn)


class Cubic(BasePen):
    """Passes curves on as cubic ones (BasePen raises quadratic curves by itself)."""

    def __init__(self, pen):
        super().__init__(None)
        self._moveTo, self._lineTo, self._curveToOne = pen.moveTo, pen.lineTo, pen.curveTo
        self._closePath, self._endPath = pen.closePath, pen.endPath


class Rounding:
    """TrueType has whole numbers only."""

    def __init__(self, pen):
        self.pen = pen

    def __getattr__(self, name):
        return getattr(self.pen, name)

    def addPoint(self, pt, *args, **kwargs):
        self.pen.addPoint((round(pt[0]), round(pt[1])), *args, **kwargs)


def cut_to(font, unicodes):
    """Keeps the glyphs of these code points, and what their script's features make of them."""
    options = Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*unicodes, *SHARED])
    subsetter.subset(font)


def make(packages, out, package, family, styles, unicodes=None):
    folder = os.path.join(packages, package)
    shutil.copyfile(os.path.join(folder, "LICENSE_FONT"), os.path.join(out, f"OFL-{family}.txt"))
    for source, style in styles:
        path = os.path.join(folder, source, f"{family}_{source}.ttf")
        target = os.path.join(out, f"{family}-{style}.ttf")
        font = TTFont(path, recalcTimestamp=False)
        if unicodes is not None:
            cut_to(font, unicodes)
        count = without_overlaps(font)
        if count or unicodes is not None:
            font.save(target, reorderTables=False)
        else:
            shutil.copyfile(path, target)
        print(f"  {family}-{style}.ttf: {count} of {len(font.getGlyphOrder())} glyphs redrawn", file=sys.stderr)


def main():
    packages, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    for family in [*FONTS, *HELPERS]:
        make(packages, out, *family)


main()
