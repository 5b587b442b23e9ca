"""How quickly pictures follow a mouse that is dragged over the timeline.

    ./dev bench scrub [--video FILE] [--releases N] [--sweeps N]

The real window on an X server of its own; real X events from xdotool, which moves the pointer 60 times a
second with the button held (`sweeps`), and lets go at random places (`releases`). Without `--video` the video
is made: 60 s of 1080p30 H.264 with a key frame every 250 pictures. Everything is measured twice, without the
proxy and with it. Prints one JSON: from the moment xdotool was told to move to the moment a picture for that
place, or one asked for later, is painted; from the release to the exact picture painted; and the longest
stall of the event loop, a 5 ms heartbeat.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING, Any, cast

import numpy as np

from benchmarks.acts import Acts, pause, play, until
from benchmarks.analysis_video import make
from benchmarks.null_sink import null_sink
from benchmarks.virtual_screen import virtual_screen

if TYPE_CHECKING:
    from benchmarks.heartbeat import Heartbeat
    from tivm_desktop.app import Desktop
    from tivm_desktop.gui.player_protocol import Frame

SECONDS = 60
MOVE_S = 1 / 60
SWEEP_S = 3.0
PATIENCE_S = 5.0
TOLERANCE_S = 0.05
"""A scrubbed picture may be that far from its place: half of the longest gap between a proxy's pictures."""
KEY_EVERY_S = 250 / 30
EDGE_PX = 30


@dataclass
class Painted:
    """What was painted when."""

    at_s: list[float] = field(default_factory=list)
    pts_s: list[float] = field(default_factory=list)
    exact: list[bool] = field(default_factory=list)


@dataclass
class Dragged:
    """What was done with the pointer; looked into when the window is measured no more."""

    moves: list[tuple[float, float]] = field(default_factory=list)
    """(when, to which second of the video)"""
    painted: int = 0
    """How many pictures had been painted when the last sweep was over."""
    waited_s: list[float] = field(default_factory=list)

    def figures(self, painted: Painted, within_s: float) -> dict[str, Any]:
        """Say how fast pictures came; one counts for a place if it is at most `within_s` from it."""
        meanwhile = Painted(painted.at_s[: self.painted], painted.pts_s[: self.painted])
        return {
            "moves": len(self.moves),
            "move_to_painted_ms": spread(followed(self.moves, meanwhile, within_s)),
            "pictures_painted": sum(at_s > self.moves[0][0] for at_s in meanwhile.at_s),
            "releases": len(self.waited_s),
            "release_to_exact_ms": spread(self.waited_s),
        }


