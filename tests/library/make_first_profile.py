"""Writes the profile that the first version of the program leaves behind, by running that version.

    python -m tests.library.make_first_profile CHECKOUT INTO

`CHECKOUT` is a checkout of commit 160a164, the first version that had a library; INTO becomes the profile,
which is kept in `tests/library/released/first-version/`. That version's own window opens a video made on the
spot with three made tracks in `/tmp/first/music`, is set to its light theme and other volumes by what its
controls emit, waits until all is ranked, and closes.
"""

import os
import shutil
import subprocess
import sys
import wave
from pathlib import Path

import av
import numpy as np

FIRST = Path("/tmp/first")  # noqa: S108 - the same place on every machine, so that no machine's is kept
MUSIC = FIRST / "music"
THEME = "light"
VOLUMES = {"original": 0.25, "music": 0.75}
RATE_HZ = 22_050
SECONDS = 12
TRACKS = {"slow.wav": (110, 48), "walking.wav": (220, 96), "fast.wav": (330, 160)}
"""Their pitches in Hz and beats a minute."""

_RUN = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from tivm_desktop.app import build, parse
from tivm_desktop.library.profile import Profile

profile = Profile(Path("{FIRST}/profile"))
profile.create()
desktop = build(parse(["{FIRST}/cut.mp4", "--music", "{MUSIC}", "--provider", "cpu"]), profile)
window = desktop.window

def set_up():
    window.top.theme_toggled.emit()
    window.transport.original_volume_changed.emit({VOLUMES["original"]})
    window.transport.music_volume_changed.emit({VOLUMES["music"]})

def look():
    if window.tracks.model.rowCount() == {len(TRACKS)} and not window.top.analysing:
        QTimer.singleShot(2000, window.close)
    else:
        QTimer.singleShot(200, look)

window.usable.connect(set_up)
window.usable.connect(look)
QTimer.singleShot(120_000, lambda: sys.exit("nothing was ranked"))
window.show()
sys.exit(desktop.application.exec())
"""


def make_tracks(folder: Path) -> list[Path]:
    """Write the three tracks, bit for bit the same on every machine, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, (pitch_hz, beats) in TRACKS.items():
        sample = np.arange(SECONDS * RATE_HZ, dtype=np.int64)
        phase = sample * pitch_hz % RATE_HZ
        triangle = np.abs(phase * 4 - 2 * RATE_HZ) - RATE_HZ
        beat = RATE_HZ * 60 // beats
        loudness = beat - sample % beat
        sound = triangle * loudness // beat * 12_000 // RATE_HZ
        path = folder / name
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(sound.astype("<i2").tobytes())
        os.utime(path, (1_700_000_000, 1_700_000_000))
        made.append(path)
    return made


def make_video(path: Path) -> None:
    """Write eight seconds that change from dark blue to light green."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for number in range(200):
            colour = (20, 40, 120) if number < 100 else (120, 220, 90)
            picture = np.full((180, 320, 3), colour, np.uint8)
            picture[60:120, number : number + 60] = (230, 200, 80)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))


def main() -> None:
    checkout, into = (Path(text).resolve() for text in sys.argv[1:])
    shutil.rmtree(FIRST, ignore_errors=True)
    make_tracks(MUSIC)
    make_video(FIRST / "cut.mp4")
    environment = {**os.environ, "PYTHONPATH": str(checkout), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-P", "-c", _RUN], cwd=FIRST, env=environment, check=True)
    shutil.copytree(FIRST / "profile", into, ignore=shutil.ignore_patterns("log", "*-wal", "*-shm"))


if __name__ == "__main__":
    main()
