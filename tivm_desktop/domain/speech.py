"""From how likely speech is, moment by moment, to where somebody speaks."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.ducking import bridged
from tivm_desktop.domain.mix import SpeechSpans


@dataclass(frozen=True, slots=True)
class SpeechRules:
    """What counts as speech."""

    enter: float = 0.3
    """Probability that makes it speech."""
    leave: float = 0.15
    """Speech begins and ends where the probability crosses this one, <= `enter`."""
    shortest_s: float = 0.25
    """Shorter sounds are none."""
    shortest_pause_s: float = 0.3
    """Shorter pauses belong to the speech."""
    margin_s: float = 0.1
    """Added on both sides: the first consonant and the last breath."""


SPEECH_VERSION = "speech-1"
"""Changes whenever the same probabilities give other spans."""


def speech_spans(
    probabilities: NDArray[np.float32], frame_s: float, rules: SpeechRules | None = None
) -> SpeechSpans:
    """Return where somebody speaks, in order and apart.

    A run of frames that reach `leave` is speech if one of them reaches `enter`.

    Args:
        probabilities: (T,) of speech in each frame, 0..1.
        frame_s: Length of a frame in seconds.
        rules: What counts as speech; None for the usual.

    Returns:
        (begin, end) in seconds from the first frame on, within 0 and T * `frame_s`.
    """
    rules = rules or SpeechRules()
    above = np.concatenate([[False], probabilities >= rules.leave, [False]])
    begins, ends = np.flatnonzero(np.diff(above.astype(np.int8))).reshape(-1, 2).T
    reached = np.concatenate([[0], np.cumsum(probabilities >= rules.enter)])
    spoken = reached[ends] > reached[begins]
    runs = zip((begins[spoken] * frame_s).tolist(), (ends[spoken] * frame_s).tolist(), strict=True)
    length_s = len(probabilities) * frame_s
    said = (
        (max(0.0, begin - rules.margin_s), min(length_s, end + rules.margin_s))
        for begin, end in bridged(tuple(runs), rules.shortest_pause_s)
        if end - begin >= rules.shortest_s
    )
    return bridged(tuple(said), 0.0)
