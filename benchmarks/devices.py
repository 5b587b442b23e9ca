"""What is heard when sound devices come and go while a track plays.

    python -m benchmarks.devices

A tone plays through the real player into sinks of a sound server of its own; each sink is recorded. Then, one
after the other: another sink becomes the system's default; another one is chosen; the chosen one is taken
away; it comes back; the default one is taken away; the server is killed and started again. For each: how long
nothing was heard on any sink, when it was heard again after what had happened, and what the player said. The
last line is one JSON document.
"""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.flash_and_click import write_video
from benchmarks.null_sink import FIRST, FIRST_TITLE, RATE_HZ, NullSink, null_sink
from benchmarks.sink_recorder import Recording, SinkRecorder
from benchmarks.switch import write_tone
from tivm_desktop.playback.player import Player
from tivm_desktop.playback.sounddevice_output import SounddeviceOutput

LENGTH_S = 90
HEADPHONES, SCREEN = "Headphones", "Screen"
WITHIN_S = 3.0
"""How long each event is watched for."""
LOUD = 300
STEP_S = 0.002
"""Silence is looked for in steps of this."""


def main() -> None:
    """Measure and print."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        write_video(folder / "video.mp4", LENGTH_S)
        write_tone(folder / "tone.flac", 0, LENGTH_S + 5)
        sink = stack.enter_context(null_sink())
        os.environ.update(sink.environment)
        player = Player(SounddeviceOutput())
        stack.callback(player.close)
        player.open_video(folder / "video.mp4")
        player.set_track(folder / "tone.flac")
        player.play()
        until(lambda: player.state.position_s > 2.0)
        found = sinks_come_and_go(player, sink, folder)
        died = server_dies(player, sink, folder)
    silences_ms = {each["event"]: each["longest_silence_ms"] for each in found}
    as_it_should = all(each["as_it_should"] for each in (*found, died))
    facts = {
        "cores": os.cpu_count(),
        "as_it_should": as_it_should,
        "longest_silence_ms": silences_ms,
        "server": died,
    }
    print(json.dumps({"benchmark": "devices", "cores": os.cpu_count(), **facts, "events": found}))


def sinks_come_and_go(player: Player, sink: NullSink, folder: Path) -> list[dict[str, Any]]:
    """Play through all that happens while the server lives."""
    numbers = {
        "headphones": sink.add_sink("headphones", HEADPHONES),
        "screen": sink.add_sink("screen", SCREEN, "rate=44100"),
    }
    until(lambda: len(player.state.outputs) == 3)

    def take_away(name: str) -> Callable[[], None]:
        return lambda: sink.remove_sink(numbers[name])

    def bring_back() -> None:
        numbers["headphones"] = sink.add_sink("headphones", HEADPHONES)

    events: list[tuple[str, Callable[[], None], str]] = [
        ("another default", lambda: sink.set_default_sink("screen"), SCREEN),
        ("another one chosen", lambda: player.set_output(HEADPHONES), HEADPHONES),
        ("the chosen one taken away", take_away("headphones"), SCREEN),
        ("the chosen one comes back", bring_back, HEADPHONES),
        ("the default chosen", lambda: player.set_output(None), SCREEN),
        ("the default one taken away", take_away("screen"), ""),
    ]
    return [watched(player, sink, folder, *event) for event in events]


def watched(
    player: Player, sink: NullSink, folder: Path, name: str, happen: Callable[[], None], where: str
) -> dict[str, Any]:
    """Have something happen and say what was heard around it on all sinks there are."""
    with ExitStack() as stack:
        names = ["headphones", "screen", FIRST]
        there = [each for each in names if each in existing(sink)]
        recorders = [stack.enter_context(SinkRecorder(sink, folder, each)) for each in there]
        time.sleep(1.0)
        happened_s = time.monotonic()
        happen()
        said: set[str] = set()
        end_s = time.monotonic() + WITHIN_S
        if name == "the chosen one comes back":
            recorders.append(stack.enter_context(SinkRecorder(sink, folder, "headphones")))
        while time.monotonic() < end_s:
            said.update(filter(None, [player.state.error]))
            time.sleep(0.02)
        recordings = [recorder.recording() for recorder in recorders]
    device = player.state.device
    return {
        "event": name,
        "device": device,
        "as_it_should": device == where or (not where and device not in (SCREEN, None)),
        **silence(recordings, happened_s),
        "said": sorted(said),
    }


def server_dies(player: Player, sink: NullSink, folder: Path) -> dict[str, Any]:
    """Kill the server, start it again, and wait for sound."""
    killed_s = time.monotonic()
    sink.stop_server()
    until(lambda: player.state.device is None)
    noticed_s = time.monotonic() - killed_s
    said = player.state.error
    position_s = player.state.position_s
    time.sleep(1.0)
    went_on_s = player.state.position_s - position_s
    sink.start_server()
    started_s = time.monotonic()
    with SinkRecorder(sink, folder) as recorder:
        until(lambda: player.state.device is not None)
        time.sleep(1.5)
        loud = loud_moments(recorder.recording())
    return {
        "event": "the server killed and started again",
        "device": player.state.device,
        "as_it_should": player.state.device == FIRST_TITLE,
        "noticed_after_ms": round(noticed_s * 1e3),
        "picture_went_on_s_in_a_second": round(went_on_s, 2),
        "heard_after_start_ms": round(float(loud[loud > started_s].min() - started_s) * 1e3),
        "said": [said],
    }


def silence(recordings: list[Recording], happened_s: float) -> dict[str, Any]:
    """The longest time without a tone on any sink, from shortly before something happened on."""
    loud = np.sort(np.concatenate([loud_moments(recording) for recording in recordings]))
    loud = loud[loud > happened_s - 0.5]
    if len(loud) < 2:
        return {"longest_silence_ms": None}
    gaps = np.diff(loud)
    longest = int(gaps.argmax())
    return {
        "longest_silence_ms": round(max(float(gaps[longest]) - STEP_S, 0.0) * 1e3),
        "heard_again_after_ms": round(float(loud[longest + 1] - happened_s) * 1e3),
        "heard_to_the_end": bool(loud[-1] > happened_s + WITHIN_S - 0.7),
    }


def loud_moments(recording: Recording) -> NDArray[np.float64]:
    """Moments, in steps of 2 ms, at which there was a tone."""
    step = round(STEP_S * RATE_HZ)
    count = len(recording.samples) // step
    level = np.abs(recording.samples[: count * step, 0].astype(np.int32)).reshape(count, step).max(axis=1)
    loud = np.flatnonzero(level > LOUD)
    return recording.moments(loud * step) if len(loud) else np.zeros(0)


def existing(sink: NullSink) -> list[str]:
    """The server's names of its sinks."""
    listed = subprocess.run(
        ["pactl", "list", "short", "sinks"],
        env=os.environ | sink.environment,
        capture_output=True,
        check=True,
    )
    return [line.split("\t")[1] for line in listed.stdout.decode().splitlines()]


def until(done: Callable[[], bool], limit_s: float = 15.0) -> None:
    """Wait until something is so.

    Raises:
        TimeoutError: it never was.
    """
    end_s = time.monotonic() + limit_s
    while not done():
        if time.monotonic() > end_s:
            raise TimeoutError("waited in vain")
        time.sleep(0.005)


if __name__ == "__main__":
    main()
