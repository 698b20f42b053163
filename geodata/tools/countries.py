"""Makes sahel/countries, world/countries, borders and admin1.

countries.py WORLD_ATLAS_DIR WORLD_MAP_GPKG ISO_3166_JSON OUT_DIR
"""
import json
import math
import os
import subprocess
import sys

from osgeo import ogr
from shapely import affinity
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.ops import linemerge, polylabel, unary_union
from shapely.strtree import STRtree

import partition
from common import note, ogr_line, ogr_polygons, write_shapefile
from country_facts import LABELS, NAMES, WITHOUT_ISO, rank

FIELDS = [("A2", "str:2"), ("A3", "str:3"), ("NAME_FR", "str:48"), ("NAME_EN", "str:48"), ("LABEL_LON", "real"),
          ("LABEL_LAT", "real"), ("RANK", "int"), ("DISPUTED", "int")]
# A line between these is disputed along its whole length; Natural Earth draws them so.
DISPUTED_PAIRS = {("ESH", "MAR"), ("SRB", "XKX"), ("CYN", "CYP"), ("SOL", "SOM"), ("CHN", "KAS"), ("IND", "KAS"),
                  ("KAS", "PAK"), ("ISR", "PSE"), ("ISR", "SYR")}
# Part of the line is disputed. Natural Earth 4, which world-atlas was made from, puts Crimea with Russia; most states and the
# UN General Assembly do not. The others: the Line of Control in Kashmir, and Hala'ib and Bir Tawil.
DISPUTED_IN = {("RUS", "UKR"): box(32.0, 44.0, 36.0, 46.4), ("IND", "PAK"): box(73.2, 32.75, 78.0, 36.0),
               ("EGY", "SDN"): box(33.1, 21.5, 37.5, 23.5)}
# gpkg claim lines are up to this far from the border that they follow (degrees; sources of different detail).
CLAIM_DISTANCE = 0.03
# Shorter runs along a claim line are the places where one starts from a border, not disputed borders (degrees).
CLAIM_RUN = 0.15
# Burkina Faso's admin-1 units are its regions (13 in 2022-2024); the gpkg has its 45 provinces.
BURKINA_REGIONS = {
    "Boucle du Mouhoun": "Balé, Banwa, Kossi, Mou Houn, Nayala, Sourou", "Cascades": "Komoé, Léraba", "Centre": "Kadiogo",
    "Centre-Est": "Boulgou, Koulpélogo, Kouritenga", "Centre-Nord": "Bam, Namentenga, Sanmatenga",
    "Centre-Ouest": "Boulkiemdé, Sanguié, Sissili, Ziro", "Centre-Sud": "Bazéga, Nahouri, Zoundwéogo",
    "Est": "Gnagna, Gourma, Komondjari, Kompienga, Tapoa", "Hauts-Bassins": "Houet, Kénédougou, Tuy",
    "Nord": "Loroum, Passoré, Yatenga, Zondoma", "Plateau-Central": "Ganzourgou, Kourwéogo, Oubritenga",
    "Sahel": "Oudalan, Séno, Soum, Yagha", "Sud-Ouest": "Bougouriba, Ioba, Noumbiel, Poni",
}


class Country:
    def __init__(self, near, numeric, name, polygons, iso):
        self.near, self.polygons = near, polygons
        self.shape = MultiPolygon([Polygon(p[0], p[1:]) for p in polygons])
        if numeric in iso:
            self.a2, self.a3 = iso[numeric]["alpha_2"], iso[numeric]["alpha_3"]
        elif name in WITHOUT_ISO:
            self.a2, self.a3 = WITHOUT_ISO[name][:2]
        else:
            raise SystemExit(f"no code for {name}")
        self.source_name = name


def load_countries(atlas, iso_path):
    with open(iso_path, encoding="utf-8") as f:
        iso = {entry["numeric"]: entry for entry in json.load(f)["3166-1"]}
    near, far = partition.load(os.path.join(atlas, "countries-10m.json"), os.path.join(atlas, "countries-50m.json"))
    far = one_feature_per_code(far)
    countries = [Country(True, *c, iso) for c in near] + [Country(False, *c, iso) for c in far]
    codes = [c.a2 for c in countries if c.source_name not in WITHOUT_ISO]
    tool = os.path.join(os.path.dirname(os.path.abspath(__file__)), "country_names.mjs")
    names = json.loads(subprocess.run(["node", tool, json.dumps(sorted(codes))], stdout=subprocess.PIPE, check=True).stdout)
    for c in countries:
        if c.source_name in WITHOUT_ISO:
            c.fr, c.en = WITHOUT_ISO[c.source_name][2:]
        else:
            c.fr, c.en = NAMES.get(c.a2, (names[c.a2]["fr"], names[c.a2]["en"]))
        # One apostrophe for all, the typographic one.
        c.fr, c.en = c.fr.replace("'", "’"), c.en.replace("'", "’")
    if len({c.a3 for c in countries}) != len(countries):
        raise SystemExit("an alpha-3 code is used twice")
    return sorted(countries, key=lambda c: c.a3)


