"""What is taken for usual in a video where no broad library of videos is to be had.

Editing and motion differ from video to video by factors, so they are taken to be log-normal. A mean shot of
4 s is usual in film (Cutting et al. 2011, i-Perception 2(6)); music videos cut twice as fast, interviews and
landscapes several times slower. Motion and activity are centred on what real clips of those kinds measure.
"""

from collections.abc import Mapping

import numpy as np
from scipy.special import ndtri

from tivm_desktop.domain.calibration import PERCENTILES

_MEDIAN_AND_SPREAD: Mapping[str, tuple[float, float]] = {
    "cut_rate": (0.2, 0.9),
    "motion": (18.0, 0.7),
    "activity": (22.0, 0.8),
}
"""Median in the quantity's own unit, standard deviation of its natural logarithm."""


def usual_quantiles() -> dict[str, tuple[float, ...]]:
    """Return the quantiles of the video quantities for which a usual distribution is assumed."""
    scores = ndtri(np.asarray(PERCENTILES) / 100)
    return {
        name: tuple(float(f"{value:.6g}") for value in median * np.exp(spread * scores))
        for name, (median, spread) in _MEDIAN_AND_SPREAD.items()
    }
