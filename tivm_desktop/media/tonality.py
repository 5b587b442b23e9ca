"""Key and mode from the energy per pitch class."""

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import Mode

_MAJOR = (0.748, 0.060, 0.488, 0.082, 0.670, 0.460, 0.096, 0.715, 0.104, 0.366, 0.057, 0.400)
_MINOR = (0.712, 0.084, 0.474, 0.618, 0.049, 0.460, 0.105, 0.747, 0.404, 0.067, 0.133, 0.330)


def key_and_mode(chroma: NDArray[np.float32]) -> tuple[int, Mode]:
    """The key whose profile (Temperley 2001) correlates best with the pitch classes.

    Args:
        chroma: (T, 12) rows that sum to 1, or 0 in silence.

    Returns:
        Pitch class of the tonic (0 = C, -1 in silence) and the mode.
    """
    total = np.asarray(chroma, np.float64).sum(axis=0)
    if total.sum() <= 0 or np.ptp(total) == 0:
        return -1, "major"
    scores = [
        [np.corrcoef(total, np.roll(profile, key))[0, 1] for key in range(12)] for profile in (_MAJOR, _MINOR)
    ]
    best = int(np.argmax(scores))
    return best % 12, "major" if best < 12 else "minor"
