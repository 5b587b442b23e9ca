"""What the window asks of the player."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from tivm_desktop.domain.mix import Mix, SpeechSpans
from tivm_desktop.domain.placed_track import PlacedTrack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Frame(Protocol):
    """A decoded picture."""

    @property
    def rgb(self) -> "NDArray[np.uint8]":
        """(H, W, 3) uint8, 8-bit sRGB, as displayed."""
        ...

    @property
    def pts_s(self) -> float:
        """When it is shown, seconds of the video."""
        ...


class AuditionState(Protocol):
    """What the player says of itself at one moment."""

    @property
    def playing(self) -> bool:
        """Whether the clock runs."""
        ...

    @property
    def position_s(self) -> float:
        """Where the clock stands, seconds of the video."""
        ...

    @property
    def duration_s(self) -> float:
        """Length of the open video, 0 where none is open."""
        ...

    @property
    def device(self) -> str | None:
        """The sound device's name; None where playback is silent."""
        ...

    @property
    def error(self) -> str | None:
        """The sentence about what went wrong last, if anything."""
        ...

    @property
    def speed(self) -> float:
        """How many seconds of the video pass in one second of playing; negative: backwards."""
        ...

    @property
    def picture_from(self) -> Literal["original", "proxy"]:
        """What the pictures shown now are decoded from."""
        ...

    @property
    def decoded_by(self) -> str:
        """What decodes them: "software", or the name of the hardware's interface."""
        ...

    @property
    def output(self) -> str | None:
        """The sound device that was chosen; None follows the system's default."""
        ...

    @property
    def outputs(self) -> tuple[str, ...]:
        """The sound devices there are, as far as is known."""
        ...


class AuditionPlayer(Protocol):
    """The player: one clock for picture, original sound and music. No call blocks."""

    @property
    def state(self) -> AuditionState:
        """A snapshot, cheap enough for every frame."""
        ...

    def open_video(self, path: Path) -> None:
        """Show `path` from its start, paused."""
        ...

    def set_track(self, path: Path | None, placement_s: float = 0.0, gain_db: float = 0.0) -> None:
        """Put `path` under the video without stopping the clock."""
        ...

    def play(self) -> None:
        """Let the clock run, from the start if it stands at the end."""
        ...

    def pause(self) -> None:
        """Hold the clock."""
        ...

    def seek(self, time_s: float) -> None:
        """Move the clock; the newest seek wins."""
        ...

    def close(self) -> None:
        """End playback and its threads."""
        ...

    def set_view_size(self, width: int, height: int) -> None:
        """Make pictures fit into that many device pixels from now on."""
        ...

    def frame_due(self) -> Frame | None:
        """Return the newest frame that is due and was not handed out yet."""
        ...

    def set_mix(self, mix: Mix) -> None:
        """Set volumes, mutes, solo and ducking of the two sounds."""
        ...

    def set_standby(self, tracks: Sequence[PlacedTrack]) -> None:
        """Keep these tracks decoded near the clock, so that `set_track` changes to one at once."""
        ...

    def set_speed(self, speed: float) -> None:
        """Play at -4..4 times the normal speed, negative: backwards; not 0. 1 whenever a video is opened."""
        ...

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Play (from, until) seconds of the video over and over; None plays to the end."""
        ...

    def scrub(self, time_s: float) -> None:
        """Hold the clock and show a picture near `time_s` as quickly as can be.

        `seek` shows the exact one afterwards.
        """
        ...

    def set_proxy(self, proxy: Path | None) -> None:
        """Tell of a small copy of the open video's picture that can be searched quickly."""
        ...

    def set_speech(self, spans: SpeechSpans) -> None:
        """Tell where somebody speaks in the open video's own sound."""
        ...

    def set_output(self, name: str | None) -> None:
        """Play on the sound device of that name; None follows the system's default."""
        ...
