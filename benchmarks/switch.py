"""How long after a click on another track the sound changes, and how cleanly.

    python -m benchmarks.switch [--switches 40] [--burn N]

The real program ranks ten made-up tracks, each a tone of its own frequency and level, for a made-up video and
plays it. Rows of its list are clicked with the mouse: half of them rows beside the one that plays, whose
tracks stand by, half of them rows far from it, whose tracks don't. What the null sink plays is recorded; the
change is the first sample that the tone before can't explain. Reported with it: what the device held ready at
that moment (the output latency, which every change has to wait for), the largest step between two samples
within the crossfade over what both tones together make (1 or less: no click), how far the tracks' loudnesses
lie apart, and the longest time between two painted pictures. The last line is one JSON document.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import numpy as np
from numpy.typing import NDArray

from benchmarks.flash_and_click import write_video
from benchmarks.null_sink import null_sink
from benchmarks.sink_recorder import Recording, SinkRecorder
from benchmarks.switch_figures import Heard, Switch, Tones, percentiles_ms
from benchmarks.sync import busy_loops
from benchmarks.virtual_screen import virtual_screen

if TYPE_CHECKING:
    from tivm_desktop.app import Desktop

TRACKS = 10
RATE_HZ = 48_000
DWELL_S = 1.2
"""How long each track is listened to."""
SETTLED_S = 0.35
"""So long after a change the next tone is alone."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--switches", type=int, default=40)
    parser.add_argument("--burn", type=int, default=0, help="busy loops running beside")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child is not None:
        play(arguments.child, arguments.switches)
        return
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        length_s = round(arguments.switches * DWELL_S) + 20
        write_video(folder / "video.mp4", length_s)
        for index in range(TRACKS):
            write_tone(folder / "music" / f"{frequency_hz(index):.0f}.flac", index, length_s + 30)
        sink = stack.enter_context(null_sink())
        screen = stack.enter_context(virtual_screen("1600x1000x24"))
        os.environ.update(sink.environment, DISPLAY=screen, QT_QPA_PLATFORM="xcb", HOME=str(folder))
        stack.enter_context(busy_loops(arguments.burn))
        recorder = stack.enter_context(SinkRecorder(sink, folder))
        command = [sys.executable, "-m", "benchmarks.switch", "--switches", str(arguments.switches)]
        subprocess.run([*command, "--child", str(folder)], check=True, cwd=Path(__file__).parents[1])
        found = figures(json.loads((folder / "answer.json").read_text()), recorder.recording())
    print(json.dumps({"benchmark": "switch", "busy_loops": arguments.burn, "cores": os.cpu_count()} | found))


def frequency_hz(index: int) -> float:
    """The tone of a track."""
    return 1000.0 + 500.0 * index


def write_tone(path: Path, index: int, seconds: int) -> None:
    """Write a FLAC file of one tone, between -6 and -24 dB under full scale."""
    path.parent.mkdir(exist_ok=True)
    level = 10.0 ** (-(6.0 + index * 7 % TRACKS * 2.0) / 20.0)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("flac", RATE_HZ, layout="stereo")
        for second in range(seconds):
            at = second * RATE_HZ + np.arange(RATE_HZ)
            tone = level * np.sin(2 * np.pi * frequency_hz(index) / RATE_HZ * at)
            both: NDArray[np.int16] = np.repeat(np.round(tone * 32767).astype(np.int16), 2)[None, :]
            frame = av.AudioFrame.from_ndarray(both, format="s16", layout="stereo")
            frame.rate, frame.pts = RATE_HZ, second * RATE_HZ
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def play(folder: Path, count: int) -> None:
    """Run the program, click, and answer."""
    from benchmarks.heartbeat import Heartbeat, pause, until
    from benchmarks.output_lead import note_leads
    from tivm_desktop.app import build, parse
    from tivm_desktop.library.profile import Profile

    leads = note_leads()
    profile = Profile(folder / "profile")
    profile.create()
    desktop = build(parse(["--theme", "dark"]), profile)
    window, engine = desktop.window, desktop.engine
    window.resize(1600, 1000)
    window.show()
    painted_s: list[float] = []
    window.preview.painted.connect(lambda: painted_s.append(time.monotonic()))
    until(lambda: window.status.pack_text() != "" and engine.state is not None, 60.0, "the window")
    engine.take_in([folder / "video.mp4", folder / "music"])
    rows = window.tracks.model.rowCount
    until(lambda: rows() == TRACKS and not window.top.analysing, 300.0, "the ranking")
    pause(2.0)
    engine.playhead.seek(0.0)
    click(desktop, 0)
    pause(3.0)
    heartbeat = Heartbeat()
    heartbeat.start()
    chance = np.random.default_rng(5)
    row, switches = 0, []
    for number in range(count):
        near = number % 2 == 0
        steps = [
            step for step in ((1, 2, -1) if near else range(-TRACKS, TRACKS)) if 0 <= row + step < TRACKS
        ]
        row_next = row + int(chance.choice([step for step in steps if near or abs(step) > 3]))
        before = track_at(desktop, row)
        asked_s = click(desktop, row_next)
        row = row_next
        switches.append(
            {"asked_s": asked_s, "from_hz": before, "to_hz": track_at(desktop, row), "standing_by": near}
        )
        pause(DWELL_S + float(chance.uniform(0.0, 0.05)))
    answer: dict[str, Any] = {"switches": switches, "leads": leads, "painted_s": painted_s}
    state = engine.state
    answer["error"] = state.error if state is not None else None
    answer["heartbeat"] = heartbeat.figures()
    (folder / "answer.json").write_text(json.dumps(answer))
    window.close()