def one_feature_per_code(parts):
    """Natural Earth lists some dependencies (Ashmore and Cartier Islands) under their country's code: they join it."""
    merged = {}
    for numeric, name, polygons in sorted(parts, key=lambda p: -sum(len(ring) for rings in p[2] for ring in rings)):
        key = numeric or name
        if key in merged:
            note(f"{name} joins {merged[key][1]}")
            merged[key][2].extend(polygons)
        else:
            merged[key] = (numeric, name, list(polygons))
    return list(merged.values())


def label_point(country):
    """The middle of the largest ellipse, 2.4 times as wide as high, in the largest part: a name is wide and low."""
    if country.a3 in LABELS:
        return LABELS[country.a3]
    largest = max(country.shape.geoms, key=lambda p: p.area * math.cos(math.radians(p.centroid.y)))
    squeeze = math.cos(math.radians(largest.centroid.y)) / 2.4
    narrow = affinity.scale(largest, squeeze, 1, origin=(0, 0)).simplify(0.002).buffer(0)
    if narrow.geom_type == "MultiPolygon":
        narrow = max(narrow.geoms, key=lambda p: p.area)
    point = polylabel(narrow, max(1e-4, math.sqrt(narrow.area) / 50))
    return round(point.x / squeeze, 3), round(point.y, 3)


def square_km(country):
    return sum(p.area * 111.2 ** 2 * math.cos(math.radians(p.centroid.y)) for p in country.shape.geoms)


def write_countries(countries, out):
    for near, name in ((True, "sahel"), (False, "world")):
        features = []
        for c in countries:
            if c.near == near:
                lon, lat = label_point(c)
                features.append((ogr_polygons(c.polygons), [c.a2, c.a3, c.fr, c.en, lon, lat, rank(c.a3, square_km(c)),
                                                            1 if c.a3 == "ESH" else 0]))
        write_shapefile(os.path.join(out, name, "countries"), ogr.wkbPolygon, FIELDS, features)


def is_map_edge(a, b):
    """Cuts at the antimeridian and Antarctica's closing line are no coast."""
    return (abs(a[0]) == 180 and abs(b[0]) == 180) or (a[1] < -89.9 and b[1] < -89.9)


def border_segments(countries):
    """Undirected segment -> the sorted alpha-3 codes of the countries on it."""
    segments = {}
    for c in countries:
        for polygon in c.polygons:
            for ring in polygon:
                for a, b in zip(ring, ring[1:]):
                    segments.setdefault((min(a, b), max(a, b)), []).append(c.a3)
    return {s: tuple(sorted(set(who))) for s, who in segments.items() if not is_map_edge(*s)}


def runs(segments):
    """Maximal chains of segments; they stop where other than two segments meet. Rings come closed."""
    at = {}
    for a, b in segments:
        at.setdefault(a, []).append(b)
        at.setdefault(b, []).append(a)
    left = set(segments)

    def follow(a, b):
        chain = [a, b]
        left.discard((min(a, b), max(a, b)))
        while len(at[chain[-1]]) == 2 and chain[-1] != chain[0]:
            ahead = [p for p in at[chain[-1]] if p != chain[-2]][0]
            key = (min(chain[-1], ahead), max(chain[-1], ahead))
            if key not in left:
                break
            left.discard(key)
            chain.append(ahead)
        return chain

    result = []
    for node in sorted(p for p, ends in at.items() if len(ends) != 2):
        for end in sorted(at[node]):
            if (min(node, end), max(node, end)) in left:
                result.append(follow(node, end))
    for a, b in sorted(segments):
        if (a, b) in left:
            result.append(follow(a, b))
    return result


def claim_lines(gpkg):
    source = ogr.Open(gpkg)
    shapes = []
    for feature in source.GetLayerByName("disputed_borders"):
        geometry = feature.GetGeometryRef()
        for i in range(geometry.GetGeometryCount()):
            shapes.append(LineString([p[:2] for p in geometry.GetGeometryRef(i).GetPoints()]))
    return unary_union(shapes).buffer(CLAIM_DISTANCE)


