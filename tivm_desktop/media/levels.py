"""Level of the mono mix: RMS by seconds, peaks for the waveform drawn, and the highest sample."""

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.rates import PEAK_RATE_HZ

SILENCE_DBFS = -120.0


class LevelMeter:
    """Gathers levels of whole seconds as they come; only the last block may end inside a second."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._highest = 0.0
        self._rms: list[NDArray[np.float32]] = []
        self._peaks: list[NDArray[np.float32]] = []

    def push(self, block: NDArray[np.float32], mono: NDArray[np.float32]) -> None:
        """Take in samples.

        Args:
            block: (channels, n) float32.
            mono: (n,) the mono mix of it.
        """
        self._highest = max(self._highest, float(block.max()), -float(block.min()))
        seconds = -(-len(mono) // self._rate)
        full = mono
        if seconds * self._rate > len(mono):
            full = np.zeros(seconds * self._rate, np.float32)
            full[: len(mono)] = mono
        by_second = full.reshape(seconds, self._rate)
        energy = np.einsum("sn,sn->s", by_second, by_second)
        self._rms.append(np.sqrt(energy / self._rate))
        starts = (np.arange(seconds * PEAK_RATE_HZ) * self._rate) // PEAK_RATE_HZ
        starts = starts[starts < len(mono)]
        lowest, highest = np.minimum.reduceat(mono, starts), np.maximum.reduceat(mono, starts)
        self._peaks.append(np.stack([lowest, highest], axis=1))

    @property
    def rms(self) -> NDArray[np.float32]:
        """(T,) RMS of each second; a last second that is not full is filled with silence."""
        return np.concatenate(self._rms)

    @property
    def peaks(self) -> NDArray[np.float32]:
        """(P, 2) lowest and highest sample of each 1/20 s begun, cut to -1..1."""
        return np.clip(np.concatenate(self._peaks), -1.0, 1.0)

    @property
    def peak_dbfs(self) -> float:
        """Highest absolute sample of any channel, dBFS, at least -120."""
        floor = 10.0 ** (SILENCE_DBFS / 20.0)
        return float(20.0 * np.log10(max(self._highest, floor)))
