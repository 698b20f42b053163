#!/usr/bin/python3
"""Makes the pictures of the README and of docs/ anew, with the program in build/release.

Needs the Debian packages python3-pil, poppler-utils and, for those of a window, xvfb, xdotool and imagemagick. Usage: docs/pictures/make.py [NAME...]
"""
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = ROOT / "build/release/harmattan"
LARGEST_STILL = 300_000
LARGEST_LOOP = 4_000_000

# A window, the keys that open the panel and run an export, and what the screen shows then.
PANEL = """
SDL_VIDEODRIVER=x11 {program} present --size 1280x720 --at 2:38 --paused --lang en --overlay --exit-after 120 &
window=$!
sleep 8
xdotool key ctrl+e
sleep 2
xdotool key ctrl+Return
sleep {seconds}
import -window root {out}
kill $window
wait $window
exit 0
"""

# The presenter's notes over a window, and a step taken, so that the talk's clock runs.
NOTES = """
SDL_VIDEODRIVER=x11 {program} present --size 1280x720 --at 2:26 --lang en --talk 12:00 --notes 1 --exit-after 120 &
window=$!
sleep 8
xdotool key Next
import -window root {out}
kill $window
wait $window
exit 0
"""

OVERVIEW = """
SDL_VIDEODRIVER=x11 {program} present --size 1600x900 --at 3:10 --paused --lang en --exit-after 120 &
window=$!
sleep 8
xdotool key o
sleep {seconds}
import -window root {out}
kill $window
wait $window
exit 0
"""

# A window on a copy of the film, with the inspector.
INSPECTOR = """
SDL_VIDEODRIVER=x11 {program} present {film} --size 1280x720 --at 2:38 --paused --lang en --exit-after 120 &
window=$!
sleep 8
xdotool key i
sleep 3
import -window root {out}
kill $window
wait $window
exit 0
"""

# A hand in a window: a circle, a word marked, an arrow. Then the pointer leaves the picture.
INK = """
SDL_VIDEODRIVER=x11 {program} present --size 1280x720 --at 2:38 --paused --lang en --exit-after 60 &
window=$!
sleep 8
stroke() {{
  xdotool mousemove $1 $2 mousedown 1
  shift 2
  while [ $# -gt 0 ]; do xdotool mousemove $1 $2 sleep 0.02; shift 2; done
  xdotool mouseup 1 sleep 0.1
}}
xdotool key ctrl+p sleep 0.2
stroke {circle}
xdotool key ctrl+h key x key x sleep 0.2
stroke {mark}
xdotool key ctrl+a key x sleep 0.2
stroke {arrow}
xdotool key Escape mousemove 1279 719 sleep 3
import -window root {out}
kill $window
wait $window
exit 0
"""

TILTED = """
format = 1
title = "From above and aslant"
languages = ["fr", "en"]
include = ["{events}"]
[map]
projection = "+proj=laea +lat_0=24 +lon_0=9"
focus = ["MLI", "BFA", "NER"]
[[cues]]
id = "above"
events = ["E29"]
camera = {{ fit = ["russia_unspecified", "niamey"] }}
[[cues]]
id = "aslant"
events = ["E29"]
camera = {{ fit = ["russia_unspecified", "niamey"], pitch = 45, bearing = 20 }}
"""

DUSK = {
    "background": "#100b16", "border": "#c3b3c6c0", "sea": "#1b1630", "land": "#3a2b3f", "focus": "#6b4347", "lake": "#221c3a",
    "glow": "#c58fd08c", "river": "#8a76b8d0", "focus_border": "#ffd9a0f2", "focus_glow": "#ffb36b50",
}


