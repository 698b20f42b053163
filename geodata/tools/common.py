"""What the geodata tools share: reading TopoJSON, writing shapefiles that come out the same on every run."""
import json
import os
import sys

from osgeo import gdal, ogr, osr

gdal.UseExceptions()

# The .dbf header holds the day of writing; a fixed one keeps two runs byte-identical.
DBF_DATE = "2024-01-01"
DECIMALS = 6  # 0.1 m, far below the quantisation of the sources; equal inputs stay equal


def wgs84():
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4326)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


class Topology:
    """A TopoJSON file: arcs as tuples of (lon, lat), geometries as lists of rings or lines of arc numbers."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            self.data = json.load(f)
        (sx, sy), (tx, ty) = self.data["transform"]["scale"], self.data["transform"]["translate"]
        self.step = max(sx, sy)
        self.arcs = []
        for arc in self.data["arcs"]:
            x = y = 0
            points = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                points.append((round(x * sx + tx, DECIMALS), round(y * sy + ty, DECIMALS)))
            self.arcs.append(points)

    def geometries(self, name):
        return self.data["objects"][name]["geometries"]

    def line(self, numbers, arcs=None):
        """The points of a chain of arcs; the joints are not repeated. Negative numbers are reversed arcs."""
        arcs = arcs or self.arcs
        out = []
        for number in numbers:
            part = arcs[number] if number >= 0 else arcs[~number][::-1]
            out += part if not out else part[1:]
        return without_repeats(out)


def parts(geometry):
    """The polygons of a TopoJSON geometry, each a list of rings of arc numbers."""
    if geometry["type"] == "Polygon":
        return [geometry["arcs"]]
    if geometry["type"] == "MultiPolygon":
        return geometry["arcs"]
    return []


def lines(geometry):
    """The lines of a TopoJSON geometry, each a list of arc numbers."""
    if geometry["type"] == "LineString":
        return [geometry["arcs"]]
    if geometry["type"] == "MultiLineString":
        return geometry["arcs"]
    return []


def without_repeats(points):
    return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]


def ogr_polygons(polygons):
    """A MultiPolygon (or Polygon) from lists of closed rings, the outer one first."""
    multi = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in polygons:
        polygon = ogr.Geometry(ogr.wkbPolygon)
        for points in rings:
            ring = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in points:
                ring.AddPoint_2D(x, y)
            polygon.AddGeometryDirectly(ring)
        multi.AddGeometryDirectly(polygon)
    return multi


def ogr_line(points):
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in points:
        line.AddPoint_2D(x, y)
    return line


def write_shapefile(path, kind, fields, features):
    """Writes PATH.shp and its companions. fields: (name, "str:N" | "int" | "real"); features: (geometry, values)."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    driver = ogr.GetDriverByName("ESRI Shapefile")
    if os.path.exists(path + ".shp"):
        driver.DeleteDataSource(path + ".shp")
    source = driver.CreateDataSource(path + ".shp")
    layer = source.CreateLayer(
        os.path.basename(path), wgs84(), kind, options=["ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=" + DBF_DATE])
    for name, type_ in fields:
        if type_ == "int":
            field = ogr.FieldDefn(name, ogr.OFTInteger)
            field.SetWidth(3)
        elif type_ == "real":
            field = ogr.FieldDefn(name, ogr.OFTReal)
            field.SetWidth(12)
            field.SetPrecision(5)
        else:
            field = ogr.FieldDefn(name, ogr.OFTString)
            field.SetWidth(int(type_[4:]))
        layer.CreateField(field)
    for geometry, values in features:
        feature = ogr.Feature(layer.GetLayerDefn())
        for (name, _), value in zip(fields, values):
            feature.SetField(name, value)
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)
    source = layer = None
    note(f"{os.path.relpath(path)}.shp: {len(features)} features")


def note(text):
    print("  " + text, file=sys.stderr)