@dataclass
class Pointer:
    """xdotool with the timeline's place on the screen; notes when it was told to go where."""

    left: int
    top: int
    width: int
    process: "subprocess.Popen[bytes]" = field(init=False)
    pipe: IO[bytes] = field(init=False)
    told: list[tuple[float, float]] = field(default_factory=list)
    """(when, share of the width)"""

    def __post_init__(self) -> None:
        self.process = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE)
        self.pipe = cast("IO[bytes]", self.process.stdin)

    def tell(self, line: str) -> float:
        now_s = time.monotonic()
        self.pipe.write(f"{line}\n".encode())
        self.pipe.flush()
        return now_s

    def move(self, share: float) -> None:
        x = self.left + EDGE_PX + round(share * (self.width - 2 * EDGE_PX))
        self.told.append((self.tell(f"mousemove {x} {self.top}"), x - self.left))

    def end(self) -> None:
        self.pipe.close()
        self.process.wait(5.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--video", type=Path)
    parser.add_argument("--releases", type=int, default=40)
    parser.add_argument("--sweeps", type=int, default=6)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child is not None:
        print(json.dumps(measure(arguments)))
        return
    screen = virtual_screen("1600x1000x24")
    with tempfile.TemporaryDirectory() as home, screen as display, null_sink() as sink:
        video = arguments.video
        if video is None:
            video = Path(home) / "long.mp4"
            make(video, SECONDS)
        environment = {**os.environ, **sink.environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "benchmarks.scrub", "--video", str(video.resolve()), "--child", home]
        command += ["--releases", str(arguments.releases), "--sweeps", str(arguments.sweeps)]
        subprocess.run(command, env=environment, check=True)


def measure(arguments: argparse.Namespace) -> dict[str, Any]:
    from benchmarks.heartbeat import Heartbeat
    from tivm_desktop.app import build, parse
    from tivm_desktop.library.profile import Profile

    profile = Profile(arguments.child / "profile")
    profile.create()
    desktop = build(parse([]), profile)
    desktop.window.resize(1400, 900)
    desktop.window.move(0, 0)
    desktop.window.show()
    heart = Heartbeat()
    figures: dict[str, Any] = {"video": arguments.video.name, "pointer": "xdotool, real X events"}
    acts = script(desktop, arguments, heart, figures)
    play(desktop, acts, every_ms=5)
    return figures


def script(
    desktop: "Desktop", arguments: argparse.Namespace, heart: "Heartbeat", figures: dict[str, Any]
) -> Acts:
    """Go on step by step; each yield is a moment in which the program runs."""
    window, engine = desktop.window, desktop.engine
    proxies: list[Path] = []
    engine.marshal.proxy_made.connect(lambda _, proxy: proxies.append(proxy))
    painted = Painted()
    yield from until(lambda: window.status.pack_text() != "" and window.status.device_text() != "")
    watch(desktop, painted)
    engine.take_in([arguments.video])
    yield from until(lambda: bool(proxies) and bool(painted.at_s))
    engine.playhead.toggle_play()
    yield from pause(2.0)
    for name, proxy in (("without_proxy", None), ("with_proxy", proxies[0])):
        engine.with_player(lambda player, proxy=proxy: player.set_proxy(proxy))  # type: ignore[misc]
        yield from pause(0.5)
        heart.start()
        dragged = Dragged()
        yield from drag(desktop, painted, arguments, dragged)
        figures[name] = {"event_loop": heart.figures()}
        within_s = TOLERANCE_S if proxy is not None else KEY_EVERY_S
        figures[name] |= dragged.figures(painted, within_s)
    figures["proxy_mb_per_minute"] = round(proxies[0].stat().st_size / 1e6 / duration_s(desktop) * 60, 1)


def drag(desktop: "Desktop", painted: Painted, arguments: argparse.Namespace, dragged: Dragged) -> Acts:
    """Sweep to and fro, then let go at random places."""
    timeline = desktop.window.timeline.timeline
    corner = timeline.mapToGlobal(timeline.rect().topLeft())
    pointer = Pointer(corner.x(), corner.y() + 60, timeline.width())
    rng = np.random.default_rng(1)
    pointer.move(0.5)
    yield from pause(0.3)

    def sweep() -> None:
        pointer.tell("mousedown 1")
        places = rng.uniform(0.02, 0.98, arguments.sweeps + 1)
        for start, end in pairwise(places):
            for share in np.linspace(start, end, round(SWEEP_S / MOVE_S)):
                pointer.move(float(share))
                time.sleep(MOVE_S)

    moving = Thread(target=sweep, daemon=True)
    first = len(pointer.told)
    moving.start()
    yield from until(lambda: not moving.is_alive())
    yield from pause(0.5)
    dragged.moves = [(at_s, timeline.time_at(x)) for at_s, x in pointer.told[first:]]
    dragged.painted = len(painted.at_s)
    pointer.tell("mouseup 1")
    yield from pause(1.5)
    for _ in range(arguments.releases):
        yield from release(desktop, pointer, painted, rng, dragged.waited_s)
    pointer.end()


def release(
    desktop: "Desktop", pointer: Pointer, painted: Painted, rng: np.random.Generator, waited: list[float]
) -> Acts:
    """Drag a little, let go, and wait for the exact picture of that place."""
    timeline = desktop.window.timeline.timeline
    share = float(rng.uniform(0.02, 0.98))
    pointer.move(float(rng.uniform(0.02, 0.98)))
    yield from pause(0.05)
    pointer.tell("mousedown 1")
    for part in np.linspace(share - 0.02, share, 6):
        pointer.move(float(part))
        yield from pause(MOVE_S)
    sought_s = timeline.time_at(pointer.told[-1][1])
    let_go_s = pointer.tell("mouseup 1")
    rate = desktop.engine.video.frame_rate if desktop.engine.video is not None else 25.0

    def found() -> list[float]:
        return [
            at_s
            for at_s, pts_s, exact in zip(painted.at_s, painted.pts_s, painted.exact, strict=True)
            if at_s > let_go_s and exact and pts_s <= sought_s + 1e-3 < pts_s + 1 / rate + 2e-3
        ]

    yield from until(lambda: bool(found()) or time.monotonic() > let_go_s + PATIENCE_S)
    waited.append((found() or [let_go_s + PATIENCE_S])[0] - let_go_s)
    yield from pause(float(rng.uniform(0.2, 0.4)))


def watch(desktop: "Desktop", painted: Painted) -> None:
    """Note what is painted, by the times of the pictures that the preview takes."""
    preview, engine = desktop.window.preview, desktop.engine
    taken: list[tuple[float, bool]] = [(0.0, False)]

    def frame_due() -> "Frame | None":
        frame = engine.frame_due()
        if frame is not None:
            taken[0] = frame.pts_s, getattr(frame, "until_s", 0.0) > frame.pts_s
        return frame

    def note() -> None:
        painted.at_s.append(time.monotonic())
        painted.pts_s.append(taken[0][0])
        painted.exact.append(taken[0][1])

    preview.follow(frame_due)
    preview.painted.connect(note)


def followed(moves: list[tuple[float, float]], painted: Painted, within_s: float) -> list[float]:
    """Seconds from each move to the first picture painted for its place or one moved to later."""
    delays = []
    for number, (told_s, _) in enumerate(moves):
        later = moves[number:]
        answers = (
            at_s - told_s
            for at_s, pts_s in zip(painted.at_s, painted.pts_s, strict=True)
            if at_s > told_s
            and any(abs(pts_s - time_s) <= within_s for asked_s, time_s in later if asked_s < at_s)
        )
        delays.append(next(answers, PATIENCE_S))
    return delays


def spread(seconds: list[float]) -> dict[str, float]:
    p50, p95, most = np.percentile(np.array(seconds) * 1e3, [50, 95, 100])
    return {"p50": round(float(p50), 1), "p95": round(float(p95), 1), "max": round(float(most), 1)}


def duration_s(desktop: "Desktop") -> float:
    return desktop.engine.video.duration_s if desktop.engine.video is not None else 1.0


if __name__ == "__main__":
    main()
