"""Channels of any layout mixed to one or two."""

from collections.abc import Sequence

import numpy as np
from av.audio.layout import AudioLayout
from numpy.typing import NDArray

_CENTRE = 0.5**0.5
_GAINS = {"FC": (_CENTRE, _CENTRE), "BC": (0.5, 0.5), "LFE": (0.0, 0.0), "LFE2": (0.0, 0.0)}
_USUAL = {1: "mono", 2: "stereo", 3: "2.1", 4: "4.0", 5: "5.0", 6: "5.1", 7: "6.1", 8: "7.1"}
_FRONT = {"FL", "FR", "DL", "DR"}


def known_layout(layout: AudioLayout) -> AudioLayout:
    """The layout, or the usual one of as many channels where the file does not say which is which."""
    usual = _USUAL.get(layout.nb_channels)
    said = any(channel.name != "NONE" for channel in layout.channels)
    return layout if said or usual is None else AudioLayout(usual)


def mix_matrix(channel_names: Sequence[str], channels: int) -> NDArray[np.float32]:
    """The matrix that mixes a layout to mono or stereo.

    Gains are those of ITU-R BS.775 (centre and surrounds 3 dB down, no low-frequency effects), divided by
    their sum, so that nothing clips: mono of stereo is the mean of both, stereo of mono is the same on both
    sides. Channels without a known place count alike on both sides.

    Args:
        channel_names: FFmpeg's names of the channels, such as FL, FR, FC, LFE, BL, BR.
        channels: 1 or 2.

    Returns:
        (len(channel_names), channels) float32; see `mixed`.
    """
    if channels not in (1, 2):
        raise ValueError(f"Sound is mixed to 1 or 2 channels, not to {channels}.")
    sides = np.array([_gains(name) for name in channel_names], np.float64)
    if not sides.any():
        sides[:] = 1.0
    if channels == 1:
        sides = sides.sum(axis=1, keepdims=True)
    totals = sides.sum(axis=0)
    return np.asarray(sides / totals.max(), np.float32)


def mixed(samples: NDArray[np.float32], matrix: NDArray[np.float32]) -> NDArray[np.float32]:
    """(c, n) samples and (c, k) matrix -> (n, k), without BLAS: its threads cost more than they gain here."""
    out = np.zeros((samples.shape[1], matrix.shape[1]), np.float32)
    for source, target in np.argwhere(matrix):
        out[:, target] += samples[source] * matrix[source, target]
    return out


def _gains(name: str) -> tuple[float, float]:
    if name in _GAINS:
        return _GAINS[name]
    gain = 1.0 if name in _FRONT else _CENTRE
    if name.endswith(("L", "LC")):
        return gain, 0.0
    if name.endswith(("R", "RC")):
        return 0.0, gain
    return 1.0, 1.0
