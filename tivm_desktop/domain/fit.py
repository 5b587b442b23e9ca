"""The cold-start fit: an inverse distance on named axes, counted against a reference library."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from tivm_desktop.domain.calibration import Calibration
from tivm_desktop.domain.description import Description

AXIS_WEIGHTS: Mapping[str, float] = {"energy": 1.0, "valence": 0.8, "tension": 0.8, "warmth": 0.4}
"""Stated choices: energy is told best on both sides, warmth worst."""

STYLE_WEIGHT = 0.5
_STYLE_TARGET = 1.5
_FIT_BANDWIDTH = 0.3


def distance(video: Description, track: Description) -> float:
    """Return the distance between a video and a track, >= 0.

    The root of the weighted mean squared difference on the axes both sides have, plus, for each style
    present in the picture, the squared shortfall of the track's style score below 1.5, weighted by its
    presence.
    """
    return float(_distances(video, track.axes, track.styles))


def fit(video: Description, track: Description, calibration: Calibration) -> float:
    """Return 0..100: the smoothed percentage of the reference library that lies farther from the video.

    A kernel of 0.3 makes it a strictly decreasing function of the distance, so that no two tracks tie.
    """
    own = distance(video, track)
    reference = calibration.reference_tracks
    if not reference:
        return float(100.0 / (1.0 + own))
    axes = {name.removeprefix("axis:"): row for name, row in reference.items() if name.startswith("axis:")}
    styles = {
        name.removeprefix("style:"): row for name, row in reference.items() if name.startswith("style:")
    }
    shared = {name: np.asarray(row) for name, row in axes.items() if name in track.axes}
    known = {name: np.asarray(row) for name, row in styles.items() if name in track.styles}
    others = _distances(video, shared, known)
    return float(100.0 * np.mean(ndtr((others - own) / _FIT_BANDWIDTH)))


def _distances(
    video: Description,
    axes: Mapping[str, float] | Mapping[str, NDArray[np.float64]],
    styles: Mapping[str, float] | Mapping[str, NDArray[np.float64]],
) -> NDArray[np.float64]:
    shared = [name for name in AXIS_WEIGHTS if name in video.axes and name in axes]
    weight = sum(AXIS_WEIGHTS[name] for name in shared)
    square = np.zeros(())
    for name in shared:
        square = square + AXIS_WEIGHTS[name] / weight * (video.axes[name] - np.asarray(axes[name])) ** 2
    for name, presence in video.styles.items():
        if name in styles:
            shortfall = np.maximum(_STYLE_TARGET - np.asarray(styles[name]), 0.0)
            square = square + STYLE_WEIGHT * presence * (shortfall / _STYLE_TARGET) ** 2
    return np.asarray(np.sqrt(square), np.float64)
