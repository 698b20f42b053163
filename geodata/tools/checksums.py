"""Writes the table of made files (size, sha256) between the two marks of a README.

checksums.py README FOLDER NAME...      NAME: a file, a shapefile without its extension, or a folder
"""
import hashlib
import os
import sys

BEGIN, END = "<!-- made files: begin, written by geodata/build -->", "<!-- made files: end -->"
KINDS = (".shp", ".shx", ".dbf", ".prj", ".cpg", ".tif", ".toml", ".ttf", ".txt")


def expanded(folder, names):
    for name in names:
        path = os.path.normpath(os.path.join(folder, name))
        if os.path.isdir(path):
            yield from sorted(os.path.join(path, f) for f in os.listdir(path) if f.endswith(KINDS))
        elif os.path.exists(path):
            yield path
        else:
            yield from (path + extension for extension in KINDS[:5])


def main():
    readme, folder, *names = sys.argv[1:]
    rows = ["| file | bytes | sha256 |", "| --- | ---: | --- |"]
    for path in expanded(folder, names):
        with open(path, "rb") as f:
            data = f.read()
        rows.append(f"| {os.path.relpath(path, folder)} | {len(data)} | `{hashlib.sha256(data).hexdigest()}` |")
    with open(readme, encoding="utf-8") as f:
        text = f.read()
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    with open(readme, "w", encoding="utf-8", newline="\n") as f:
        f.write(before + BEGIN + "\n\n" + "\n".join(rows) + "\n\n" + END + after)


main()
