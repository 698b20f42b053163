"""Checks what geodata/build made, from the files alone. Prints the numbers; exits 1 when one is wrong.

verify.py GEODATA_DIR

The program fills countries even-odd over all rings of both files, so a doubled patch of land would be a hole, and a seam whose
two sides differ by one vertex would shine through.
"""
import math
import os
import re
import sys

from osgeo import gdal, ogr
from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapely.ops import unary_union
from shapely.strtree import STRtree

gdal.UseExceptions()
SAHEL = {"SEN", "GMB", "GIN", "MRT", "MLI", "BFA", "NER", "NGA", "TCD", "CMR", "SDN", "ERI"}
KINDS = {"capital", "city", "base", "symbol", "water"}
failures = []


def check(good, text):
    print(("  ok    " if good else "  WRONG ") + text)
    if not good:
        failures.append(text)


def rings_of(geometry):
    """Lists of points, whatever the nesting."""
    if geometry.GetGeometryCount() == 0:
        return [[p[:2] for p in geometry.GetPoints() or []]]
    return [ring for i in range(geometry.GetGeometryCount()) for ring in rings_of(geometry.GetGeometryRef(i))]


def polygons_of(geometry):
    if geometry.GetGeometryName() == "POLYGON":
        return [rings_of(geometry)]
    return [rings_of(geometry.GetGeometryRef(i)) for i in range(geometry.GetGeometryCount())]


def features(folder, name):
    path = os.path.join(folder, name)
    for extension in ("shp", "shx", "dbf", "prj", "cpg"):
        if not os.path.exists(f"{path}.{extension}"):
            check(False, f"{name}.{extension} exists")
    source = ogr.Open(path + ".shp")
    layer = source.GetLayer(0)
    for feature in layer:
        yield {k: (v if v is not None else "") for k, v in feature.items().items()}, feature.GetGeometryRef().Clone()


def key(a, b):
    return (min(a, b), max(a, b))


def check_partition(countries):
    """Returns the segments and who has them."""
    segments, shapes = {}, {}
    for fields, geometry in countries:
        polygons = [Polygon(p[0], p[1:]) for p in polygons_of(geometry)]
        bad = [p for p in polygons if not p.is_valid]
        check(not bad, f"{fields['A3']}: every polygon is valid") if bad else None
        shapes[fields["A3"]] = MultiPolygon(polygons)
        for ring in rings_of(geometry):
            for a, b in zip(ring, ring[1:]):
                segments.setdefault(key(a, b), []).append(fields["A3"])
    check(max(len(w) for w in segments.values()) <= 2, f"no segment has more than two sides ({len(segments)} segments)")

    parts = [(a3, p) for a3, shape in shapes.items() for p in shape.geoms]
    tree = STRtree([p for _, p in parts])
    index = {id(p): i for i, (_, p) in enumerate(parts)}
    overlap, pairs = 0.0, []
    for i, (a3, p) in enumerate(parts):
        for q in tree.query(p):
            j = index[id(q)]
            if j > i:
                area = p.intersection(q).area
                overlap += area
                if area > 1e-12:
                    pairs.append(f"{a3}/{parts[j][0]} {area:.3g}")
    check(not pairs, f"overlap of all pairs of polygons: {overlap:.3g} square degrees {' '.join(pairs[:5])}")

    union = unary_union([p for _, p in parts])
    total = sum(p.area for _, p in parts)
    check(abs(total - union.area) < 1e-7, f"sum of areas {total:.6f}, area of union {union.area:.6f}, difference {total - union.area:.2g}")
    # Any gap or mismatch along a border would add to the outline of the union.
    alone = [s for s, who in segments.items() if len(who) == 1]
    length = sum(LineString(s).length for s in alone)
    check(abs(length - union.length) < 1e-6,
          f"coast segments {length:.6f} degrees long, outline of the union {union.length:.6f}, difference {length - union.length:.2g}")

    # A seam segment that only one side has would run along the other country: its middle lies on or in that country.
    near = MultiPolygon([p for a3 in SAHEL for p in shapes[a3].geoms]).buffer(0.3)
    suspects = [s for s in alone if near.intersects(Point(s[0]))]
    unmatched = []
    for s in suspects:
        who = segments[s][0]
        middle = Point((s[0][0] + s[1][0]) / 2, (s[0][1] + s[1][1]) / 2)
        for other in tree.query(middle.buffer(1e-3)):
            a3 = parts[index[id(other)]][0]
            if a3 != who and (a3 in SAHEL) != (who in SAHEL) and other.distance(middle) < 1e-5:
                unmatched.append((who, a3, s))
    check(not unmatched, f"unmatched segments along the seam: {len(unmatched)} {unmatched[:3]}")
    seam = [s for s, who in segments.items() if len(who) == 2 and (who[0] in SAHEL) != (who[1] in SAHEL)]
    check(len(seam) > 4000, f"segments shared exactly across the seam: {len(seam)}")
    return segments, shapes


def check_names(countries, shapes):
    for fields, _ in countries:
        inside = shapes[fields["A3"]].buffer(0.05).contains(Point(fields["LABEL_LON"], fields["LABEL_LAT"]))
        if not (inside and fields["A2"] and fields["NAME_FR"] and fields["NAME_EN"] and 1 <= fields["RANK"] <= 6):
            check(False, f"{fields['A3']}: codes, names, rank, label inside {fields}")
    by_code = {f["A3"]: f for f, _ in countries}
    check(len(by_code) == len(countries), f"{len(countries)} countries, each code once")
    check(by_code["TCD"]["NAME_FR"] == "Tchad" and by_code["SEN"]["NAME_FR"] == "Sénégal" and by_code["TCD"]["NAME_EN"] == "Chad", "names")
    check(by_code["ESH"]["DISPUTED"] == 1, "Western Sahara is a feature of its own, disputed")


