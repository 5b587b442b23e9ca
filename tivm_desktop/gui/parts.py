"""The engine's parts: how the window gets them without loading them itself."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tivm_desktop.gui.player_protocol import AuditionPlayer
    from tivm_desktop.gui.session_protocol import MatchingSession
    from tivm_desktop.matching.listener import SessionListener

_USUAL_HZ = 25.0


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """What is known of a video before its analysis."""

    path: Path
    duration_s: float
    width: int
    height: int
    frame_rate: float
    """Frames a second; 0 where the file doesn't say."""

    @property
    def stepping_hz(self) -> float:
        """Frames a second by which it is stepped through, 25 where the file doesn't say."""
        return self.frame_rate or _USUAL_HZ


@dataclass(frozen=True, slots=True)
class Matching:
    """A session and the name of the pack it works with."""

    session: "MatchingSession"
    pack: str


@dataclass(frozen=True, slots=True)
class Parts:
    """How the engine's parts are made. Each is called once or more, never on the GUI thread."""

    make_player: "Callable[[], AuditionPlayer]"
    make_matching: "Callable[[SessionListener], Matching]"
    look_at: Callable[[Path], VideoFacts | None]
    """Facts of a video; None for sound without picture; raises `MediaError` for anything else."""
