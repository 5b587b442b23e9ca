"""How far the picture is from the sound: flashes painted in the real window against clicks recorded.

    python -m benchmarks.sync [--minutes 1] [--seeks 20] [--speeds 0.5 1.5 2] [--burn N] [--analyse [FOLDER]]
                              [--peer] [--peer-minutes M]

A video with flashes and a track with clicks at the same moments go through the real program: its window
under an X server of its own, PortAudio's output into a null sink of its own. Each flash is stamped when it
has been painted, each click when the sink played it (`sink_recorder` says how, and how exactly). First comes
one uninterrupted stretch, then random seeks with a second and a half of playing each, then other speeds.
Meanwhile a timer of 5 ms in the GUI thread notes how long the event loop stood still. `--analyse` has the
program analyse a folder meanwhile; without a FOLDER one of made-up tracks. `--peer` has two Qt media players
play the same after ours, in an environment of their own (`--peer-environment`; made there the first time).

The last line is one JSON document; a positive offset means that the picture is late.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import qt_peers
from benchmarks.flash_and_click import FRAME_RATE, flash_frames, write_many_tracks, write_track, write_video
from benchmarks.null_sink import NullSink, null_sink
from benchmarks.peer_environment import peer_environment
from benchmarks.sink_recorder import SinkRecorder
from benchmarks.sync_figures import figures
from benchmarks.sync_plan import SEEK_PLAYS_S, Plan
from benchmarks.virtual_screen import virtual_screen

LEAD_IN_S = 2.0
MADE_UP = "made-up"
TRACKS_PER_MINUTE = 24
"""Made-up tracks for each minute of playing: about as many as two cores analyse in it."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=1.0, help="length of the uninterrupted stretch")
    parser.add_argument("--seeks", type=int, default=20)
    parser.add_argument("--speeds", type=float, nargs="*", default=[])
    parser.add_argument("--burn", type=int, default=0, help="busy loops running beside")
    parser.add_argument("--analyse", nargs="?", const=MADE_UP, metavar="FOLDER")
    parser.add_argument("--peer", action="store_true", help="measure two Qt media players too")
    parser.add_argument("--peer-minutes", type=float, help="as long as ours if not said")
    environment = Path(tempfile.gettempdir()) / "tivm-qt-peers"
    parser.add_argument("--peer-environment", type=Path, default=environment)
    arguments = parser.parse_args()
    seconds = round(arguments.minutes * 60)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        peer = peer_environment(arguments.peer_environment, qt_peers.NEEDS) if arguments.peer else None
        plan = prepared(folder, seconds, arguments)
        sink = stack.enter_context(null_sink())
        screen = stack.enter_context(virtual_screen())
        os.environ.update(sink.environment, DISPLAY=screen, QT_QPA_PLATFORM="xcb", HOME=str(folder))
        stack.enter_context(busy_loops(arguments.burn))
        found: dict[str, Any] = {
            "benchmark": "sync",
            "seconds": seconds,
            "seeks": arguments.seeks,
            "busy_loops": arguments.burn,
            "cores": os.cpu_count(),
            "load_average_before": round(os.getloadavg()[0], 2),
            "uncertainty_ms": 5.0,
            "ours": measured(plan, sink, folder, [sys.executable, "-m", "benchmarks.sync_ours"]),
        }
        if peer is not None:
            peer_seconds = round((arguments.peer_minutes or arguments.minutes) * 60)
            shorter = replace(plan, seconds=peer_seconds)
            found["peer"] = {"is": "two QMediaPlayers", "seconds": peer_seconds} | measured(
                shorter, sink, folder, [str(peer), "-m", "benchmarks.qt_peers"]
            )
    print(json.dumps(found))


def prepared(folder: Path, seconds: int, arguments: argparse.Namespace) -> Plan:
    """Write the media and say what is to be played."""
    length_s = max(seconds + 4, 60)
    write_video(folder / "flashes.mp4", length_s)
    write_track(folder / "clicks.flac", length_s, LEAD_IN_S)
    music = arguments.analyse
    if music == MADE_UP:
        music = str(folder / "music")
        write_many_tracks(Path(music), round(TRACKS_PER_MINUTE * (seconds / 60 + 1)))
    flashes_s = [index / FRAME_RATE for index in flash_frames(length_s)]
    chance = np.random.default_rng(3)
    targets_s = chance.uniform(0.0, length_s - SEEK_PLAYS_S - 4.0, arguments.seeks).tolist()
    return Plan(
        video=str(folder / "flashes.mp4"),
        track=str(folder / "clicks.flac"),
        lead_in_s=LEAD_IN_S,
        seconds=seconds,
        flashes_s=flashes_s,
        targets_s=[out_of_flashes(target_s, flashes_s) for target_s in targets_s],
        speeds=arguments.speeds,
        profile=str(folder / "profile"),
        analyse=music,
        into=str(folder / "answer.json"),
    )


def out_of_flashes(target_s: float, flashes_s: list[float]) -> float:
    """Return a target whose own picture is no flash: some frames later where it would be.

    The nearest picture is shown while the sound is on its way; its click comes later, or is over.
    """
    frame_s = 1.0 / FRAME_RATE
    shown = any(-frame_s / 2 <= target_s - flash_s < frame_s for flash_s in flashes_s)
    return target_s + 1.5 * frame_s if shown else target_s


def measured(plan: Plan, sink: NullSink, folder: Path, command: list[str]) -> dict[str, Any]:
    """Have one player play the plan and record what is heard."""
    asked = folder / "plan.json"
    plan.write(asked)
    with SinkRecorder(sink, folder) as recorder:
        subprocess.run([*command, str(asked)], check=True, cwd=Path(__file__).parents[1])
        clicks_s = recorder.recording().clicks_s()
    return figures(json.loads(Path(plan.into).read_text()), clicks_s)


@contextmanager
def busy_loops(count: int) -> Iterator[None]:
    """Keep `count` cores busy."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


if __name__ == "__main__":
    main()
