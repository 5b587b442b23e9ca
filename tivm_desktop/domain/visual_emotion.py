"""Six emotions of a picture from its affect: how near it lies to where each emotion lies.

The six are those of MuVi-Sync (Kang et al. 2024, Expert Systems with Applications 249), in the order in
which its archive names them. Where an emotion lies is stated, not fitted: its angle on the circumplex of
affect as Russell (1980, J. Personality and Social Psychology 39(6)) found it, valence along 0 degrees and
arousal along 90, and tension along 135 (Thayer 1989, tense arousal: aroused and not pleased). Neutral is
the middle.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from tivm_desktop.domain.arrays import Float64Array

EMOTIONS: tuple[str, ...] = ("exciting", "fearful", "tense", "sad", "relaxing", "neutral")
"""In the order of the archive."""
ANGLES: Mapping[str, float] = MappingProxyType(
    {"exciting": 48.6, "fearful": 116.0, "tense": 92.8, "sad": 207.5, "relaxing": 318.0}
)
"""Degrees on the circumplex: Russell's excited, afraid, tense, sad and relaxed."""

_TENSION_ANGLE = 135.0
_RADIUS = 1.2
"""Of the circle, in the deviations of affect among usual videos."""
_TEMPERATURE = 3.0
"""With it the largest of the six is .48 on average over 136 videos of plain moods, as in the archive."""


def emotions(affect: ArrayLike) -> Float64Array:
    """Return the (T, 6) shares of `EMOTIONS`, each row summing to 1.

    They are the softmax of minus the squared distance to each emotion's place, over a temperature.

    Args:
        affect: (T, 3) valence, arousal and tension in deviations among usual videos.
    """
    points = np.asarray(affect, np.float64)[:, np.newaxis, :]
    energy = -((points - _PLACES) ** 2).sum(axis=2) / _TEMPERATURE
    shares = np.exp(energy - energy.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))


def _place(emotion: str) -> tuple[float, float, float]:
    if emotion not in ANGLES:
        return 0.0, 0.0, 0.0
    angle, tension = np.deg2rad(ANGLES[emotion]), np.deg2rad(ANGLES[emotion] - _TENSION_ANGLE)
    return _RADIUS * np.cos(angle), _RADIUS * np.sin(angle), _RADIUS * np.cos(tension)


_PLACES = np.array([_place(emotion) for emotion in EMOTIONS])
