"""Loudness by ITU-R BS.1770 and EBU R128, measured by FFmpeg's `ebur128` filter."""

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from av.audio.frame import AudioFrame
from av.error import FFmpegError
from av.filter import Graph
from numpy.typing import NDArray

from tivm_desktop.media.resampling import pulled

SILENCE_LUFS = -70.0
"""The absolute gate of BS.1770; nothing is quieter here."""


@dataclass(frozen=True, slots=True, eq=False)
class Loudness:
    """What a `LoudnessMeter` found."""

    integrated_lufs: float
    """Gated loudness of the whole."""
    seconds_lufs: NDArray[np.float32]
    """(T,) ungated loudness of each second: the mean energy of the 400 ms windows inside it, 100 ms apart."""


class LoudnessMeter:
    """Measures sound as it comes; keeps ten numbers a second and no samples."""

    def __init__(self, rate: int, channels: int, layout: str) -> None:
        """Set the filter up.

        Args:
            rate: Hz.
            channels: How many channels the blocks have.
            layout: FFmpeg's name of the layout, which weighs surround channels; where FFmpeg knows no such
                layout all channels weigh alike. Mono counts as heard from both of two loudspeakers.
        """
        self._rate = rate
        self._channels = channels
        self._pushed = 0
        self._measured = 0
        self._ends: list[int] = []
        self._momentary: list[float] = []
        self._integrated = SILENCE_LUFS
        try:
            self._graph, self._layout = _meter(rate, layout), layout
        except (FFmpegError, ValueError):
            self._graph, self._layout = _meter(rate, "mono"), "mono"

    def push(self, block: NDArray[np.float32]) -> None:
        """Take in (channels, n) float32 samples."""
        if self._layout == "mono" and self._channels > 1:
            block = block.mean(axis=0, keepdims=True)
        frame = AudioFrame.from_ndarray(
            np.ascontiguousarray(block.T).reshape(1, -1), format="flt", layout=self._layout
        )
        frame.sample_rate = self._rate
        frame.pts, frame.time_base = self._pushed, Fraction(1, self._rate)
        self._pushed += block.shape[1]
        self._graph.push(frame)
        self._pull()

    def finish(self) -> Loudness:
        """The loudness of everything pushed; a last second that is not full is filled with silence."""
        missing = -self._pushed % self._rate
        if missing:
            self.push(np.zeros((self._channels, missing), np.float32))
        self._graph.push(None)
        self._pull()
        return Loudness(max(self._integrated, SILENCE_LUFS), self._seconds())

    def _pull(self) -> None:
        for frame in pulled(self._graph):
            self._measured += frame.samples
            found = frame.metadata
            if "lavfi.r128.M" in found:
                self._ends.append(self._measured)
                self._momentary.append(_number(found["lavfi.r128.M"]))
                self._integrated = _number(found["lavfi.r128.I"])

    def _seconds(self) -> NDArray[np.float32]:
        length = self._pushed // self._rate
        ends = np.array(self._ends, np.int64)
        starts = ends - self._rate * 4 // 10
        rows = starts // self._rate
        inside = (starts >= 0) & (rows == (ends - 1) // self._rate) & (rows < length)
        energy = 10.0 ** (np.array(self._momentary)[inside] / 10.0)
        counts = np.bincount(rows[inside], minlength=length)
        sums = np.bincount(rows[inside], weights=energy, minlength=length)
        mean = sums / np.maximum(counts, 1)
        floor = 10.0 ** (SILENCE_LUFS / 10.0)
        return np.asarray(10.0 * np.log10(np.maximum(mean, floor)), np.float32)


def _number(text: str) -> float:
    """What FFmpeg wrote; its running sum can end a hair under nothing, which it writes as not a number."""
    value = float(text)
    return SILENCE_LUFS if math.isnan(value) else value


def _meter(rate: int, layout: str) -> Graph:
    graph = Graph()
    graph.threads = 1
    source = graph.add_abuffer(sample_rate=rate, format="flt", layout=layout, time_base=Fraction(1, rate))
    meter = graph.add("ebur128", "metadata=1:dualmono=1:framelog=quiet")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    return graph
