#!/usr/bin/env python3
"""Makes the small world that tests/geo loads (tests/data/geo/small): countries that are boxes. Needs python3-gdal.

    AAA  0..10 E, 10..20 N, in sahel/    BBB  10..20 E, in world/: they share the meridian 10 E, with a bend at 15 N
    CCC  170 E..170 W, 60..70 N: two parts that meet at the antimeridian
    DDD  30..40 E, 0..10 N with a hole   EEE  south of 80 S, all around the pole
"""
import os
import shutil

import numpy as np
from osgeo import gdal, ogr, osr

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "small")
gdal.UseExceptions()
WGS84 = osr.SpatialReference()
WGS84.ImportFromEPSG(4326)
WGS84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)


def layer(name, kind, fields, features):
    path = os.path.join(HERE, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(path + ".shp")
    made = source.CreateLayer(os.path.basename(name), WGS84, kind, ["ENCODING=UTF-8"])
    for field, what, width in fields:
        definition = ogr.FieldDefn(field, what)
        definition.SetWidth(width)
        if what == ogr.OFTReal:
            definition.SetPrecision(3)
        made.CreateField(definition)
    for geometry, values in features:
        feature = ogr.Feature(made.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(geometry))
        for (field, _, _), value in zip(fields, values):
            feature.SetField(field, value)
        made.CreateFeature(feature)


def relief(name, west, south, east, north, step):
    width, height = round((east - west) / step), round((north - south) / step)
    raster = gdal.GetDriverByName("GTiff").Create(os.path.join(HERE, name), width, height, 1, gdal.GDT_Byte, ["COMPRESS=DEFLATE"])
    raster.SetGeoTransform([west, step, 0, north, 0, -step])
    raster.SetProjection(WGS84.ExportToWkt())
    rows, columns = np.mgrid[0:height, 0:width]
    raster.GetRasterBand(1).WriteArray((100 + rows + columns).astype("uint8"))


def main():
    shutil.rmtree(HERE, ignore_errors=True)
    os.makedirs(HERE)
    text, real, integer = ogr.OFTString, ogr.OFTReal, ogr.OFTInteger
    country = [("A2", text, 2), ("A3", text, 3), ("NAME_FR", text, 20), ("NAME_EN", text, 20), ("LABEL_LON", real, 10),
               ("LABEL_LAT", real, 10), ("RANK", integer, 2), ("DISPUTED", integer, 1)]
    layer("sahel/countries", ogr.wkbPolygon, country, [
        ("POLYGON((0 10,0 20,10 20,10.4 15,10 10,0 10))", ["AA", "AAA", "Pays côtier", "Coast land", 5, 15, 1, 0])])
    layer("world/countries", ogr.wkbPolygon, country, [
        ("POLYGON((10 10,10.4 15,10 20,20 20,20 10,10 10))", ["BB", "BBB", "Pays sec", "Dry land", 15, 15, 2, 0]),
        ("MULTIPOLYGON(((170 60,170 70,180 70,180 60,170 60)),((-180 60,-180 70,-170 70,-170 60,-180 60)))",
         ["CC", "CCC", "Pays du bout", "End land", 175, 65, 4, 0]),
        ("POLYGON((30 0,30 10,40 10,40 0,30 0),(34 4,36 4,36 6,34 6,34 4))",
         ["DD", "DDD", "Pays percé", "Holed land", 32, 2, 9, 1]),
        ("POLYGON((-180 -90,-180 -80,180 -80,180 -90,-180 -90))", ["EE", "EEE", "Pays blanc", "White land", 0, -85, 3, 0])])
    layer("borders", ogr.wkbLineString, [("KIND", text, 8), ("LEFT_A3", text, 3), ("RIGHT_A3", text, 3), ("DETAIL", text, 3)], [
        ("LINESTRING(10 10,10.4 15,10 20)", ["land", "AAA", "BBB", "10m"]),
        ("LINESTRING(10 10,0 10,0 20,10 20)", ["coast", "AAA", "", "10m"]),
        ("LINESTRING(30 0,30 10,40 10)", ["disputed", "DDD", "ZZZ", "50m"]),
        ("LINESTRING(-180 -80,180 -80)", ["coast", "EEE", "", "50m"])])
    layer("admin1", ogr.wkbLineString, [("A3", text, 3)], [("LINESTRING(0 15,5 15,10.4 15)", ["AAA"])])
    layer("rivers", ogr.wkbLineString, [("NAME", text, 20), ("WEIGHT", integer, 2)], [
        ("LINESTRING(1 11,2 13,5 16,9 19)", ["Grand fleuve", 1]), ("LINESTRING(31 1,33 3)", ["Ruisseau", 9])])
    layer("lakes", ogr.wkbPolygon, [("NAME", text, 20)], [("POLYGON((3 12,3 13,4 13,4 12,3 12))", ["Lac"])])
    relief("relief_world.tif", -180, -90, 180, 90, 10)
    relief("relief_sahel.tif", -20, 0, 40, 30, 5)


main()
