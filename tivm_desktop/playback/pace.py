"""How the samples that are heard and the seconds of the video go together at one speed."""

from math import isfinite
from sys import maxsize
from typing import NamedTuple

SLOWEST, FASTEST = 0.1, 4.0


class Pace(NamedTuple):
    """A device's rate and a speed. The samples that are heard one after the other have rising numbers.

    A sound is decoded at `source_rate_hz` and its samples are played at `rate_hz`: as with a tape, pitch and
    speed go together, and sample n lies at second n / source_rate_hz, to the sample, however long it plays.
    Backwards numbers are negative: sample -n lies at second n / source_rate_hz, and second 0 is the end.
    """

    rate_hz: int
    """Samples heard in a second."""
    speed: float = 1.0
    """Seconds of the video that pass in a second, as asked for; negative: backwards; not 0."""

    @property
    def direction(self) -> int:
        """1 forwards, -1 backwards."""
        return 1 if self.speed > 0 else -1

    @property
    def source_rate_hz(self) -> int:
        """Samples for a second of the video: a whole number, as decoders want it."""
        return max(1, round(self.rate_hz / abs(self.speed)))

    @property
    def exact_speed(self) -> float:
        """The speed that the whole number of samples makes of it; within 1e-4 of `speed`."""
        return self.direction * self.rate_hz / self.source_rate_hz

    def sample_at(self, second: float) -> int:
        """Number of the sample at a second of the video; the largest number there is at infinity."""
        return round(second * self.source_rate_hz) * self.direction if isfinite(second) else maxsize

    def second_at(self, sample: int) -> float:
        """Second of the video at which a sample lies."""
        return sample * self.direction / self.source_rate_hz


def playable(speed: float) -> float:
    """The nearest speed that can be played: -`FASTEST` to `FASTEST`, nearer to 0 not than `SLOWEST`.

    Raises:
        ValueError: `speed` is 0 or no number, so that it has no direction.
    """
    if not abs(speed) > 0.0:
        raise ValueError(f"Nothing plays at speed {speed}: pause instead.")
    size = min(max(abs(speed), SLOWEST), FASTEST)
    return size if speed > 0 else -size
