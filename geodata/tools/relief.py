"""Makes relief_world.tif and relief_sahel.tif: hillshade, 8 bit, 128 = flat, light from the north-west.

relief.py SRTM_LEVEL_3_DIR OUT_DIR

The source is 8 bit elevation in JPEG tiles, 30 pixels per degree. Its scale is steep around sea level (97), about the square
root of the height; drawn as it is, every coast would be a cliff. A plain hillshade of it also shows terraces (one step is
tens of metres) and 8x8 blocks in flat country, which is most of the Sahel. So the scale is bent back near the sea, and
the ground is smoothed the more the flatter it is.
"""
import os
import sys

import numpy as np
from osgeo import gdal
from PIL import Image
from scipy import ndimage

from common import note, wgs84

TILE, COLUMNS, ROWS = 675, 16, 8
PER_DEGREE = COLUMNS * TILE / 360
SEA_LEVEL, BEND = 97, 30  # values of the source
# Where the heights within about half a degree spread by this much (standard deviation), this sigma: pixels of 1/30 degree.
LEVELS = ((15.0, 1.2), (7.0, 1.9), (3.0, 3.2), (1.2, 5.5), (0.4, 9.0))
SAHEL = (-30, -10, 60, 60)  # west, south, east, north


def elevation(folder):
    sheet = np.zeros((ROWS * TILE, COLUMNS * TILE), np.uint8)
    for row in range(ROWS):
        for column in range(COLUMNS):
            path = os.path.join(folder, f"{row:06d}", f"{row:06d}_{column:06d}.jpg")
            tile = np.asarray(Image.open(path).convert("L"))
            sheet[row * TILE:(row + 1) * TILE, column * TILE:(column + 1) * TILE] = tile
    return sheet.astype(np.float32)


def ground(values):
    """Heights without the steep step at sea level: flat at the coast, the source's own compression high up and deep down."""
    from_sea = values - SEA_LEVEL
    return np.sign(from_sea) * (np.hypot(from_sea, BEND) - BEND)


def smoothed(height, pixels):
    """Gaussian smoothing whose width follows the ground: narrow in mountains, wide on plains. `pixels` scales all widths."""
    def blur(a, sigma):
        return ndimage.gaussian_filter(a, sigma * pixels, mode=("nearest", "wrap"))

    mean = blur(height, 8)
    spread = blur(np.sqrt(np.maximum(blur(height * height, 8) - mean * mean, 0)), 4)
    result = blur(height, LEVELS[0][1])
    for (rough, _), (smooth, sigma) in zip(LEVELS, LEVELS[1:]):
        t = np.clip((np.log(np.maximum(spread, 1e-3)) - np.log(smooth)) / (np.log(rough) - np.log(smooth)), 0, 1)
        level = blur(height, sigma)
        result = level + (result - level) * t
    return result


def shade(height, per_degree, strength):
    """Slope towards the light; asinh and tanh keep steep ground from clipping. Rows run from 90 N."""
    rows = height.shape[0]
    latitude = np.radians(90 - (np.arange(rows) + 0.5) * 180 / rows)
    south, east = np.gradient(height)
    east /= np.maximum(np.cos(latitude), 0.2)[:, None]
    # Per degree on the ground, so that both resolutions compare.
    slope = (east + south) * per_degree / np.sqrt(2)
    # Above 84 degrees the source is streaks.
    slope *= np.clip((87 - np.abs(np.degrees(latitude))) / 3, 0, 1)[:, None]
    sea = np.clip((2 - height) / 4, 0, 1)
    return np.tanh(0.58 * np.arcsinh(slope * strength * (1 - 0.45 * sea)))


def write(path, values, west, north, per_degree):
    pixels = np.clip(np.rint(128 + 127 * values), 0, 255).astype(np.uint8)
    driver = gdal.GetDriverByName("GTiff")
    target = driver.Create(path, pixels.shape[1], pixels.shape[0], 1, gdal.GDT_Byte,
                           ["COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=9", "BLOCKYSIZE=64", "NUM_THREADS=1"])
    target.SetGeoTransform([west, 1 / per_degree, 0, north, 0, -1 / per_degree])
    target.SetProjection(wgs84().ExportToWkt())
    target.GetRasterBand(1).WriteArray(pixels)
    target = None
    note(f"{os.path.relpath(path)}: {pixels.shape[1]}x{pixels.shape[0]}, {os.path.getsize(path) / 1e6:.1f} MB")


def main():
    folder, out = sys.argv[1:]
    height = elevation(folder)
    os.makedirs(out, exist_ok=True)

    fine = shade(smoothed(ground(height), 1), PER_DEGREE, 0.038)
    west, south, east, north = SAHEL
    rows = slice(round((90 - north) * PER_DEGREE), round((90 - south) * PER_DEGREE))
    columns = slice(round((west + 180) * PER_DEGREE), round((east + 180) * PER_DEGREE))
    write(os.path.join(out, "relief_sahel.tif"), fine[rows, columns], west, north, PER_DEGREE)

    # The mean of 3x3 pixels; coarser slopes are gentler, so they are drawn stronger.
    coarse = height.reshape(height.shape[0] // 3, 3, height.shape[1] // 3, 3).mean(axis=(1, 3))
    write(os.path.join(out, "relief_world.tif"), shade(smoothed(ground(coarse), 1 / 2.4), PER_DEGREE / 3, 0.05),
          -180, 90, PER_DEGREE / 3)


main()
