"""Colour quantities of one picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray


@dataclass(frozen=True, slots=True)
class Colour:
    """What `PictureTimeline` says of the colours of one second."""

    brightness: float
    saturation: float
    warmth: float
    greenness: float
    contrast: float


def colour_of(picture: NDArray[np.uint8]) -> Colour:
    """Measure an (H, W, 3) RGB picture.

    Saturation is that of HSV weighted by value, sum(S V) / sum(V): near-black pixels, whose saturation is
    noise, don't count. S V is max - min and V is max of R, G and B.
    """
    rgb = picture.reshape(-1, 3).astype(np.float32) / np.float32(255)
    luma = luma_of(rgb)
    highest, lowest = rgb.max(axis=1), rgb.min(axis=1)
    value = float(highest.sum(dtype=np.float64))
    return Colour(
        brightness=float(luma.mean(dtype=np.float64)),
        saturation=float((highest - lowest).sum(dtype=np.float64)) / value if value > 0 else 0.0,
        warmth=float((rgb[:, 0] - rgb[:, 2]).mean(dtype=np.float64)),
        greenness=float((rgb[:, 1] - (rgb[:, 0] + rgb[:, 2]) / 2).mean(dtype=np.float64)),
        contrast=float(luma.std(dtype=np.float64)),
    )


def luma_of(rgb: FloatArray) -> FloatArray:
    """Rec. 601 luma of an (..., 3) array, in its own units."""
    return np.asarray(rgb[..., 0] * 0.299 + rgb[..., 1] * 0.587 + rgb[..., 2] * 0.114, np.float32)