def click(desktop: "Desktop", row: int) -> float:
    """Click a row of the list; return the moment before."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    view = desktop.window.tracks.view
    index = view.model().index(row, 0)
    view.scrollTo(index)
    middle = view.visualRect(index).center()
    asked_s = time.monotonic()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    return asked_s


def track_at(desktop: "Desktop", row: int) -> float:
    """The frequency of the track in a row."""
    suggestion = desktop.window.tracks.model.suggestion(row)
    return float(suggestion.path.stem) if suggestion is not None else 0.0


def figures(answer: dict[str, Any], recording: Recording) -> dict[str, Any]:
    """All that was measured."""
    tones = Tones(recording)
    leads = np.array(answer["leads"])
    painted_s = np.array(answer["painted_s"])
    groups: dict[str, list[tuple[Switch, Heard]]] = {"standing_by": [], "not_standing_by": []}
    spans: dict[float, list[tuple[float, float]]] = {}
    missed = 0
    for asked in answer["switches"]:
        standing_by = asked.pop("standing_by")
        switch = Switch(**asked)
        heard = tones.heard(switch)
        if heard is None:
            missed += 1
            continue
        groups["standing_by" if standing_by else "not_standing_by"].append((switch, heard))
        spans.setdefault(switch.to_hz, []).append((heard.changed_s + SETTLED_S, switch.asked_s + DWELL_S))
    found = [heard for group in groups.values() for _, heard in group]
    loudness = {f"{tone:.0f} Hz": round(tones.loudness_lufs(span), 2) for tone, span in spans.items()}
    first, last = answer["switches"][0]["asked_s"], answer["switches"][-1]["asked_s"] + DWELL_S
    shown_s = painted_s[(painted_s > first) & (painted_s < last)]
    return {
        "switches": len(answer["switches"]),
        "changes_not_found": missed,
        "output_latency_ms": round(float(np.median(leads[:, 1] - leads[:, 0])) * 1e3, 1),
        "block_ms": round(float(np.median(np.diff(leads[:, 1]))) * 1e3, 1),
        **{name: group_figures(group, leads) for name, group in groups.items()},
        "largest_step_over_both_tones": round(max(heard.jump for heard in found), 3),
        "loudness_lufs": loudness,
        "loudness_spread_lu": round(max(loudness.values()) - min(loudness.values()), 2),
        "pictures_painted_a_second": round(len(shown_s) / (last - first), 2),
        "longest_without_a_picture_ms": round(float(np.diff(shown_s).max()) * 1e3, 1),
        "error": answer["error"],
        "heartbeat": answer["heartbeat"],
    }


def group_figures(group: list[tuple[Switch, Heard]], leads: NDArray[np.float64]) -> dict[str, Any]:
    """Times from the click to the change, whole and without what the device usually holds ready."""
    whole = [heard.changed_s - switch.asked_s for switch, heard in group]
    latency_s = float(np.median(leads[:, 1] - leads[:, 0]))
    return {
        "count": len(group),
        "click_to_change": percentiles_ms(whole),
        "beyond_output_latency": percentiles_ms([seconds - latency_s for seconds in whole]),
    }


if __name__ == "__main__":
    main()
