"""The music's gain under speech in the original.

The speech is known before it is heard, so the music is down when somebody begins to speak: what a
compressor's look-ahead does with milliseconds, a list of spans does with any attack.
"""

import math

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.mix import Ducking, SpeechSpans

SHORTEST_RETURN_S = 1.0
"""The music stays down in pauses shorter than this: to come back for a breath is pumping."""


def duck_gains(spans: SpeechSpans, ducking: Ducking, rate_hz: float = 100.0) -> NDArray[np.float32]:
    """How loud the music may be at each moment of the video.

    Down by `amount_db` while somebody speaks, on the way down for `attack_s` before it and on the way up for
    `release_s` after it. Both ways are half a cosine in decibels, which has no corners.

    Args:
        spans: Where somebody speaks, in seconds of the video, in any order.
        ducking: How the music gives way.
        rate_hz: Gains for each second.

    Returns:
        (T,) linear gains in 0..1; gain k holds at second k / `rate_hz`. They end where the music is back
        after the last word: from there on the gain is 1, however long the video is.
    """
    if not ducking.on or ducking.amount_db <= 0.0:
        return np.ones(0, dtype=np.float32)
    attack, release = max(0.0, ducking.attack_s), max(0.0, ducking.release_s)
    spoken = bridged(spans, max(SHORTEST_RETURN_S, attack + release))
    ends_s = max((end for _, end in spoken), default=-math.inf) + release
    gains = np.ones(math.floor(ends_s * rate_hz) + 2 if ends_s >= 0.0 else 0, dtype=np.float32)

    def part(from_s: float, until_s: float) -> tuple[int, int]:
        """The gains from one second to another, both among them."""
        edges = (math.ceil(from_s * rate_hz), math.floor(until_s * rate_hz) + 1)
        first, last = (max(0, min(len(gains), edge)) for edge in edges)
        return first, last

    def lower(from_s: float, until_s: float, way_s: float, spoken_s: float) -> None:
        """Turn down between two seconds, fully at `spoken_s` and not at all `way_s` away from it."""
        first, last = part(from_s, until_s)
        way_off = np.abs(np.arange(first, last) / rate_hz - spoken_s) / way_s
        depth_db = ducking.amount_db * (0.5 + 0.5 * np.cos(np.pi * np.minimum(way_off, 1.0)))
        gains[first:last] = np.power(10.0, -depth_db / 20.0)

    for begin, end in spoken:
        if attack > 0.0:
            lower(begin - attack, begin, attack, begin)
        if release > 0.0:
            lower(end, end + release, release, end)
        first, last = part(begin, end)
        gains[first:last] = 10.0 ** (-ducking.amount_db / 20.0)
    return gains


def bridged(spans: SpeechSpans, pause_s: float) -> SpeechSpans:
    """Spans in order with the pauses shorter than `pause_s` closed.

    Args:
        spans: (begin, end) in seconds, in any order; empty ones are left out.
        pause_s: The shortest pause that is kept, >= 0.

    Returns:
        Spans in order, each at least `pause_s` after the one before it.
    """
    closed: list[tuple[float, float]] = []
    for begin, end in sorted(span for span in spans if span[1] > span[0]):
        if closed and begin - closed[-1][1] < pause_s:
            closed[-1] = (closed[-1][0], max(closed[-1][1], end))
        else:
            closed.append((begin, end))
    return tuple(closed)
