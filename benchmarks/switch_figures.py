"""What a recording says of changes from one tone to another: when, how cleanly, and how loud each tone is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.null_sink import RATE_HZ
from benchmarks.sink_recorder import Recording
from tivm_desktop.media.loudness import LoudnessMeter

LOOKED_AT_S = 0.9
"""How long after a click the change is looked for."""
BEFORE_S = 0.15
FADE_S = 0.03
"""A crossfade is over after that."""
_MEASURED_S = 4
_LEAST = 12.0
"""Steps of 16 bits that rounding never reaches."""


@dataclass(frozen=True)
class Switch:
    """One change of the track, as it was asked for."""

    asked_s: float
    """Moment of the monotonic clock."""
    from_hz: float
    to_hz: float


@dataclass(frozen=True)
class Heard:
    """One change of the track, as it was heard."""

    changed_s: float
    """Moment of the monotonic clock of the first sample that the tone before can't explain."""
    jump: float
    """Largest step between two samples in the crossfade over the largest that both tones together make."""


class Tones:
    """A recording of tones that follow each other."""

    def __init__(self, recording: Recording) -> None:
        self._left: NDArray[np.float64] = recording.samples[:, 0].astype(np.float64)
        grid = np.arange(0, len(self._left), RATE_HZ // 10)
        self._grid = grid
        self._moments_s = recording.moments(grid)

    def heard(self, switch: Switch) -> Heard | None:
        """Find the change; None where there is none.

        A tone of frequency f obeys x[n+1] = 2 cos(2 pi f / rate) x[n] - x[n-1]; what doesn't is another.
        """
        asked = self._index(switch.asked_s)
        first = asked - round(BEFORE_S * RATE_HZ)
        part = self._left[max(first, 0) : asked + round(LOOKED_AT_S * RATE_HZ)]
        turn = 2.0 * np.cos(2 * np.pi * switch.from_hz / RATE_HZ)
        strange = np.abs(part[2:] - turn * part[1:-1] + part[:-2])
        steady = strange[: asked - first - 2].max()
        found = np.flatnonzero(strange[asked - first :] > max(3.0 * steady, _LEAST))
        if not len(found):
            return None
        change = asked - first + int(found[0])
        fade = np.abs(np.diff(part[change : change + round(FADE_S * RATE_HZ)])).max()
        before = np.abs(np.diff(part[: asked - first])).max()
        after = np.abs(np.diff(part[-round(BEFORE_S * RATE_HZ) :])).max()
        at = max(first, 0) + change
        return Heard(float(np.interp(at, self._grid, self._moments_s)), float(fade / (before + after)))

    def loudness_lufs(self, spans_s: list[tuple[float, float]]) -> float:
        """Integrated loudness of what is heard in these spans of the monotonic clock, over and over.

        They are repeated to whole seconds: the meter fills the last second with silence.
        """
        parts = [self._left[self._index(from_s) : self._index(until_s)] for from_s, until_s in spans_s]
        long = np.resize(np.concatenate(parts) / 32768.0, _MEASURED_S * RATE_HZ).astype(np.float32)
        meter = LoudnessMeter(RATE_HZ, 2, "stereo")
        meter.push(np.stack([long, long]))
        return meter.finish().integrated_lufs

    def _index(self, moment_s: float) -> int:
        return round(float(np.interp(moment_s, self._moments_s, self._grid)))


def percentiles_ms(seconds: list[float]) -> dict[str, float]:
    """Median, 95th percentile and the longest, in milliseconds."""
    if not seconds:
        return {}
    p50, p95 = np.percentile(seconds, [50, 95]) * 1e3
    return {"p50_ms": round(p50, 1), "p95_ms": round(p95, 1), "longest_ms": round(max(seconds) * 1e3, 1)}
