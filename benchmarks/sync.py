"""How far the picture is from the sound: flashes painted in a real window against clicks recorded.

    python -m benchmarks.sync [--seconds 60] [--seeks 20] [--burn N]

A video with flashes and a track with clicks at the same moments go through the real player, the real
PortAudio output into a null sink of their own, and the window's preview under an X server of their own.
Each flash is stamped when it has been painted, each click when the sink played it (`sink_recorder` says
how, and how exactly). First comes one uninterrupted stretch, then random seeks with a second and a half of
playing each. The last line is one JSON document; a positive offset means that the picture is late.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from benchmarks.flash_and_click import FRAME_RATE, flash_frames, write_track, write_video
from benchmarks.null_sink import null_sink
from benchmarks.sink_recorder import SinkRecorder
from benchmarks.virtual_screen import virtual_screen

if TYPE_CHECKING:
    from tivm_desktop.playback.frame_queue import VideoFrame
    from tivm_desktop.playback.player import Player

LEAD_IN_S = 2.0
SEEK_PLAYS_S = 1.5
MATCH_WITHIN_S = 0.3
FLASH_LEVEL = 200


@dataclass
class Shown:
    """What was painted, and when."""

    flashes_s: list[float] = field(default_factory=list)
    flash_pts_s: list[float] = field(default_factory=list)
    frames: int = 0
    longest_gap_s: float = 0.0


class Watcher:
    """Stands between player and preview and stamps each flash when it has been painted."""

    def __init__(self, player: "Player") -> None:
        self._player = player
        self._handed: VideoFrame | None = None
        self.shown = Shown()

    def frame_due(self) -> "VideoFrame | None":
        """Hand the player's frame on and remember it."""
        frame = self._player.frame_due()
        if frame is not None:
            self._handed = frame
        return frame

    def painted(self) -> None:
        """Stamp the frame that was handed on last."""
        now_s = time.monotonic()
        self.shown.frames += 1
        frame, self._handed = self._handed, None
        if frame is not None and frame.rgb[frame.rgb.shape[0] // 2, frame.rgb.shape[1] // 2, 1] > FLASH_LEVEL:
            self.shown.flashes_s.append(now_s)
            self.shown.flash_pts_s.append(frame.pts_s)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60, help="length of the uninterrupted stretch")
    parser.add_argument("--seeks", type=int, default=20)
    parser.add_argument("--burn", type=int, default=0, help="busy loops running beside")
    arguments = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        length_s = max(arguments.seconds + 4, 20)
        write_video(folder / "flashes.mp4", length_s)
        write_track(folder / "clicks.flac", length_s, LEAD_IN_S)
        sink = stack.enter_context(null_sink())
        screen = stack.enter_context(virtual_screen())
        os.environ.update(sink.environment, DISPLAY=screen, QT_QPA_PLATFORM="xcb")
        stack.enter_context(busy_loops(arguments.burn))
        recorder = stack.enter_context(SinkRecorder(sink, folder))
        parts, underruns = play(folder, arguments.seconds, arguments.seeks)
        clicks_s = recorder.recording().clicks_s()
    print(json.dumps(figures(parts, clicks_s, arguments, underruns)))


