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


def duck_gains(
    spans: SpeechSpans, ducking: Ducking, seconds: float, rate_hz: float = 100.0
) -> NDArray[np.float32]:
    """How loud the music may be at each moment of the video.

    Down by `amount_db` while somebody speaks, on the way down for `attack_s` before it and on the way up for
    `release_s` after it. Both ways are half a cosine in decibels, which has no corners.

    Args:
        spans: Where somebody speaks, in seconds of the video, in any order.
        ducking: How the music gives way.
        seconds: Length of the video.
        rate_hz: Gains for each second.

    Returns:
        (T,) linear gains in 0..1, T = ceil(`seconds` * `rate_hz`); gain k holds at second k / `rate_hz`.
    """
    gains = np.ones(max(0, math.ceil(seconds * rate_hz)), dtype=np.float32)
    if not ducking.on or ducking.amount_db <= 0.0:
        return gains
    attack, release = max(0.0, ducking.attack_s), max(0.0, ducking.release_s)
    for begin, end in bridged(spans, max(SHORTEST_RETURN_S, attack + release)):
        first = max(0, math.ceil((begin - attack) * rate_hz))
        last = min(len(gains), math.floor((end + release) * rate_hz) + 1)
        if first >= last:
            continue
        times = np.arange(first, last) / rate_hz
        way_off = np.maximum(_share(begin - times, attack), _share(times - end, release))
        depth_db = ducking.amount_db * (0.5 + 0.5 * np.cos(np.pi * way_off))
        gains[first:last] = np.minimum(gains[first:last], 10.0 ** (-depth_db / 20.0))
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


def _share(distance_s: NDArray[np.float64], way_s: float) -> NDArray[np.float64]:
    if way_s == 0.0:
        return (distance_s > 0.0).astype(np.float64)
    return np.clip(distance_s / way_s, 0.0, 1.0)
