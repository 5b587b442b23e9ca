"""What a measurement of sync plays, and what a player says it showed: the same for ours and for a peer."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

SEEK_PLAYS_S = 1.5
SPEED_PLAYS_S = 20.0
"""Seconds of the clock that each speed is played for."""
FLASH_LEVEL = 200


@dataclass(frozen=True)
class Plan:
    """Files to play and what to do with them."""

    video: str
    track: str
    lead_in_s: float
    """Second of the track that belongs to second 0 of the video."""
    seconds: int
    """Length of the uninterrupted stretch."""
    flashes_s: list[float]
    """Seconds of the video that are white."""
    targets_s: list[float]
    """Where to go to after that, one after the other."""
    speeds: list[float]
    """At which to play after that."""
    profile: str
    analyse: str | None
    """A folder of music to analyse meanwhile."""
    into: str
    """Where the answer is written."""

    def write(self, path: Path) -> None:
        """Keep the plan for another process."""
        path.write_text(json.dumps(asdict(self)))

    @classmethod
    def read(cls, path: Path) -> "Plan":
        """Read a plan."""
        return cls(**json.loads(path.read_text()))

    def flashes_within(self, from_s: float, until_s: float) -> int:
        """How many flashes a stretch holds."""
        return sum(from_s <= flash_s < until_s for flash_s in self.flashes_s)


@dataclass
class Part:
    """One part of a measurement."""

    expected: int = 0
    """Flashes that were to be painted."""
    flashes_s: list[float] = field(default_factory=list)
    """Moments of the monotonic clock at which white frames had been painted."""
    frames: int = 0


@dataclass
class Watched:
    """All parts, written as they are collected."""

    parts: dict[str, Part] = field(default_factory=dict)
    part: Part = field(default_factory=Part)
    """The part that is being played."""

    def begin(self, name: str) -> None:
        """Count for another part from now on."""
        self.part = self.parts.setdefault(name, Part())

    def painted(self, *, white: bool, now_s: float) -> None:
        """Note a painted frame."""
        self.part.frames += 1
        if white:
            self.part.flashes_s.append(now_s)

    def write(self, into: str, **more: Any) -> None:  # noqa: ANN401
        """Answer the plan."""
        parts = {name: asdict(part) for name, part in self.parts.items()}
        Path(into).write_text(json.dumps({"parts": parts, **more}))
