"""Which way rivers flow, and how far every point of them is from its farthest source.

The sources have neither, so both are read off the network. Lines that meet are joined; so are those that touch the same lake.
Water leaves where an end lies on a coast; a network that reaches none ends in its largest lake; one without lakes, where its lines
as the source has them end. From there on water comes from wherever the way to such an outlet is longer. So a river is drawn
as wide as its way is long: it says nothing of the water in it, and a river that loses its water in a desert stays wide.
"""
import heapq
import math
from collections import defaultdict

from shapely.geometry import Point
from shapely.strtree import STRtree

EARTH_KM = 6371.0
# Degrees from a coast, from a lake and from another end within which an end is taken to lie on it.
AT_COAST, AT_LAKE, AT_END = 0.15, 0.03, 0.12


def kilometres(a, b):
    """Along the great circle (R. W. Sinnott 1984)."""
    (ax, ay), (bx, by) = [(math.radians(x), math.radians(y)) for x, y in (a, b)]
    h = math.sin((by - ay) / 2) ** 2 + math.cos(ay) * math.cos(by) * math.sin((bx - ax) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(h))


def kilometres_along(points):
    total, out = 0.0, [0.0]
    for a, b in zip(points, points[1:]):
        total += kilometres(a, b)
        out.append(total)
    return out


class Nearest:
    """The nearest of some geometries, within a distance."""

    def __init__(self, geometries):
        self.geometries = geometries
        self.numbers = {id(g): i for i, g in enumerate(geometries)}
        self.tree = STRtree(geometries)

    def within(self, point, distance):
        found = [(g.distance(point), self.numbers[id(g)]) for g in self.tree.query(point.buffer(distance))]
        return min((f for f in found if f[0] <= distance), default=(None, None))[1]


def nodes_of(lines, lakes):
    """For each line its two nodes: numbers of lakes as ("lake", i), other ends as their point."""
    near_lake = Nearest(lakes)
    ends = sorted({p for line in lines for p in (line.coords[0], line.coords[-1])})
    node = {}
    for end in ends:
        lake = near_lake.within(Point(end), AT_LAKE)
        node[end] = end if lake is None else ("lake", lake)
    return join_loose_ends(lines, ends, node)


def join_loose_ends(lines, ends, node):
    """Where one file's lines take over from another's there is a small gap."""
    count = defaultdict(int)
    for line in lines:
        for end in (line.coords[0], line.coords[-1]):
            count[end] += 1
    near_end = Nearest([Point(e) for e in ends])
    for end in ends:
        if count[end] > 1 or node[end] != end:
            continue
        others = [ends[near_end.numbers[id(p)]] for p in near_end.tree.query(Point(end).buffer(AT_END))]
        others = [(math.dist(end, o), o) for o in others if o != end and math.dist(end, o) <= AT_END]
        if others:
            node[end] = node[min(others)[1]]
    return [(node[line.coords[0]], node[line.coords[-1]]) for line in lines]


def components(edges):
    """Numbers of the lines of each connected network."""
    at, seen, out = defaultdict(list), set(), []
    for i, (a, b) in enumerate(edges):
        at[a].append(i)
        at[b].append(i)
    for start in range(len(edges)):
        if start in seen:
            continue
        seen.add(start)
        open_, members = [start], []
        while open_:
            i = open_.pop()
            members.append(i)
            for node in edges[i]:
                for j in at[node]:
                    if j not in seen:
                        seen.add(j)
                        open_.append(j)
        out.append(sorted(members))
    return out


def outlets_of(members, edges, lakes, coast, forward):
    degree = defaultdict(int)
    for i in members:
        for node in edges[i]:
            degree[node] += 1
    on_coast = [n for n in degree if n[0] != "lake" and degree[n] == 1 and coast.within(Point(n), AT_COAST) is not None]
    if on_coast:
        return on_coast
    with_lake = [n for n in degree if n[0] == "lake"]
    if with_lake:
        return [max(with_lake, key=lambda n: (lakes[n[1]].area, n[1]))]
    leaving = {edges[i][0 if forward[i] else 1] for i in members}
    return [n for n in degree if n not in leaving] or [edges[members[0]][1]]


def ways(members, edges, lengths, outlets):
    """For each node the shortest way to an outlet (E. W. Dijkstra 1959)."""
    at = defaultdict(list)
    for i in members:
        a, b = edges[i]
        at[a].append((b, lengths[i]))
        at[b].append((a, lengths[i]))
    way = {}
    queue = [(0.0, str(n), n) for n in outlets]
    heapq.heapify(queue)
    while queue:
        far, _, node = heapq.heappop(queue)
        if node in way:
            continue
        way[node] = far
        for other, length in at[node]:
            if other not in way:
                heapq.heappush(queue, (far + length, str(other), other))
    return way


def flow(lines, lakes, coast_lines, forward):
    """For each line whether its points run downstream, and the kilometres from its farthest source at its upper end.

    forward: whether each line runs as its source had it.
    """
    edges = nodes_of(lines, lakes)
    lengths = [kilometres_along(line.coords)[-1] for line in lines]
    coast = Nearest(coast_lines)
    downstream, start = list(forward), [0.0] * len(lines)
    for members in components(edges):
        way = ways(members, edges, lengths, outlets_of(members, edges, lakes, coast, forward))
        for i in members:
            a, b = edges[i]
            if way[a] != way[b]:
                downstream[i] = way[a] > way[b]
        upper = {i: edges[i][0 if downstream[i] else 1] for i in members}
        from_source = defaultdict(float)
        for i in sorted(members, key=lambda i: (-way[upper[i]], i)):
            a, b = edges[i]
            start[i] = from_source[upper[i]]
            lower = b if upper[i] == a else a
            if lower != upper[i]:
                from_source[lower] = max(from_source[lower], start[i] + lengths[i])
    return downstream, start
