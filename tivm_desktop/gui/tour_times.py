"""How long a tour stays with a track, and on which of its beats it goes on."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BEATS_A_BAR = 4
WITHOUT_PULSE_S = 8.0
"""How long to stay with a track that has no tempo."""
JUMP_S = 1.5
"""Between two looks the clock goes on by less, whatever the speed: more is a jump, and was not heard."""
LEAST_LEFT_S = 1.0
"""A track that ends sooner than this under the playhead has nothing to be heard of."""


class Hearing:
    """How long a track was heard, by looks at the video's clock."""

    def __init__(self) -> None:
        self.heard_s = 0.0
        """Seconds of the video that went by, in either direction."""
        self._looked_s: float | None = None

    def look(self, position_s: float) -> None:
        """See where the clock stands."""
        if self._looked_s is not None and abs(position_s - self._looked_s) < JUMP_S:
            self.heard_s += abs(position_s - self._looked_s)
        self._looked_s = position_s

    def expect_jump(self) -> None:
        """Hear that the clock is put elsewhere: what lies between is not heard."""
        self._looked_s = None


def stay_s(tempo_bpm: float, bars: int) -> float:
    """Return how long `bars` bars of 4/4 last; `WITHOUT_PULSE_S` where `tempo_bpm` is 0, no pulse found."""
    return bars * BEATS_A_BAR * 60.0 / tempo_bpm if tempo_bpm > 0 else WITHOUT_PULSE_S


def on_the_beat_s(track_s: float, tempo_bpm: float, beats_s: "NDArray[np.floating] | None") -> float:
    """Return the beat nearest to second `track_s` of a track; `track_s` itself where none is near.

    Args:
        track_s: when the tour would go on, seconds of the track.
        tempo_bpm: the track's tempo; 0 where no pulse was found.
        beats_s: its beats, ascending seconds of the track; None where they aren't known.
    """
    if beats_s is None or beats_s.size == 0 or tempo_bpm <= 0:
        return track_s
    nearest = float(beats_s[int(abs(beats_s - track_s).argmin())])
    return nearest if abs(nearest - track_s) <= 60.0 / tempo_bpm else track_s


def sounds_at(video_s: float, placement_s: float, duration_s: float) -> bool:
    """Tell whether a track lying at `placement_s` can be heard at second `video_s` of the video."""
    track_s = video_s + placement_s
    return 0.0 <= track_s <= duration_s - LEAST_LEFT_S
