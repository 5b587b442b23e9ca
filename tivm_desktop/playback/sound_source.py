"""Decodes one sound ahead of the moment it is needed, on a thread of its own."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.playback.pace import Pace
from tivm_desktop.playback.ring import SampleRing
from tivm_desktop.playback.sound_backwards import SoundReader, blocks_backwards
from tivm_desktop.playback.voice import CHANNELS

AHEAD_S = 2.0
BEHIND_S = 1.0
"""What was heard and stays, so that the sound can be moved back by that much at once."""
PRIMED_S = 0.3
REFILL_WAIT_S = 0.02
BLOCK_S = 0.1

_log = logging.getLogger(__name__)


class SoundSource:
    """The samples of one file from one moment on, at one pace. A jump elsewhere is another source."""

    def __init__(
        self, path: Path, pace: Pace, first_sample: int, read: SoundReader, woken: Callable[[], None]
    ) -> None:
        """Start decoding.

        Args:
            path: The file.
            pace: Speed and direction in which it will be heard.
            first_sample: Number of the first sample that will be needed, by `pace`; what lies before the
                beginning of the sound is left out.
            read: Decodes the file.
            woken: Called from the decoder thread when the source has become ready, or has failed.
        """
        self.path = path
        self.pace = pace
        self._begins = max(0, first_sample) if pace.direction > 0 else min(0, first_sample)
        self._read = read
        self._woken = woken
        self._stopped = Event()
        self._error: str | None = None
        behind = round(BEHIND_S * pace.rate_hz)
        self.ring = SampleRing(round(AHEAD_S * pace.rate_hz) + behind, CHANNELS, self._begins, behind)
        self._thread = Thread(target=self._decode, name=f"playback-sound-{path.name}", daemon=True)
        self._thread.start()

    @property
    def error(self) -> str | None:
        """Sentence about why the file can't be decoded (on); None while all is well."""
        return self._error

    def is_primed(self, sample: int, seconds: float = PRIMED_S) -> bool:
        """Tell whether the sound from `sample` on can be mixed for `seconds`, or to its end."""
        ahead = self.ring.written_until - max(self._begins, sample)
        return self.ring.finished or ahead >= seconds * self.pace.rate_hz

    def keeps(self, sample: int) -> bool:
        """Tell whether it has not let go of `sample`; before the sound's beginning is nothing to keep."""
        wanted = max(0, sample) if self.pace.direction > 0 else sample
        return wanted >= self.ring.kept_from

    def holds(self, sample: int, seconds: float = PRIMED_S) -> bool:
        """Tell whether it can be mixed from `sample` on now."""
        return self.keeps(sample) and self.is_primed(sample, seconds)

    def stop(self) -> None:
        """Ask the thread to end; what is decoded can still be read."""
        self._stopped.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread; tell whether it has ended."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _decode(self) -> None:
        try:
            self._fill_ring()
        except TivmError as error:
            self._error = str(error)
        except Exception as error:
            _log.exception("decoding %s failed", self.path)
            self._error = (
                f"{self.path.name} can't be played ({error}): convert it to another format and try again."
            )
        self.ring.finish()
        self._woken()

    def _fill_ring(self) -> None:
        primed = False
        for block in self._blocks():
            rest = block
            while len(rest):
                if self._stopped.is_set():
                    return
                rest = rest[self.ring.write(rest) :]
                if not primed and self.is_primed(self._begins):
                    primed = True
                    self._woken()
                if len(rest):
                    self._stopped.wait(REFILL_WAIT_S)

    def _blocks(self) -> Iterator[NDArray[np.float32]]:
        rate = self.pace.source_rate_hz
        block_s, start_s = BLOCK_S * self.pace.rate_hz / rate, abs(self._begins) / rate
        if self.pace.direction > 0:
            return self._read(self.path, rate, CHANNELS, block_s=block_s, start_s=start_s)
        return blocks_backwards(self._read, self.path, rate, CHANNELS, block_s=block_s, start_s=start_s)
