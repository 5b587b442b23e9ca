"""How fast a picture is cut, second by second."""

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import PictureTimeline

_WINDOW_S = 9


def cutting_pace(picture: PictureTimeline) -> NDArray[np.float64]:
    """Return (T,) cuts per second around each second (triangular window of 9 s)."""
    counts = np.bincount(picture.cuts_s.astype(np.int64), minlength=picture.length_s)[: picture.length_s]
    window = np.bartlett(_WINDOW_S + 2)[1:-1]
    weights = np.convolve(np.ones(picture.length_s), window, mode="full")
    paces = np.convolve(counts.astype(np.float64), window, mode="full")
    inner = slice(_WINDOW_S // 2, _WINDOW_S // 2 + picture.length_s)
    return np.asarray(paces[inner] / weights[inner], np.float64)
