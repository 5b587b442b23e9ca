"""Where playing is going: to the end of the video, or round a loop."""

from typing import NamedTuple

from tivm_desktop.playback.state import PlayerState

SHORTEST_LOOP_S = 0.2
"""Of playing: several rounds of a shorter loop would be mixed ahead of what is heard."""


class Way(NamedTuple):
    """The way from one position on, in the direction of play."""

    ends_s: float
    """Second of the video at which it ends; infinite as long as the video's length isn't known."""
    goes_on_s: float | None
    """Second of the video with which it goes on there; None: it ends."""


def way_from(position_s: float, speed: float, state: PlayerState) -> Way:
    """The way of `state` from a position: a loop counts for whoever has not passed its end."""
    around = _loop(state, abs(speed))
    if speed > 0:
        if around is not None and position_s < around[1]:
            return Way(around[1], around[0])
        return Way(state.ends_s, None)
    if around is not None and position_s > around[0]:
        return Way(around[0], around[1])
    return Way(0.0, None)


def _loop(state: PlayerState, speed: float) -> tuple[float, float] | None:
    if state.loop is None:
        return None
    from_s, until_s = max(0.0, min(state.loop)), min(max(state.loop), state.ends_s)
    return (from_s, until_s) if until_s - from_s >= SHORTEST_LOOP_S * speed else None
