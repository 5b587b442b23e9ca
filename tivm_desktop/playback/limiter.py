"""Keeps the mix within what a device can take."""

import numpy as np
from numpy.typing import NDArray

RELEASE_S = 0.3


class Limiter:
    """Turns the mix down where it would exceed 0 dBFS and lets it come back slowly.

    Sound that stays within full scale passes bit by bit. In a block that would exceed it, the gain falls
    in a straight line until the first sample that is too loud and stays there; afterwards it recovers
    exponentially.
    """

    def __init__(self, rate_hz: int, block_capacity: int, channels: int) -> None:
        self._release_samples = RELEASE_S * rate_hz
        self._gain = 1.0
        self._levels: NDArray[np.float32] = np.zeros((block_capacity, channels), np.float32)
        self._over: NDArray[np.bool_] = np.zeros((block_capacity, channels), np.bool_)
        self._ramp: NDArray[np.float32] = np.repeat(
            np.arange(1, block_capacity + 1, dtype=np.float32)[:, None], channels, axis=1
        )
        self._gains: NDArray[np.float32] = np.zeros((block_capacity, channels), np.float32)

    def apply(self, block: NDArray[np.float32]) -> None:
        """Bring `block` (n, channels), n at most the capacity, within -1..1 in place."""
        count = len(block)
        levels = np.abs(block, out=self._levels[:count])
        peak = float(levels.max(initial=0.0))
        wanted = 1.0 / peak if peak > 1.0 else 1.0
        if wanted >= 1.0 and self._gain >= 1.0:
            return
        gains = self._gains[:count]
        if wanted < self._gain:
            over = np.greater(levels, 1.0 / self._gain, out=self._over[:count])
            first = int(over.argmax()) // block.shape[1]
            self._fill_ramp(gains[: first + 1], wanted)
            gains[first:] = wanted
            self._gain = wanted
        else:
            target = self._gain + (wanted - self._gain) * min(1.0, count / self._release_samples)
            self._fill_ramp(gains, target)
            self._gain = target if target < 0.9999 else 1.0
        np.multiply(block, gains, out=block)
        np.clip(block, -1.0, 1.0, out=block)

    def _fill_ramp(self, gains: NDArray[np.float32], end: float) -> None:
        np.multiply(self._ramp[: len(gains)], (end - self._gain) / len(gains), out=gains)
        np.add(gains, self._gain, out=gains)
