"""What a creator sits at: a screen with a mouse, and loudspeakers that are listened to."""

import os
import subprocess
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import log10
from pathlib import Path

from benchmarks.null_sink import RATE_HZ, NullSink
from tests.app.screen import Screen
from verify.commands import run

SILENCE_DB = -120.0
_BYTES_A_SECOND = RATE_HZ * 4


@dataclass(frozen=True, slots=True)
class Ear:
    """A recording of a sink that goes on."""

    file: Path

    def levels_db(self, last_s: float) -> list[float]:
        """Return the level of each of the last seconds, dB below full scale (RMS)."""
        seconds = min(round(last_s), self.file.stat().st_size // _BYTES_A_SECOND)
        with self.file.open("rb") as recording:
            recording.seek((self.file.stat().st_size // 4 * 4) - seconds * _BYTES_A_SECOND)
            return [level_db(recording.read(_BYTES_A_SECOND)) for _ in range(seconds)]

    def heard_s(self) -> float:
        """Return how many seconds were recorded."""
        return self.file.stat().st_size / _BYTES_A_SECOND


def level_db(raw: bytes) -> float:
    """Return the level of signed 16-bit samples, dB below full scale (RMS); `SILENCE_DB` for silence."""
    samples = array("h", raw)
    if sys.byteorder == "big":
        samples.byteswap()
    power = sum(sample * sample for sample in samples) / max(len(samples), 1) / 32768**2
    return max(10 * log10(power), SILENCE_DB) if power else SILENCE_DB


@contextmanager
def ear(sink: NullSink, file: Path) -> Iterator[Ear]:
    """Record what the sink plays, into `file`."""
    with file.open("wb") as recording:
        recorder = subprocess.Popen(
            sink.record_command(latency_ms=50),
            env=os.environ | sink.environment,
            stdout=recording,
            stderr=subprocess.DEVNULL,
        )
    try:
        yield Ear(file)
    finally:
        recorder.kill()
        recorder.wait()


def photograph(desk: Screen, file: Path) -> int:
    """Save what is on the screen, and return how many colours it has."""
    said = run([sys.executable, "-m", "verify.camera", file], environment=desk.environment, timeout_s=60)
    return int(said.split()[-1])
