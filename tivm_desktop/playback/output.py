"""Where the mix goes: what an output must offer, and the silent one that only keeps time."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread
from time import monotonic
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.playback.voice import CHANNELS

PREFERRED_RATE_HZ = 48_000

Render = Callable[[NDArray[np.float32], float], None]
"""Fills a block (n, 2) float32 whose first sample will be heard at the given second of the output's `now`."""


@dataclass(frozen=True, slots=True)
class OutputDevice:
    """What sound is sent to."""

    name: str | None
    """None where nothing can be heard."""
    rate_hz: int
    note: str | None = None
    """Why it is not the device that was chosen, as one sentence; None where it is."""


class AudioOutput(Protocol):
    """A sound device. All methods but `now` are called from one thread, never from within `render`."""

    def now(self) -> float:
        """Seconds, on the time base in which `render` is told when a block is heard; for any thread."""
        ...

    def open(self) -> OutputDevice:
        """Look for the device afresh and return it.

        Raises:
            OutputError: There is none.
        """
        ...

    def start(self, render: Render) -> None:
        """Call `render` for block after block from now on, instead of the one before where one is called.

        Raises:
            OutputError: The device doesn't take sound.
        """
        ...

    def stop(self) -> None:
        """Stop calling `render` and drop what was not heard yet; returns when the last call has ended."""
        ...

    @property
    def failure(self) -> str | None:
        """Sentence about why the device stopped by itself since `start`; None while it works."""
        ...

    @property
    def starved(self) -> bool:
        """Whether the device ran out of sound since `start` and would hold more after another `start`."""
        ...

    @property
    def underruns(self) -> int:
        """How often the device ran out of sound."""
        ...

    def close(self) -> None:
        """Let go of the device."""
        ...


class ChoosableOutput(AudioOutput, Protocol):
    """A sound device out of several, which come and go."""

    def watch(self, changed: Callable[[], None] | None) -> None:
        """Have `changed` called, from any thread, when `names`, `moved` or `title` may have changed.

        None ends it, and whatever runs for it.
        """
        ...

    def choose(self, name: str | None) -> None:
        """Have `open` open the device of that name from now on; None follows the system's default."""
        ...

    def follow(self) -> OutputDevice | None:
        """Let what plays go on where `open` would lead, without a gap; None if that takes opening it."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """The devices there are, as far as is known."""
        ...

    @property
    def moved(self) -> bool:
        """Whether `open` would lead to another device than the one that was opened."""
        ...

    @property
    def current(self) -> bool:
        """Whether it is known, without looking, that `open` would only find the device that was opened."""
        ...

    @property
    def title(self) -> str | None:
        """Name of the device that sound goes to now: the system may have moved it since `open`."""
        ...


class SilentOutput:
    """Asks for blocks at the pace of the monotonic clock and lets nobody hear them."""

    BLOCK_S = 0.02

    def __init__(self) -> None:
        self._thread: Thread | None = None
        self._stopped = Event()

    def now(self) -> float:
        """Seconds of the monotonic clock."""
        return monotonic()

    def open(self) -> OutputDevice:
        """Return the device that is none."""
        return OutputDevice(None, PREFERRED_RATE_HZ)

    def start(self, render: Render) -> None:
        """Call `render` from a thread of its own until `stop`."""
        self._stopped = Event()
        self._thread = Thread(
            target=self._pace, args=(render, self._stopped), name="playback-silent-output", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(1.0)
            self._thread = None

    @property
    def failure(self) -> str | None:
        """None: silence never fails."""
        return None

    @property
    def starved(self) -> bool:
        """False: nobody hears a gap."""
        return False

    @property
    def underruns(self) -> int:
        """0: nobody hears a gap."""
        return 0

    def close(self) -> None:
        """End the thread."""
        self.stop()

    def _pace(self, render: Render, stopped: Event) -> None:
        block: NDArray[np.float32] = np.zeros((round(self.BLOCK_S * PREFERRED_RATE_HZ), CHANNELS), np.float32)
        heard_at_s = monotonic()
        while not stopped.is_set():
            render(block, heard_at_s)
            heard_at_s += self.BLOCK_S
            stopped.wait(max(0.0, heard_at_s - monotonic()))
