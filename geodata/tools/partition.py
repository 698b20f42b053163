"""The land of the world as one planar partition: Sahel countries at 1:10m, all others at 1:50m, borders shared exactly.

In both TopoJSON files a border between two countries is one arc, and the two files agree on who borders whom. So the seam is
spliced, not clipped: a neighbour's 1:50m border arc with a Sahel country is replaced by the 1:10m arc, and the arcs that
ended at its ends (other borders, coasts) now end at the 1:10m nodes. No sliver can arise, and no 1:10m vertex moves.
"""
import math

from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import unary_union

from common import DECIMALS, Topology, note, parts, without_repeats

# ISO numeric codes, as the TopoJSON names countries.
SAHEL = {"686": "SEN", "270": "GMB", "324": "GIN", "478": "MRT", "466": "MLI", "854": "BFA",
         "562": "NER", "566": "NGA", "148": "TCD", "120": "CMR", "729": "SDN", "232": "ERI"}


def owners(topology):
    """Which countries use each arc."""
    result = {}
    for i, geometry in enumerate(topology.geometries("countries")):
        for rings in parts(geometry):
            for ring in rings:
                for number in ring:
                    result.setdefault(number if number >= 0 else ~number, set()).add(i)
    return result


def seam_arcs(topology):
    """(Sahel id, neighbour id) -> number of the arc between them."""
    geometries = topology.geometries("countries")
    result = {}
    for number, who in owners(topology).items():
        ids = sorted((geometries[i].get("id", "") for i in who), key=lambda i: i not in SAHEL)
        if len(ids) == 2 and ids[0] in SAHEL and ids[1] not in SAHEL:
            if tuple(ids) in result:
                raise SystemExit(f"{ids}: more than one arc on the seam; splice it by hand")
            result[tuple(ids)] = number
    return result


def distance(a, b):
    return math.hypot(a[0] - b[0], a[1] - b[1])


def spliced_arcs(fine, coarse):
    """The arcs of `coarse` with the seam of `fine` in place, and the numbers of those that end on it."""
    fine_seam, coarse_seam = seam_arcs(fine), seam_arcs(coarse)
    if fine_seam.keys() != coarse_seam.keys():
        raise SystemExit(f"the files disagree on neighbours: {fine_seam.keys() ^ coarse_seam.keys()}")
    arcs, moved = list(coarse.arcs), {}
    for pair, number in coarse_seam.items():
        old, new = coarse.arcs[number], fine.arcs[fine_seam[pair]]
        if distance(old[0], new[0]) + distance(old[-1], new[-1]) > distance(old[0], new[-1]) + distance(old[-1], new[0]):
            new = new[::-1]
        for a, b in ((old[0], new[0]), (old[-1], new[-1])):
            if moved.setdefault(a, b) != b:
                raise SystemExit(f"node {a} would move to {b} and {moved[a]}")
        arcs[number] = new
    seam = set(coarse_seam.values())
    inside = {n for n, who in owners(coarse).items()
              if all(coarse.geometries("countries")[i].get("id") in SAHEL for i in who)}
    ends = set()
    for number, arc in enumerate(arcs):
        if number in seam or number in inside:
            continue
        if arc[0] in moved or arc[-1] in moved:
            arcs[number] = [moved.get(arc[0], arc[0])] + arc[1:-1] + [moved.get(arc[-1], arc[-1])]
            ends.add(number)
    note(f"seam: {len(seam)} borders, {len(moved)} nodes moved by up to "
         f"{max(distance(a, b) for a, b in moved.items()):.4f} degrees, {len(ends)} arcs end on it")
    untangle(arcs, ends, unary_union([LineString(fine.arcs[n]) for n in fine_land(fine)]))
    return arcs


def fine_land(fine):
    """The numbers of all arcs of the Sahel countries at 1:10m."""
    geometries = fine.geometries("countries")
    return sorted(n for n, who in owners(fine).items() if any(geometries[i].get("id") in SAHEL for i in who))


def untangle(arcs, ends, sahel):
    """Where an arc that ends on the seam crosses it, the vertices between the crossing and its end go.

    The 1:50m line and the 1:10m one differ by up to a few kilometres; near the node the coarse line may step over the fine
    one. Dropping a few of its vertices is the smallest change that keeps every 1:10m vertex.
    """
    for number in sorted(ends):
        arc = arcs[number]
        dropped = 0
        while True:
            line = LineString(arc)
            touch = line.intersection(sahel)
            crossings = [p for p in points_of(touch) if distance(p, arc[0]) > 1e-9 and distance(p, arc[-1]) > 1e-9]
            if not crossings:
                break
            if len(arc) <= 2:
                raise SystemExit(f"arc {number} cannot be untangled")
            # The vertex next to the end that is nearer to the crossing goes.
            where = line.project(Point(crossings[0])) / line.length
            arc = [arc[0]] + arc[2:] if where < 0.5 else arc[:-2] + [arc[-1]]
            dropped += 1
        if dropped:
            note(f"arc {number} near {arc[0]}..{arc[-1]}: {dropped} vertices dropped so that it does not cross the seam")
        arcs[number] = arc