def run(*arguments):
    subprocess.run([str(PROGRAM), *map(str, arguments)], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def still(folder, cue, size, theme="night", language="en", film=None, name="still"):
    out = pathlib.Path(folder) / f"{name}.png"
    film = [film] if film else []
    run("still", *film, "--cue", cue, "--size", size, "--theme", theme, "--lang", language, "-o", out)
    return Image.open(out).convert("RGB")


def fitted(image, width):
    return image.resize((width, round(image.height * width / image.width)), Image.LANCZOS)


def save(image, name, largest=LARGEST_STILL):
    """As JPEG of the highest quality that stays small enough."""
    path = HERE / f"{name}.jpg"
    for quality in range(90, 40, -4):
        image.save(path, quality=quality, optimize=True, progressive=True)
        if path.stat().st_size < largest:
            print(f"{path.name}: {path.stat().st_size // 1000} kB, quality {quality}")
            return
    sys.exit(f"{path} does not become small enough")


def beside(images, gap=12, paper=(255, 255, 255)):
    sheet = Image.new("RGB", (sum(i.width for i in images) + gap * (len(images) - 1), max(i.height for i in images)), paper)
    x = 0
    for image in images:
        sheet.paste(image, (x, 0))
        x += image.width + gap
    return sheet


def night_wide(folder):
    save(fitted(still(folder, "bear-brigade", "4k"), 1600), "night-wide")


def paper_close(folder):
    save(fitted(still(folder, "novak-tour", "4k", "paper", "fr"), 1600), "paper-close")


def night_close(folder):
    save(fitted(still(folder, "us-departure", "1080p"), 1600), "night-close")


def paper_wide(folder):
    save(fitted(still(folder, "instructors", "1080p", "paper", "fr"), 1600), "paper-wide")


def state(folder):
    save(fitted(still(folder, "who-was-where-2022", "1080p", "night", "fr"), 1600), "state")


def evidence(folder):
    save(fitted(still(folder, "france-leaves-mali", "1080p", "paper"), 1600), "evidence")


def shapes(folder):
    height = 800
    images = [still(folder, "coups", "square", "paper"), still(folder, "instructors", "portrait", "night", "fr"),
              still(folder, "bear-brigade", "vertical", "night", "fr")]
    save(beside([i.resize((i.width * height // i.height, height), Image.LANCZOS) for i in images]), "shapes")


def tilt(folder):
    film = pathlib.Path(folder) / "tilted.toml"
    events = pathlib.Path(folder) / "events.toml"
    events.write_text((ROOT / "assets/films/sahel-events.toml").read_text())
    film.write_text(TILTED.format(events=events.name))
    save(beside([fitted(still(folder, cue, "1080p", film=film), 800) for cue in ("above", "aslant")]), "tilt")


def themes(folder):
    text = (ROOT / "assets/themes/night.toml").read_text().splitlines()
    section, lines = "", []
    for line in text:
        section = line if line.startswith("[") else section
        key = line.split(" = ")[0]
        lines.append(f'{key} = "{DUSK[key]}"' if section == "[ground]" and key in DUSK else line)
    dusk = pathlib.Path(folder) / "dusk.toml"
    dusk.write_text("\n".join(lines) + "\n")
    images = [fitted(still(folder, "us-departure", "1080p", theme), 800) for theme in ("night", "paper", "plain", dusk)]
    sheet = Image.new("RGB", (1600, 900))
    for i, image in enumerate(images):
        sheet.paste(image, (i % 2 * 800, i // 2 * 450))
    save(sheet, "themes")


def passes(folder):
    """The four passes of a frame, over squares where they are transparent."""
    run("export", "-o", pathlib.Path(folder) / "passes", "--passes", "map,arrows,labels,panels", "--size", "720p", "--frames", "8520-8520",
        "--lang", "en", "--progress", "none")
    squares = Image.new("RGB", (1280, 720), (150, 150, 150))
    for y in range(0, 720, 40):
        for x in range((y // 40) % 2 * 40, 1280, 80):
            squares.paste((175, 175, 175), (x, y, x + 40, y + 40))
    shown = []
    for name in ("map", "arrows", "labels", "panels"):
        layer = Image.open(next((pathlib.Path(folder) / "passes" / name).glob("*.png"))).convert("RGBA")
        shown.append(fitted(Image.alpha_composite(squares.convert("RGBA"), layer).convert("RGB"), 700))
    rows = [beside(shown[:2]), beside(shown[2:])]
    sheet = Image.new("RGB", (rows[0].width, rows[0].height * 2 + 12), (255, 255, 255))
    sheet.paste(rows[0], (0, 0))
    sheet.paste(rows[1], (0, rows[0].height + 12))
    save(sheet, "passes")


def storyboard(folder):
    pdf = pathlib.Path(folder) / "handout.pdf"
    run("storyboard", "-o", pdf, "--theme", "paper", "--lang", "fr", "--force")
    pages = []
    for page in (4, 6, 40):
        subprocess.run(["pdftoppm", "-r", "70", "-png", "-f", str(page), "-l", str(page), "-singlefile", pdf,
                        f"{folder}/page{page}"], check=True)
        pages.append(Image.open(f"{folder}/page{page}.png").convert("RGB"))
    save(beside(pages, gap=16, paper=(120, 124, 128)), "storyboard")


def languages(folder):
    film = ROOT / "tests/data/films/scripts.toml"
    save(still(folder, "both", "720p", language="ar", film=film), "languages")


def export_panel(folder):
    shot, script = pathlib.Path(folder) / "panel.png", pathlib.Path(folder) / "panel.sh"
    script.write_text(PANEL.format(program=PROGRAM, out=shot, seconds=30))
    films = pathlib.Path(tempfile.gettempdir()) / "films"  # the panel shows its name
    films.mkdir()
    subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x720x24", "sh", str(script)], check=True, cwd=films)
    shutil.rmtree(films)
    save(Image.open(shot).convert("RGB"), "export-panel", 200_000)


def notes(folder):
    shot, script = pathlib.Path(folder) / "notes.png", pathlib.Path(folder) / "notes.sh"
    script.write_text(NOTES.format(program=PROGRAM, out=shot, seconds=32))
    subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x720x24", "sh", str(script)], check=True)
    save(Image.open(shot).convert("RGB"), "notes", 200_000)


def inspector(folder):
    films, shot, script = (pathlib.Path(folder) / name for name in ("films", "inspector.png", "inspector.sh"))
    shutil.copytree(ROOT / "assets/films", films)
    script.write_text(INSPECTOR.format(program=PROGRAM, film=films / "sahel.toml", out=shot))
    subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x720x24", "sh", str(script)], check=True)
    save(Image.open(shot).convert("RGB"), "inspector", 200_000)


def overview(folder):
    shot, script = pathlib.Path(folder) / "overview.png", pathlib.Path(folder) / "overview.sh"
    script.write_text(OVERVIEW.format(program=PROGRAM, out=shot, seconds=20))
    subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1600x900x24", "sh", str(script)], check=True)
    save(Image.open(shot).convert("RGB"), "overview")


def ink(folder):
    def way(points):
        return " ".join(f"{round(x)} {round(y)}" for x, y in points)

    turn = [2 * math.pi * i / 40 for i in range(42)]
    circle = [(760 + (105 + 4 * t / math.pi) * math.cos(t - 2), 420 + 62 * math.sin(t - 2)) for t in turn]
    mark = [(880 + 8 * i, 330 + 2 * math.sin(i)) for i in range(25)]
    arrow = [(1080 - 9 * i, 560 - 5 * i + 0.22 * i * i) for i in range(22)]
    shot, script = pathlib.Path(folder) / "ink.png", pathlib.Path(folder) / "ink.sh"
    script.write_text(INK.format(program=PROGRAM, out=shot, circle=way(circle), mark=way(mark), arrow=way(arrow)))
    subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x720x24", "sh", str(script)], check=True)
    save(Image.open(shot).convert("RGB"), "ink", 200_000)


def loop(folder):
    """A flight, an arrow that grows and lands, and what follows: 12 frames a second."""
    info = json.loads(subprocess.run([str(PROGRAM), "info", "--json"], check=True, cwd=ROOT, capture_output=True).stdout)
    start = next(cue["start_s"] for cue in info["cues"] if cue["id"] == "instructors")
    first = round((start - 2.4) * 12)
    run("export", "-o", folder, "--size", "960x540", "--fps", "12", "--frames", f"{first}-{first + 146}", "--lang", "en",
        "--force")
    frames = [Image.open(f).convert("RGB") for f in sorted(pathlib.Path(folder).glob("*.png"))]
    path = HERE / "loop.webp"
    for quality in (72, 64, 56, 48, 40):
        frames[0].save(path, save_all=True, append_images=frames[1:], duration=1000 // 12, loop=0, quality=quality, method=4)
        if path.stat().st_size < LARGEST_LOOP:
            print(f"{path.name}: {path.stat().st_size // 1000} kB, quality {quality}, {len(frames)} frames")
            return
    sys.exit("the loop does not become small enough")


PICTURES = {f.__name__.replace("_", "-"): f for f in (
    night_wide, paper_close, night_close, paper_wide, state, evidence, shapes, tilt, themes, storyboard, languages, passes,
    export_panel, notes, inspector, overview, ink, loop)}

for wanted in sys.argv[1:] or PICTURES:
    with tempfile.TemporaryDirectory() as scratch:
        PICTURES[wanted](scratch)