def play(folder: Path, seconds: int, seeks: int) -> tuple[dict[str, tuple[Shown, int]], int]:
    """Play both parts; return for each what was shown and how many flashes were to be, and the underruns."""
    from PySide6.QtWidgets import QApplication, QWidget

    from tivm_desktop.gui.preview import Preview
    from tivm_desktop.gui.resources import resource_folder
    from tivm_desktop.gui.theme import Themes
    from tivm_desktop.playback.player import Player
    from tivm_desktop.playback.sounddevice_output import SounddeviceOutput

    application = QApplication([sys.argv[0]])
    player = Player(SounddeviceOutput())
    preview = Preview(Themes(resource_folder() / "themes"), QWidget())
    watcher = Watcher(player)
    preview.painted.connect(watcher.painted)
    preview.follow(watcher.frame_due)
    preview.resize(960, 540)
    preview.show()
    preview.show_video()

    def until(done: Callable[[], bool], limit_s: float) -> None:
        end_s = time.monotonic() + limit_s
        while not done() and time.monotonic() < end_s:
            application.processEvents()
            time.sleep(0.0005)

    player.open_video(folder / "flashes.mp4")
    until(lambda: watcher.shown.frames > 0 and player.state.device is not None, 5.0)
    preview.set_playing(playing=True)
    player.audition(folder / "clicks.flac", LEAD_IN_S)
    until(lambda: player.state.position_s >= seconds, seconds + 10.0)
    pts_s = np.array(flash_frames(max(seconds + 4, 20))) / FRAME_RATE
    parts = {"playing": (watcher.shown, int((pts_s < seconds).sum()))}
    watcher.shown = Shown()
    expected = 0
    for target_s in targets(seeks, seconds):
        player.seek(target_s)
        until(partial(is_past, player, target_s + SEEK_PLAYS_S), SEEK_PLAYS_S + 5.0)
        expected += int(((pts_s >= target_s) & (pts_s < target_s + SEEK_PLAYS_S)).sum())
    parts["seeks"] = (watcher.shown, expected)
    player.pause()
    until(lambda: False, 0.5)
    underruns, error = player.underruns, player.state.error
    preview.stop()
    player.close()
    if error is not None:
        raise RuntimeError(error)
    return parts, underruns


def is_past(player: "Player", time_s: float) -> bool:
    """Tell whether the clock has come that far."""
    return player.state.position_s >= time_s


def targets(count: int, seconds: int) -> Iterator[float]:
    """Random places to go to."""
    chance = np.random.default_rng(3)
    yield from chance.uniform(0.0, max(seconds - SEEK_PLAYS_S - 1.0, 5.0), count)


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


def offsets_s(flashes_s: list[float], clicks_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each flash the time since the click nearest to it, where there is one near."""
    if not len(clicks_s):
        return np.zeros(0)
    nearest = [flash_s - clicks_s[np.abs(clicks_s - flash_s).argmin()] for flash_s in flashes_s]
    return np.array([offset for offset in nearest if abs(offset) < MATCH_WITHIN_S])


def summary(offsets: NDArray[np.float64], expected: int) -> dict[str, float | int]:
    """Figures of one part, in milliseconds."""
    found: dict[str, float | int] = {"flashes_expected": expected, "flashes_matched": len(offsets)}
    if not len(offsets):
        return found
    return found | {
        "offset_mean_ms": round(float(offsets.mean()) * 1e3, 2),
        "offset_min_ms": round(float(offsets.min()) * 1e3, 2),
        "offset_max_ms": round(float(offsets.max()) * 1e3, 2),
        "offset_p99_ms": round(float(np.percentile(np.abs(offsets), 99)) * 1e3, 2),
    }


def figures(
    parts: dict[str, tuple[Shown, int]],
    clicks_s: NDArray[np.float64],
    arguments: argparse.Namespace,
    underruns: int,
) -> dict[str, object]:
    """All that was measured."""
    measured = {name: offsets_s(shown.flashes_s, clicks_s) for name, (shown, _) in parts.items()}
    whole = summary(np.concatenate(list(measured.values())), sum(expected for _, expected in parts.values()))
    return {
        "benchmark": "sync",
        "seconds": arguments.seconds,
        "seeks": arguments.seeks,
        "busy_loops": arguments.burn,
        "cores": os.cpu_count(),
        "load_average": round(os.getloadavg()[0], 2),
        "frames_painted": sum(shown.frames for shown, _ in parts.values()),
        "clicks_recorded": len(clicks_s),
        "underruns": underruns,
        "uncertainty_ms": 5.0,
        "parts": {name: summary(measured[name], expected) for name, (_, expected) in parts.items()},
        **whole,
    }


if __name__ == "__main__":
    main()
