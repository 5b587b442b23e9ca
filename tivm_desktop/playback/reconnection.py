"""Brings a sound device back that was lost, while playback goes on without it."""

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.errors import OutputError
from tivm_desktop.playback.output import AudioOutput, OutputDevice

FIRST_TRY_S = 0.5
"""A sound server that crashed is back by then, as a rule."""
TRY_EVERY_S = 2.0
PROOF_S = 0.1
"""A device works if it asks for more that long after it asked first: it plays what it was given."""


class Reconnection:
    """Tries a device every few seconds, with silence, until it takes sound; used by one thread.

    A device that only seems to be there is found out without disturbing what plays meanwhile.
    """

    def __init__(self, output: AudioOutput) -> None:
        self._output = output
        self._again_at_s = 0.0
        self._tried: OutputDevice | None = None
        self._first_s: float | None = None
        self._last_s = 0.0

    def lost(self) -> None:
        """Let go of the device, and begin to try it in `FIRST_TRY_S`."""
        self._wait(FIRST_TRY_S)

    def hurry(self) -> None:
        """Try the device at the next look: something has changed."""
        self._again_at_s = min(self._again_at_s, self._output.now())

    def rest(self) -> None:
        """Let go of the device if it is being tried."""
        if self._tried is not None:
            self._tried = None
            self._output.close()

    def look(self) -> OutputDevice | None:
        """Go a step on; return the device, which runs and plays silence, once it has proved to work."""
        if self._tried is None:
            if self._output.now() >= self._again_at_s:
                self._try()
        elif self._output.failure is not None:
            self._wait(TRY_EVERY_S)
        elif self._first_s is not None and self._last_s - self._first_s >= PROOF_S:
            device, self._tried = self._tried, None
            return device
        return None

    def _wait(self, seconds: float) -> None:
        self.rest()
        self._again_at_s = self._output.now() + seconds

    def _try(self) -> None:
        self._first_s = None
        try:
            self._tried = self._output.open()
            self._output.start(self._play_silence)
        except OutputError:
            self._wait(TRY_EVERY_S)

    def _play_silence(self, out: NDArray[np.float32], heard_at_s: float) -> None:
        del heard_at_s
        out.fill(0.0)
        self._last_s = self._output.now()
        if self._first_s is None:
            self._first_s = self._last_s
