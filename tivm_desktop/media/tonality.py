"""Key and mode from how much each pitch class sounds."""

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import Mode

_MAJOR = (0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.080, 0.008, 0.081)
_MINOR = (0.220, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052)
"""Share of each scale degree, in semitones from the tonic (Albrecht and Shanahan 2013)."""


def key_and_mode(profile: NDArray[np.float32]) -> tuple[int, Mode]:
    """The key whose shares of the pitch classes correlate best with those heard (Krumhansl 1990).

    Args:
        profile: (12,) how much each pitch class sounds, C first.

    Returns:
        Pitch class of the tonic, 0 = C, and the mode; -1 and major where all sound alike, as in silence.
    """
    heard = profile.astype(np.float64)
    if np.ptp(heard) <= 1e-6:
        return -1, "major"
    keys = np.array([np.roll(shares, key) for shares in (_MAJOR, _MINOR) for key in range(12)])
    best = int(np.corrcoef(heard, keys)[0, 1:].argmax())
    return best % 12, "major" if best < 12 else "minor"