def check_borders(folder, segments):
    seen, kinds, wrong = set(), {}, 0
    for fields, geometry in features(folder, "borders"):
        for line in rings_of(geometry):
            kinds[fields["KIND"]] = kinds.get(fields["KIND"], 0) + 1
            for a, b in zip(line, line[1:]):
                who = tuple(sorted(segments.get(key(a, b), [])))
                if key(a, b) in seen or who != tuple(x for x in (fields["LEFT_A3"], fields["RIGHT_A3"]) if x):
                    wrong += 1
                seen.add(key(a, b))
                if (fields["KIND"] == "coast") != (len(who) == 1):
                    wrong += 1
    check(wrong == 0, f"borders: {kinds}, {len(seen)} segments, {wrong} twice or with wrong neighbours")
    left = [s for s in segments if s not in seen and not (abs(s[0][0]) == 180 == abs(s[1][0]) or s[0][1] < -89 and s[1][1] < -89)]
    check(not left, f"borders: {len(left)} segments of countries missing")


def check_lines(folder, shapes):
    count = outside = 0
    for fields, geometry in features(folder, "admin1"):
        for line in rings_of(geometry):
            count += 1
            outside += not shapes[fields["A3"]].buffer(1e-6).contains(LineString(line))
    check(count > 20 and outside == 0, f"admin1: {count} lines, {outside} outside their country")
    rivers = list(features(folder, "rivers"))
    check(len(rivers) > 200, f"rivers: {len(rivers)} lines")
    lakes = [Polygon(p[0], p[1:]) for _, g in features(folder, "lakes") for p in polygons_of(g)]
    check(all(p.is_valid for p in lakes), f"lakes: {len(lakes)}, all valid")
    uphill = sum(fields["FROM_KM"] >= fields["TO_KM"] for fields, _ in rivers)
    check(uphill == 0, f"rivers: {uphill} run against their kilometres")
    reached = {}
    for fields, geometry in rivers:
        end = geometry.GetPoint_2D(geometry.GetPointCount() - 1)
        reached[end] = max(reached.get(end, 0), fields["TO_KM"])
    starts = [(g.GetPoint_2D(0), fields["FROM_KM"]) for fields, g in rivers]
    steps = [(p, km) for p, km in starts if abs(km - reached.get(p, km)) > 0.2]
    # A lake, or a small gap between two files, carries on the longest of the rivers that reach it.
    steps = [(p, km) for p, km in steps if min(lake.distance(Point(p)) for lake in lakes) > 0.03
             and not any(math.dist(p, q) < 0.12 and abs(km - other) < 0.2 for q, other in reached.items())]
    check(not steps, f"rivers: {len(steps)} do not go on where the longest that ends there does")
    double = sum(lakes[i].intersection(lakes[j]).area > 0 for i in range(len(lakes)) for j in range(i)
                 if lakes[i].bounds[0] < lakes[j].bounds[2] and lakes[j].bounds[0] < lakes[i].bounds[2])
    check(double == 0, f"lakes: {double} overlap")


def check_relief(folder):
    total = 0
    for name, size in (("relief_world.tif", (3600, 1800)), ("relief_sahel.tif", (2700, 2100))):
        raster = gdal.Open(os.path.join(folder, name))
        mean = raster.ReadAsArray().mean()
        total += os.path.getsize(os.path.join(folder, name))
        check((raster.RasterXSize, raster.RasterYSize) == size and abs(mean - 128) < 2, f"{name}: {size}, mean {mean:.2f}")
    check(total < 12e6, f"relief: {total / 1e6:.1f} MB")


def check_places(folder, shapes):
    with open(os.path.join(folder, "places.toml"), encoding="utf-8") as f:
        text = f.read()
    entries = re.findall(r"^\[places\.([a-z0-9_]+)\]\n((?:.+\n)+)", text, re.M)
    check(len(entries) == len({e[0] for e in entries}) == text.count("[places."), f"places: {len(entries)}, each id once")
    for id_, body in entries:
        fields = dict(line.split(" = ", 1) for line in body.strip().split("\n"))
        lon, lat = float(fields["lon"]), float(fields["lat"])
        kind, country = fields["kind"].strip('"'), fields.get("country", "").strip('"')
        good = -180 <= lon <= 180 and -90 <= lat <= 90 and kind in KINDS
        # Crimea: Ukraine's, Natural Earth draws it with Russia.
        if country in shapes and id_ != "perevalne":
            good = good and shapes[country].distance(Point(lon, lat)) < 0.2
        if not good:
            check(False, f"place {id_}: kind, range, inside {country}")


def main():
    folder = sys.argv[1]
    sahel, world = list(features(folder, "sahel/countries")), list(features(folder, "world/countries"))
    check({f["A3"] for f, _ in sahel} == SAHEL, "sahel/countries: the twelve")
    points = {f["A3"]: sum(len(r) for r in rings_of(g)) for f, g in sahel}
    check(points["NER"] >= 1038, f"Niger: {points['NER']} points with the closing one; Sahel {sum(points.values())}, "
          f"world {sum(len(r) for _, g in world for r in rings_of(g))}")
    segments, shapes = check_partition(sahel + world)
    check_names(sahel + world, shapes)
    check_borders(folder, segments)
    check_lines(folder, shapes)
    check_relief(folder)
    check_places(folder, shapes)
    sys.exit(1 if failures else 0)


main()
