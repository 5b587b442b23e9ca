"""Whether an installed program works: `python -m builder.smoke FOLDER`, the folder that both programs are in.

The demo is made, `tivm doctor` is asked, and `tivm-desktop --smoke` opens the demo's film with its music. On
Linux it wants a screen, such as `xvfb-run`'s.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from builder.program import COMMANDS, ROOT

_SECONDS = 45
"""Enough for a slow runner to make its workers, hear three short tracks and rank them."""
_LIMIT_S = 300
_TRACKS = 3
_FRAMES = 20


class SmokeError(RuntimeError):
    """The installed program doesn't do what it has to."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the window says of itself."""

    frames: int
    tracks: int


def try_out(folder: Path, work: Path, seconds: int = _SECONDS) -> Shown:
    """Run both programs in `folder`.

    Args:
        folder: where they are.
        work: for the demo and a profile of its own.
        seconds: that the window plays.

    Raises:
        SmokeError: a program is missing, ends with trouble or shows too little.
    """
    window, command = (_program(folder, name) for name in COMMANDS)
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from tivm_desktop.demo import make_demo

    demo = make_demo(work / "demo", tracks=_TRACKS, short=True)
    _run(command, "--version")
    _run(command, "doctor")
    music = ("--music", demo.music, "--profile", work / "profile")
    shown = _read(_run(window, demo.video, *music, "--smoke", str(seconds)))
    if shown.frames < _FRAMES or shown.tracks < _TRACKS:
        raise SmokeError(
            f"{window} showed {shown.frames} pictures and ranked {shown.tracks} of {_TRACKS} tracks."
        )
    return shown


def _program(folder: Path, name: str) -> Path:
    for file in (folder / name, folder / f"{name}.exe"):
        if file.is_file():
            return file
    raise SmokeError(f"{folder} has no {name}: install the program first.")


def _run(*command: str | Path) -> str:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=_LIMIT_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SmokeError(f"{command[0]} had not ended after {_LIMIT_S} s.") from error
    if done.returncode != 0:
        raise SmokeError(f"{command[0]} ended with {done.returncode}: {(done.stdout + done.stderr)[-2000:]}")
    return done.stdout


def _read(told: str) -> Shown:
    lines = [line for line in told.splitlines() if line.startswith("{")]
    if not lines:
        raise SmokeError(f"The window said nothing of what it showed: {told[-500:]!r}")
    report = json.loads(lines[-1])
    return Shown(int(report["frames_shown"]), int(report["tracks_ranked"]))


def main() -> int:
    """Try the programs and return the process's exit status."""
    parser = argparse.ArgumentParser(prog="python -m builder.smoke", description=__doc__)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work:
        try:
            shown = try_out(arguments.folder, Path(work))
        except SmokeError as error:
            sys.stderr.write(f"{error}\n")
            return 1
    sys.stdout.write(f"{shown.frames} pictures shown, {shown.tracks} tracks ranked\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
