"""Whether now is the time to analyse: what the user allows, held against what the machine is doing."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.machine.idle import idle_s
from tivm_desktop.machine.power import on_battery

IDLE_AFTER_S = 120.0
"""Without a key or a movement for so long the machine counts as idle."""

_LONGEST_HOLD_S = 600.0
_MOST_HOLDS = 10

PAUSED = "paused"
ON_BATTERY = "on battery"
AT_WORK = "you are at work"

_UNKNOWN_POWER = (
    "This system doesn't tell whether it runs on its battery, so analysing doesn't wait for mains."
)
_UNKNOWN_IDLE = "This system doesn't tell whether anybody is at work, so analysing doesn't wait for a pause."


@dataclass(frozen=True, slots=True)
class Weather:
    """What the machine's doing means for a pace."""

    why_waiting: str = ""
    """Empty: go ahead."""
    notices: tuple[str, ...] = ()
    """What of the pace can't be kept here, a sentence each; mostly none."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How the machine is asked what it is doing."""

    on_battery: Callable[[], bool | None] = on_battery
    idle_s: Callable[[], float | None] = idle_s

    def look(self, pace: IndexPace) -> Weather:
        """Ask what `pace` wants to know. Takes milliseconds, or seconds where a program hangs."""
        notices: list[str] = []
        if pace.wait_on_battery:
            on_battery = self.on_battery()
            if on_battery:
                return Weather(ON_BATTERY)
            if on_battery is None:
                notices.append(_UNKNOWN_POWER)
        if pace.only_when_idle:
            idle_s = self.idle_s()
            if idle_s is not None and idle_s < IDLE_AFTER_S:
                return Weather(AT_WORK, tuple(notices))
            if idle_s is None:
                notices.append(_UNKNOWN_IDLE)
        return Weather(notices=tuple(notices))


class Gate:
    """Whether analyses may begin now, and if not, why. Not for several threads."""

    def __init__(
        self, pace: IndexPace, surroundings: Surroundings, look_every_s: float, hold_s: float
    ) -> None:
        """Begin open.

        Args:
            pace: what the user allows.
            surroundings: asked what the machine is doing.
            look_every_s: how often, where the pace depends on it.
            hold_s: how long the first `hold` lasts.
        """
        self.paused = False
        self._surroundings = surroundings
        self._look_every_s = look_every_s
        self._hold_s = hold_s
        self._holds = 0
        self._trouble = ""
        self._held_until_s = 0.0
        self.set_pace(pace)

    @property
    def why(self) -> str:
        """Why nothing begins; empty where the gate is open."""
        return PAUSED if self.paused else self._trouble or self._weather.why_waiting

    @property
    def is_open(self) -> bool:
        """Whether analyses may begin."""
        return not self.why

    @property
    def notices(self) -> tuple[str, ...]:
        """What of the pace can't be kept on this machine, a sentence each; mostly none."""
        return self._weather.notices

    @property
    def next_look_s(self) -> float | None:
        """When (monotonic) `look` has something to do; None for never."""
        if self.paused:
            return None
        if self._trouble:
            return self._held_until_s
        return self._next_look_s if self._depends else None

    def set_pace(self, pace: IndexPace) -> None:
        """Keep this pace from the next look on, which is due at once."""
        self.pace = replace(pace, workers=max(1, pace.workers))
        self._depends = pace.only_when_idle or pace.wait_on_battery
        self._weather = Weather()
        self._next_look_s = 0.0

    def hold(self, trouble: str) -> None:
        """Let nothing begin for a while because of `trouble`, longer each time until `all_is_well`."""
        self._trouble = trouble
        self._held_until_s = time.monotonic() + min(self._hold_s * 2**self._holds, _LONGEST_HOLD_S)
        self._holds = min(self._holds + 1, _MOST_HOLDS)

    def all_is_well(self) -> None:
        """Note that there is no trouble."""
        self._holds = 0

    def look(self) -> bool:
        """Ask what the machine is doing, if that is due; tell whether anything changed."""
        now_s, before = time.monotonic(), (self.why, self.notices)
        if self.next_look_s is None or now_s < self.next_look_s:
            return False
        if self._trouble:
            self._trouble = ""
        if self._depends and now_s >= self._next_look_s:
            self._weather = self._surroundings.look(self.pace)
            self._next_look_s = time.monotonic() + self._look_every_s
        return (self.why, self.notices) != before
