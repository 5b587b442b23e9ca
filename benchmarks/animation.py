"""The minute in a few seconds: a clip is dropped, the folder is ranked, tracks are heard under it.

    python -m benchmarks.animation VIDEO MUSIC_FOLDER [--into docs/images/audition.webp]

The real program on an X server and a sound server of its own. The folder is known already, as it is at every
start but the first; the clip is not. A second program gives the clip away in a real drag, xdotool moves the
mouse, and what is on the screen is taken ten times a second, the pointer drawn onto it. Prints one JSON
document.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, cast

from PIL import Image, ImageDraw

from benchmarks import animation_source
from benchmarks.acts import Acts, pause, play, until
from benchmarks.null_sink import null_sink
from benchmarks.virtual_screen import virtual_screen

if TYPE_CHECKING:
    from tivm_desktop.app import Desktop

SIZE = (1360, 850)
SHOWN_WIDTH = 1000
EVERY_S = 0.1
FOLDER_AT = (40, 620)
POINTER = [(0, 0), (0, 17), (4, 13), (7, 20), (10, 19), (7, 12), (12, 12)]


def main() -> None:
    """Take the pictures and join them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("video", type=Path)
    parser.add_argument("music", type=Path)
    parser.add_argument("--into", type=Path, default=Path("docs/images/audition.webp"))
    parser.add_argument("--quality", type=int, default=55)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child is not None:
        show(arguments.video, arguments.music, arguments.child)
        return
    screen = virtual_screen(f"{SIZE[0]}x{SIZE[1]}x24")
    with screen as display, null_sink() as sink, TemporaryDirectory() as home:
        music, clip = Path(home) / "Music", Path(home) / "cut.mp4"
        music.symlink_to(arguments.music.resolve(), target_is_directory=True)
        clip.symlink_to(arguments.video.resolve())
        environment = {**os.environ, **sink.environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment |= {"HOME": home, "QT_SCALE_FACTOR": "1"}
        tivm = str(Path(sys.executable).with_name("tivm"))
        known = [tivm, "index", str(music), "--profile", f"{home}/profile"]
        subprocess.run(
            known, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        command = [sys.executable, "-m", "benchmarks.animation", str(clip), str(music), "--child", home]
        subprocess.run(command, env=environment, check=True)
        pictures = join(Path(home), arguments.into, arguments.quality)
    size_mb = round(arguments.into.stat().st_size / 1e6, 2)
    print(json.dumps({"into": str(arguments.into), "pictures": pictures, "megabytes": size_mb}))


def join(folder: Path, into: Path, quality: int) -> int:
    """Write the animation; pictures are named by their moment in milliseconds and the pointer's place."""
    taken = sorted(folder.glob("shot-*.bmp"))
    moments = [int(path.stem.split("-")[1]) for path in taken]
    frames = []
    for path in taken:
        _, _, x, y = path.stem.split("-")
        picture = Image.open(path).convert("RGB")
        place = [(int(x) + right, int(y) + down) for right, down in POINTER]
        ImageDraw.Draw(picture).polygon(place, fill="white", outline="black")
        height = round(picture.height * SHOWN_WIDTH / picture.width)
        frames.append(picture.resize((SHOWN_WIDTH, height), Image.Resampling.LANCZOS))
    lasting = [after - before for before, after in pairwise(moments)] + [1500]
    into.parent.mkdir(parents=True, exist_ok=True)
    frames[0].save(
        into, save_all=True, append_images=frames[1:], duration=lasting, loop=0, quality=quality, method=4
    )
    return len(frames)


class Camera:
    """Takes what is on the screen, with the place of the pointer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._began_s = 0.0
        self._last_s = 0.0
        self.runs = False

    def start(self) -> None:
        """Begin to take pictures."""
        self._began_s = time.monotonic()
        self.runs = True

    def look(self) -> None:
        """Take a picture if it is time for one."""
        from PySide6.QtGui import QCursor, QGuiApplication

        now_s = time.monotonic()
        if not self.runs or now_s - self._last_s < EVERY_S:
            return
        self._last_s = now_s
        place = QCursor.pos()
        name = f"shot-{round((now_s - self._began_s) * 1e3):06d}-{max(place.x(), 0)}-{max(place.y(), 0)}.bmp"
        picture = QGuiApplication.primaryScreen().grabWindow(0)
        picture.save(str(self._folder / name))


class Hand:
    """Moves the mouse by xdotool."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera
        self._process = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE)
        self._pipe = cast("IO[bytes]", self._process.stdin)
        self._at = (SIZE[0] // 2, SIZE[1] // 2)

    def tell(self, line: str) -> None:
        """Have xdotool do something."""
        self._pipe.write(f"{line}\n".encode())
        self._pipe.flush()

    def glide(self, to: tuple[int, int], seconds: float) -> Acts:
        """Go somewhere, slowly at both ends."""
        began_s, start = time.monotonic(), self._at
        while (share := min((time.monotonic() - began_s) / seconds, 1.0)) < 1.0 or self._at != to:
            eased = share * share * (3 - 2 * share)
            self._at = (
                round(start[0] + (to[0] - start[0]) * eased),
                round(start[1] + (to[1] - start[1]) * eased),
            )
            self.tell(f"mousemove {self._at[0]} {self._at[1]}")
            self._camera.look()
            yield "gliding"

    def rest(self, seconds: float) -> Acts:
        """Stay, and look."""
        for act in pause(seconds):
            self._camera.look()
            yield act

    def wait(self, acts: Iterator[str]) -> Acts:
        """Look while something is waited for."""
        for act in acts:
            self._camera.look()
            yield act

    def end(self) -> None:
        """Let go of the mouse."""
        self._pipe.close()
        self._process.wait(5.0)


def show(video: Path, music: Path, home: Path) -> None:
    """Run the program and the script in it."""
    from tivm_desktop.app import build, parse
    from tivm_desktop.library.profile import Profile

    profile = Profile(home / "profile")
    profile.create()
    desktop = build(parse(["--music", str(music)]), profile)
    desktop.window.resize(*SIZE)
    desktop.window.move(0, 0)
    desktop.window.show()
    camera = Camera(home)
    play(desktop, script(desktop, camera, Hand(camera), video), every_ms=25)


def script(desktop: "Desktop", camera: Camera, hand: Hand, video: Path) -> Acts:
    """Go on step by step; each yield is a moment in which the program runs."""
    from PySide6.QtCore import QPoint

    window, engine = desktop.window, desktop.engine
    yield from until(lambda: window.status.pack_text() != "" and window.status.device_text() != "")
    yield from until(lambda: bool(engine.library.folders))
    yield from pause(2.0)
    left, top = FOLDER_AT
    source = subprocess.Popen([sys.executable, animation_source.__file__, str(video), str(left), str(top)])
    yield from pause(2.0)
    camera.start()
    yield from hand.rest(0.6)
    yield from hand.glide((left + 95, top + 80), 0.7)
    hand.tell("mousedown 1")
    yield from hand.glide((560, 330), 1.1)
    yield from hand.rest(0.4)
    hand.tell("mouseup 1")
    yield from hand.wait(until(lambda: window.preview.frames_painted > 0))
    source.terminate()
    yield from hand.wait(until(lambda: window.tracks.model.rowCount() >= 9))
    yield from hand.rest(1.6)
    for row in (0, 1, 2):
        area = window.tracks.view.visualRect(window.tracks.model.index(row, 0))
        place = window.tracks.view.viewport().mapToGlobal(area.center() - QPoint(60, 0))
        yield from hand.glide((place.x(), place.y()), 0.7 if row == 0 else 0.4)
        hand.tell("click 1")
        yield from hand.rest(2.4)
    source.wait(5.0)
    hand.end()


if __name__ == "__main__":
    main()