def points_of(geometry):
    if geometry.is_empty:
        return []
    if hasattr(geometry, "geoms"):
        return [p for part in geometry.geoms for p in points_of(part)]
    return list(geometry.coords)


def unwrapped(points):
    """The ring without jumps at the antimeridian: longitudes run on beyond +-180."""
    out, shift = [points[0]], 0
    for a, b in zip(points, points[1:]):
        if b[0] - a[0] > 180:
            shift -= 360
        elif b[0] - a[0] < -180:
            shift += 360
        out.append((b[0] + shift, b[1]))
    return out


def cut_at_antimeridian(rings):
    """Closed rings of one polygon, as the sphere has them, to polygons of the plane -180..180."""
    rings = [r for r in rings if len(r) > 3 and min(p[1] for p in r) > -89.9 or len(set(p[1] for p in r)) > 1]
    flat = [unwrapped(r) for r in rings]
    if flat and abs(flat[0][0][0] - flat[0][-1][0]) > 180:
        # Antarctica runs round the pole: open it at the antimeridian and close it along the edge of the map.
        ring = flat[0]
        cut = next(i for i, (a, b) in enumerate(zip(rings[0], rings[0][1:])) if abs(a[0] - b[0]) > 180)
        points = rings[0][cut + 1:-1] + rings[0][:cut + 1]
        first, last = points[0], points[-1]
        if first[0] > last[0]:
            points = points[::-1]
            first, last = last, first
        if first[0] != -180:
            points = [(-180.0, last[1])] + points
        if last[0] != 180:
            points = points + [(180.0, points[0][1])]
        ring = points + [(180.0, -90.0), (-180.0, -90.0), points[0]]
        return [[ring] + rings[1:]]
    if all(-180 <= p[0] <= 180 for r in flat for p in r):
        return [flat]
    polygon = Polygon(flat[0], flat[1:])
    out = []
    for k in (-2, -1, 0, 1, 2):
        piece = polygon.intersection(box(-180 + 360 * k, -91, 180 + 360 * k, 91))
        for part in getattr(piece, "geoms", [piece]):
            if part.geom_type == "Polygon" and part.area > 1e-9:
                out.append([[(round(x - 360 * k, DECIMALS), round(y, DECIMALS)) for x, y in r.coords]
                            for r in [part.exterior, *part.interiors]])
    return out


def whole_western_sahara(far):
    """Moves the part of Western Sahara west of the berm from Morocco to Western Sahara.

    Natural Earth draws who holds the ground; the UN, and the Western Saharan claim in Natural Earth's own disputed borders, draw
    the parallel of 27.66 N. The cut runs along it between two vertices of Morocco: where the berm leaves it, and the
    coast vertex nearest to it. No other vertex moves.
    """
    morocco = next(c for c in far if c[1] == "Morocco")
    sahara = next(c for c in far if c[1] == "W. Sahara")
    (outline,), (eastern,) = morocco[2], sahara[2]
    ring, taken = outline[0][:-1], set(eastern[0])
    north = max(y for x, y in eastern[0])
    start = min((p for p in ring if p in taken and p[1] == north), key=lambda p: p[0])
    coast = min((p for p in ring if p[0] < -12 and p not in taken), key=lambda p: abs(p[1] - north))
    i, j = ring.index(start), ring.index(coast)
    if not i < j:
        raise SystemExit("Morocco's ring runs the other way than expected")
    # A vertex every tenth of a degree: a parallel is not straight on every projection.
    steps = round((start[0] - coast[0]) / 0.1)
    cut = [(round(start[0] + (coast[0] - start[0]) * k / steps, DECIMALS),
            round(start[1] + (coast[1] - start[1]) * k / steps, DECIMALS)) for k in range(1, steps)]
    western = Polygon(ring[i:j + 1] + cut[::-1])
    whole = unary_union([Polygon(eastern[0]), western])
    if whole.geom_type != "Polygon" or whole.interiors:
        raise SystemExit("the two parts of Western Sahara do not join")
    note(f"Western Sahara: {Polygon(eastern[0]).area:.2f} + {western.area:.2f} square degrees")
    northern = ring[:i + 1] + cut + ring[j:]
    morocco[2][:] = [[northern + northern[:1]]]
    sahara[2][:] = [[list(whole.exterior.coords)]]


def load(fine_path, coarse_path):
    """Two lists of (ISO numeric id or "", name, polygons): the Sahel at 1:10m, and the rest of the world."""
    fine, coarse = Topology(fine_path), Topology(coarse_path)
    arcs = spliced_arcs(fine, coarse)
    near = [(g["id"], g["properties"]["name"], [[fine.line(r) for r in rings] for rings in parts(g)])
            for g in fine.geometries("countries") if g.get("id") in SAHEL]
    far = []
    for g in coarse.geometries("countries"):
        if g.get("id") in SAHEL:
            continue
        polygons = []
        for rings in parts(g):
            polygons += cut_at_antimeridian([without_repeats(coarse.line(r, arcs)) for r in rings])
        far.append((g.get("id", ""), g["properties"]["name"], polygons))
    whole_western_sahara(far)
    return near, far