def disputed_segments(who, segments, claims):
    if who in DISPUTED_PAIRS:
        return set(segments)
    area = DISPUTED_IN.get(who)
    result = {s for s in segments if area and area.contains(LineString(s))}
    for chain in runs([s for s in segments if claims.contains(LineString(s))]):
        if LineString(chain).length >= CLAIM_RUN:
            result |= {(min(a, b), max(a, b)) for a, b in zip(chain, chain[1:])}
    return result


def write_borders(countries, gpkg, out):
    near = {c.a3 for c in countries if c.near}
    claims = claim_lines(gpkg)
    by_pair, by_class = {}, {}
    for segment, who in border_segments(countries).items():
        by_pair.setdefault(who, []).append(segment)
    for who, segments in by_pair.items():
        disputed = disputed_segments(who, segments, claims) if len(who) == 2 else set()
        for segment in segments:
            kind = "coast" if len(who) == 1 else "disputed" if segment in disputed else "land"
            by_class.setdefault((kind, who), []).append(segment)
    features = []
    for (kind, who), segments in sorted(by_class.items()):
        detail = "10m" if set(who) & near else "50m"
        for chain in sorted(runs(segments)):
            features.append((ogr_line(chain), [kind, who[0], who[1] if len(who) > 1 else "", detail]))
        if kind == "disputed":
            note(f"disputed: {' '.join(who)}, {len(segments)} segments")
    write_shapefile(os.path.join(out, "borders"), ogr.wkbLineString,
                    [("KIND", "str:8"), ("LEFT_A3", "str:3"), ("RIGHT_A3", "str:3"), ("DETAIL", "str:3")], features)


def write_admin1(countries, gpkg, out):
    region_of = {p: region for region, provinces in BURKINA_REGIONS.items() for p in provinces.split(", ")}
    shapes = {c.a3: c.shape for c in countries}
    source = ogr.Open(gpkg)
    features = []
    for a3 in ("BFA", "MLI", "NER"):
        layer = source.GetLayerByName("states_provinces")
        layer.SetAttributeFilter(f"adm0_a3 = '{a3}'")
        owners = {}
        for feature in layer:
            unit = region_of[feature["name"]] if a3 == "BFA" else feature["name"]
            geometry = feature.GetGeometryRef()
            for polygon in (geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())):
                for ring in (polygon.GetGeometryRef(i) for i in range(polygon.GetGeometryCount())):
                    points = [(round(p[0], 6), round(p[1], 6)) for p in ring.GetPoints()]
                    for a, b in zip(points, points[1:]):
                        owners.setdefault((min(a, b), max(a, b)), set()).add(unit)
        inner = [s for s, who in owners.items() if len(who) == 2]
        for chain in runs(inner):
            # The national outline comes from another source: stay inside it, and end on it where the line came near.
            piece = LineString(reach(chain, shapes[a3].boundary, inner)).intersection(shapes[a3])
            piece = piece.difference(shapes[a3].boundary.buffer(1e-4)) if piece.length else piece
            for part in getattr(piece, "geoms", [piece]):
                if part.geom_type == "LineString" and part.length > 0.02:
                    features.append((ogr_line([(round(x, 6), round(y, 6)) for x, y in part.coords]), [a3]))
    write_shapefile(os.path.join(out, "admin1"), ogr.wkbLineString, [("A3", "str:3")],
                    sorted(features, key=lambda f: (f[1], f[0].ExportToWkt())))


def reach(chain, outline, segments):
    """The chain with free ends near the outline drawn on to it."""
    degree = {}
    for a, b in segments:
        degree[a] = degree.get(a, 0) + 1
        degree[b] = degree.get(b, 0) + 1
    for end in (0, -1):
        point = Point(chain[end])
        if degree[chain[end]] == 1 and outline.distance(point) < 0.1:
            nearest = outline.interpolate(outline.project(point))
            if nearest.distance(point) > 1e-6:
                chain = [(nearest.x, nearest.y)] + chain if end == 0 else chain + [(nearest.x, nearest.y)]
    return chain


def main():
    atlas, gpkg, iso, out = sys.argv[1:]
    countries = load_countries(atlas, iso)
    write_countries(countries, out)
    write_borders(countries, gpkg, out)
    write_admin1(countries, gpkg, out)


main()
