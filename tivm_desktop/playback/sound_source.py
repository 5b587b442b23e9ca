"""Decodes one sound ahead of the moment it is needed, on a thread of its own."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.playback.ring import SampleRing
from tivm_desktop.playback.voice import CHANNELS

AHEAD_S = 2.0
PRIMED_S = 0.3
REFILL_WAIT_S = 0.02
BLOCK_S = 0.1

_log = logging.getLogger(__name__)


class SoundReader(Protocol):
    """Decodes a file; `tivm_desktop.media.audio.audio_blocks` is one."""

    def __call__(
        self, path: Path, rate: int, channels: int, *, block_s: float, start_s: float
    ) -> Iterator[NDArray[np.float32]]:
        """Yield (n, channels) float32 of `block_s` each from second `start_s` on; may raise `MediaError`."""
        ...


class SoundSource:
    """The samples of one file from one moment on. A jump elsewhere is another source."""

    def __init__(
        self, path: Path, rate_hz: int, first_sample: int, read: SoundReader, woken: Callable[[], None]
    ) -> None:
        """Start decoding.

        Args:
            path: The file.
            rate_hz: Rate of the samples wanted.
            first_sample: Index of the first sample that will be needed, at `rate_hz`; below 0 means 0.
            read: Decodes the file.
            woken: Called from the decoder thread when the source has become ready, or has failed.
        """
        self.path = path
        self._rate_hz = rate_hz
        self._first_sample = max(0, first_sample)
        self._read = read
        self._woken = woken
        self._stopped = Event()
        self._error: str | None = None
        self.ring = SampleRing(round(AHEAD_S * rate_hz), CHANNELS, self._first_sample)
        self._thread = Thread(target=self._decode, name=f"playback-sound-{path.name}", daemon=True)
        self._thread.start()

    @property
    def error(self) -> str | None:
        """Sentence about why the file can't be decoded (on); None while all is well."""
        return self._error

    def is_primed(self, sample: int) -> bool:
        """Tell whether the sound from `sample` on can be mixed without running dry at once."""
        return self.ring.finished or self.ring.written_until - max(0, sample) >= PRIMED_S * self._rate_hz

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
        start_s = self._first_sample / self._rate_hz
        for block in self._read(self.path, self._rate_hz, CHANNELS, block_s=BLOCK_S, start_s=start_s):
            rest = block
            while len(rest):
                if self._stopped.is_set():
                    return
                rest = rest[self.ring.write(rest) :]
                if not primed and self.is_primed(self._first_sample):
                    primed = True
                    self._woken()
                if len(rest):
                    self._stopped.wait(REFILL_WAIT_S)
