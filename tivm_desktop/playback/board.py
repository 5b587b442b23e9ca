"""The one place where the player's state is kept; every thread reports to it and reads from it."""

from dataclasses import replace
from threading import Event as Bell
from threading import Lock

from tivm_desktop.playback.clock import PlaybackClock
from tivm_desktop.playback.events import Event
from tivm_desktop.playback.state import PlayerState, reduce


class StateBoard:
    """Applies events to the state one at a time and rings for the thread that acts on it.

    The clock is held in the same moment in which a stretch of time ends, so that no reader ever sees the new
    state with the old position.
    """

    def __init__(self, clock: PlaybackClock) -> None:
        self._clock = clock
        self._state = PlayerState()
        self._lock = Lock()
        self._bell = Bell()

    @property
    def state(self) -> PlayerState:
        """The state now, with the position the clock tells."""
        with self._lock:
            return self._now()

    def dispatch(self, event: Event) -> PlayerState:
        """Apply `event` and return the new state."""
        with self._lock:
            before = self._now()
            self._state = after = reduce(before, event)
            if after.stretch != before.stretch:
                self._clock.hold(after.stretch, after.position_s, after.speed)
        self._bell.set()
        return after

    def ring(self) -> None:
        """Wake the thread that acts on the state."""
        self._bell.set()

    def wait(self, timeout_s: float | None) -> None:
        """Wait until something was dispatched or rung for since the last wait, at most `timeout_s`."""
        self._bell.wait(timeout_s)
        self._bell.clear()

    def _now(self) -> PlayerState:
        position_s = max(0.0, min(self._clock.position(), self._state.ends_s))
        return replace(self._state, position_s=position_s)
