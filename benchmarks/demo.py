"""From "Try the demo" to the film, the first track, the first ranked row and all tracks.

    python -m benchmarks.demo                   times in the real window, one JSON document
    python -m benchmarks.demo --listen FOLDER   the demo itself, with pictures to look at

The first starts the real program on an X server and a sound server of its own with a fresh profile, presses
the button of the welcome and waits until the eight tracks are placed; beside the times it tells how long the
event loop stood still, what making costs without a window, and the order that was ranked. The second makes
the demo in FOLDER and beside it `film.png` (a picture of each shot) and `tracks.png` (a spectrogram of each).
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.acts import Acts, pause, play, until
from benchmarks.null_sink import null_sink
from benchmarks.virtual_screen import virtual_screen

if TYPE_CHECKING:
    from benchmarks.heartbeat import Heartbeat
    from tivm_desktop.app import Desktop

COLUMNS = 4
PATIENCE_S = 240.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--listen", type=Path, metavar="FOLDER")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.listen is not None:
        listen(arguments.listen)
    elif arguments.child:
        show()
    else:
        with TemporaryDirectory() as home, virtual_screen() as display, null_sink() as sink:
            environment = {**os.environ, **sink.environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
            environment["HOME"] = home
            command = [sys.executable, "-m", "benchmarks.demo", "--child"]
            ended = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        print(json.dumps({"cores": os.cpu_count(), **json.loads(ended.stdout), "making": making()}, indent=1))


def making() -> dict[str, float]:
    """Processor seconds of each part, without a window and one after the other."""
    from tivm_desktop.demo.making import make_film, make_track
    from tivm_desktop.demo.names import TITLES

    spent: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        for name, number in (("film", None), *((title, number) for number, title in enumerate(TITLES))):
            begun_s = time.process_time()
            if number is None:
                make_film(Path(folder))
            else:
                make_track(Path(folder), number)
            spent[f"{name}, processor s"] = round(time.process_time() - begun_s, 2)
    return spent


def show() -> None:
    from benchmarks.heartbeat import Heartbeat
    from tivm_desktop.app import build, parse
    from tivm_desktop.library.profile import Profile

    profile = Profile(Path.home() / "profile")
    profile.create()
    desktop = build(parse([]), profile)
    desktop.window.show()
    found: dict[str, Any] = {}
    heart = Heartbeat()
    play(desktop, script(desktop, heart, found), every_ms=10)
    print(json.dumps(found))


def script(desktop: "Desktop", heart: "Heartbeat", found: dict[str, Any]) -> Acts:
    """Press the button and note when what is there; each yield is a moment in which the program runs."""
    from tivm_desktop.demo.names import TITLES

    window, model = desktop.window, desktop.window.tracks.model
    yield from until(lambda: window.status.pack_text() != "" and window.status.device_text() != "")
    yield from pause(2.0)
    heart.start()
    begun_s = time.monotonic()
    window.empty.welcome.demo.click()
    for name, so in (
        ("film_plays_s", lambda: window.preview.frames_painted > 0),
        ("first_track_made_s", lambda: bool(desktop.engine.library.folders)),
        ("first_ranked_row_s", lambda: model.rowCount() > 0),
        ("all_tracks_made_s", lambda: window.status.text() == "The demo is ready"),
        ("all_ranked_s", lambda: model.rowCount() == len(TITLES)),
    ):
        yield from until(so, PATIENCE_S)
        found[name] = round(time.monotonic() - begun_s, 2)
    yield from until(lambda: not window.top.analysing, PATIENCE_S)
    found["event_loop"] = heart.figures()
    found["order"] = [f"{one.fit:.0f} {one.title}: {', '.join(one.why)}" for one in model.suggestions]


def listen(folder: Path) -> None:
    from matplotlib.figure import Figure

    from tivm_desktop.demo import make_demo
    from tivm_desktop.demo.canvas import RATE, Canvas
    from tivm_desktop.demo.film import SHOTS
    from tivm_desktop.demo.names import TITLES
    from tivm_desktop.demo.pieces import PIECES
    from tivm_desktop.demo.synth import RATE as SOUND_RATE

    demo = make_demo(folder)
    rows = -(-len(SHOTS) // COLUMNS)
    sheet = Figure(figsize=(4 * COLUMNS, 2.25 * rows), layout="constrained")
    for number, (seconds, shot) in enumerate(SHOTS):
        shown = list(shot(Canvas(960, 540), max(round(seconds * RATE) // 2, 1)))[-1]
        axes = sheet.add_subplot(rows, COLUMNS, number + 1)
        axes.imshow(shown)
        axes.set_axis_off()
    sheet.savefig(folder / "film.png", dpi=100)
    sheet = Figure(figsize=(16, 2.2 * len(TITLES)), layout="constrained")
    for number, title in enumerate(TITLES):
        sound = PIECES[title].sound(float("inf"))
        axes = sheet.add_subplot(len(TITLES), 1, number + 1)
        axes.specgram(sound.mean(axis=0)[::2] + 1e-9, NFFT=2048, Fs=SOUND_RATE / 2, noverlap=1024, vmin=-140)
        axes.set_title(f"{title}  ·  peak {float(np.abs(sound).max()):.2f}", loc="left", fontsize=9)
    sheet.savefig(folder / "tracks.png", dpi=80)
    print(json.dumps({"video": str(demo.video), "music": str(demo.music), "pictures": str(folder)}))


if __name__ == "__main__":
    main()
