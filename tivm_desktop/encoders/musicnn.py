"""musicnn's front-end and its way of reading a track: one pass of convolutions, one pooled row per second.

16 kHz mono, Hann windows of 512 samples every 256, mirrored at both ends of the track, power in 96 Slaney mel
bands, `log10(1 + 10000 power)`. Every second is described by the 187 frames (3 s) around its middle, moved
inside the track at its ends; that is the length the network was trained on.
"""

from typing import ClassVar, Final

import numpy as np

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.mel import hann
from tivm_desktop.encoders.manifest import MusicSpec
from tivm_desktop.encoders.mel import slaney_mel_filters, spectra
from tivm_desktop.encoders.requirements import Inputs
from tivm_desktop.encoders.samples import SampleQueue
from tivm_desktop.encoders.sessions import Session

RATE_HZ: Final = 16000
FFT_SIZE: Final = 512
HOP: Final = 256
BANDS: Final = 96
WINDOW_FRAMES: Final = 187

CONTEXT_FRAMES: Final = 73
"""Frames on either side that a frame's features depend on: 64 for the longest filter, 9 for the middle."""

_BLOCK_FRAMES = 250
_CHUNK_ROWS = 48
"""Rows to a call; a graph may hear some of its tags once per call only (docs/adr/0096)."""
_HALF = FFT_SIZE // 2


class MusicnnFrontEnd:
    """Samples to log-mel frames."""

    def __init__(self) -> None:
        self._window = hann(FFT_SIZE)
        self._filters = slaney_mel_filters(RATE_HZ, FFT_SIZE, BANDS)

    def log_mel(self, samples: FloatArray) -> FloatArray:
        """(n,) samples -> (frames, 96), one frame per 256 samples, whole windows only."""
        spectrum = spectra(samples, self._window, FFT_SIZE, HOP)
        power = (spectrum.real**2 + spectrum.imag**2) @ self._filters
        return np.log10(1.0 + np.float32(10000.0) * power)


class MusicnnStream:
    """One track through musicnn in chunks of 48 rows, each with the context its convolutions need."""

    rate_hz = RATE_HZ
    inputs: ClassVar[Inputs] = {"mel": (None, BANDS), "windows": (None, None)}

    def __init__(self, session: Session, spec: MusicSpec) -> None:
        self._session = session
        self._front_end = MusicnnFrontEnd()
        self._queue = SampleQueue()
        self._mel = np.zeros((0, BANDS), np.float32)
        self._mel_start = 0
        self._features = [np.zeros((0, spec.feature_dim), np.float32)]
        self._tags = [np.zeros((0, len(spec.tags)), np.float32)]
        self._rows = 0

    def push(self, samples: FloatArray) -> None:
        """Take the next mono samples, (n,) float32."""
        self._queue.push(samples)
        while self._queue.end > (self._mel_end + _BLOCK_FRAMES) * HOP + _HALF:
            self._analyse(self._mel_end + _BLOCK_FRAMES)
            while (
                self._mel_end >= _window_start(self._rows + _CHUNK_ROWS - 1) + WINDOW_FRAMES + CONTEXT_FRAMES
            ):
                self._encode(self._rows + _CHUNK_ROWS, None)

    def finish(self) -> tuple[FloatArray, FloatArray]:
        """Return penultimate features (T, 200) and tag probabilities (T, K)."""
        length = self._queue.end
        self._queue.push(np.zeros(max(0, FFT_SIZE - length), np.float32))
        end = self._queue.end
        mirrored = self._queue.read(end - _HALF - 1, end - 1)[::-1]
        self._queue.push(mirrored)
        self._analyse(1 + end // HOP)
        self._encode(max(1, -(-length // RATE_HZ)), self._mel_end)
        return np.concatenate(self._features), np.concatenate(self._tags)

    @property
    def _mel_end(self) -> int:
        return self._mel_start + len(self._mel)

    def _analyse(self, end_frame: int) -> None:
        """Extend the log-mel frames up to `end_frame`."""
        first = self._mel_end
        samples = self._queue.read(first * HOP - _HALF, (end_frame - 1) * HOP + _HALF)
        self._mel = np.concatenate([self._mel, self._front_end.log_mel(samples)])
        self._queue.drop_before(end_frame * HOP - FFT_SIZE)

    def _encode(self, end_row: int, track_frames: int | None) -> None:
        """Encode rows up to `end_row`; `track_frames` is the track's length in frames once it is known."""
        starts = np.array([_window_start(row) for row in range(self._rows, end_row)])
        length = WINDOW_FRAMES
        if track_frames is not None:
            length = min(WINDOW_FRAMES, track_frames)
            starts = np.minimum(starts, track_frames - length)
        first = max(0, int(starts[0]) - CONTEXT_FRAMES)
        end = min(self._mel_end, int(starts[-1]) + length + CONTEXT_FRAMES)
        windows = (starts - first)[:, None] + np.arange(length)
        mel = self._mel[first - self._mel_start : end - self._mel_start]
        shapes = {"features": (len(starts), self._features[0].shape[1])}
        if self._tags[0].shape[1]:
            shapes["tags"] = (len(starts), self._tags[0].shape[1])
        features, *rest = self._session.shaped(shapes, {"mel": mel, "windows": windows})
        self._features.append(features)
        self._tags.append(rest[0] if rest else np.zeros((len(starts), 0), np.float32))
        self._rows = end_row
        keep = max(0, min(_window_start(end_row), self._mel_end - WINDOW_FRAMES) - CONTEXT_FRAMES)
        self._mel = self._mel[keep - self._mel_start :].copy()
        self._mel_start = keep


def _window_start(row: int) -> int:
    """First frame of the window whose middle is the middle of second `row`, not before the track."""
    middle = round((row + 0.5) * RATE_HZ / HOP)
    return max(0, middle - WINDOW_FRAMES // 2)
